import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openFolder } from '../src/script/folder-corpus.ts';
import type { Corpus } from '../src/search/corpus.ts';
import { measureAnswers, measureHits } from './answer-speed.ts';
import { dictionaryArticles } from './dictionary-articles.ts';
import { measureExtraction } from './extraction-speed.ts';
import { collectGarbage, round, time } from './figures.ts';
import { type GeneratedArticle, generateArticles } from './generated-articles.ts';
import { measureSaving } from './saving.ts';
import { askQuestions } from './questions.ts';
import { measureShelves } from './shelf-memory.ts';
import { measureSearch } from './search-quality.ts';

// `npm run bench -- --articles 10000`: speed and scale, and search beside other libraries, as JSON on
// standard output.

const SEED = 20_250_218;
const QUESTIONS = 500;
// Enough text for a steady figure, whatever the corpus' size.
const READ = 150;

const { values } = parseArgs({ options: { articles: { type: 'string', default: '1000' } } });
const count = Number(values.articles);
if (!Number.isInteger(count) || count < 1) throw new RangeError('--articles wants a whole number');

const warn = (line: string): void => console.error(line);
const originals = await openFolder('corpus', warn);
function measureScale(): Promise<object> {
  const articles = originals.readings.map(({ article }) => article);
  return inFolder(generateArticles(articles, count, SEED), async (folder) => {
    let corpus = originals;
    const opened = await time(async () => {
      corpus = await openFolder(folder, warn);
    });
    const memory = measureMemory();
    const questions = askQuestions(corpus, QUESTIONS, SEED);
    return {
      ...sizeOf(corpus),
      start_up_s: round(opened / 1_000),
      ...memory,
      extraction: await measureExtraction(
        corpus.readings.slice(0, READ).map(({ article }) => article),
      ),
      answers: await measureAnswers(corpus, questions, SEED),
      ask: await measureHits(corpus, questions),
      saving: await measureSaving(folder),
      shelves: await measureShelves(folder, articles),
    };
  });
}

/** The questions written for `corpus/`, asked of its articles among others. */
async function measureAmongDictionary(folder: string): Promise<object> {
  for (const { article } of originals.readings) {
    const source = await readFile(join('corpus', `${article.id}.md`), 'utf8');
    // As a demonstration they would step aside.
    await writeFile(join(folder, `${article.id}.md`), source.replace('\ndemo: true\n', '\n'));
  }
  const corpus = await openFolder(folder, warn);
  return { ...sizeOf(corpus), by: await measureSearch(corpus) };
}

const sizeOf = ({ readings }: Corpus): object => ({
  articles: readings.length,
  paragraphs: readings.reduce((sum, { article }) => sum + article.paragraphs.length, 0),
});

/** Measures something over a folder with these articles. */
async function inFolder<Measured>(
  articles: readonly GeneratedArticle[],
  measure: (folder: string) => Promise<Measured>,
): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'));
  try {
    for (const { id, source } of articles) await writeFile(join(folder, `${id}.md`), source);
    return await measure(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** After a collection, so that the figure is what the corpus holds and not what its making left. */
function measureMemory(): { readonly rss_mb: number; readonly heap_mb: number } {
  collectGarbage();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss_mb: round(rss / 1e6), heap_mb: round(heapUsed / 1e6) };
}

console.log(
  JSON.stringify(
    {
      node: process.version,
      processor: cpus()[0]?.model,
      scale: await measureScale(),
      search: await inFolder(dictionaryArticles(count), measureAmongDictionary),
    },
    null,
    1,
  ),
);
