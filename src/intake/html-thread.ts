import { Worker, type WorkerOptions } from 'node:worker_threads';
import * as z from 'zod';
import { IntakeError } from './intake-error.ts';
import { type ReadPage, readPageSchema } from './read-page.ts';

/** What the reading of one page may take. */
export interface ReadingLimits {
  /** Milliseconds. */
  readonly time: number;
  /** Mebibytes of JavaScript's heap. */
  readonly memory: number;
}

const LIMITS: ReadingLimits = { time: 8000, memory: 256 };

/** As many pages are read at once; the others wait. */
const MOST_WORKERS = 2;

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('read'), page: readPageSchema }),
  z.object({ kind: z.literal('tangled') }),
]);

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Reads a page in a worker of its own, which is ended when it takes too long or too much memory, and
 * which has neither the environment nor a state that one page could leave for the next.
 * @throws IntakeError if the page cannot be read within the limits.
 */
export async function readHtmlApart(
  html: string,
  limits: Partial<ReadingLimits> = {},
): Promise<ReadPage> {
  if (running >= MOST_WORKERS) await new Promise<void>((resolve) => void waiting.push(resolve));
  running += 1;
  try {
    return await readOnce(html, { ...LIMITS, ...limits });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

async function readOnce(html: string, { time, memory }: ReadingLimits): Promise<ReadPage> {
  const worker = startWorker({
    workerData: html,
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32 },
  });
  try {
    const result = await resultOf(worker, time);
    if (result.kind === 'read') return result.page;
    throw new IntakeError('intake.page-tangled');
  } finally {
    await worker.terminate();
  }
}

/** Milliseconds for a worker to load what it needs, which is not the page's fault. */
const START_TIME = 20_000;

/**
 * What a worker says of its page.
 * @throws IntakeError if it takes longer than `time`, in milliseconds, or ends before it has said it.
 */
function resultOf(worker: Worker, time: number): Promise<z.output<typeof messageSchema>> {
  let timer: NodeJS.Timeout | undefined;
  const result = new Promise<z.output<typeof messageSchema>>((resolve, reject) => {
    const giveUp = (): void => {
      reject(new IntakeError('intake.page-heavy'));
    };
    timer = setTimeout(giveUp, START_TIME);
    worker.on('message', (message) => {
      const said = messageSchema.safeParse(message);
      clearTimeout(timer);
      if (!said.success) reject(said.error);
      else if (said.data.kind === 'ready') timer = setTimeout(giveUp, time);
      else resolve(said.data);
    });
    worker.once('error', (error) => {
      reject(isOutOfMemory(error) ? new IntakeError('intake.page-heavy') : error);
    });
    worker.once('exit', giveUp);
  });
  return result.finally(() => {
    clearTimeout(timer);
  });
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Starts the compiled worker, or from the sources the worker's source: Node 20 does not load
 * TypeScript as a worker's entry, so the entry is a line that loads it through tsx.
 */
function startWorker(options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('html-worker.js', import.meta.url), options);
  const entry = JSON.stringify(new URL('html-worker.ts', import.meta.url).href);
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const line = `import(${tsx}).then(({ tsImport }) => tsImport(${entry}, ${entry}))`;
  return new Worker(line, { ...options, eval: true });
}
