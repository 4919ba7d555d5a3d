import { readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isArticleId } from '../article/article.ts';
import { UserError } from '../article/user-error.ts';
import { type ArticleStore, type Edit, StaleRevisionError } from './article-store.ts';
import { backUp, hasContents } from './backup.ts';
import {
  BODIES_ENTRY,
  bodySchema,
  LOG_ENTRY,
  type Manifest,
  NOTES_ENTRY,
} from './backup-format.ts';
import { readBackup, verifyBackup } from './backup-reading.ts';
import { type Bodies, bodyId, openBodies } from './bodies.ts';
import { type LogRecord, overlayChangeLog } from './change-log.ts';
import { counted } from './counted.ts';
import { claimFormat } from './data-format.ts';
import { makeFolder, replaceFile, sweepTemporary, writeBeside } from './durable-file.ts';
import { bodiesNamed, isLeftOut, withoutLeftOut } from './erased-records.ts';
import type { LeftOut } from './erased-things.ts';
import { erasedSince } from './erasure-record.ts';
import { explainUse, ifPresent } from './file-error.ts';
import { lockFolder } from './folder-lock.ts';
import { openServerStore } from './folder-server-store.ts';
import { openFolderStore } from './folder-store.ts';
import { notesOf, replay } from './kept-notes.ts';
import { leaveOutOf } from './server-erasing.ts';
import { openPendingWrite } from './pending-write.ts';
import { isPut } from './shelf-record.ts';
import type { ServerStore } from './server-store.ts';

export interface RestoreOptions {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly file: string;
}

interface Stores {
  readonly articles: ArticleStore;
  readonly servers: ServerStore;
}

/**
 * Restores a backup where no Verbatim runs: history, articles and notes into what is empty, and what
 * `restoreInto` does over what is not. Gives what to tell.
 * @throws UserError if the backup or a folder cannot be used; FolderInUseError if a Verbatim runs.
 */
export async function restoreHere(options: RestoreOptions): Promise<string> {
  const { dataDir, corpusDir, file } = options;
  const manifest = await verifyBackup(file);
  for (const folder of [dataDir, corpusDir])
    await makeFolder(resolve(folder)).catch((error: unknown) => {
      throw explainUse(error, folder);
    });
  const lock = await lockFolder(dataDir);
  let saved: string | undefined;
  try {
    await claimFormat(dataDir);
    const leftOut = await erasedSince(dataDir, manifest.at);
    saved = await savePresent(dataDir);
    await installMissing({ ...options, corpusDir: resolve(corpusDir) }, manifest, leftOut);
  } catch (error) {
    throw explainUse(error, dataDir);
  } finally {
    await lock.release();
  }
  const articles = await openFolderStore(options);
  try {
    const servers = await openServerStore(dataDir);
    return await bringBack({ articles, servers }, dataDir, file, manifest, saved);
  } finally {
    await articles.close();
  }
}

/**
 * Restores a backup over what open stores have, and loses nothing of it: articles become what they
 * were by changes of the actor `restore`, and notes of servers that are missing come back. What was
 * there before is backed up first. Gives what to tell.
 * @throws UserError if the backup cannot be used.
 */
export async function restoreInto(stores: Stores, dataDir: string, file: string): Promise<string> {
  const manifest = await verifyBackup(file);
  const saved = await savePresent(dataDir);
  return bringBack(stores, dataDir, file, manifest, saved);
}

/** Where the present state was saved; undefined if there is none. */
async function savePresent(dataDir: string): Promise<string | undefined> {
  if (!(await hasContents(dataDir))) return undefined;
  const folder = join(dataDir, 'backups');
  await sweepTemporary(folder);
  const time = new Date().toISOString().replaceAll(/[:.]/gu, '-');
  return (await backUp(dataDir, join(folder, `before-restore-${time}.zip`))).path;
}

