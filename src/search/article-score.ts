import type { IndexedText } from './passage-index.ts';

// How an index scores whole articles: BM25 (Robertson and Zaragoza 2009, section 3).

const SATURATION = 1.2;
const LENGTH_SHARE = 0.5;
// A title says in few words what the article is about.
const TITLE_COUNTS = 3;
export const MOST_COUNTED = 255;

/** How much a stem tells that so many of the articles have. */
export const rarityAmong = (articles: number, having: number): number =>
  Math.log(1 + (articles - having + 0.5) / (having + 0.5));

/**
 * What a count is set against, so that the tenth time tells less than the second.
 * @param relative the article's length for each unit of the mean length
 */
export const dampingOf = (relative: number): number =>
  SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * relative);

/** Stems of title and body together. */
export const sizeOf = ({ title, said }: IndexedText): number => title.length + said.stems.length;

/** How often each stem stands in a text, one in the title counting for several. */
export function countStems({ title, said }: IndexedText): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const count = (stems: Uint32Array, by: number): void => {
    for (const stem of stems)
      counts.set(stem, Math.min(MOST_COUNTED, (counts.get(stem) ?? 0) + by));
  };
  count(title, TITLE_COUNTS);
  count(said.stems, 1);
  return counts;
}
