import type { Stance } from '../facts.ts';
import { utterances } from '../lexicon/stance-utterances.ts';
import { written } from './judged.ts';
import { isNegated, phraseAt, phraseBook } from './judgement.ts';
import { holdingOf, type VoicedText } from './party.ts';
import { targetFrom } from './target.ts';
import { isAsked, UNTURNED } from './turn.ts';

const UTTERED = 0.65;

const book = phraseBook(utterances);

/** The words that such an utterance may begin with. */
export const UTTERANCE_OPENERS: readonly string[] = book.openers;

/**
 * Sides taken in a speaker's own words: `our hearts go out to | the miners |`.
 * @param spoken tokens in somebody's words at which one may begin
 */
export function findUttered(text: VoicedText, spoken: readonly number[]): Stance[] {
  return spoken.flatMap((at) => {
    const cue = isOwn(text, at) ? phraseAt(text, at, book) : undefined;
    const target = cue && targetFrom(text, cue.last);
    const holding = target && holdingOf(text, at, undefined);
    if (
      cue === undefined ||
      target === undefined ||
      holding === undefined ||
      isNegated(text, at) ||
      isAsked(text, at)
    )
      return [];
    const stance = written(text, {
      holding,
      target: { ...target, sureness: 1 },
      judgement: { first: at, last: cue.last, sign: cue.value },
      turn: UNTURNED,
      confidence: UTTERED,
    });
    return stance === undefined ? [] : [stance];
  });
}

/** `There is | no excuse for`, `we have | no use for`; not `voters have | no use for`. */
function isOwn({ document }: VoicedText, at: number): boolean {
  const { tokens } = document;
  const has = /^(?:have|has|had|see|sees|saw|feel|feels|find|finds|found|show|shows|showed)$/u;
  if (!has.test(tokens[at - 1]?.lower ?? '')) return true;
  return [2, 3].some((step) => /^(?:i|we)$/u.test(tokens[at - step]?.lower ?? ''));
}
