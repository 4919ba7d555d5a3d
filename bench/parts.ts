import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFolder } from '../src/script/folder-corpus.ts';
import type { Corpus } from '../src/search/corpus.ts';
import { inFolder } from './article-folder.ts';
import { dictionaryArticles } from './dictionary-articles.ts';
import { measureExtraction } from './extraction-speed.ts';
import { generateArticles } from './generated-articles.ts';
import type { FigureRecord } from './report/results.ts';
import { measureScale } from './scale.ts';
import { measureSearch } from './search-quality.ts';
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
    { name: 'extraction', part: 'extraction', measure: () => measureReading(plan) },
    { name: 'search', part: 'search', measure: () => measureAmongDictionary(plan) },
    {
      name: 'shelves',
      part: 'shelves',
      measure: () => inFolder([], (folder) => measureShelves(folder, originals)),
    },
  ];
}

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
const measureAmongDictionary = ({
  originals,
  sizes,
  warn,
}: Plan): Promise<readonly FigureRecord[]> =>
  inFolder(dictionaryArticles(Math.max(...sizes)), async (folder) => {
    for (const { article } of originals.readings) {
      const source = await readFile(join('corpus', `${article.id}.md`), 'utf8');
      // As a demonstration they would step aside.
      await writeFile(join(folder, `${article.id}.md`), source.replace('\ndemo: true\n', '\n'));
    }
    return measureSearch(await openFolder(folder, warn));
  });
