import type { Article } from '../article/article.ts';
import { packReading } from './packed-reading.ts';

// A thread's entry: reads some articles and gives what was made of each, in their order.

/* oxlint-disable-next-line import/no-default-export -- the pool takes the default export */
export default function readAll(articles: readonly Article[]): readonly Uint8Array[] {
  return articles.map((article) => packReading(article));
}
