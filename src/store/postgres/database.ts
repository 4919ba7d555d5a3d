import { Client, Pool, type PoolClient } from 'pg';
import { UserError } from '../../article/user-error.ts';
import { StoreFault } from '../store-fault.ts';
import { isRefused, isLost } from './database-fault.ts';

/**
 * Asks PostgreSQL something, values apart from the words: sql`select revision from shelves where name =
 * ${name}` gives its rows. One at a time in a transaction.
 */
export type Query = <Rows extends readonly object[] = readonly object[]>(
  words: TemplateStringsArray,
  ...values: readonly unknown[]
) => Promise<Rows>;

/** What only one process may do at a time; each is an advisory lock of PostgreSQL. */
const LOCKS = { migrating: 1, erasing: 2, bodies: 3, candidates: 4 } as const;
type Lock = keyof typeof LOCKS;

/** Whether a transaction may take its time, or sees one moment of the tables. */
type Manner = 'brief' | 'patient' | 'snapshot';

/** A pool of connections to a database; a lost one is made anew for the next who asks. */
export interface Database {
  /** Asks one thing after the other. @throws StoreFault if the database is lost */
  read<Result>(work: (sql: Query) => Promise<Result>): Promise<Result>;
  /**
   * Does all or nothing.
   * @throws StoreFault if the database is lost; before it was told to commit, nothing has changed
   */
  change<Result>(work: (sql: Query) => Promise<Result>, manner?: Manner): Promise<Result>;
  /** Does something that no other process does meanwhile; the lock goes with the connection. */
  alone<Result>(lock: Lock, work: () => Promise<Result>): Promise<Result>;
  /**
   * Calls `onHint` when a process hints at a change, until the function that it gives is called. Hints
   * may be lost; `onEnd` is called when none comes any more.
   */
  listen(onHint: () => void, onEnd: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Ten bots leave some of a server's hundred connections, PostgreSQL's own default, to others. */
const MOST_CONNECTIONS = 8;
const SECOND = 1000;

const CHANNEL = 'verbatim';

/** What the server gives up after, and what the client does, to whom a dead network says nothing. */
const CONNECTION = {
  application_name: 'verbatim',
  connectionTimeoutMillis: 5 * SECOND,
  statement_timeout: 30 * SECOND,
  lock_timeout: 20 * SECOND,
  idle_in_transaction_session_timeout: 60 * SECOND,
  keepAlive: true,
} as const;
const QUERY_TIMEOUT = 35 * SECOND;
/** The longest that a timer can wait, in milliseconds: 24 days. */
const FOREVER = 2_147_483_647;

/**
 * Makes ready to speak to a database; connects when it is first asked something.
 * @param url `postgres://user:password@host/name`, and after a `?` what the client knows, like `sslmode`
 */
export function openDatabase(url: string): Database {
  const pool = new Pool({
    ...CONNECTION,
    connectionString: url,
    max: MOST_CONNECTIONS,
    idleTimeoutMillis: 60 * SECOND,
  });
  // Who asks over a lost connection is told; that one is lost which nobody uses is no fault.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  let isClosed = false;
  const mustBeOpen = (): void => {
    if (isClosed) throw new Error('the database is closed');
  };
  const change: Database['change'] = async (work, manner = 'brief') => {
    mustBeOpen();
    const client = await pool.connect().catch((error: unknown) => {
      throw explain(error, 'store.lost');
    });
    const sql = queryOn(client, manner === 'brief' ? QUERY_TIMEOUT : FOREVER);
    let fault: 'store.lost' | 'store.unsure' = 'store.lost';
    try {
      await sql`begin`;
      if (manner === 'snapshot')
        await sql`set transaction isolation level repeatable read, read only`;
      if (manner !== 'brief') await haveTime(sql);
      const result = await work(sql);
      // From here on it may be kept although nobody can tell us so.
      fault = 'store.unsure';
      await sql`commit`;
      client.release();
      return result;
    } catch (error) {
      const isOver = await sql`rollback`.then(
        () => true,
        () => false,
      );
      client.release(!isOver);
      throw explain(error, fault);
    }
  };
  return {
    async read(work) {
      mustBeOpen();
      try {
        return await work(queryOn(pool, QUERY_TIMEOUT));
      } catch (error) {
        throw explain(error, 'store.lost');
      }
    },
    change,
    alone: (lock, work) =>
      change(async (sql) => {
        await takeLock(sql, lock);
        return work();
      }, 'patient'),
    async listen(onHint, onEnd) {
      mustBeOpen();
      const client = new Client({ ...CONNECTION, connectionString: url });
      client.on('error', ignore);
      try {
        await client.connect();
        client.on('notification', onHint);
        client.on('end', onEnd);
        await client.query(`listen ${CHANNEL}`);
      } catch (error) {
        await client.end().catch(ignore);
        throw explain(error, 'store.lost');
      }
      return () => client.end().catch(ignore);
    },
    close: async () => {
      const wasClosed = isClosed;
      isClosed = true;
      if (!wasClosed) await pool.end();
    },
  };
}

const ignore = (): void => undefined;

/** @param timeout of each query, in milliseconds */
function queryOn(client: Pool | PoolClient, timeout: number): Query {
  return async <Rows extends readonly object[]>(
    words: TemplateStringsArray,
    ...values: readonly unknown[]
  ) => {
    const text = words.reduce((before, word, at) => `${before}$${String(at)}${word}`);
    // The timeout of one query is taken, but not typed.
    const config = { text, values: [...values], query_timeout: timeout };
    const { rows } = await client.query<Rows[number]>(config);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whoever asks says which columns the statement gives
    return rows as readonly object[] as Rows;
  };
}

async function haveTime(sql: Query): Promise<void> {
  await sql`set local lock_timeout = 0`;
  await sql`set local statement_timeout = 0`;
  await sql`set local idle_in_transaction_session_timeout = 0`;
}

/** Waits for a lock, which is held until the transaction ends. */
export async function takeLock(
  sql: Query,
  lock: Lock,
  { isShared = false }: { readonly isShared?: boolean } = {},
): Promise<void> {
  // Two bots may share a database, each in a schema of its own.
  if (isShared)
    await sql`
      select pg_advisory_xact_lock_shared(hashtext('verbatim ' || current_schema()), ${LOCKS[lock]})`;
  else
    await sql`
      select pg_advisory_xact_lock(hashtext('verbatim ' || current_schema()), ${LOCKS[lock]})`;
}

/** Tells other processes, once what was changed is kept, to look. */
export async function hint(sql: Query): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, '')`;
}

function explain(error: unknown, fault: 'store.lost' | 'store.unsure'): unknown {
  if (!isLost(error)) return error;
  return new StoreFault(isRefused(error) ? 'store.lost' : fault, error);
}

/**
 * Looks whether the database can be used, for the start.
 * @throws UserError that says what to look at; the address is not in it, as it has the password
 */
export async function checkReachable(database: Database): Promise<void> {
  try {
    await database.read((sql) => sql`select 1`);
  } catch (error) {
    throw new UserError(
      `The database of DATABASE_URL cannot be used (${reasonOf(error)}). Check the address, the name ` +
        'and the password, and that PostgreSQL runs.',
      { cause: error },
    );
  }
}

/** `connect ECONNREFUSED 127.0.0.1:5432`; where a name has several addresses, what each came to. */
function reasonOf(error: unknown): string {
  const cause = error instanceof StoreFault ? error.cause : error;
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join('; ');
  return cause instanceof Error ? cause.message : String(cause);
}
