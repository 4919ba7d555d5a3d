import { access, constants, readdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import * as z from 'zod';
import { type ArticleId, BASE_SHELF, articleKey, isArticleId } from '../../article/article.ts';
import { idOfFile } from '../article-file.ts';
import { ERASED } from '../article-store.ts';
import { openBodies } from '../bodies.ts';
import { replaceFile, sweepTemporary, syncFolder } from '../durable-file.ts';
import { textWithout, withoutArticle } from './erased-records.ts';
import { ifPresent } from '../file-error.ts';
import type { ShelfParts } from '../shelf-parts.ts';
import { SHELF_NAME } from '../shelf-name.ts';
import { leaveFrames, snapshotIn } from '../snapshot-file.ts';

// What is to be erased is noted first, so that a killed process cannot leave half of it: the next start
// ends it, before it opens a shelf. Each step may be taken twice.

const shelfName = z.string().regex(SHELF_NAME);

const noteSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('article'),
    shelf: shelfName,
    id: z.string().refine(isArticleId),
    bodies: z.array(z.string()),
    at: z.string(),
  }),
  z.object({
    kind: z.literal('shelf'),
    shelf: shelfName,
    bodies: z.array(z.string()),
    at: z.string(),
  }),
  z.object({ kind: z.literal('member'), userId: z.string(), at: z.string() }),
]);

/** What is to be erased from shelves, with all that is needed to go on with it after a kill. */
export type ErasureNote = z.output<typeof noteSchema>;

const noteIn = (dataDir: string): string => join(dataDir, 'erasing-articles.json');

export const noteErasure = (dataDir: string, note: ErasureNote): Promise<void> =>
  replaceFile(noteIn(dataDir), Buffer.from(JSON.stringify(note)));

export async function forgetErasure(dataDir: string): Promise<void> {
  await rm(noteIn(dataDir), { force: true });
  await syncFolder(dataDir);
}

/** Ends what a killed process began, while no shelf is open. */
export async function finishErasure(
  dataDir: string,
  openParts: (shelf: string) => Promise<ShelfParts>,
): Promise<void> {
  const text = await ifPresent(readFile(noteIn(dataDir), 'utf8'));
  if (text === undefined) return;
  // It is replaced in one step, so a kill leaves none that cannot be read.
  const note = noteSchema.parse(JSON.parse(text));
  switch (note.kind) {
    case 'article':
      await eraseArticle(await openParts(note.shelf), note.id, note.at);
      await dropReading(dataDir, note.shelf, note.id);
      await dropBodies(dataDir, note.bodies);
      break;
    case 'shelf':
      await clearFolder(await openParts(note.shelf));
      await removeShelf(dataDir, note.shelf);
      await dropBodies(dataDir, note.bodies);
      break;
    case 'member':
      for (const shelf of await shelvesIn(dataDir)) await forgetInLog(dataDir, shelf, note.userId);
      break;
    default:
      note satisfies never;
  }
  await forgetErasure(dataDir);
}

/** Every shelf that has a log, open or not. */
export async function shelvesIn(dataDir: string): Promise<readonly string[]> {
  const names = (await ifPresent(readdir(join(dataDir, 'shelves')))) ?? [];
  const shelves: string[] = [];
  for (const name of names.filter((each) => SHELF_NAME.test(each)))
    if (await ifPresent(stat(logIn(dataDir, name)))) shelves.push(name);
  return shelves;
}

const logIn = (dataDir: string, shelf: string): string =>
  join(dataDir, 'shelves', shelf, 'log.jsonl');

/** Takes an article's files away and its records out of the log; gives whether it had any. */
export async function eraseArticle(
  { folder, log, pending }: ShelfParts,
  id: ArticleId,
  at: string,
): Promise<boolean> {
  // What an earlier write could not end may name the file or have words of it.
  await pending.settle();
  await removeFiles(folder.path, (file) => idOfFile(file) === id);
  const records = withoutArticle(log.records, id, at);
  if (records !== undefined) await log.rewrite(records);
  return records !== undefined;
}

/**
 * Looks whether the files that are to go can be taken away, before anything is.
 * @param id of all articles where it is left out
 * @throws an error of the file system where they cannot
 */
export async function checkErasable(folder: string, id?: ArticleId): Promise<void> {
  const names = (await ifPresent(readdir(folder))) ?? [];
  const ids = names.map(idOfFile).filter((each) => each !== undefined);
  const isThere = id === undefined ? ids.length > 0 : ids.includes(id);
  if (isThere) await access(folder, constants.W_OK);
}

/** Takes all files of articles away. */
export async function clearFolder({ folder, pending }: ShelfParts): Promise<void> {
  await pending.settle();
  await removeFiles(folder.path, () => true);
}

async function removeFiles(folder: string, isMeant: (file: string) => boolean): Promise<void> {
  const names = await ifPresent(readdir(folder));
  if (names === undefined) return;
  await sweepTemporary(folder);
  for (const name of names.filter((each) => idOfFile(each) !== undefined && isMeant(each)))
    await removeFile(folder, join(folder, name));
  await syncFolder(folder);
}

/** Also what a symbolic link leads to, if that is in the folder, too: it has the words. */
async function removeFile(folder: string, path: string): Promise<void> {
  const target = await ifPresent(realpath(path));
  if (target?.startsWith((await realpath(folder)) + sep) === true) await rm(target);
  await rm(path, { force: true });
}

/** Removes a server's folder with all that is left in it. */
export async function removeShelf(dataDir: string, shelf: string): Promise<void> {
  const home = join(dataDir, 'shelves', shelf);
  await rm(snapshotIn(dataDir, shelf), { force: true });
  await rm(shelf === BASE_SHELF ? logIn(dataDir, shelf) : home, { recursive: true, force: true });
  const place = shelf === BASE_SHELF ? home : join(dataDir, 'shelves');
  if (await ifPresent(stat(place))) await syncFolder(place);
}

/** Removes what was read out of an article, so that a start need not read it again. */
export const dropReading = (dataDir: string, shelf: string, id: ArticleId): Promise<void> =>
  leaveFrames(snapshotIn(dataDir, shelf), (key) => key !== articleKey({ shelf, id }));

/** Removes those of the bodies that no record of any shelf names any more. */
export async function dropBodies(dataDir: string, ids: readonly string[]): Promise<void> {
  const named = new Set<string>();
  for (const shelf of await shelvesIn(dataDir)) {
    const text = (await ifPresent(readFile(logIn(dataDir, shelf), 'utf8'))) ?? '';
    // By their looks alone, so that a damaged log keeps what it names, too.
    for (const [id] of text.matchAll(/[0-9a-f]{64}/gu)) named.add(id);
  }
  await openBodies(join(dataDir, 'bodies')).remove(ids.filter((id) => !named.has(id)));
}

/**
 * Takes a member out of the log of a shelf that is not open, whatever else is in it. In JSON, what is
 * quoted so cannot stand within somebody's words.
 */
export async function forgetInLog(dataDir: string, shelf: string, userId: string): Promise<void> {
  const path = logIn(dataDir, shelf);
  const text = (await ifPresent(readFile(path, 'utf8'))) ?? '';
  let without = text;
  for (const field of ['actor', 'by'])
    without = without.replaceAll(`"${field}":${JSON.stringify(userId)}`, `"${field}":"${ERASED}"`);
  without = textWithout(without, userId);
  if (without === text) return;
  await replaceFile(path, Buffer.from(without));
}
