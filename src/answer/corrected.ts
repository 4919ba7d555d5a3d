import { type Citation, cite } from '../article/citation.ts';
import type { Reading } from '../search/corpus.ts';
import { overlaps, type Span } from '../text/span.ts';

/** The words in a stretch of which a moderator said who spoke them, where there are any. */
export function correctedIn(
  { article, facts }: Reading,
  stretch: Span,
): { readonly corrected?: readonly Citation[] } {
  const corrected = facts.quotations
    .filter(({ isCorrected, span }) => isCorrected && overlaps(span, stretch))
    .map(({ span }) => cite(article, span));
  return corrected.length > 0 ? { corrected } : {};
}
