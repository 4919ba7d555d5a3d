import { type Span, slice } from '../text/span.ts';
import { type Article, paragraphAt } from './article.ts';

declare const citationBrand: unique symbol;

/** A slice of an article with its place. `cite` alone makes one, so its text is always verbatim. */
export interface Citation extends Span {
  readonly [citationBrand]: true;
  readonly article: Article;
  /** From 1. */
  readonly paragraph: number;
  readonly text: string;
}

/**
 * Cites a span of an article's body.
 * @throws RangeError if the span is empty or reaches outside the body.
 */
export function cite(article: Article, span: Span): Citation {
  const { start, end } = span;
  const ordered = Number.isInteger(start) && Number.isInteger(end) && start < end;
  if (!ordered || start < 0 || end > article.body.length)
    throw new RangeError(`no words at [${start}, ${end}) of ${article.id}`);
  const paragraph = paragraphAt(article, start);
  const citation = { article, paragraph, start, end, text: slice(article.body, span) };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where the brand is given
  return Object.freeze(citation) as Citation;
}
