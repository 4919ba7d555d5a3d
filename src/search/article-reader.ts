import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { Article } from '../article/article.ts';
import { packReading } from './packed-reading.ts';

/** An article, and `packReading` of it. */
export interface ReadArticle {
  readonly article: Article;
  readonly packed: Uint8Array;
}

/** Reads articles: what is made of each, in any order. Implemented here, and by a `Snapshot`. */
export interface ArticleReader {
  read(articles: readonly Article[]): AsyncIterable<ReadArticle>;
}

// Characters. So many are read in a few milliseconds, sooner than a thread is started.
const FEW = 20_000;
/** Characters of the articles that a thread is given at once. */
const BATCH = 60_000;
// Milliseconds. A thread takes some 100 MB, so it does not wait long for the next articles.
const IDLE = 5_000;

/** Reads at once what is soon read, and all else in threads of its own. */
export const readArticles: ArticleReader = {
  read: (articles) =>
    lengthOf(articles) <= FEW ? readHere(articles) : readApart(articles, availableParallelism()),
};

/** Reads in one thread, so that answers have the processor's other cores. */
export const readInBackground: ArticleReader = { read: (articles) => readApart(articles, 1) };

const lengthOf = (articles: readonly Article[]): number =>
  articles.reduce((sum, { body }) => sum + body.length, 0);

async function* readHere(articles: readonly Article[]): AsyncGenerator<ReadArticle> {
  for (const article of articles) yield { article, packed: packReading(article) };
}

// Node 20 does not load TypeScript as a thread's entry, so the sources, run as they are, do without.
const ENTRY = import.meta.url.endsWith('.ts')
  ? undefined
  : new URL('reading-thread.js', import.meta.url).href;

/** @param atOnce how many threads may work for it */
async function* readApart(
  articles: readonly Article[],
  atOnce: number,
): AsyncGenerator<ReadArticle> {
  const batches = inBatches(articles);
  const running: {
    readonly batch: readonly Article[];
    readonly read: ReturnType<typeof readInThread>;
  }[] = [];
  const start = (): void => {
    const { value: batch } = batches.next();
    if (batch !== undefined) running.push({ batch, read: readInThread(batch) });
  };
  // One more than work, so that none has to wait for the next.
  for (let i = 0; i <= atOnce; i += 1) start();
  for (let one = running.shift(); one !== undefined; one = running.shift()) {
    const packed = await one.read;
    start();
    // One at a time, since whoever takes them gives others their turn.
    for (const [at, article] of one.batch.entries())
      yield { article, packed: packed[at] ?? packReading(article) };
  }
}

/** Nothing where there are no threads to be had: then they are read here. */
async function readInThread(articles: readonly Article[]): Promise<readonly Uint8Array[]> {
  if (ENTRY === undefined) return [];
  const threads = openPool(ENTRY);
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as `reading-thread.ts` gives it
    return (await threads.run(articles)) as readonly Uint8Array[];
  } catch {
    // One that died, of too little memory for instance, takes its pool along.
    await closePool(threads);
    return [];
  }
}

let pool: Tinypool | undefined;

/** Started at the first need; its threads end when there is nothing to do. */
function openPool(filename: string): Tinypool {
  if (pool !== undefined) return pool;
  const started = new Tinypool({
    filename,
    // A thread needs nothing of what the process was told.
    env: {},
    minThreads: 0,
    maxThreads: availableParallelism(),
    idleTimeout: IDLE,
  });
  // One that cannot be started leaves its articles waiting unless they are given back.
  started.on('error', () => void closePool(started));
  pool = started;
  return started;
}

async function closePool(threads: Tinypool): Promise<void> {
  if (pool === threads) pool = undefined;
  await threads.destroy();
}

function* inBatches(articles: readonly Article[]): Generator<readonly Article[], undefined> {
  let batch: Article[] = [];
  let length = 0;
  for (const article of articles) {
    batch.push(article);
    length += article.body.length;
    if (length < BATCH) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
  return undefined;
}
