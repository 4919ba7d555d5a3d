import { type ArticleId, isArticleId } from '../../src/article/article.ts';

/** The words as an id; tests write ids as plain strings. */
export function idOf(words: string): ArticleId {
  if (isArticleId(words)) return words;
  throw new Error(`not an article's id: ${words}`);
}
