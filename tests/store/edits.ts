import type { ArticleStore, Edit } from '../../src/store/article-store.ts';
import { idOf } from '../article/article-id.ts';

export const put = (id: string, source: string): Extract<Edit, { readonly kind: 'put' }> => ({
  kind: 'put',
  id: idOf(id),
  source,
});
export const remove = (id: string): Edit => ({ kind: 'remove', id: idOf(id) });

/** A shelf's articles by id, as their bodies. */
export async function bodiesOf(
  store: ArticleStore,
  shelf: string,
): Promise<Readonly<Record<string, string>>> {
  const { articles } = await store.load(shelf);
  return Object.fromEntries(articles.map(({ id, body }) => [id, body]));
}
