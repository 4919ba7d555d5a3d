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

/** By stem, how often it stands in the text that is being counted; zeros in between. */
let times = new Uint8Array(0);

/** Tells how often each stem stands in a text, one in the title counting for several. */
export function eachStem(
  { title, said }: IndexedText,
  tell: (stem: number, count: number) => void,
): void {
  const met: number[] = [];
  countIn(title, TITLE_COUNTS, met);
  countIn(said.stems, 1, met);
  for (const stem of met) {
    const count = times[stem] ?? 0;
    times[stem] = 0;
    tell(stem, count);
  }
}

function countIn(stems: Uint32Array, by: number, met: number[]): void {
  for (const stem of stems) {
    if (stem >= times.length) {
      const longer = new Uint8Array(2 * (stem + 1));
      longer.set(times);
      times = longer;
    }
    const before = times[stem] ?? 0;
    if (before === 0) met.push(stem);
    times[stem] = Math.min(MOST_COUNTED, before + by);
  }
}

/** How often each stem stands in a text, as `eachStem` tells. */
export function countStems(text: IndexedText): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  eachStem(text, (stem, count) => counts.set(stem, count));
  return counts;
}
