import { leastOf } from './best.ts';
import type { IndexedReading } from './indexed-reading.ts';
import type { Query } from './query.ts';
import type { Statistics } from './statistics.ts';
import {
  type FormTable,
  type Matches,
  matchArticle,
  matchSentences,
  rowOf,
  tabulateForms,
} from './term-matches.ts';

export interface RankedSentence {
  readonly indexed: IndexedReading;
  /** The sentence's number within its reading, from 0. */
  readonly index: number;
  readonly score: number;
  /** How much of the query stands in or near the sentence, weighted, from 0 to 1. */
  readonly coverage: number;
  /** How well the sentence itself has each term of the query, from 0 to 1, in the query's order. */
  readonly matches: readonly number[];
}

/**
 * The best sentences of some readings for a query: BM25 (Robertson and Zaragoza 2009) over the
 * sentence, fused with what stands around it, so that the sentence "He left early." counts as
 * being about those whom its neighbours and the title name. Best first.
 */
export function rankSentences(
  query: Query,
  readings: readonly IndexedReading[],
  statistics: Statistics,
  limit: number,
): RankedSentence[] {
  const weights = Float32Array.from(query.terms, ({ weight }) => weight);
  const scale = {
    weights,
    total: weights.reduce((a, b) => a + b, 0),
    forms: tabulateForms(query, statistics.inArticles.length),
    meanLength: statistics.length / Math.max(1, statistics.sentences),
  };
  const scored = readings.map((indexed) => scoreReading(indexed, scale));
  const least = findLeast(scored, limit);
  return scored
    .flatMap((reading) => takeSentences(reading, least))
    .toSorted(byScore)
    .slice(0, limit);
}

const byScore = (a: RankedSentence, b: RankedSentence): number =>
  b.score - a.score || (a.indexed.key < b.indexed.key ? -1 : 1) || a.index - b.index;

/** What the sentences of all readings are measured by. */
interface Scale {
  readonly weights: Float32Array;
  /** Of all weights. */
  readonly total: number;
  readonly forms: FormTable;
  readonly meanLength: number;
}

/** A reading's sentences as rows of numbers: records only for the few that are wanted. */
interface ScoredReading {
  readonly indexed: IndexedReading;
  readonly matches: Matches;
  readonly scores: Float32Array;
  readonly coverages: Float32Array;
}

// How much a word of the question counts that stands in the next sentence, or in the one after.
const NEXT = 0.45;
const AFTER_NEXT = 0.35;

function scoreReading(indexed: IndexedReading, scale: Scale): ScoredReading {
  const { weights, total, forms, meanLength } = scale;
  const matches = matchSentences(indexed, forms);
  const article = matchArticle(indexed, matches, forms);
  const { starts } = indexed.said;
  const scores = new Float32Array(starts.length - 1);
  const coverages = new Float32Array(scores.length);
  for (let index = 0; index < scores.length; index += 1) {
    const length = (starts[index + 1] ?? 0) - (starts[index] ?? 0);
    const saturation = saturate(length / meanLength);
    let score = 0;
    let covered = 0;
    for (let term = 0; term < weights.length; term += 1) {
      const weight = weights[term] ?? 0;
      const at = rowOf(matches, index) + term;
      const own = matches.values[at] ?? 0;
      const near = Math.max(matchNearby(matches, at), article[term] ?? 0);
      score += weight * Math.max(own * saturation, near);
      covered += weight * Math.max(own, near);
    }
    scores[index] = score;
    coverages[index] = covered / total;
  }
  return { indexed, matches, scores, coverages };
}

// BM25's parameters for sentences: all are short, so length says little.
const SATURATION = 0.6;
const LENGTH_SHARE = 0.2;

/** BM25's share for a term that stands once in a sentence of so many times the mean length. */
const saturate = (relativeLength: number): number =>
  (SATURATION + 1) / (1 + SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * relativeLength));

/** How well the sentences before and after have the term whose value for a sentence is at `at`. */
function matchNearby({ terms, values }: Matches, at: number): number {
  const next = Math.max(values[at - terms] ?? 0, values[at + terms] ?? 0);
  const afterNext = Math.max(values[at - 2 * terms] ?? 0, values[at + 2 * terms] ?? 0);
  return Math.max(NEXT * next, AFTER_NEXT * afterNext);
}

/** The score that as many sentences as are wanted reach. */
function findLeast(scored: readonly ScoredReading[], limit: number): number {
  const all = new Float32Array(scored.reduce((sum, { scores }) => sum + scores.length, 0));
  let at = 0;
  for (const { scores } of scored) {
    all.set(scores, at);
    at += scores.length;
  }
  return Math.max(leastOf(all, limit), Number.MIN_VALUE);
}

function takeSentences(reading: ScoredReading, least: number): RankedSentence[] {
  const { indexed, matches, scores, coverages } = reading;
  const taken: RankedSentence[] = [];
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index] ?? 0;
    if (score < least) continue;
    const row = rowOf(matches, index);
    const own = Array.from(matches.values.subarray(row, row + matches.terms));
    taken.push({ indexed, index, score, coverage: coverages[index] ?? 0, matches: own });
  }
  return taken;
}
