import type { Days } from '../text/days.ts';
import { span } from '../text/span.ts';
import type { DateWords } from './facts.ts';
import { readDirection } from './dates/direction.ts';
import { DATE_WORDS, mayBeginDate } from './dates/patterns.ts';
import { readCounted, readWritten } from './dates/resolve.ts';
import type { Document } from './syntax/document.ts';

/**
 * The words of an article that say when, in order, with the days that they mean. What is counted
 * from the article's date (`on Tuesday`, `last week`) is left out where it has none, and inside
 * quotation marks, where it was counted from the day of the speech.
 */
export function findDates(document: Document): DateWords[] {
  const { tokens } = document;
  const found: DateWords[] = [];
  // Where the words before end: what is in front of that belongs to them.
  let least = 0;
  let from = 0;
  for (let first = 0; first < tokens.length; first += 1) {
    if (!mayBeginDate(tokens[first])) continue;
    const words = wordsIn(document, first, from);
    if (words === undefined) continue;
    const { index, groups = {} } = words;
    from = index + words[0].length;
    const last = tokenAt(document, from, first);
    const sentence = document.sentences[document.sentenceOf[first] ?? -1];
    least = Math.max(least, sentence?.first ?? first);
    const written = readWritten(groups);
    const days = written ?? countFrom(document, groups, { first, last, least });
    if (days !== undefined)
      found.push({ span: span(index, from), ...days, isCounted: written === undefined });
    least = last;
    first = last - 1;
  }
  return found;
}

/** Words that say when and begin within a token, mostly where it begins; `10/May` holds two places. */
function wordsIn(
  { text, tokens }: Document,
  token: number,
  from: number,
): RegExpExecArray | undefined {
  const { start = 0, end = 0 } = tokens[token] ?? {};
  for (let at = Math.max(start, from); at < end; at += 1) {
    DATE_WORDS.lastIndex = at;
    const words = DATE_WORDS.exec(text);
    if (words !== null) return words;
  }
  return undefined;
}

interface Place {
  readonly first: number;
  readonly last: number;
  readonly least: number;
}

function countFrom(
  document: Document,
  groups: Readonly<Record<string, string | undefined>>,
  { first, last, least }: Place,
): Days | undefined {
  const day = document.article.date?.slice(0, 10);
  if (day === undefined || (document.quotedOf[first] ?? -1) >= 0) return undefined;
  const direction = readDirection(document, { first, last }, least);
  return readCounted(groups, { day, direction });
}

/** The first token, from one on, that ends behind an offset. */
function tokenAt({ tokens }: Document, offset: number, from: number): number {
  let at = from;
  while (at < tokens.length && (tokens[at]?.end ?? 0) <= offset) at += 1;
  return at;
}
