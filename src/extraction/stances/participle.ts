import type { CastText } from '../cast/cast.ts';
import { isCalendarWord } from '../lexicon/calendar.ts';
import { UTTERANCES } from '../lexicon/stance-modifiers.ts';
import type { Phrase } from '../syntax/phrases.ts';

/**
 * `[Republicans] | opposing the bill`, `[a law] | banning tolls`: its own. What somebody writes or
 * says shows their position: `issued a statement | opposing it`.
 */
export function bearsParticiple(
  { document, phrases }: CastText,
  { first, last, head }: Phrase,
): boolean {
  const token = document.tokens[head];
  const before = document.tokens[first - 1];
  if (token === undefined || before === undefined || phrases.at[first - 1] !== undefined)
    return false;
  return (
    /^(?:NOUN|PROPN)$/u.test(token.pos) &&
    /^(?:VERB|ADP|DET|CCONJ|PUNCT)$/u.test(before.pos) &&
    document.sentenceOf[first - 1] === document.sentenceOf[last] &&
    !isCalendarWord(token) &&
    !UTTERANCES.has(token.lower.replace(/s$/u, ''))
  );
}