/** Puts logs and notes of a backup where there are none, with the bodies that they name. */
async function installMissing(
  { dataDir, corpusDir, file }: RestoreOptions,
  manifest: Manifest,
  leftOut: LeftOut,
): Promise<void> {
  const bodies = openBodies(join(dataDir, 'bodies'));
  const logs: { readonly shelf: string; readonly bytes: Uint8Array }[] = [];
  const named = new Set<string>();
  await readBackup(file, manifest, async (name, bytes) => {
    const shelf = LOG_ENTRY.exec(name)?.[1];
    if (shelf !== undefined) {
      if (leftOut.isServer(shelf) || (await readRecords(dataDir, shelf)).length > 0) return;
      const records = await parseLog(dataDir, bytes);
      const kept = withoutLeftOut(shelf, records, leftOut);
      for (const id of bodiesNamed(kept)) if (!leftOut.isBody(id)) named.add(id);
      const isWhole = kept.every((record, at) => record === records[at]);
      logs.push({ shelf, bytes: isWhole ? bytes : linesOf(kept) });
    } else if (BODIES_ENTRY.test(name) && logs.length > 0)
      await bodies.put(readBodies(file, bytes).filter((source) => named.has(bodyId(source))));
    else if (NOTES_ENTRY.test(name) && (await isMissing(join(dataDir, name))))
      await replaceFile(join(dataDir, name), notesWithout(name, bytes, leftOut));
  });
  for (const { shelf, bytes } of logs)
    await installLog(dataDir, shelf, corpusDir, { bytes, bodies });
}

const linesOf = (items: readonly unknown[]): Uint8Array =>
  Buffer.from(items.map((item) => `${JSON.stringify(item)}\n`).join(''));

/** A backup's notes without what was erased since, as they are where nothing was. */
function notesWithout(name: string, bytes: Uint8Array, leftOut: LeftOut): Uint8Array {
  if (name !== 'servers.jsonl') return bytes;
  const kept = replay(parseLines(bytes), Date.now);
  const before = linesOf(notesOf(kept));
  leaveOutOf(kept, leftOut);
  const after = linesOf(notesOf(kept));
  return Buffer.compare(before, after) === 0 ? bytes : after;
}

/** The articles' files follow when the shelf is opened, as after a kill; none is written over. */
async function installLog(
  dataDir: string,
  shelf: string,
  corpusDir: string,
  { bytes, bodies }: { readonly bytes: Uint8Array; readonly bodies: Bodies },
): Promise<void> {
  const home = join(dataDir, 'shelves', shelf);
  const folder = shelf === 'base' ? corpusDir : join(home, 'articles');
  await makeFolder(home);
  await makeFolder(folder);
  const temporary = await writeBeside(home, bytes);
  try {
    const { records } = await overlayChangeLog(temporary);
    const files = Array.from(currentBodies(records), ([id, after]) => ({
      file: `${id}.md`,
      after,
    }));
    const head = (): number => records.length;
    await openPendingWrite(join(home, 'pending.json'), folder, head, bodies).begin({
      revision: records.length,
      files,
    });
    await rename(temporary, join(home, 'log.jsonl'));
  } finally {
    await rm(temporary, { force: true });
  }
}

const isMissing = async (path: string): Promise<boolean> =>
  ((await ifPresent(readFile(path))) ?? []).length === 0;

const readRecords = async (dataDir: string, shelf: string): Promise<readonly LogRecord[]> =>
  (await overlayChangeLog(join(dataDir, 'shelves', shelf, 'log.jsonl'))).records;

/** What each article's file held after the last of the records. */
function currentBodies(records: readonly LogRecord[]): Map<string, string> {
  const current = new Map<string, string>();
  for (const record of records)
    if (isPut(record)) current.set(record.id, record.body);
    else if (record.kind !== 'erased') current.delete(record.id);
  return current;
}

/** @throws UserError if a body is not what its id says. */
function readBodies(file: string, bytes: Uint8Array): Uint8Array[] {
  return parseLines(bytes).map((line) => {
    const body = bodySchema.safeParse(line).data;
    const source = Buffer.from(body?.source ?? '');
    if (body !== undefined && bodyId(source) === body.id) return source;
    throw new UserError(`${file} is damaged: a text is not what was written. Use another backup.`);
  });
}

