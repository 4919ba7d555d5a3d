import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { BASE_SHELF } from '../article/article.ts';
import type { Corpus } from '../search/corpus.ts';
import { snapshotsIn } from '../search/snapshot.ts';
import { followStore } from '../search/store-follower.ts';
import type { ArticleStore } from '../store/article-store.ts';
import { readFolderStore } from '../store/folder-store.ts';
import { describePlace } from './place.ts';

/**
 * A corpus of a folder of articles as they stand; nothing is written or locked.
 * @param warn told of each file that cannot be read; the others answer
 * @param dataDir where the history of the folder is, which tells where words are from; one that is
 * not there, or may not be read, tells nothing
 * @throws UserError if there is no such folder.
 */
export async function openFolder(
  corpusDir: string,
  warn: (line: string) => void,
  dataDir?: string,
): Promise<Corpus> {
  const hasHistory = dataDir !== undefined && (await isReadable(logIn(dataDir)));
  const store = await readFolderStore({ corpusDir, ...(hasHistory ? { dataDir } : {}) });
  return corpusOf(store, warn, dataDir);
}

/**
 * A corpus of the base shelf of a database as it stands.
 * @throws UserError if the database cannot be used
 */
export async function openDatabaseCorpus(
  url: string,
  warn: (line: string) => void,
): Promise<Corpus> {
  const { openDatabaseStores } = await import('../store/postgres/open.ts');
  const stores = await openDatabaseStores(url, { report: (error) => warn(String(error)) });
  try {
    return await corpusOf(stores.articles, warn);
  } finally {
    await stores.close();
  }
}

/** @param dataDir where it may be kept what was read of the articles before */
async function corpusOf(
  store: ArticleStore,
  warn: (line: string) => void,
  dataDir?: string,
): Promise<Corpus> {
  try {
    const { problems } = await store.load(BASE_SHELF);
    for (const problem of problems) warn(`${describePlace(problem)} ${problem.message}`);
    const report = (error: unknown): void => warn(String(error));
    const openSnapshot =
      dataDir === undefined ? undefined : await snapshotsIn(dataDir, { isReadOnly: true, report });
    const followed = await followStore({ store, shelf: BASE_SHELF, report, openSnapshot });
    followed.close();
    return followed.current;
  } finally {
    await store.close();
  }
}

const logIn = (dataDir: string): string => join(dataDir, 'shelves', BASE_SHELF, 'log.jsonl');

const isReadable = (path: string): Promise<boolean> =>
  access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
