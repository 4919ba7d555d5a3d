import type { Reading } from './corpus.ts';

const dateOf = ({ article }: Reading): string => article.date ?? '';

/** The newest article first, those of one date by their ids. */
export function newestFirst(a: Reading, b: Reading): number {
  const [ours, theirs] = [dateOf(a), dateOf(b)];
  if (ours !== theirs) return ours < theirs ? 1 : -1;
  if (a.article.id === b.article.id) return 0;
  return a.article.id < b.article.id ? -1 : 1;
}
