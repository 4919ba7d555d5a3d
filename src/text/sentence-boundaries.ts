import { startsLower, startsUpper } from './letters.ts';

// Where Unicode lets sentences end (UAX #29, rules SB3 to SB11). Intl.Segmenter knows the rules for
// every character, and takes long; for the characters that most articles are written in they are few.

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** ASCII, the letters of Latin-1, quotation marks and dashes. */
const PLAIN = /^[\t\n -~\u00A0«»À-ÖØ-öø-ÿ“”‘’–—…•]*$/u;

/**
 * Where the sentences of a text end, in order, but for the last: `He left. She stayed.` → [9].
 * Of a text that is not plain it takes time by the square of its length.
 */
export const findBoundaries = (text: string): number[] =>
  PLAIN.test(text) ? boundariesInPlain(text) : boundariesInAny(text);

function boundariesInAny(text: string): number[] {
  const found: number[] = [];
  for (const { index } of segmenter.segment(text)) if (index > 0) found.push(index);
  return found;
}

function boundariesInPlain(text: string): number[] {
  const found: number[] = [];
  for (const { 0: ending, index } of text.matchAll(ENDING)) {
    const end = index + ending.length;
    if (end < text.length && (ending.endsWith('\n') || mayEnd(text, index, end))) found.push(end);
  }
  return found;
}

/** A line's end; or a mark that ends sentences, with what closes and the white space behind it. */
const ENDING = /\n|[.?!]["'“”‘’«»()[\]{}]*[\t \u00A0]*\n?/gu;

/** Whether a sentence whose mark stands at `mark` may end at `end`, behind what closes it. */
function mayEnd(text: string, mark: number, end: number): boolean {
  const next = text.charAt(end);
  if (/[-,:;.?!–—]/u.test(next)) return false;
  if (text.charAt(mark) !== '.') return true;
  // `4.5`, `U.S`
  if (end === mark + 1 && /\d/u.test(next)) return false;
  if (end === mark + 1 && isLetter(text.charAt(mark - 1)) && startsUpper(next)) return false;
  return !startsLower(nextLetter(text, end));
}

const isLetter = (character: string): boolean => startsUpper(character) || startsLower(character);

/** The first letter from there on in the same sentence, for all that is known, and else nothing. */
function nextLetter(text: string, from: number): string {
  let at = from;
  while (/[^\n.?!A-Za-zÀ-ÿ]/u.test(text.charAt(at))) at += 1;
  return text.charAt(at);
}
