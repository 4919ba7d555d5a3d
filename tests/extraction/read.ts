import { parseArticle } from '../../src/article/markdown.ts';
import type { CastText } from '../../src/extraction/cast/cast.ts';
import { openCast } from '../../src/extraction/cast/casting.ts';
import { extractFacts } from '../../src/extraction/extract.ts';
import type { Facts, Quotation } from '../../src/extraction/facts.ts';
import type { Article } from '../../src/article/article.ts';
import { slice } from '../../src/text/span.ts';
import { idOf } from '../article/article-id.ts';

const articleOf = (text: string): Article =>
  parseArticle(text, { shelf: 'base', id: idOf('test'), revision: 1 });

export const castOf = (text: string): CastText => openCast(articleOf(text));

export function factsOf(text: string): { article: Article; facts: Facts } {
  const article = articleOf(text);
  return { article, facts: extractFacts(article) };
}

/** Each quotation of a manner as `speaker: words`, `?` for an unknown speaker. */
export function spoken(text: string, manner: Quotation['manner']): string[] {
  const { article, facts } = factsOf(text);
  return facts.quotations
    .filter((quotation) => quotation.manner === manner)
    .map(({ span, speaker }) => {
      const entity = facts.entities[speaker?.entity ?? -1];
      const name = entity === undefined ? '?' : slice(article.body, entity.name);
      return `${name}: ${slice(article.body, span)}`;
    });
}
