import type { IndexedReading } from './indexed-reading.ts';

/** In how many sentences and articles of a view each stem stands. Never changed. */
export interface Statistics {
  readonly articles: number;
  readonly sentences: number;
  /** Stems of all sentences together. */
  readonly length: number;
  /** By stem number, like the next. */
  readonly inSentences: Uint32Array;
  readonly inArticles: Uint32Array;
}

export const emptyStatistics: Statistics = {
  articles: 0,
  sentences: 0,
  length: 0,
  inSentences: new Uint32Array(0),
  inArticles: new Uint32Array(0),
};

/**
 * The statistics after some readings came and some went. Copying two arrays of a few hundred
 * thousand numbers takes well under a millisecond, so each view can have its own.
 */
export function recount(
  before: Statistics,
  came: readonly IndexedReading[],
  went: readonly IndexedReading[],
  vocabularySize: number,
): Statistics {
  const inSentences = grown(before.inSentences, vocabularySize);
  const inArticles = grown(before.inArticles, vocabularySize);
  for (const reading of came) count(reading, 1, inSentences, inArticles);
  for (const reading of went) count(reading, -1, inSentences, inArticles);
  const change = (measure: (reading: IndexedReading) => number) =>
    sum(came.map(measure)) - sum(went.map(measure));
  return {
    articles: before.articles + came.length - went.length,
    sentences: before.sentences + change(({ said }) => said.starts.length - 1),
    length: before.length + change(({ said }) => said.stems.length),
    inSentences,
    inArticles,
  };
}

/**
 * How much a stem tells, from how few sentences have it (the inverse document frequency of BM25;
 * Robertson and Zaragoza 2009, section 3).
 */
export function rarity({ sentences, inSentences }: Statistics, stem: number | undefined): number {
  const having = stem === undefined ? 0 : (inSentences[stem] ?? 0);
  return Math.log(1 + (sentences - having + 0.5) / (having + 0.5));
}

function grown(counts: Uint32Array, size: number): Uint32Array {
  const copy = new Uint32Array(Math.max(size, counts.length));
  copy.set(counts);
  return copy;
}

function count(
  { title, said }: IndexedReading,
  by: 1 | -1,
  inSentences: Uint32Array,
  inArticles: Uint32Array,
): void {
  const add = (counts: Uint32Array) => (stem: number) => (counts[stem] = (counts[stem] ?? 0) + by);
  for (let i = 0; i + 1 < said.starts.length; i += 1)
    new Set(said.stems.subarray(said.starts[i], said.starts[i + 1])).forEach(add(inSentences));
  new Set([...title, ...said.stems]).forEach(add(inArticles));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
