import type { Reading } from '../search/corpus.ts';
import { datesIn } from '../search/digested.ts';
import type { Days } from '../text/days.ts';
import { overlaps, type Span } from '../text/span.ts';

/** The days that some words mean only when they are counted from the article's date: `on Tuesday`. */
export function countedDays(reading: Reading, words: Span): Days | undefined {
  const date = datesIn(reading).find(({ span }) => overlaps(span, words));
  return date?.isCounted === true ? { first: date.first, last: date.last } : undefined;
}
