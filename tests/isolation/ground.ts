import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { commands, messageCommands } from '../../commands/index.ts';
import { startBot } from '../../src/discord/bot.ts';
import { createFetcher } from '../../src/intake/fetcher.ts';
import { amendmentsOf } from '../../src/keeping/correction.ts';
import type { Keeping } from '../../src/keeping/keeping.ts';
import { openKeeping } from '../../src/keeping/open.ts';
import { followCorpora } from '../../src/search/corpora.ts';
import { openErasure } from '../../src/store/erasing/erasure.ts';
import { openServerStore } from '../../src/store/folder-server-store.ts';
import { openFolderStore } from '../../src/store/folder-store.ts';
import { makeFolders } from '../store/temporary-folder.ts';
import { FILES } from './attempts.ts';
import { type Target, targetOf } from './names.ts';
import { BASE, BOT, GUILDS, SERVERS, type Server } from './places.ts';
import { type Seeded, seed } from './seed.ts';
import { type Wire, openWire } from './wire.ts';

/** Several servers that keep things, the bot over all of them, and a wire to it. */
export interface Ground {
  readonly wire: Wire;
  readonly keeping: Keeping;
  /** What the bot logged as gone wrong. */
  readonly reports: readonly string[];
  readonly planted: (server: Server) => Seeded;
  /** What there is to be after, with the buttons that those saw who may. */
  readonly targets: Map<Server, Target>;
  /** Runs a bot while something is done; all that it began has ended then. */
  readonly withBot: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** The names of all shelves' folders, and the files of a server's shelf with what is in them. */
  readonly shelves: () => Promise<readonly string[]>;
  readonly filesOf: (server: Server) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

function fail(error: unknown): never {
  throw error;
}

export async function openGround(): Promise<Ground> {
  const wire = await openWire({ bot: BOT, guilds: GUILDS, files: FILES });
  const folders = await makeFolders();
  const { dataDir } = folders;
  const store = await openFolderStore(folders);
  const servers = await openServerStore(dataDir);
  const corpora = await followCorpora({ store, amendments: amendmentsOf(servers), report: fail });
  const baseGuildId = BASE.id;
  const { keeping, close } = openKeeping({
    store,
    servers,
    corpora,
    baseGuildId,
    erasure: openErasure({ articles: store, servers, dataDir, baseGuildId }),
    quotas: { articles: 200, megabytes: 5, feeds: 5 },
    attachmentOrigin: wire.origin,
    // No name is looked up: links lead nowhere from here.
    fetcher: createFetcher({ resolve: () => Promise.resolve(['127.0.0.1']) }),
  });
  const seeded = new Map<Server, Seeded>();
  for (const server of SERVERS) seeded.set(server, await seed(keeping, server));
  const targets = new Map<Server, Target>();
  for (const [server, each] of seeded) targets.set(server, targetOf(server.id, each));
  const reports: string[] = [];

  async function withBot<Result>(work: () => Promise<Result>): Promise<Result> {
    const bot = await startBot({
      token: `${Buffer.from(BOT.id).toString('base64url')}.x.y`,
      apiUrl: wire.apiUrl,
      commands,
      messageCommands,
      corpus: (guildId) => corpora.of(guildId),
      watchCorpus: (listener) => corpora.subscribe(listener),
      servers,
      keeping,
      report: (line) => void reports.push(line),
    });
    try {
      return await work();
    } finally {
      await bot.close();
      // The cards that it has shown would be corrected in somebody else's turn.
      const own = new Set([...seeded.values()].map(({ handles }) => handles.card));
      for (const { messageId } of servers.cards())
        if (!own.has(messageId)) await servers.dropCard(messageId);
    }
  }

  const shelves = join(dataDir, 'shelves');
  return {
    wire,
    keeping,
    reports,
    targets,
    withBot,
    planted: (server) => {
      const each = seeded.get(server);
      if (each === undefined) throw new Error(`nothing is planted in ${server.tag}`);
      return each;
    },
    shelves: async () => (await readdir(shelves)).toSorted(),
    filesOf: async ({ id }) => {
      const found = await readdir(join(shelves, id), { recursive: true, withFileTypes: true });
      const paths = found
        .filter((each) => each.isFile())
        .map((each) => join(each.parentPath, each.name));
      return Promise.all(
        paths.toSorted().map(async (path) => `${path}\n${await readFile(path, 'utf8')}`),
      );
    },
    close: async () => {
      await wire.close();
      await close();
      corpora.close();
      await store.close();
      await folders.clear();
    },
  };
}
