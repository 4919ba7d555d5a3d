import postgres, { type Sql, type TransactionSql } from 'postgres';
import { UserError } from '../../article/user-error.ts';
import { StoreFault } from '../store-fault.ts';
import { isDamageless, isLost } from './database-fault.ts';

/** What only one process may do at a time; each is an advisory lock of PostgreSQL. */
const LOCKS = { migrating: 1, erasing: 2, bodies: 3, copying: 4 } as const;
type Lock = keyof typeof LOCKS;

/** A pool of connections to a database, which are made anew when they are lost. */
export interface Database {
  /** Asks one thing after the other. */
  read<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  /**
   * Does all or nothing.
   * @throws StoreFault if the database is lost: before it was told to commit, nothing has changed
   */
  change<Result>(work: (sql: TransactionSql) => Promise<Result>): Promise<Result>;
  /** Does something that no other process does meanwhile; the lock goes with the connection. */
  alone<Result>(lock: Lock, work: () => Promise<Result>): Promise<Result>;
  /**
   * Calls the listener when another process hints at a change, until the function that it gives is
   * called. Hints may be lost.
   */
  listen(listener: (hint: string) => void): Promise<() => void>;
  /** Gives up all connections, which hang perhaps, and makes new ones. */
  renew(): void;
  close(): Promise<void>;
}

/** Ten bots on one server of a hundred connections, PostgreSQL's own default, leave some for others. */
const MOST_CONNECTIONS = 8;
const SECOND = 1000;

const CHANNEL = 'verbatim';

/**
 * Makes ready to speak to a database; connects when it is first asked something.
 * @param url `postgres://user:password@host/name`; what stands after `?` is for the server or, like
 * `prepare=false` and `sslmode`, for the client
 */
export function openDatabase(url: string): Database {
  let sql = connect(url);
  let isClosed = false;
  const read: Database['read'] = async (work) => {
    if (isClosed) throw new Error('the database is closed');
    try {
      return await work(sql);
    } catch (error) {
      throw explain(error, 'store.lost');
    }
  };
  const change = async <Result>(
    work: (sql: TransactionSql) => Promise<Result>,
  ): Promise<Result> => {
    if (isClosed) throw new Error('the database is closed');
    let fault: 'store.lost' | 'store.unsure' = 'store.lost';
    const done: { result?: Result } = {};
    try {
      await sql.begin(async (transaction) => {
        done.result = await work(transaction);
        // From here on it may be kept although nobody could tell us so.
        fault = 'store.unsure';
      });
    } catch (error) {
      throw explain(error, fault);
    }
    // `begin` gives no results that are arrays of promises as they are, so it is kept here.
    if ('result' in done) return done.result;
    throw new Error('a transaction ended without its work');
  };
  return {
    read,
    change,
    alone: (lock, work) =>
      change(async (transaction) => {
        await haveTime(transaction);
        await takeLock(transaction, lock);
        return work();
      }),
    listen: async (listener) => {
      const request = await sql.listen(CHANNEL, listener);
      return () => void request.unlisten().catch(() => undefined);
    },
    renew() {
      const old = sql;
      sql = connect(url);
      void old.end({ timeout: 0 });
    },
    close: async () => {
      isClosed = true;
      await sql.end({ timeout: 5 });
    },
  };
}

/** Lets a transaction take as long as it takes. */
export async function haveTime(sql: TransactionSql): Promise<void> {
  await sql`set local lock_timeout = 0`;
  await sql`set local statement_timeout = 0`;
  await sql`set local idle_in_transaction_session_timeout = 0`;
}

/** Waits for a lock, which is held until the transaction ends. */
export async function takeLock(
  sql: TransactionSql,
  lock: Lock,
  { isShared = false }: { readonly isShared?: boolean } = {},
): Promise<void> {
  // Two bots may share a database, each in a schema of its own.
  const key = sql`hashtext('verbatim ' || current_schema()), ${LOCKS[lock]}`;
  if (isShared) await sql`select pg_advisory_xact_lock_shared(${key})`;
  else await sql`select pg_advisory_xact_lock(${key})`;
}

/** Tells other processes, once what was changed is kept, to look. */
export async function hint(sql: TransactionSql, what: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${what})`;
}

const connect = (url: string): Sql =>
  postgres(url, {
    max: MOST_CONNECTIONS,
    idle_timeout: 60,
    connect_timeout: 5,
    // Seconds until the next try, up to five: a database that is back is soon found to be.
    backoff: (tries: number) => (0.5 + Math.random() / 2) * Math.min(3 ** tries / 100, 5),
    connection: {
      application_name: 'verbatim',
      statement_timeout: 60 * SECOND,
      lock_timeout: 20 * SECOND,
      idle_in_transaction_session_timeout: 60 * SECOND,
    },
    onnotice: () => undefined,
  });

function explain(error: unknown, fault: 'store.lost' | 'store.unsure'): unknown {
  if (!isLost(error)) return error;
  return new StoreFault(isDamageless(error) ? 'store.lost' : fault, error);
}

/**
 * Looks whether the database can be used, for the start.
 * @throws UserError that says what to look at; the address is not in it, as it has the password
 */
export async function checkReachable(database: Database): Promise<void> {
  try {
    await database.read((sql) => sql`select 1`);
  } catch (error) {
    const reason =
      error instanceof StoreFault && error.cause instanceof Error ? error.cause : error;
    throw new UserError(
      `The database of DATABASE_URL cannot be used (${reason instanceof Error ? reason.message : String(reason)}). ` +
        'Check the address, the name and the password, and that PostgreSQL runs.',
      { cause: error },
    );
  }
}
