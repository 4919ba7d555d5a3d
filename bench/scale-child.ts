import { commands } from '../commands/index.ts';
import { answerQuestion } from '../src/command/answering.ts';
import { contextOutside } from '../src/command/context.ts';
import { type Corpora, followCorpora } from '../src/search/corpora.ts';
import type { Amendments } from '../src/search/layered-view.ts';
import type { OpenIndex } from '../src/search/passage-index.ts';
import { postgresIndexes } from '../src/search/postgres-index.ts';
import { snapshotsIn } from '../src/search/snapshot.ts';
import type { ArticleStore } from '../src/store/article-store.ts';
import { openFolderStore } from '../src/store/folder-store.ts';
import { openDatabaseStores } from '../src/store/postgres/open.ts';
import { measureAnswers, measureHits } from './answer-speed.ts';
import { collectGarbage, round } from './figures.ts';
import { askQuestions } from './questions.ts';
import type { FigureRecord } from './report/results.ts';
import { measureSaving } from './saving.ts';
import type { ScaleTask } from './scale.ts';
import { SEED } from './seed.ts';

// One task of `scale.ts`, as a process that starts as the bot does, without Discord.

const [, , task, corpusDir = '', dataDir = '', questions, url = ''] = process.argv;

interface Opened {
  readonly store: ArticleStore;
  readonly corpora: Corpora;
  readonly close: () => Promise<void>;
}

async function open(): Promise<Opened> {
  const { store, openIndex, close } = url === '' ? await openFolder() : await openDatabase();
  const openSnapshot = await snapshotsIn(dataDir, { report: fail });
  const none: Amendments = new Map();
  const corpora = await followCorpora({
    store,
    openSnapshot,
    ...(openIndex === undefined ? {} : { openIndex }),
    amendments: () => none,
    report: fail,
  });
  return { store, corpora, close };
}

interface OpenedStore extends Omit<Opened, 'corpora'> {
  /** Undefined where the index is in memory. */
  readonly openIndex?: OpenIndex;
}

async function openFolder(): Promise<OpenedStore> {
  const store = await openFolderStore({ corpusDir, dataDir });
  return { store, close: () => store.close() };
}

async function openDatabase(): Promise<OpenedStore> {
  const { articles, database, close } = await openDatabaseStores(url, { report: fail });
  return { store: articles, openIndex: postgresIndexes(database), close };
}

function fail(error: unknown): never {
  throw error;
}

/** From when the process began until it has answered. */
async function measureStart({ corpora }: Opened): Promise<FigureRecord> {
  const question = { command: 'ask', options: { question: 'Who met in Riyadh?' } };
  await answerQuestion(question, contextOutside(corpora.base, commands, fail));
  const { maxRSS } = process.resourceUsage();
  return { ready_s: round(performance.now() / 1_000), peak_rss_mb: round(maxRSS / 1_000) };
}

/** After a collection, so that the figure is what the corpus holds and not what its making left. */
async function measureMemory(): Promise<FigureRecord> {
  await collectGarbage();
  const { rss, heapUsed } = process.memoryUsage();
  return { what: 'memory', rss_mb: round(rss / 1e6), heap_mb: round(heapUsed / 1e6) };
}

async function measureAnswering({ base }: Corpora): Promise<readonly FigureRecord[]> {
  const asked = askQuestions(base, Number(questions), SEED);
  const answers = await measureAnswers(base, asked, SEED);
  return [
    ...Object.entries(answers).map(([command, times]) => ({ what: `/${command}`, ...times })),
    { what: 'questions made of a sentence', ...(await measureHits(base, asked)) },
  ];
}

const TASKS: Readonly<Record<ScaleTask, (opened: Opened) => Promise<readonly FigureRecord[]>>> = {
  'first-start': async (opened) => [{ what: 'first start', ...(await measureStart(opened)) }],
  start: async (opened) => [
    { what: 'start', ...(await measureStart(opened)) },
    await measureMemory(),
    ...(await measureAnswering(opened.corpora)),
  ],
  saving: async ({ store, corpora }) => measureSaving(store, corpora),
};

const isTask = (name: string | undefined): name is ScaleTask => name !== undefined && name in TASKS;

if (!isTask(task)) throw new RangeError(`There is no task "${String(task)}".`);
const opened = await open();
const records = await TASKS[task](opened);
opened.corpora.close();
await opened.close();
process.send?.(records, undefined, {}, () => process.disconnect());
