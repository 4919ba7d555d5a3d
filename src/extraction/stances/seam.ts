import type { CastText } from '../cast/cast.ts';

/** Marks inside a noun phrase: `the “quiet” ban`. */
const QUOTES = /^["“”‘’«»„]$/u;
const POSSESSIVE = /^(?:'s|’s|'|’)$/u;
const PARTICIPLE = /(?:ed|ing|en|ght|lt|ewn|orn|wn)$/u;

/**
 * Where a noun phrase ends that goes on behind a seam: a mark, or a word that the tagger took for a
 * verb. `at` is the token behind what has been read of it.
 *
 *     a Moran- | backed | ferry toll         a broad | , | costly reform
 *     the | “ | quiet” ban                   Moran’s | threatened | toll
 */
export function phraseBehindSeam(text: CastText, at: number): number | undefined {
  const { tokens } = text.document;
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined) return undefined;
  const joined = text.phrases.at[at + 1];
  const isOneWord = before.text === '-' && before.end === token.start;
  if (isOneWord && PARTICIPLE.test(token.lower))
    return joined?.first === at + 1 ? joined.last : at + 1;
  if (isOneWord) return text.phrases.at[at]?.last;
  const isOpen = before.pos === 'DET' || POSSESSIVE.test(before.text);
  if (isOpen && token.pos === 'VERB' && PARTICIPLE.test(token.lower))
    return joined?.first === at + 1 ? joined.last : undefined;
  if (QUOTES.test(token.text)) return behindQuote(text, at, isOpen);
  return token.text === ',' && before.pos === 'ADJ' ? behindAdjective(text, at) : undefined;
}

/** `the | “quiet | ” | ban`: opened right behind the article, or closed before the noun. */
function behindQuote(
  { document, phrases }: CastText,
  at: number,
  isOpen: boolean,
): number | undefined {
  const next = phrases.at[at + 1];
  if (next === undefined) return undefined;
  const isClosing = document.tokens[at - 1]?.pos === 'ADJ';
  return isOpen || isClosing ? next.last : undefined;
}

/** `a broad | , | costly reform`: the next one describes the same noun, so it has no article. */
function behindAdjective({ document, phrases }: CastText, at: number): number | undefined {
  const next = phrases.at[at + 1];
  const isSame =
    next !== undefined &&
    next.first === at + 1 &&
    next.last > next.first + 1 &&
    document.tokens[at + 1]?.pos === 'ADJ';
  return isSame ? next.last : undefined;
}
