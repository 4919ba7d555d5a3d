import type { Reading } from './corpus.ts';

const dateOf = ({ article }: Reading): string => article.date ?? '';

/** The newest article first; those of one date stay as they are, and one without a date comes last. */
export function newestDate(a: Reading, b: Reading): number {
  const [ours, theirs] = [dateOf(a), dateOf(b)];
  return ours === theirs ? 0 : ours < theirs ? 1 : -1;
}

/** The newest article first, those of one date by their ids. */
export function newestFirst(a: Reading, b: Reading): number {
  const byDate = newestDate(a, b);
  if (byDate !== 0) return byDate;
  if (a.article.id === b.article.id) return 0;
  return a.article.id < b.article.id ? -1 : 1;
}
