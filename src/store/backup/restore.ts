import { join, resolve } from 'node:path';
import { isArticleId } from '../../article/article.ts';
import { UserError } from '../../article/user-error.ts';
import { type ArticleStore, type Edit, StaleRevisionError } from '../article-store.ts';
import { backUp, hasContents } from './backup.ts';
import { BODIES_ENTRY, LOG_ENTRY, type Manifest } from './backup-format.ts';
import { readBackup, verifyBackup } from './backup-reading.ts';
import { type Bodies, bodyId, openBodies } from '../bodies.ts';
import { counted } from '../counted.ts';
import { claimFormat } from '../data-format.ts';
import { makeFolder, sweepTemporary } from '../durable-file.ts';
import { isLeftOut, withoutLeftOut } from '../erasing/erased-records.ts';
import { erasedSince } from '../erasing/erasure-record.ts';
import { finishErasures } from '../erasing/erasure.ts';
import { explainUse } from '../file-error.ts';
import { lockFolder } from '../folder-lock.ts';
import { openServerStore } from '../folder-server-store.ts';
import { openFolderStore } from '../folder-store.ts';
import {
  currentBodies,
  installMissing,
  parseLines,
  parseLog,
  readBodies,
  readRecords,
} from './restore-install.ts';
import type { ServerStore } from '../server-store.ts';

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
  await finishErasures(options);
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
