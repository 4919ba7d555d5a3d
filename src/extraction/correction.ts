import type { Article } from '../article/article.ts';
import { findAnchor } from './correction/anchor.ts';
import { placeAttendee } from './correction/attendee.ts';
import { findName } from './correction/naming.ts';
import { type Ruling, type SpeakerRuling, keyOfRuling } from './correction/ruling.ts';
import { type FoundSpeaker, giveSpeaker } from './correction/speaker.ts';
import { quotationAt } from './correction/speech.ts';
import { settleStance } from './correction/stance.ts';
import type { Facts } from './facts.ts';

export { type Anchor, anchorAt, findAnchor } from './correction/anchor.ts';
export { type Ruling, keyOfRuling } from './correction/ruling.ts';

/** Facts as moderators found them to be, and the rulings whose anchors are gone. */
export interface Ruled {
  readonly facts: Facts;
  readonly lost: readonly Ruling[];
}

/**
 * Lays moderators' rulings over what was read out of an article. Of several on one fact the last
 * counts. Who spoke is settled first, since positions hang on it. The facts given stay as they are.
 */
export function applyRulings(article: Article, facts: Facts, rulings: readonly Ruling[]): Ruled {
  const lost = new Set<Ruling>();
  let ruled = giveSpeakers(article, facts, rulings, lost);
  const last = new Map(rulings.map((ruling) => [keyOfRuling(ruling), ruling]));
  for (const kind of ['attendee', 'stance'])
    for (const ruling of last.values()) {
      if (ruling.kind !== kind) continue;
      const next = settle(article, ruled, ruling);
      if (next === undefined) lost.add(ruling);
      else ruled = next;
    }
  return { facts: ruled, lost: rulings.filter((ruling) => lost.has(ruling)) };
}

function settle(article: Article, facts: Facts, ruling: Ruling): Facts | undefined {
  switch (ruling.kind) {
    case 'speaker':
      return facts;
    case 'attendee':
      return placeAttendee(article, facts, ruling);
    case 'stance':
      return settleStance(article, facts, ruling);
    default:
      return ruling satisfies never;
  }
}

/** What another ruling is on does not follow its neighbour. */
function giveSpeakers(
  article: Article,
  facts: Facts,
  rulings: readonly Ruling[],
  lost: Set<Ruling>,
): Facts {
  const byQuotation = new Map<number, FoundSpeaker>();
  for (const ruling of rulings) {
    if (ruling.kind !== 'speaker') continue;
    const found = findSpeaker(article, facts, ruling);
    if (found === undefined) lost.add(ruling);
    else byQuotation.set(found.quotation, found);
  }
  const apart = new Set(byQuotation.keys());
  let given = facts;
  for (const found of byQuotation.values()) given = giveSpeaker(article, given, found, apart);
  return given;
}

function findSpeaker(
  article: Article,
  facts: Facts,
  { of, name }: SpeakerRuling,
): FoundSpeaker | undefined {
  const words = findAnchor(article.body, of);
  const quotation = words && quotationAt(facts, words);
  const named = name && findName(article, facts, name);
  if (quotation === undefined || (name !== undefined && named === undefined)) return undefined;
  return { quotation, name: named };
}
