import { remembered } from '../text/remembered.ts';
import type { Amendments } from './layered-view.ts';
import type { ViewParts } from './view.ts';

// How much memory a server's shelf takes is not measured but reckoned, from what is at hand. The
// figures are from `npm run bench`, which loads shelves of 1, 10 and 50 articles over the base shelf
// and sets what they took (V8's heap after a collection, and array buffers) beside what is reckoned.
// What is reckoned is 1.0 to 1.4 times what they took: rather a shelf less in memory than none left.

/** Of text: the text itself, what was read out of it, and the index over it. */
const PER_CHARACTER = 30;
/** Of a view of its own: copies of those parts of the base's look-ups that the shelf changes. */
const PER_VIEW = 1_000_000;
/** The view lists every article of the base, counts every stem twice, and has a list for it. */
const PER_BASE_ARTICLE = 500;
const PER_STEM = 32;
/** Of a server that keeps nothing, which shares the base's view. */
const NOTHING = 10_000;

/** About how many bytes a server's shelf takes beside the base shelf. Cheap to ask again and again. */
export function shelfBytes(base: ViewParts, own: ViewParts, amendments: Amendments): number {
  if (own.indexed.size + own.removed.size + amendments.size === 0) return NOTHING;
  // What is amended is read and indexed anew.
  const amended = Array.from(
    amendments.keys(),
    (key) => (base.indexed.get(key) ?? own.indexed.get(key))?.reading.article.body.length ?? 0,
  );
  return (
    PER_VIEW +
    PER_CHARACTER * (textOf(own).characters + sum(amended)) +
    PER_BASE_ARTICLE * base.indexed.size +
    PER_STEM * base.vocabulary.size
  );
}

const textOf = remembered(({ indexed }: ViewParts) => ({
  characters: sum(Array.from(indexed.values(), ({ reading }) => reading.article.body.length)),
}));

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
