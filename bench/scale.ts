import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BASE_SHELF, type Article } from '../src/article/article.ts';
import { snapshotIn } from '../src/store/snapshot-file.ts';
import { inFolder } from './article-folder.ts';
import { round } from './figures.ts';
import { articleStream } from './generated-articles.ts';
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

/** How the bot does over so many articles. Each task has a process, so that its memory is its own. */
export async function measureScale({
  originals,
  articles,
  questions,
}: Scale): Promise<readonly FigureRecord[]> {
  return inFolder(articleStream(originals, articles, SEED), async (corpusDir) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-bench-data-'));
    try {
      const records: FigureRecord[] = [];
      for (const task of TASKS)
        records.push(...(await measureApart([task, corpusDir, dataDir, String(questions)])));
      const { size } = await stat(snapshotIn(dataDir, BASE_SHELF));
      records.push({ what: 'snapshot', size_mb: round(size / 1e6) });
      return records.map((record) => ({ articles, ...record }));
    } finally {
      await rm(dataDir, { recursive: true });
    }
  });
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
