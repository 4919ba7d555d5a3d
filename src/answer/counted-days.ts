import type { Reading } from '../search/corpus.ts';
import type { Days } from '../text/days.ts';
import { overlaps, type Span } from '../text/span.ts';

/** The days that some words mean only when they are counted from the article's date: `on Tuesday`. */
export function countedDays({ facts }: Reading, words: Span): Days | undefined {
  const date = facts.dates.find(({ span }) => overlaps(span, words));
  return date?.isCounted === true ? { first: date.first, last: date.last } : undefined;
}
