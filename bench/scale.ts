import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BASE_SHELF, type Article, isArticleId } from '../src/article/article.ts';
import type { Edit } from '../src/store/article-store.ts';
import { openDatabaseStores } from '../src/store/postgres/open.ts';
import { snapshotIn } from '../src/store/snapshot-file.ts';
import { inFolder } from './article-folder.ts';
import { round } from './figures.ts';
import { type GeneratedArticle, articleStream } from './generated-articles.ts';
import { startPostgres } from './postgres-server.ts';
import { type FigureRecord, parseRecords } from './report/results.ts';
import { SEED } from './seed.ts';

/** What `scale-child.ts` measures, in this order: each finds what the one before it left on the disk. */
const TASKS = ['first-start', 'start', 'saving'] as const;

export type ScaleTask = (typeof TASKS)[number];

export interface Scale {
  /** Recombined into so many articles. */
  readonly originals: readonly Article[];
  readonly articles: number;
  /** To each command; fewer where it is slow. */
  readonly questions: number;
}

/** From so many articles on they and their index are in PostgreSQL; fewer are in a folder, and in memory. */
const FROM_DATABASE = 100_000;

/** How the bot does over so many articles. Each task has a process, so that its memory is its own. */
export async function measureScale({
  originals,
  articles,
  questions,
}: Scale): Promise<readonly FigureRecord[]> {
  const generated = articleStream(originals, articles, SEED);
  const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-bench-data-'));
  const measureIn = async (corpusDir: string, url = ''): Promise<readonly FigureRecord[]> => {
    const records: FigureRecord[] = [];
    for (const task of TASKS)
      records.push(...(await measureApart([task, corpusDir, dataDir, String(questions), url])));
    const { size } = await stat(snapshotIn(dataDir, BASE_SHELF));
    return [
      ...records,
      { what: 'snapshot', size_mb: round(size / 1e6) },
      { what: 'store', store: url === '' ? 'folder' : 'PostgreSQL' },
    ].map((record) => ({ articles, ...record }));
  };
  try {
    return articles < FROM_DATABASE
      ? await inFolder(generated, (corpusDir) => measureIn(corpusDir))
      : await inDatabase(generated, (url) => measureIn('', url));
  } finally {
    await rm(dataDir, { recursive: true });
  }
}

// As many as are saved at once.
const SAVED = 500;

/** Measures something over a database with these articles, which is removed afterwards. */
async function inDatabase<Measured>(
  articles: Iterable<GeneratedArticle>,
  measure: (url: string) => Promise<Measured>,
): Promise<Measured> {
  const server = await startPostgres();
  try {
    const { articles: store, close } = await openDatabaseStores(server.url, { report: fail });
    let edits: Edit[] = [];
    const save = async (): Promise<void> => {
      await store.append(BASE_SHELF, await store.head(BASE_SHELF), 'bench', edits);
      edits = [];
    };
    for (const { id, source } of articles) {
      if (isArticleId(id)) edits.push({ kind: 'put', id, source });
      if (edits.length === SAVED) await save();
    }
    if (edits.length > 0) await save();
    await close();
    return await measure(server.url);
  } finally {
    await server.stop();
  }
}

function fail(error: unknown): never {
  throw error;
}

/** What a process of its own measures; it sends its records once. */
async function measureApart(options: readonly string[]): Promise<readonly FigureRecord[]> {
  const name = `./scale-child${extname(import.meta.url)}`;
  const child = fork(fileURLToPath(new URL(name, import.meta.url)), options);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${options[0] ?? ''} ended without a figure, with ${String(code)}`);
  });
  const [sent]: unknown[] = await Promise.race([once(child, 'message'), ended]);
  await ended.catch(() => undefined);
  return parseRecords(sent);
}
