import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFolder } from '../src/script/folder-corpus.ts';
import type { Corpus } from '../src/search/corpus.ts';
import { type BotFigures, measureAnswering } from './answering.ts';
import { inFolder } from './article-folder.ts';
import { measureCandidates } from './candidates.ts';
import { dictionaryArticles } from './dictionary-articles.ts';
import { measureExtraction } from './extraction-speed.ts';
import { generateArticles } from './generated-articles.ts';
import { startPostgres } from './postgres-server.ts';
import type { FigureRecord } from './report/results.ts';
import { measureScale } from './scale.ts';
import { measureSearch } from './search-quality.ts';
import { askQuestions } from './questions.ts';
import { SEED } from './seed.ts';
import { measureShelves } from './shelf-memory.ts';

/** Something to measure: its records go into `bench/results.json` under its name. */
export interface PlannedRun {
  readonly name: string;
  /** What `--only` takes, and what a table of `report/tables.ts` shows. */
  readonly part: string;
  readonly measure: () => Promise<readonly FigureRecord[]>;
}

export interface Plan {
  /** Of the articles of `corpus/`. */
  readonly originals: Corpus;
  /** Numbers of articles. */
  readonly sizes: readonly number[];
  readonly questions: number;
  readonly warn: (line: string) => void;
}

/** All that the bench can measure, in the order in which it does. */
export function planRuns(plan: Plan): readonly PlannedRun[] {
  const { sizes, questions } = plan;
  const originals = plan.originals.readings.map(({ article }) => article);
  return [
    ...sizes.map((articles) => ({
      name: `scale ${articles}`,
      part: 'scale',
      measure: () => measureScale({ originals, articles, questions }),
    })),
    { name: 'answering', part: 'answering', measure: () => measureBots(plan) },
    { name: 'extraction', part: 'extraction', measure: () => measureReading(plan) },
    { name: 'search', part: 'search', measure: () => measureAmongDictionary(plan) },
    { name: 'candidates', part: 'candidates', measure: () => measureIndexes(plan) },
    {
      name: 'shelves',
      part: 'shelves',
      measure: () => inFolder([], (folder) => measureShelves(folder, originals)),
    },
  ];
}

/** The bot beside a bare one, over as many articles as are wanted. */
const measureBots = ({
  originals,
  sizes,
  questions,
  warn,
}: Plan): Promise<readonly FigureRecord[]> => {
  const articles = originals.readings.map(({ article }) => article);
  return inFolder(generateArticles(articles, Math.max(...sizes), SEED), async (folder) => {
    const corpus = await openFolder(folder, warn);
    const { verbatim, bare } = await measureAnswering(
      corpus,
      askQuestions(corpus, questions, SEED),
      SEED,
    );
    const articlesRead = corpus.readings.length;
    return [
      { bot: 'Verbatim', articles: articlesRead, ...recordOf(verbatim) },
      { bot: 'a bare bot on discord.js', articles: articlesRead, ...recordOf(bare) },
    ];
  });
};

const recordOf = ({ at_200_per_s: paced, throughput_per_s, cpu_ms }: BotFigures): FigureRecord => ({
  throughput_per_s,
  cpu_ms,
  p50_ms: paced.p50_ms,
  p99_ms: paced.p99_ms,
});

// Enough text for a steady figure.
const READ = 150;

const measureReading = ({ originals, warn }: Plan): Promise<readonly FigureRecord[]> => {
  const articles = originals.readings.map(({ article }) => article);
  return inFolder(generateArticles(articles, READ, SEED), async (folder) => {
    const { readings } = await openFolder(folder, warn);
    return measureExtraction(readings.map(({ article }) => article));
  });
};

/** The questions written for `corpus/`, asked of its articles among as many others as are wanted. */
const measureAmongDictionary = (plan: Plan): Promise<readonly FigureRecord[]> =>
  inFolder(dictionaryArticles(Math.max(...plan.sizes)), async (folder) => {
    for (const { id, source } of await originalSources(plan))
      await writeFile(join(folder, `${id}.md`), source);
    return measureSearch(await openFolder(folder, plan.warn));
  });

/** The index in memory beside the one in PostgreSQL, over the articles among which `search` is measured. */
async function measureIndexes(plan: Plan): Promise<readonly FigureRecord[]> {
  const server = await startPostgres();
  try {
    const others = dictionaryArticles(Math.max(...plan.sizes));
    const articles = [...(await originalSources(plan)), ...others];
    return await measureCandidates(articles, server.url, SEED);
  } finally {
    await server.stop();
  }
}

/** The files of `corpus/`; as a demonstration they would step aside. */
const originalSources = ({
  originals,
}: Plan): Promise<readonly { readonly id: string; readonly source: string }[]> =>
  Promise.all(
    originals.readings.map(async ({ article: { id } }) => {
      const source = await readFile(join('corpus', `${id}.md`), 'utf8');
      return { id, source: source.replace('\ndemo: true\n', '\n') };
    }),
  );
