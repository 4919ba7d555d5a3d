import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openFolder } from '../src/script/folder-corpus.ts';
import { measureAnswers, measureHits } from './answer-speed.ts';
import { measureExtraction } from './extraction-speed.ts';
import { round, time } from './figures.ts';
import { generateArticles } from './generated-articles.ts';
import { measurePlainSearch } from './plain-minisearch.ts';
import { askQuestions } from './questions.ts';

// `npm run bench -- --articles 10000`: speed and scale, as JSON on standard output.

const SEED = 20_250_218;
const QUESTIONS = 500;
// Enough text for a steady figure, whatever the corpus' size.
const READ = 150;

const { values } = parseArgs({ options: { articles: { type: 'string', default: '1000' } } });
const count = Number(values.articles);
if (!Number.isInteger(count) || count < 1) throw new RangeError('--articles wants a whole number');

const warn = (line: string): void => console.error(line);
const originals = await openFolder('corpus', warn);
const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'));
try {
  const generated = generateArticles(
    originals.readings.map(({ article }) => article),
    count,
    SEED,
  );
  for (const { id, source } of generated) await writeFile(join(folder, `${id}.md`), source);
  console.log(JSON.stringify(await measureAll(folder), null, 1));
} finally {
  await rm(folder, { recursive: true });
}

async function measureAll(articles: string): Promise<object> {
  let corpus = originals;
  const opened = await time(async () => {
    corpus = await openFolder(articles, warn);
  });
  const memory = measureMemory();
  const questions = askQuestions(corpus, QUESTIONS, SEED);
  return {
    node: process.version,
    processor: cpus()[0]?.model,
    articles: corpus.readings.length,
    paragraphs: corpus.readings.reduce((sum, { article }) => sum + article.paragraphs.length, 0),
    start_up_s: round(opened / 1_000),
    ...memory,
    extraction: await measureExtraction(
      corpus.readings.slice(0, READ).map(({ article }) => article),
    ),
    answers: await measureAnswers(corpus, questions, SEED),
    ask: await measureHits(corpus, questions),
    minisearch_as_it_comes: await measurePlainSearch(corpus, questions),
  };
}

/** After a collection, so that the figure is what the corpus holds and not what its making left. */
function measureMemory(): { readonly rss_mb: number; readonly heap_mb: number } {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss_mb: round(rss / 1e6), heap_mb: round(heapUsed / 1e6) };
}
