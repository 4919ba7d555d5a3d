import { Client } from 'pg';
import { startPostgres } from '../../../bench/postgres-server.ts';
import type { Database } from '../../../src/store/postgres/database.ts';

/** A real PostgreSQL server of this test file's own, on this machine. */
export interface TestServer {
  /** Makes an empty schema, and gives the address that leads to it. */
  makeUrl(): Promise<string>;
  /** Ends it as `kill` does, with whatever was going on. */
  kill(): Promise<void>;
  /** Starts it again where it was. */
  restart(): Promise<void>;
  /** Everything that stands in the tables of an address, as text. */
  dump(url: string): Promise<string>;
  stop(): Promise<void>;
}

/** @throws where PostgreSQL cannot be started here: what it holds cannot be left untested */
export async function startServer(): Promise<TestServer> {
  const server = await startPostgres();
  let schemas = 0;
  return {
    async makeUrl() {
      schemas += 1;
      const schema = `test_${String(schemas)}`;
      await withConnection(server.url, (client) => client.query(`create schema ${schema}`));
      return `${server.url}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
    },
    kill: () => server.kill(),
    restart: () => server.restart(),
    dump: (url) =>
      withConnection(url, async (client) => {
        const tables = await client.query<{ name: string }>(
          'select table_name as name from information_schema.tables where table_schema = current_schema()',
        );
        const rows: string[] = [];
        for (const { name } of tables.rows)
          for (const { line } of (
            await client.query<{ line: string }>(`select t::text as line from ${name} t`)
          ).rows)
            rows.push(`${name} ${line}`);
        for (const { bytes } of (await client.query<{ bytes: Buffer }>('select bytes from bodies'))
          .rows)
          rows.push(`bodies ${bytes.toString()}`);
        return rows.join('\n');
      }),
    stop: () => server.stop(),
  };
}

/** As they are when they are made. */
export const emptyTables = (database: Database): Promise<unknown> =>
  database.read(async (sql) => {
    await sql`truncate shelves, bodies, changes, notes, erasing, erasures, erased_digests, candidates`;
    return sql`update note_log set revision = 0, rewritten = 0`;
  });

/** Asks something over a connection of its own. */
export async function withConnection<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
