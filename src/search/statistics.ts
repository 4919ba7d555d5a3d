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
  const count = createCounter(inSentences, inArticles);
  for (const reading of came) count(reading, 1);
  for (const reading of went) count(reading, -1);
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

/** Counts a stem once a sentence and once an article: who counted it last stands by its number. */
function createCounter(
  inSentences: Uint32Array,
  inArticles: Uint32Array,
): (reading: IndexedReading, by: 1 | -1) => void {
  const lastSentence = new Uint32Array(inSentences.length);
  const lastArticle = new Uint32Array(inArticles.length);
  let sentence = 0;
  let article = 0;
  return ({ title, said: { stems, starts } }, by) => {
    article += 1;
    const countArticle = (stem: number): void => {
      if (lastArticle[stem] === article) return;
      lastArticle[stem] = article;
      inArticles[stem] = (inArticles[stem] ?? 0) + by;
    };
    title.forEach(countArticle);
    for (let row = 0; row + 1 < starts.length; row += 1) {
      sentence += 1;
      const end = starts[row + 1] ?? 0;
      for (let at = starts[row] ?? 0; at < end; at += 1) {
        const stem = stems[at] ?? 0;
        if (lastSentence[stem] === sentence) continue;
        lastSentence[stem] = sentence;
        inSentences[stem] = (inSentences[stem] ?? 0) + by;
        countArticle(stem);
      }
    }
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
