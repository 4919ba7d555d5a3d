import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Article } from '../src/article/article.ts';
import { extractFacts } from '../src/extraction/extract.ts';
import { median, round, time } from './figures.ts';

const ROUNDS = 5;

export interface ExtractionSpeed {
  readonly megabytes: number;
  readonly ours_mb_per_s: number;
  readonly wink_mb_per_s: number;
  /** Ours as a share of the bare pass that it contains. */
  readonly ratio: number;
}

/** Reading speed beside wink-nlp's bare sentences and parts of speech, in turns over the same text. */
export async function measureExtraction(articles: readonly Article[]): Promise<ExtractionSpeed> {
  const wink = winkNLP(model, ['sbd', 'pos']);
  const megabytes = articles.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0) / 1e6;
  const ours: number[] = [];
  const bare: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    ours.push(await time(() => articles.forEach(extractFacts)));
    bare.push(
      await time(() => {
        for (const { body } of articles) wink.readDoc(body);
      }),
    );
  }
  const speed = (milliseconds: readonly number[]) => megabytes / (median(milliseconds) / 1_000);
  return {
    megabytes: round(megabytes),
    ours_mb_per_s: round(speed(ours)),
    wink_mb_per_s: round(speed(bare)),
    ratio: round(speed(ours) / speed(bare)),
  };
}
