import type { IndexedReading, StemTable } from './indexed-reading.ts';
import type { Query } from './query.ts';
import type { Statistics } from './statistics.ts';

export interface RankedSentence {
  readonly indexed: IndexedReading;
  /** The sentence's number within its reading, from 0. */
  readonly index: number;
  readonly score: number;
  readonly coverage: number;
  readonly matches: Matches;
}

// How much a word of the question counts that stands not in the sentence itself but near it.
const MEANT = 0.65;
const NEXT = 0.45;
const AFTER_NEXT = 0.35;
const TITLE = 0.45;
const ABOUT = 0.5;
// So many sentences with a term make an article half as much about it as all of them would.
const HALF_ABOUT = 3;

// BM25's parameters for sentences: all are short, so length says little.
const SATURATION = 1.2;
const LENGTH_SHARE = 0.2;

/**
 * Scores every sentence of some readings for a query: BM25 (Robertson and Zaragoza 2009) over the
 * sentence, fused with what stands around it, so that the sentence "He left early." counts as
 * being about those whom its neighbours and the title name. Best first.
 */
export function rankSentences(
  query: Query,
  readings: readonly IndexedReading[],
  statistics: Statistics,
): RankedSentence[] {
  const total = query.terms.reduce((sum, term) => sum + term.weight, 0);
  if (total === 0) return [];
  const forms = tabulateForms(query);
  const meanLength = statistics.length / Math.max(1, statistics.sentences);
  return readings
    .flatMap((indexed) => scoreReading(indexed, query, forms, meanLength))
    .filter(({ coverage }) => coverage > 0)
    .toSorted(byScore);
}

const byScore = (a: RankedSentence, b: RankedSentence): number =>
  b.score - a.score || (a.indexed.key < b.indexed.key ? -1 : 1) || a.index - b.index;

/** By stem number: the terms of the query that the stem is a form of, and with what weight. */
type FormTable = ReadonlyMap<number, readonly { readonly term: number; readonly weight: number }[]>;

function tabulateForms({ terms }: Query): FormTable {
  const table = new Map<number, { term: number; weight: number }[]>();
  terms.forEach(({ forms }, term) => {
    for (const { stem, weight } of forms)
      table.set(stem, [...(table.get(stem) ?? []), { term, weight }]);
  });
  return table;
}

/** How well each sentence has each term, from 0 to 1; a row a sentence. */
export interface Matches {
  readonly terms: number;
  readonly values: Float32Array;
}

function matchSentences({ said, meant }: IndexedReading, terms: number, forms: FormTable): Matches {
  const values = new Float32Array((said.starts.length - 1) * terms);
  matchTable(said, 1, { terms, values }, forms);
  matchTable(meant, MEANT, { terms, values }, forms);
  return { terms, values };
}

function matchTable(table: StemTable, share: number, into: Matches, forms: FormTable): void {
  let row = 0;
  for (let i = 0; i < table.stems.length; i += 1) {
    while ((table.starts[row + 1] ?? Infinity) <= i) row += 1;
    for (const { term, weight } of forms.get(table.stems[i] ?? 0) ?? []) {
      const at = row * into.terms + term;
      into.values[at] = Math.max(into.values[at] ?? 0, weight * share);
    }
  }
}

/**
 * How much the article is about each term: its title has it, or several of its sentences. So an
 * article about somebody answers with sentences that do not name him.
 */
function matchArticle({ title }: IndexedReading, inside: Matches, forms: FormTable): number[] {
  const found = Array.from({ length: inside.terms }, () => 0);
  inside.values.forEach((value, at) => {
    const term = at % inside.terms;
    found[term] = (found[term] ?? 0) + value;
  });
  const about = found.map((sum) => ABOUT * (sum / (sum + HALF_ABOUT)));
  for (const stem of title)
    for (const { term, weight } of forms.get(stem) ?? [])
      about[term] = Math.max(about[term] ?? 0, weight * TITLE);
  return about;
}

function scoreReading(
  indexed: IndexedReading,
  query: Query,
  forms: FormTable,
  meanLength: number,
): RankedSentence[] {
  const weights = query.terms.map(({ weight }) => weight);
  const total = weights.reduce((a, b) => a + b, 0);
  const matches = matchSentences(indexed, weights.length, forms);
  const article = matchArticle(indexed, matches, forms);
  const { starts } = indexed.said;
  return Array.from({ length: starts.length - 1 }, (_, index) => {
    const length = (starts[index + 1] ?? 0) - (starts[index] ?? 0);
    const saturation = saturate(length / meanLength);
    let score = 0;
    let covered = 0;
    weights.forEach((weight, term) => {
      const near = matchNearby(matches, index, term, article[term] ?? 0);
      const own = matchAt(matches, index, term);
      score += weight * Math.max(own * saturation, near);
      covered += weight * Math.max(own, near);
    });
    return { indexed, index, score, coverage: covered / total, matches };
  });
}

/** BM25's share for a term that stands once in a sentence so many times the mean length; 1 at the mean. */
const saturate = (relativeLength: number): number =>
  (SATURATION + 1) / (1 + SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * relativeLength));

function matchNearby(matches: Matches, index: number, term: number, article: number): number {
  const at = (offset: number) => matchAt(matches, index + offset, term);
  return Math.max(NEXT * Math.max(at(-1), at(1)), AFTER_NEXT * Math.max(at(-2), at(2)), article);
}

const matchAt = ({ terms, values }: Matches, index: number, term: number): number =>
  index < 0 ? 0 : (values[index * terms + term] ?? 0);

/** How well one sentence has each term of the query, from 0 to 1, in the query's order. */
export const matchesOf = ({ matches: { terms, values }, index }: RankedSentence): number[] =>
  Array.from(values.subarray(index * terms, (index + 1) * terms));
