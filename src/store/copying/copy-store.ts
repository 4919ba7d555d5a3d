import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BASE_SHELF } from '../../article/article.ts';
import { UserError } from '../../article/user-error.ts';
import { isArticleFile } from '../article-file.ts';
import { hasContents } from '../backup/backup.ts';
import { installLog, linesOf } from '../backup/restore-install.ts';
import { openBodies } from '../bodies.ts';
import { claimFormat } from '../data-format.ts';
import { makeFolder, replaceFile } from '../durable-file.ts';
import { finishErasures } from '../erasing/erasure.ts';
import { explainWrite, ifPresent } from '../file-error.ts';
import { lockFolder } from '../folder-lock.ts';
import { type FolderStoreOptions, openFolderStore } from '../folder-store.ts';
import type { Database, Query } from '../postgres/database.ts';
import { insertNotes } from '../postgres/postgres-notes.ts';
import { bodiesIn, chunksOf, insertRecords } from '../postgres/tables.ts';
import {
  type Contents,
  bodiesOf,
  databaseContents,
  differenceOf,
  folderContents,
} from './contents.ts';

/** What was copied. */
export interface CopySummary {
  readonly shelves: number;
  readonly changes: number;
  readonly bodies: number;
  readonly notes: number;
  /** How many texts the logs name and the original had lost before. */
  readonly lost: number;
}

/**
 * Copies all that folders keep into an empty database, history included, and leaves the folders as they
 * are. All of it is there at once, read back and found the same, or nothing is.
 * @throws UserError if the database is not empty; FolderInUseError if a Verbatim has the folders
 */
export async function copyToDatabase(
  folders: FolderStoreOptions,
  database: Database,
): Promise<CopySummary> {
  const dataDir = resolve(folders.dataDir);
  await finishErasures(folders);
  // What was edited by hand comes into the log, and nobody else writes to it.
  const articles = await openFolderStore(folders);
  try {
    const original = await folderContents(dataDir);
    return await database.change(async (sql) => {
      await sql`lock table shelves, note_log, erasures, erased_digests in exclusive mode`;
      await refuseFull(sql);
      const bodies = await fillTables(sql, original);
      await check(original, await databaseContents(sql));
      return summaryOf(original, bodies);
    }, 'patient');
  } finally {
    await articles.close();
  }
}

async function refuseFull(sql: Query): Promise<void> {
  const { shelves, notes, erasures, digests } = await databaseContents(sql);
  if (shelves.size + notes.length + erasures.length + digests.length > 0)
    throw new UserError(
      'There is something in the database already, and it is not written over. Set DATABASE_URL to an ' +
        'empty one.',
    );
}

async function fillTables(sql: Query, original: Contents): Promise<number> {
  let count = 0;
  for (const chunk of chunksOf(bodiesOf(original))) {
    const bodies = [...(await original.bodies(chunk)).values()];
    await bodiesIn(sql).put(bodies);
    count += bodies.length;
  }
  // Heads of shelves that were erased a while ago.
  await sql`delete from changes`;
  await sql`delete from shelves`;
  for (const [shelf, records] of original.shelves) {
    await sql`insert into shelves values (${shelf}, ${records.length})`;
    await insertRecords(sql, shelf, records);
  }
  const { notes } = original;
  await insertNotes(sql, 1, notes);
  // Others that have the database open already read all of it anew.
  await sql`update note_log set revision = revision + ${notes.length + 1}, rewritten = revision + 1`;
  for (const record of original.erasures)
    await sql`insert into erasures (record) values (${JSON.stringify(record)})`;
  for (const digest of original.digests)
    await sql`
      insert into erased_digests (digest, record)
      values (${digest.digest}, ${JSON.stringify(digest)})`;
  return count;
}

/**
 * Copies all that a database keeps into empty folders, history included, and leaves the database as it
 * is. What comes of it is read back.
 * @throws UserError if the folders are not empty
 */
export async function copyToFolders(
  database: Database,
  folders: FolderStoreOptions,
): Promise<CopySummary> {
  const corpusDir = resolve(folders.corpusDir);
  const dataDir = resolve(folders.dataDir);
  for (const folder of [corpusDir, dataDir])
    await makeFolder(folder).catch((error: unknown) => {
      throw explainWrite(error, folder);
    });
  const lock = await lockFolder(dataDir);
  let summary: CopySummary;
  try {
    await refuseFullFolders(corpusDir, dataDir);
    await claimFormat(dataDir);
    summary = await database.change(async (sql) => {
      const original = await databaseContents(sql);
      const bodies = await fillFolders(original, corpusDir, dataDir);
      await check(original, await folderContents(dataDir));
      return summaryOf(original, bodies);
    }, 'snapshot');
  } finally {
    await lock.release();
  }
  await placeFiles(folders);
  return summary;
}

async function refuseFullFolders(corpusDir: string, dataDir: string): Promise<void> {
  const hasArticles = ((await ifPresent(readdir(corpusDir))) ?? []).some(isArticleFile);
  if (!hasArticles && !(await hasContents(dataDir))) return;
  throw new UserError(
    `There is something in ${hasArticles ? corpusDir : dataDir} already, and it is not written over. ` +
      'Set CORPUS_DIR and DATA_DIR to empty folders.',
  );
}

async function fillFolders(
  original: Contents,
  corpusDir: string,
  dataDir: string,
): Promise<number> {
  const bodies = openBodies(join(dataDir, 'bodies'));
  let count = 0;
  for (const chunk of chunksOf(bodiesOf(original))) {
    const found = [...(await original.bodies(chunk)).values()];
    await bodies.put(found);
    count += found.length;
  }
  for (const [name, items] of [
    ['servers.jsonl', original.notes],
    ['erasures.jsonl', original.erasures],
    ['erased-digests.jsonl', original.digests],
  ] as const)
    if (items.length > 0) await replaceFile(join(dataDir, name), linesOf(items));
  for (const [shelf, records] of original.shelves)
    await installLog(dataDir, shelf, corpusDir, { bytes: linesOf(records), bodies });
  return count;
}

/** Gives the articles their files, as a start does, and looks that nothing is changed by that. */
async function placeFiles(folders: FolderStoreOptions): Promise<void> {
  const before = await folderContents(resolve(folders.dataDir));
  const store = await openFolderStore(folders);
  try {
    for (const shelf of new Set([BASE_SHELF, ...before.shelves.keys()])) {
      const { revision } = await store.load(shelf);
      if (revision !== (before.shelves.get(shelf)?.length ?? 0))
        throw new Error(`the files of the shelf ${shelf} are not what its log says`);
    }
  } finally {
    await store.close();
  }
}

async function check(original: Contents, copy: Contents): Promise<void> {
  const difference = await differenceOf(original, copy, chunksOf(bodiesOf(original)));
  if (difference !== undefined)
    throw new Error(`what was read back is not what was written: ${difference}`);
}

const summaryOf = (original: Contents, bodies: number): CopySummary => ({
  shelves: original.shelves.size,
  changes: [...original.shelves.values()].reduce((sum, { length }) => sum + length, 0),
  bodies,
  notes: original.notes.length,
  lost: bodiesOf(original).length - bodies,
});
