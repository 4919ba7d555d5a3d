import { access, constants, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BASE_SHELF } from '../article/article.ts';
import { UserError } from '../article/user-error.ts';
import type { ArticleStore } from './article-store.ts';
import { openBodies, overlayBodies, sweepBodies } from './bodies.ts';
import { openChangeLog, overlayChangeLog } from './change-log.ts';
import { checkFormat, claimFormat } from './data-format.ts';
import { makeFolder, sweepTemporary } from './durable-file.ts';
import { codeOf, explainUse, explainWrite } from './file-error.ts';
import {
  dropBodies,
  dropReading,
  finishErasure,
  forgetErasure,
  forgetInLog,
  noteErasure,
  removeShelf,
  shelvesIn,
} from './erasing/folder-erasure.ts';
import { lockFolder } from './folder-lock.ts';
import { FolderShelf } from './folder-shelf.ts';
import { watchFolder } from './folder-watch.ts';
import { noPendingWrite, openPendingWrite } from './pending-write.ts';
import type { ShelfParts } from './shelf-parts.ts';
import type { ErasingFolders } from './erasing/shelf-erasing.ts';
import { type OpenShelf, storeOf } from './shelf-store.ts';

export interface FolderStoreOptions {
  /** The base shelf: Markdown files, folders within not read. */
  readonly corpusDir: string;
  /** All that is not the base shelf's articles: logs, bodies, the other shelves. */
  readonly dataDir: string;
}

/** How often to look at a folder without being told that it changed, in milliseconds. */
const LOOK_AT_CORPUS = 750;
/** Other shelves are many, and seldom edited by hand. */
const LOOK_AT_SHELF = 15_000;

/**
 * Opens the store in folders, for this process alone, and keeps watching them.
 * @throws UserError if another process has `dataDir`, or a folder cannot be used.
 */
export async function openFolderStore(options: FolderStoreOptions): Promise<ArticleStore> {
  const corpusDir = await findCorpus(options.corpusDir);
  const dataDir = resolve(options.dataDir);
  await makeFolder(dataDir).catch((error: unknown) => {
    throw explainWrite(error, dataDir);
  });
  const lock = await lockFolder(dataDir);
  const checkOwner = (): void => {
    if (!lock.isHeld())
      throw new UserError(`Another process has taken over ${dataDir}. Stop one of the two.`);
  };
  const openShelf = async (name: string): Promise<OpenShelf> => {
    const parts = await openParts(name, corpusDir, dataDir, checkOwner);
    const start = performance.now();
    const shelf = await FolderShelf.open(parts);
    const looked = performance.now() - start;
    const every = name === BASE_SHELF ? LOOK_AT_CORPUS : LOOK_AT_SHELF;
    const look = (files: ReadonlySet<string> | undefined) => shelf.refresh(files);
    return { shelf, stop: watchFolder(parts.folder.path, every, look, looked) };
  };
  const store = storeOf(openShelf, () => lock.release(), foldersIn(dataDir, checkOwner));
  try {
    await claimFormat(dataDir);
    await sweepTemporary(dataDir);
    await sweepBodies(join(dataDir, 'bodies'));
    await finishErasure(dataDir, (name) => openParts(name, corpusDir, dataDir, checkOwner));
    await store.head(BASE_SHELF);
    return store;
  } catch (error) {
    await store.close().catch(() => undefined);
    throw explainUse(error, dataDir);
  }
}

/**
 * Reads the folders as they are now beside the process that has them, if any, and writes nothing: what
 * its log lacks is numbered in memory. Without `dataDir` there is no history.
 * @throws UserError if the corpus is not a folder; writing to it always does.
 */
