import type { CastText } from './cast/cast.ts';
import type { Quotation, Stance } from './facts.ts';
import { findCarried } from './stances/carried.ts';
import { findCues } from './stances/cue.ts';
import { findDeeds } from './stances/deed.ts';
import { findEpithets } from './stances/epithet.ts';
import { findJudged } from './stances/judged.ts';
import { findNamed } from './stances/named.ts';
import { findOpenings } from './stances/openings.ts';
import { findOwnActs } from './stances/own-act.ts';
import { giveVoice } from './stances/party.ts';
import { nameTargets } from './stances/pronoun.ts';
import { findRefusals } from './stances/resolve.ts';
import { findSides } from './stances/side.ts';
import { findUttered } from './stances/uttered.ts';

/**
 * The positions that an article shows: sides taken by word or deed, and judgements passed on
 * something by name. In order of place.
 */
export function findStances(text: CastText, quotations: readonly Quotation[]): Stance[] {
  const voiced = giveVoice(text, quotations);
  const openings = findOpenings(voiced);
  const isSpoken = (at: number): boolean => (voiced.voice[at] ?? -1) >= 0;
  const cues = findCues(voiced, openings.cue);
  const taken = new Set<number>();
  for (const { first, last } of cues) for (let at = first; at < last; at += 1) taken.add(at);
  const found = [
    ...findSides(voiced, cues),
    ...findJudged(voiced, openings.judgement),
    ...findCarried(voiced, openings.judgement.filter(isSpoken)),
    ...findNamed(voiced, openings.naming),
    ...findDeeds(voiced, openings.deed.filter(isSpoken)),
    ...findUttered(voiced, openings.utterance.filter(isSpoken)),
    ...findRefusals(voiced, taken),
    ...findEpithets(voiced, openings.epithet),
    ...findOwnActs(voiced, openings.ownAct),
  ];
  return nameTargets(
    voiced,
    found.toSorted((a, b) => a.cue.start - b.cue.start || a.target.start - b.target.start),
  );
}
