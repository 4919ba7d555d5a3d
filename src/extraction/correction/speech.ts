import { type Article, paragraphAt } from '../../article/article.ts';
import { contains, length, overlaps, sameSpan, span, type Span } from '../../text/span.ts';
import type { Facts, Quotation, Speaker } from '../facts.ts';
import { isSurelyNamed } from '../quotations/speaker.ts';

// Which quotations are one thing that somebody said.

/** The quotation that stands at a place, or most of it: an index. */
export function quotationAt({ quotations }: Facts, place: Span): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const [at, quotation] of quotations.entries()) {
    if (quotation.isTopic) continue;
    const shared = sameSpan(quotation.span, place) ? Infinity : sharedOf(quotation.span, place);
    if (shared <= most) continue;
    best = at;
    most = shared;
  }
  return best;
}

const sharedOf = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/**
 * A quotation with all that have its speaker because they are the same words, or the same breath:
 * indexes, the first its own. What is in `apart` is ruled on by itself.
 *
 *     She said that it was “a lie”.           [it was “a lie”] [a lie]
 *     “We tried,” she said. “It failed.”      [We tried,] [It failed.]
 */
export function saidTogether(
  article: Article,
  facts: Facts,
  at: number,
  apart: ReadonlySet<number> = new Set(),
): readonly number[] {
  const together = [at];
  // It grows while it is walked through.
  for (const one of together)
    for (const [other, quotation] of facts.quotations.entries()) {
      const known = facts.quotations[one];
      if (known === undefined || quotation.isTopic || together.includes(other)) continue;
      if (!apart.has(other) && areOne(article, facts, known, quotation)) together.push(other);
    }
  return together;
}

const areOne = (article: Article, facts: Facts, a: Quotation, b: Quotation): boolean =>
  overlaps(a.span, b.span)
    ? isSameSource(a.speaker, b.speaker) || areSameWords(a, b)
    : isOneBreath(article, facts, a, b);

/**
 * Of `said it was “a lie”` the words between marks are most of what was said, and nothing tells that
 * another said them: not so in `said that Lee called it “a lie”`.
 */
function areSameWords(a: Quotation, b: Quotation): boolean {
  const [outer, inner] = length(a.span) > length(b.span) ? [a, b] : [b, a];
  if (sharedOf(a.span, b.span) < length(outer.span) / 2) return false;
  if (inner.speaker === undefined || outer.speaker === undefined) return true;
  const areSure = isSurelyNamed(inner.speaker) && isSurelyNamed(outer.speaker);
  return !areSure && !contains(outer.span, inner.speaker.mention);
}

const isSameSource = (a: Speaker | undefined, b: Speaker | undefined): boolean =>
  a === undefined || b === undefined
    ? a === b
    : sameSpan(a.mention, b.mention) || (a.entity !== undefined && a.entity === b.entity);

/** The same words name who spoke, in one paragraph, with no sentence of the article's own between. */
function isOneBreath(article: Article, { sentences }: Facts, a: Quotation, b: Quotation): boolean {
  if (a.manner !== 'direct' || b.manner !== 'direct') return false;
  if (!a.speaker || !b.speaker || !sameSpan(a.speaker.mention, b.speaker.mention)) return false;
  const [first, second] = a.span.start < b.span.start ? [a, b] : [b, a];
  const gap = span(first.span.end, second.span.start);
  return (
    paragraphAt(article, gap.start) === paragraphAt(article, gap.end) &&
    !sentences.some((sentence) => contains(gap, sentence))
  );
}
