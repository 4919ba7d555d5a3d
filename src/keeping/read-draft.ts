import { type Article, isArticleId } from '../article/article.ts';
import { parseArticle } from '../article/markdown.ts';
import type { Draft } from '../store/server-store.ts';

export function asId(words: string): Article['id'] {
  if (isArticleId(words)) return words;
  throw new RangeError(`"${words}" is no id`);
}

const PLACEHOLDER = asId('draft');

/**
 * A draft as an article that stands nowhere yet.
 * @throws ArticleError where its fields cannot be read
 */
export const readDraft = ({ source }: Draft): Article =>
  parseArticle(source, { shelf: '', id: PLACEHOLDER, revision: 0 });