/** What is no JSON is left out. */
function parseLines(bytes: Uint8Array): unknown[] {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  return lines.flatMap((line): unknown[] => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}

/** A shelf as a backup had it. */
interface Wanted {
  readonly shelf: string;
  readonly current: ReadonlyMap<string, string>;
}

async function bringBack(
  stores: Stores,
  dataDir: string,
  file: string,
  manifest: Manifest,
  saved: string | undefined,
): Promise<string> {
  const wanted: Wanted[] = [];
  const bodies = openBodies(join(dataDir, 'bodies'));
  const leftOut = await erasedSince(dataDir, manifest.at);
  const gone = new Set<string>();
  let notes = { added: 0, leftOut: 0 };
  await readBackup(file, manifest, async (name, bytes) => {
    const shelf = LOG_ENTRY.exec(name)?.[1];
    if (shelf !== undefined) {
      const records = await parseLog(dataDir, bytes);
      for (const record of records)
        if (record.kind !== 'erased' && isLeftOut(shelf, record, leftOut))
          gone.add(`${shelf}/${record.id}`);
      const current = currentBodies(withoutLeftOut(shelf, records, leftOut));
      if (!leftOut.isServer(shelf)) wanted.push({ shelf, current });
    } else if (BODIES_ENTRY.test(name))
      await bodies.put(onlyWanted(readBodies(file, bytes), wanted));
    else if (name === 'servers.jsonl')
      notes = await stores.servers.bringBack(parseLines(bytes), leftOut);
  });
  const refused: string[] = [];
  let changes = 0;
  for (const each of wanted)
    changes += await restoreShelf(stores.articles, dataDir, bodies, each, refused);
  return [
    `Restored the backup of ${manifest.at}: ${counted(wanted.length, 'shelf', 'shelves')}, ` +
      `${counted(changes, 'change', 'changes')} to articles, ${counted(notes.added, 'note', 'notes')} of servers.`,
    ...leftOutLine(gone.size + notes.leftOut),
    ...(saved === undefined ? [] : [`What was there before is in ${saved}.`]),
    ...refused,
  ].join('\n');
}

const leftOutLine = (count: number): string[] =>
  count === 0
    ? []
    : [`Left out, as erased since: ${counted(count, 'article or note', 'articles and notes')}.`];

async function parseLog(dataDir: string, bytes: Uint8Array): Promise<readonly LogRecord[]> {
  const temporary = await writeBeside(dataDir, bytes);
  return overlayChangeLog(temporary)
    .then(({ records }) => records)
    .finally(() => rm(temporary, { force: true }));
}

function onlyWanted(sources: readonly Uint8Array[], wanted: readonly Wanted[]): Uint8Array[] {
  const ids = new Set(wanted.flatMap(({ current }) => [...current.values()]));
  return sources.filter((source) => ids.has(bodyId(source)));
}

/** Articles in one change, so that memory holds few of them at a time. */
const BATCH = 200;

/** Appends what makes a shelf what it was; gives how many changes that took. */
async function restoreShelf(
  store: ArticleStore,
  dataDir: string,
  bodies: Bodies,
  { shelf, current }: Wanted,
  refused: string[],
): Promise<number> {
  const given = new Set<string>();
  let changes = 0;
  let size = BATCH;
  for (;;) {
    const head = await store.head(shelf);
    const present = currentBodies((await readRecords(dataDir, shelf)).slice(0, head));
    const ids = findDifferent(present, current)
      .filter((id) => !given.has(id))
      .slice(0, size);
    if (ids.length === 0) return changes;
    const edits = await makeEdits(ids, current, bodies);
    for (const id of ids.filter((each) => !edits.some((edit) => edit.id === each))) {
      given.add(id);
      refused.push(`${shelf}: the text of ${id} is neither here nor in the backup.`);
    }
    try {
      if (edits.length > 0) await store.append(shelf, head, 'restore', edits);
      changes += edits.length;
    } catch (error) {
      if (error instanceof StaleRevisionError) continue;
      if (!(error instanceof UserError)) throw error;
      // One of them cannot be: from now on one by one, to leave out that one alone.
      if (size === 1) refused.push(`${shelf}: ${ids.join()} stays as it is. ${error.message}`);
      if (size === 1) given.add(ids.join());
      size = 1;
    }
  }
}

/** Removals come first, so that an id whose letters changed case can follow. */
function findDifferent(
  present: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, string>,
): string[] {
  const removed = [...present.keys()].filter((id) => !wanted.has(id));
  return [...removed, ...[...wanted.keys()].filter((id) => present.get(id) !== wanted.get(id))];
}

async function makeEdits(
  ids: readonly string[],
  wanted: ReadonlyMap<string, string>,
  bodies: Bodies,
): Promise<Edit[]> {
  const edits: Edit[] = [];
  for (const id of ids.filter(isArticleId)) {
    const body = wanted.get(id);
    if (body === undefined) {
      edits.push({ kind: 'remove', id });
      continue;
    }
    const bytes = await bodies.get(body);
    if (bytes) edits.push({ kind: 'put', id, source: Buffer.from(bytes).toString('utf8') });
  }
  return edits;
}
