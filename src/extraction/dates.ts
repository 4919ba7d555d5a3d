import type { Days } from '../text/days.ts';
import { span } from '../text/span.ts';
import type { DateWords } from './facts.ts';
import { readDirection } from './dates/direction.ts';
import { DATE_WORDS } from './dates/patterns.ts';
import { readCounted, readWritten } from './dates/resolve.ts';
import type { Document } from './syntax/document.ts';

/**
 * The words of an article that say when, in order, with the days that they mean. What is counted
 * from the article's date (`on Tuesday`, `last week`) is left out where it has none, and inside
 * quotation marks, where it was counted from the day of the speech.
 */
export function findDates(document: Document): DateWords[] {
  const found: DateWords[] = [];
  let token = 0;
  // Where the words before end: what is in front of that belongs to them.
  let least = 0;
  for (const { 0: words, index, groups = {} } of document.text.matchAll(DATE_WORDS)) {
    token = tokenAt(document, index, token);
    const last = tokenAt(document, index + words.length, token);
    const sentence = document.sentences[document.sentenceOf[token] ?? -1];
    least = Math.max(least, sentence?.first ?? token);
    const written = readWritten(groups);
    const days = written ?? countFrom(document, groups, { first: token, last, least });
    if (days !== undefined) {
      const place = span(index, index + words.length);
      found.push({ span: place, ...days, isCounted: written === undefined });
    }
    least = last;
  }
  return found;
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
