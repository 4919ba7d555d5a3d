import type { IndexedReading } from './indexed-reading.ts';

/** What an index keeps of an article: the numbers of its stems, as the view's vocabulary has them. */
export type IndexedText = Pick<IndexedReading, 'key' | 'title' | 'said'>;

export interface WeightedStem {
  /** Its number. */
  readonly stem: number;
  /** How much it counts, from 0 to 1. */
  readonly weight: number;
}

/**
 * Proposes the articles whose passages may answer; `rankSentences` orders what they hold. It changes
 * in place, so a question drops what its own view does not have. Implemented by posting lists in memory.
 */
export interface PassageIndex {
  add(text: IndexedText): Promise<void>;
  /** Takes out what `add` put in; the text must be the same. */
  remove(text: IndexedText): Promise<void>;
  /** The keys of at most `limit` articles that have any of the stems, the likeliest first. */
  propose(stems: readonly WeightedStem[], limit: number): Promise<readonly string[]>;
}
