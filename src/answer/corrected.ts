import { type Citation, cite } from '../article/citation.ts';
import type { Reading } from '../search/corpus.ts';
import { correctedWords } from '../search/digested.ts';
import { overlaps, type Span } from '../text/span.ts';

/** The words in a stretch of which a moderator said who spoke them, where there are any. */
export function correctedIn(
  reading: Reading,
  stretch: Span,
): { readonly corrected?: readonly Citation[] } {
  const corrected = correctedWords(reading)
    .filter((words) => overlaps(words, stretch))
    .map((words) => cite(reading.article, words));
  return corrected.length > 0 ? { corrected } : {};
}
