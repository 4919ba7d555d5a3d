import { randomBytes } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { UserError } from '../article/user-error.ts';
import { makeFolder, replaceFile, sweepTemporary } from './durable-file.ts';
import { explainUse, ifPresent } from './file-error.ts';
import { FolderInUseError } from './folder-lock.ts';

// Only the process that has DATA_DIR writes to it. Others ask it to, by a file each:
//
//   requests/m1x2-3f….json       { "kind": "restore", "file": "/backups/monday.zip" }
//   requests/m1x2-3f….done.json  { "isDone": true, "message": "12 articles are as they were." }

/** Carries a request out and gives what to tell whoever asked. May be called again after a kill. */
export type RequestHandler = (request: unknown) => Promise<string>;
export type RequestHandlers = Readonly<Record<string, RequestHandler>>;

/** What is asked of the process that has DATA_DIR. */
export interface Request {
  readonly kind: string;
  readonly [field: string]: unknown;
}

const outcomeSchema = z.object({ isDone: z.boolean(), message: z.string() });
type Outcome = z.output<typeof outcomeSchema>;

const kindSchema = z.looseObject({ kind: z.string() });
const REQUEST_FILE = /^[0-9a-z-]{1,80}\.json$/u;
const LARGEST_REQUEST = 1_048_576;
const POLL_MILLISECONDS = 1000;
/** How long an answer that nobody fetched is kept, in milliseconds. */
const ANSWER_LIFE = 24 * 3_600_000;
/** A lock that was not touched for so long has nobody any more. */
const ABANDONED_MILLISECONDS = 15_000;

const folderOf = (dataDir: string): string => join(resolve(dataDir), 'requests');

/** A handler that is given only what fits its schema. */
export function requestHandler<Asked>(
  schema: z.ZodType<Asked>,
  fulfil: (request: Asked) => Promise<string>,
): RequestHandler {
  return (request) => {
    const { data, success, error } = schema.safeParse(request);
    if (success) return fulfil(data);
    throw new UserError(`The request does not fit: ${z.prettifyError(error)}`);
  };
}

/**
 * Carries out what is asked in DATA_DIR/requests, one after the other, for the process that has its
 * lock. Gives what stops it, once what is being carried out has ended. Does not keep the process alive.
 * @param report told of faults of ours, and of a folder that cannot be read
 */
export async function watchRequests(
  dataDir: string,
  handlers: RequestHandlers,
  report: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const folder = folderOf(dataDir);
  await makeFolder(folder);
  await sweepTemporary(folder);
  await sweepAnswers(folder);
  let isOver = false;
  let running = Promise.resolve();
  let isQueued = false;
  const look = async (): Promise<void> => {
    isQueued = false;
    for (const file of await listRequests(folder)) {
      if (isOver) return;
      await answer(folder, file, handlers, report);
    }
  };
  const lookSoon = (): void => {
    if (isOver || isQueued) return;
    isQueued = true;
    running = running.then(look).catch(report);
  };
  const watcher = tryWatch(folder, lookSoon);
  const timer = setInterval(lookSoon, POLL_MILLISECONDS).unref();
  lookSoon();
  return async () => {
    isOver = true;
    clearInterval(timer);
    watcher?.close();
    await running;
  };
}

/** Undefined where folders cannot be watched: looking each second must do. */
function tryWatch(folder: string, onEvent: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, onEvent);
    return watcher.on('error', () => {
      watcher.close();
    });
  } catch {
    return undefined;
  }
}

/** Oldest first: their names begin with the time. */
async function listRequests(folder: string): Promise<string[]> {
  const names = (await ifPresent(readdir(folder))) ?? [];
  return names.filter((name) => REQUEST_FILE.test(name)).toSorted();
}

async function sweepAnswers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.done.json')) continue;
    const found = await ifPresent(stat(join(folder, name)));
    if (found && found.mtimeMs < Date.now() - ANSWER_LIFE)
      await rm(join(folder, name), { force: true });
  }
}

async function answer(
  folder: string,
  file: string,
  handlers: RequestHandlers,
  report: (error: unknown) => void,
): Promise<void> {
  const request = await ifPresent(readRequest(join(folder, file)));
  if (request === undefined) return;
  const outcome = await carryOut(request, handlers, report);
  await replaceFile(answerPath(folder, file), Buffer.from(JSON.stringify(outcome)));
  await rm(join(folder, file), { force: true });
}

const answerPath = (folder: string, file: string): string =>
  join(folder, file.replace(/\.json$/u, '.done.json'));

/** What is no JSON becomes a request that nothing handles. */
async function readRequest(path: string): Promise<unknown> {
  if ((await stat(path)).size > LARGEST_REQUEST) return {};
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

async function carryOut(
  request: unknown,
  handlers: RequestHandlers,
  report: (error: unknown) => void,
): Promise<Outcome> {
  const kind = kindSchema.safeParse(request).data?.kind ?? '';
  const handler = Object.hasOwn(handlers, kind) ? handlers[kind] : undefined;
  if (handler === undefined)
    return {
      isDone: false,
      message: `The running Verbatim knows no request "${kind}"; update it, or stop it and try again.`,
    };
  try {
    return { isDone: true, message: await handler(request) };
  } catch (error) {
    if (error instanceof UserError) return { isDone: false, message: error.message };
    report(error);
    return { isDone: false, message: 'It failed by a fault of ours; the log of the bot has more.' };
  }
}

/**
 * Does something that takes the lock of DATA_DIR, or has the process that holds it do the like.
 * @throws UserError with what the other process says if it cannot.
 */
export async function doOrRequest(
  dataDir: string,
  request: Request,
  doIt: () => Promise<string>,
): Promise<string> {
  for (;;) {
    try {
      return await doIt();
    } catch (error) {
      if (!(error instanceof FolderInUseError)) throw error;
    }
    const outcome = await ask(dataDir, request);
    // The process ended before it got to it: what was asked is for us to do.
    if (outcome === undefined) continue;
    if (outcome.isDone) return outcome.message;
    throw new UserError(outcome.message);
  }
}

/** Undefined if nobody has the folder any more, and the request was taken back. */
async function ask(dataDir: string, request: Request): Promise<Outcome | undefined> {
  const folder = folderOf(dataDir);
  const file = `${Date.now().toString(36).padStart(10, '0')}-${randomBytes(8).toString('hex')}.json`;
  try {
    await makeFolder(folder);
    await replaceFile(join(folder, file), Buffer.from(JSON.stringify(request)));
    for (;;) {
      const outcome = await fetchAnswer(answerPath(folder, file));
      if (outcome !== undefined) return outcome;
      if (await isAbandoned(dataDir)) {
        await rm(join(folder, file), { force: true });
        return await fetchAnswer(answerPath(folder, file));
      }
      await wait(100);
    }
  } catch (error) {
    throw explainUse(error, folder);
  }
}

async function fetchAnswer(path: string): Promise<Outcome | undefined> {
  const text = await ifPresent(readFile(path, 'utf8'));
  if (text === undefined) return undefined;
  await rm(path, { force: true });
  return outcomeSchema.parse(JSON.parse(text));
}

async function isAbandoned(dataDir: string): Promise<boolean> {
  const lock = await ifPresent(stat(join(resolve(dataDir), 'lock')));
  return lock === undefined || lock.mtimeMs < Date.now() - ABANDONED_MILLISECONDS;
}
