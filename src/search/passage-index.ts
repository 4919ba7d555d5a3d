import type { IndexedReading } from './indexed-reading.ts';
import type { Vocabulary } from './vocabulary.ts';

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
 * in place, so a question drops what its own view does not have. Implemented by posting lists in memory,
 * and by a table of PostgreSQL.
 */
export interface PassageIndex {
  add(texts: readonly IndexedText[]): Promise<void>;
  /** Takes out what `add` put in; the texts must be the same. */
  remove(texts: readonly IndexedText[]): Promise<void>;
  /**
   * The keys of at most `limit` articles that have any of the stems, the likeliest first.
   * @throws SearchFault if what the index is in cannot be reached
   */
  propose(stems: readonly WeightedStem[], limit: number): Promise<readonly string[]>;
}

/** Makes the index of a shelf, whose stems have the numbers of a vocabulary. */
export type OpenIndex = (shelf: string, vocabulary: Vocabulary) => PassageIndex;