export async function readFolderStore(
  options: Pick<FolderStoreOptions, 'corpusDir'> & Partial<FolderStoreOptions>,
): Promise<ArticleStore> {
  const corpusDir = await findCorpus(options.corpusDir);
  const dataDir = options.dataDir === undefined ? undefined : resolve(options.dataDir);
  if (dataDir !== undefined) await checkFormat(dataDir);
  const bodies = overlayBodies(
    dataDir === undefined ? undefined : openBodies(join(dataDir, 'bodies')),
  );
  const openShelf = async (name: string): Promise<OpenShelf> => {
    const home = join(dataDir ?? corpusDir, 'shelves', name);
    const log = await overlayChangeLog(dataDir === undefined ? undefined : join(home, 'log.jsonl'));
    const folder = folderOf(name, corpusDir, home);
    const shelf = await FolderShelf.open({
      ...folder,
      log,
      bodies,
      pending: noPendingWrite,
      checkOwner() {},
    });
    return { shelf, stop: () => Promise.resolve() };
  };
  const store = storeOf(openShelf, () => Promise.resolve(), {
    ...foldersIn(dataDir ?? corpusDir, () => undefined),
    ...(dataDir === undefined ? { shelves: () => Promise.resolve([]) } : {}),
  });
  return {
    ...store,
    append: refuseToWrite,
    checkErasable: refuseToWrite,
    erase: refuseToWrite,
    forgetMember: refuseToWrite,
    eraseShelf: refuseToWrite,
  };
}

const foldersIn = (dataDir: string, checkOwner: () => void): ErasingFolders => ({
  shelves: () => shelvesIn(dataDir),
  removeShelf: (shelf) => removeShelf(dataDir, shelf),
  dropBodies: (ids) => dropBodies(dataDir, ids),
  dropReading: (shelf, id) => dropReading(dataDir, shelf, id),
  forgetInLog: (shelf, userId) => forgetInLog(dataDir, shelf, userId),
  note: async (note) => {
    checkOwner();
    await noteErasure(dataDir, note);
  },
  forgetNote: () => forgetErasure(dataDir),
});

const refuseToWrite = (): Promise<never> =>
  Promise.reject(new UserError('The articles are only read here; change them where the bot runs.'));

async function openParts(
  name: string,
  corpusDir: string,
  dataDir: string,
  checkOwner: () => void,
): Promise<ShelfParts> {
  const home = join(dataDir, 'shelves', name);
  const folder = folderOf(name, corpusDir, home);
  const bodies = openBodies(join(dataDir, 'bodies'));
  const log = await openChangeLog(join(home, 'log.jsonl'));
  const { path } = folder.folder;
  const head = (): number => log.records.length;
  const pending = openPendingWrite(join(home, 'pending.json'), path, head, bodies);
  await pending.settle();
  for (const each of [home, path]) await sweepTemporary(each).catch(ignoreReadOnly);
  return { ...folder, log, bodies, pending, checkOwner };
}

function folderOf(name: string, corpusDir: string, home: string) {
  const isMadeOnDemand = name !== BASE_SHELF;
  const path = isMadeOnDemand ? join(home, 'articles') : corpusDir;
  return { folder: { path, shelf: name }, isMadeOnDemand };
}

async function findCorpus(corpusDir: string): Promise<string> {
  const path = resolve(corpusDir);
  try {
    if ((await stat(path)).isDirectory()) {
      await access(path, constants.R_OK | constants.X_OK);
      return path;
    }
  } catch (error) {
    throw explainCorpus(error, path);
  }
  throw new UserError(`${path} is not a folder. Set CORPUS_DIR to the folder with the articles.`);
}

function explainCorpus(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === 'ENOENT')
    return new UserError(
      `There is no folder ${path}. Create it, or set CORPUS_DIR to another one.`,
    );
  if (code !== 'EACCES' && code !== 'EPERM') return explainUse(error, path);
  return new UserError(`${path} cannot be read. Let the account that runs Verbatim read it.`);
}

/** A corpus may be read-only; what is left over there does no harm. */
function ignoreReadOnly(error: unknown): void {
  if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) throw error;
}
