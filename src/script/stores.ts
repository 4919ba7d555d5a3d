import { BASE_SHELF } from '../article/article.ts';
import { UserError } from '../article/user-error.ts';
import { traceOf } from '../command/trace.ts';
import type { Settings } from '../config.ts';
import type { ArticleStore } from '../store/article-store.ts';
import { counted } from '../store/counted.ts';
import { type Erasure, openErasure } from '../store/erasing/erasure.ts';
import { openServerStore } from '../store/folder-server-store.ts';
import { openFolderStore } from '../store/folder-store.ts';
import type { OpenIndex } from '../search/passage-index.ts';
import { postgresIndexes } from '../search/postgres-index.ts';
import { openDatabaseStores } from '../store/postgres/open.ts';
import type { ServerStore } from '../store/server-store.ts';
import type { Log } from '../monitoring/log.ts';

/** All that is kept, open to be read and written. */
export interface Stores {
  readonly articles: ArticleStore;
  readonly servers: ServerStore;
  readonly erasure: Erasure;
  /** Undefined where indexes are in memory. */
  readonly openIndex?: OpenIndex | undefined;
  readonly close: () => Promise<void>;
}

type Places = Pick<Settings, 'CORPUS_DIR' | 'DATA_DIR' | 'DATABASE_URL' | 'BASE_GUILD_ID'> &
  Partial<Pick<Settings, 'SEARCH_INDEX'>>;

/**
 * Opens what is kept: in a database where one is set, else in folders, for this process alone.
 * @throws UserError if it cannot be opened; FolderInUseError if another process has the folders
 */
export function openStores(settings: Places, log: Log): Promise<Stores> {
  const { DATABASE_URL: url } = settings;
  return url === undefined ? openFolders(settings) : openDatabase(url, settings, log);
}

async function openFolders(settings: Places): Promise<Stores> {
  const { CORPUS_DIR: corpusDir, DATA_DIR: dataDir, BASE_GUILD_ID: baseGuildId } = settings;
  const articles = await openFolderStore({ corpusDir, dataDir });
  try {
    const servers = await openServerStore(dataDir);
    const erasure = openErasure({ articles, servers, dataDir, baseGuildId });
    return { articles, servers, erasure, close: () => articles.close() };
  } catch (error) {
    await articles.close();
    throw error;
  }
}

async function openDatabase(url: string, settings: Places, log: Log): Promise<Stores> {
  const { DATA_DIR: dataDir, BASE_GUILD_ID: baseGuildId } = settings;
  const { database, articles, servers, book, close } = await openDatabaseStores(url, {
    report: (error) => log.error(`What others changed could not be read: ${traceOf(error)}`),
    onLost: (error) =>
      log.error(`The database is lost; answers go on from what is in memory. ${traceOf(error)}`),
    onFound: () => log.info('The database is there again.'),
  });
  return {
    articles,
    servers,
    erasure: openErasure({ articles, servers, dataDir, book, baseGuildId }),
    openIndex: settings.SEARCH_INDEX === 'postgres' ? postgresIndexes(database) : undefined,
    close,
  };
}

/** Says how many articles there are, and what to do where there are none yet. */
export async function tellContents({ articles }: Stores, settings: Places, log: Log) {
  const loaded = (await articles.load(BASE_SHELF)).articles.length;
  const count = counted(loaded, 'article', 'articles');
  if (settings.DATABASE_URL === undefined) return log.info(`${count} in ${settings.CORPUS_DIR}.`);
  log.info(`${count} on the base shelf of the database.`);
  if (loaded === 0 && (await articles.head(BASE_SHELF)) === 0)
    log.warn('The database is empty. "verbatim copy-store" brings in what the folders have.');
}

/** @throws UserError where a subcommand is for folders, and a database is set */
export function refuseDatabase({ DATABASE_URL }: Places, instead: string): void {
  if (DATABASE_URL !== undefined)
    throw new UserError(`DATABASE_URL is set, and this is for folders. ${instead}`);
}
