import { type ArticleId, isArticleId } from '../article/article.ts';
import { fold } from '../text/fold.ts';
import { remembered } from '../text/remembered.ts';
import type { Corpus } from '../search/corpus.ts';
import { foldId } from '../store/folder-scan.ts';

const LONGEST = 60;

/**
 * An id for a new article, from its title: `Talks in Riyadh: day one` → `talks-in-riyadh-day-one`. One
 * that any article had is not given again, so that old cards do not lead to another one's words.
 */
export function newArticleId(title: string, corpus: Corpus): ArticleId {
  const stem = wordsOf(title);
  const isTaken = (id: string): boolean =>
    corpus.removed(id) !== undefined || foldedIds(corpus.readings).has(foldId(id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (isArticleId(id) && !isTaken(id)) return id;
  }
}

/** Ids that differ in case alone are one. */
const foldedIds = remembered(
  (readings: Corpus['readings']): ReadonlySet<string> =>
    new Set(readings.map(({ article }) => foldId(article.id))),
);

/** Whole words of the title, as many as there is room for. */
function wordsOf(title: string): string {
  const words = fold(title).match(/[\p{L}\p{N}]+/gu) ?? [];
  let stem = '';
  for (const word of words) {
    const longer = stem === '' ? word.slice(0, LONGEST) : `${stem}-${word}`;
    if (longer.length > LONGEST) break;
    stem = longer;
  }
  return stem === '' ? 'article' : stem;
}
