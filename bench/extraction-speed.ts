import nlp from 'compromise/three';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Article } from '../src/article/article.ts';
import { extractFacts } from '../src/extraction/extract.ts';
import { median, round, time } from './figures.ts';

const ROUNDS = 5;

export interface ExtractionSpeed {
  readonly megabytes: number;
  readonly ours_mb_per_s: number;
  /** wink-nlp's bare sentences and parts of speech. */
  readonly wink_mb_per_s: number;
  /** compromise/three as it comes: parts of speech and names. */
  readonly compromise_mb_per_s: number;
  /** Our time as a multiple of the bare pass of wink-nlp, the most of which it contains. */
  readonly times_of_wink: number;
  /** How many times the text of compromise/three is read in the same time. */
  readonly faster_than_compromise: number;
}

/** The speed of whole extraction beside that of others, in turns over the same text. */
export async function measureExtraction(articles: readonly Article[]): Promise<ExtractionSpeed> {
  const wink = winkNLP(model, ['sbd', 'pos']);
  const megabytes = articles.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0) / 1e6;
  const ours: number[] = [];
  const bare: number[] = [];
  const others: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    ours.push(await time(() => articles.forEach(extractFacts)));
    bare.push(await time(() => articles.forEach(({ body }) => wink.readDoc(body))));
    others.push(await time(() => articles.forEach(({ body }) => nlp(body))));
  }
  const speed = (milliseconds: readonly number[]) => megabytes / (median(milliseconds) / 1_000);
  return {
    megabytes: round(megabytes),
    ours_mb_per_s: round(speed(ours)),
    wink_mb_per_s: round(speed(bare)),
    compromise_mb_per_s: round(speed(others)),
    times_of_wink: round(speed(bare) / speed(ours)),
    faster_than_compromise: round(speed(ours) / speed(others)),
  };
}
