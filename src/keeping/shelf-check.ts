import type { Corpus } from '../search/corpus.ts';
import type { Problem } from '../store/article-store.ts';
import type { Keeping } from './keeping.ts';

/** What could be better about a server's articles. */
export interface ShelfCheck {
  readonly articles: number;
  /** Millions of UTF-16 code units of text. */
  readonly megabytes: number;
  /** Files that cannot be read. */
  readonly problems: readonly Problem[];
  /** By id, like the next. */
  readonly undated: readonly string[];
  readonly untitled: readonly string[];
  /** Pairs that are nearly the same. */
  readonly alike: readonly (readonly [string, string])[];
}

export async function checkShelf(
  { store, shelfOf }: Keeping,
  guildId: string,
  corpus: Corpus,
): Promise<ShelfCheck> {
  const { articles, problems } = await store.load(shelfOf(guildId));
  const alike = articles.flatMap(({ id, body }) =>
    corpus
      .alike(body, 2)
      .filter(({ reading }) => reading.article.id !== id)
      // Each pair once.
      .filter(({ reading: { article } }) => article.id > id || article.shelf !== shelfOf(guildId))
      .map(({ reading }) => [id, reading.article.id] as const),
  );
  return {
    articles: articles.length,
    megabytes: articles.reduce((sum, { body }) => sum + body.length, 0) / 1e6,
    problems,
    undated: articles.filter(({ date }) => date === undefined).map(({ id }) => id),
    untitled: articles.filter(({ id, title }) => title === id).map(({ id }) => id),
    alike,
  };
}
