import type { ArticleStore } from '../article-store.ts';
import type { ErasureBook } from '../erasing/erasure-book.ts';
import type { ServerStore } from '../server-store.ts';
import { type Database, checkReachable, openDatabase, takeLock } from './database.ts';
import { type FollowerOptions, openFollower } from './follower.ts';
import { migrate } from './migrations.ts';
import { postgresErasureBook } from './postgres-erasures.ts';
import { openPostgresServerStore } from './postgres-notes.ts';
import { openPostgresStore } from './postgres-store.ts';
import { sweepShelves } from './shelf-erasing.ts';

/** All that is kept in a database, and what else may be asked of that. */
export interface DatabaseStores {
  readonly database: Database;
  readonly articles: ArticleStore;
  readonly servers: ServerStore;
  readonly book: ErasureBook;
  readonly close: () => Promise<void>;
}

export interface DatabaseOptions extends FollowerOptions {
  /** Told what goes wrong here. */
  readonly report: (error: unknown) => void;
}

/**
 * Opens the stores of a database, and makes its tables where they are not there yet.
 * @throws UserError if it cannot be used, or a newer version has used it
 */
export async function openDatabaseStores(
  url: string,
  options: DatabaseOptions,
): Promise<DatabaseStores> {
  const database = openDatabase(url);
  const closers: (() => Promise<void>)[] = [() => database.close()];
  let isClosing = false;
  const report = (error: unknown): void => {
    if (!isClosing) options.report(error);
  };
  const close = async (): Promise<void> => {
    isClosing = true;
    for (const each of closers.toReversed()) await each();
  };
  try {
    await checkReachable(database);
    await migrate(database);
    const follower = openFollower(database, options);
    closers.push(() => follower.stop());
    const articles = openPostgresStore(database, follower);
    closers.push(() => articles.close());
    const servers = await openPostgresServerStore(database, follower, report);
    closers.push(sweepHourly(database));
    return { database, articles, servers, book: postgresErasureBook(database), close };
  } catch (error) {
    await close();
    throw error;
  }
}

const HOUR = 3_600_000;

/** Gives what stops it. One that fails is done by the next. */
function sweepHourly(database: Database): () => Promise<void> {
  const sweep = (): Promise<void> =>
    database.change(async (sql) => {
      await takeLock(sql, 'bodies');
      await sweepShelves(sql);
    });
  let last = sweep().catch(() => undefined);
  const timer = setInterval(() => {
    last = sweep().catch(() => undefined);
  }, HOUR).unref();
  return async () => {
    clearInterval(timer);
    await last;
  };
}
