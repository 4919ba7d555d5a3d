import { type Span, span, trimSpan } from './span.ts';
import { findBoundaries } from './sentence-boundaries.ts';
import { isAbbreviation, isAmbiguousAbbreviation, isSentenceOpener } from './abbreviations.ts';

// Unicode (UAX #29) proposes boundaries; the rules below take back the wrong ones. Finding them may be
// quadratic in the length of a text, so it is done for at most this many code units at once, and slow
// to begin, so it is done for short paragraphs together: a line's end is a boundary in any case.
const LONGEST_INPUT = 4_000;

/** The sentences of each of some paragraphs, in order and apart, outer white space left out. */
export function findSentences(text: string, paragraphs: readonly Span[]): Span[][] {
  const found: Span[][] = [];
  for (let first = 0; first < paragraphs.length;) {
    const last = endOfRun(paragraphs, first);
    const run = paragraphs.slice(first, last);
    const boundaries = boundariesIn(text, run);
    let next = 0;
    for (const paragraph of run) {
      const from = next;
      while ((boundaries[next] ?? Infinity) < paragraph.end) next += 1;
      found.push(sentencesBetween(text, paragraph, boundaries.slice(from, next)));
    }
    first = last;
  }
  return found;
}

/** Behind the paragraphs that are fed together with the first. */
function endOfRun(paragraphs: readonly Span[], first: number): number {
  const limit = (paragraphs[first]?.start ?? 0) + LONGEST_INPUT;
  let last = first + 1;
  while ((paragraphs[last]?.end ?? Infinity) <= limit) last += 1;
  return last;
}

/** Where segments end, from the beginning of some paragraphs to their end. */
function boundariesIn(text: string, run: readonly Span[]): number[] {
  const end = run.at(-1)?.end ?? 0;
  const boundaries: number[] = [];
  for (let from = run[0]?.start ?? 0; from < end;) {
    const to = pieceEnd(text, from, end);
    for (const boundary of findBoundaries(text.slice(from, to))) boundaries.push(from + boundary);
    boundaries.push(to);
    from = to;
  }
  return boundaries;
}

/** The sentences of a paragraph that end at those boundaries within it that are right, and at its end. */
function sentencesBetween(text: string, paragraph: Span, boundaries: readonly number[]): Span[] {
  const sentences: Span[] = [];
  let start = paragraph.start;
  for (const end of [...boundaries, paragraph.end]) {
    if (end <= start || (end < paragraph.end && isWrongBoundary(text, start, end))) continue;
    const sentence = trimSpan(text, span(start, end));
    if (sentence.start < sentence.end) sentences.push(sentence);
    start = end;
  }
  return sentences;
}

/** Cuts a very long paragraph after a full stop and a space near the limit, or at the limit. */
function pieceEnd(text: string, from: number, end: number): number {
  const limit = from + LONGEST_INPUT;
  if (limit >= end) return end;
  const stop = text.lastIndexOf('. ', limit);
  return stop > from ? stop + 2 : limit;
}

function isWrongBoundary(text: string, start: number, at: number): boolean {
  const before = text.slice(Math.max(start, at - 60), at).trimEnd();
  const after = text.slice(at, at + 40).trimStart();
  return (
    goesOnInLowerCase(before, after) ||
    followsAbbreviation(before, after) ||
    splitsClosingMark(after) ||
    isListNumber(before, start, at)
  );
}

/** `"Is it over?" | he asked.` and `It was over … | or so they said.` */
function goesOnInLowerCase(before: string, after: string): boolean {
  return /^[\p{Ll},;–—]/u.test(after) && /[.?!…]["”’'»)\]]*$/u.test(before);
}

/** `Sen. | Graham`, `J. | Edgar`; `the U.S. | Senate`, but not `in the U.S. | The Senate`. */
function followsAbbreviation(before: string, after: string): boolean {
  if (!before.endsWith('.')) return false;
  const word = /(?<!\S)(\S+)\.$/u.exec(before)?.[1]?.replace(/^["“‘'([]+/u, '');
  if (word === undefined) return false;
  if (isAbbreviation(word)) return true;
  return isAmbiguousAbbreviation(word) && !isSentenceOpener(/^["“‘']?(\p{L}+)/u.exec(after)?.[1]);
}

/** `He left. | ” Then` */
const splitsClosingMark = (after: string): boolean => /^["”’»)\]](?:\s|$)/u.test(after);

/** `1. | Establishing a mechanism` */
function isListNumber(before: string, start: number, at: number): boolean {
  return at - start < 8 && /^\(?\d{1,2}[.)]$/u.test(before);
}
