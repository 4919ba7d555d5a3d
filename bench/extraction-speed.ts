import nlp from 'compromise/three';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Article } from '../src/article/article.ts';
import { extractFacts } from '../src/extraction/extract.ts';
import { median, round, time } from './figures.ts';
import type { FigureRecord } from './report/results.ts';

const ROUNDS = 5;

/** Reads an article's text in some way. */
interface Reader {
  readonly name: string;
  readonly read: (article: Article) => unknown;
}

const wink = winkNLP(model, ['sbd', 'pos']);

const readers: readonly Reader[] = [
  { name: 'Verbatim', read: extractFacts },
  // The pass that ours contains.
  { name: 'wink-nlp, sentences and parts of speech', read: ({ body }) => wink.readDoc(body) },
  // As it comes: parts of speech and names.
  { name: 'compromise/three', read: ({ body }) => nlp(body) },
];

/** How fast each reads, in turns over the same text. */
export async function measureExtraction(
  articles: readonly Article[],
): Promise<readonly FigureRecord[]> {
  const megabytes = articles.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0) / 1e6;
  const times = readers.map((): number[] => []);
  for (let i = 0; i < ROUNDS; i += 1)
    for (const [at, { read }] of readers.entries())
      times[at]?.push(
        await time(() => {
          for (const article of articles) read(article);
        }),
      );
  return readers.map(({ name }, at) => ({
    reader: name,
    megabytes: round(megabytes),
    mb_per_s: round(megabytes / (median(times[at] ?? []) / 1_000)),
  }));
}
