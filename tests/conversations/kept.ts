import { createFetcher } from '../../src/intake/fetcher.ts';
import { newsMessage } from '../../src/command/feeds/feed-news.ts';
import { createFeedPoller } from '../../src/keeping/feed-poller.ts';
import type { Keeping, Quotas } from '../../src/keeping/keeping.ts';
import { amendmentsOf } from '../../src/keeping/correction.ts';
import { openKeeping } from '../../src/keeping/open.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { Patience } from '../../src/discord/patient-request.ts';
import type { SandboxOptions } from '../../src/sandbox/index.ts';
import { type Corpora, followCorpora } from '../../src/search/corpora.ts';
import type { ArticleStore } from '../../src/store/article-store.ts';
import { openErasure } from '../../src/store/erasing/erasure.ts';
import { openServerStore } from '../../src/store/folder-server-store.ts';
import { openFolderStore } from '../../src/store/folder-store.ts';
import { openDatabaseStores } from '../../src/store/postgres/open.ts';
import { DEFAULT_SETTINGS } from '../../src/store/server-store.ts';
import { type Folders, makeFolders } from '../store/temporary-folder.ts';
import { type Conversation, startConversationAbout } from './conversation.ts';

// The bot over a store in folders or in a database, whose articles moderators keep from inside the sandbox.

export interface KeptConversation extends Conversation {
  readonly folders: Folders;
  readonly store: ArticleStore;
  readonly corpora: Corpora;
  readonly keeping: Keeping;
  readonly moderator: Driver;
  /** The shelf of the sandbox's server. */
  readonly guildId: string;
  /** The channel where changes are told of. */
  readonly told: () => readonly SeenMessage[];
  /** Lets so many minutes pass for feeds, and then looks at those that are due. */
  readonly lookAfter: (minutes: number) => Promise<void>;
}

const ROOM: Quotas = { articles: 100, megabytes: 5, feeds: 3 };

export interface KeptOptions {
  readonly base?: Readonly<Record<string, string>>;
  readonly quotas?: Partial<Quotas>;
  /** Whether the sandbox's server may write the base shelf. */
  readonly writesBase?: boolean;
  /** Keeps all in a database in place of folders. */
  readonly databaseUrl?: string;
  /** Follows who takes the bot out, by this clock. */
  readonly clock?: () => number;
  /** How the sandbox is to be. */
  readonly sandbox?: SandboxOptions;
  readonly requestPatience?: Patience;
}

function report(error: unknown): never {
  throw error;
}

async function openBoth({ databaseUrl }: KeptOptions, folders: Folders) {
  if (databaseUrl !== undefined) return openDatabaseStores(databaseUrl, { report });
  const articles = await openFolderStore(folders);
  const servers = await openServerStore(folders.dataDir);
  return { articles, servers, book: undefined, close: () => articles.close() };
}

export async function startKept(options: KeptOptions = {}): Promise<KeptConversation> {
  const { base = {}, quotas = {}, writesBase = false, clock } = options;
  const folders = await makeFolders(base);
  const { articles: store, servers, book, close: closeStores } = await openBoth(options, folders);
  const corpora = await followCorpora({ store, amendments: amendmentsOf(servers), report });
  const closers: (() => Promise<void> | void)[] = [];
  let kept: Keeping | undefined;
  const conversation = await startConversationAbout(async (sandbox) => {
    const { keeping, close } = openKeeping({
      store,
      servers,
      corpora,
      erasure: openErasure({
        articles: store,
        servers,
        dataDir: folders.dataDir,
        book,
        baseGuildId: writesBase ? sandbox.guildId : undefined,
      }),
      quotas: { ...ROOM, ...quotas },
      attachmentOrigin: new URL(sandbox.apiUrl).origin,
      baseGuildId: writesBase ? sandbox.guildId : undefined,
      // Links lead to servers of the tests, on this machine.
      fetcher: createFetcher({ isAllowed: () => true, isAllowedName: () => true, ports: 'any' }),
    });
    kept = keeping;
    closers.push(close);
    const log = sandbox.world.channels.find(({ name }) => name === 'news')?.id ?? '';
    const settings = { ...DEFAULT_SETTINGS, cooldown: 0, logChannel: log };
    await servers.saveSettings(sandbox.guildId, settings);
    const watchCorpus = (listener: () => void) => corpora.subscribe(listener);
    return {
      ...(options.requestPatience && { requestPatience: options.requestPatience }),
      corpus: (guildId) => corpora.of(guildId),
      keeping,
      watchCorpus,
      servers,
      departures: clock && { clock },
    };
  }, options.sandbox);
  if (kept === undefined) throw new Error('nothing is kept');
  const { sandbox } = conversation;
  let now = Date.now();
  const feeds = createFeedPoller({
    keeping: kept,
    tell: (guildId, news) => conversation.bot().tell(guildId, newsMessage(news)),
    report,
    isIn: (guildId) => conversation.bot().isIn(guildId),
    clock: { now: () => now },
  });
  return {
    ...conversation,
    folders,
    store,
    corpora,
    keeping: kept,
    guildId: sandbox.guildId,
    moderator: sandbox.as('moderator'),
    lookAfter: async (minutes) => {
      now += minutes * 60_000;
      await feeds.look();
    },
    told: () => sandbox.as('member', { channel: 'news' }).messages(),
    close: async () => {
      await feeds.stop();
      await conversation.close();
      for (const close of closers) await close();
      corpora.close();
      await closeStores();
      await folders.clear();
    },
  };
}

/** A file as a member gives it. */
export const fileOf = (name: string, text: string, type = 'text/markdown') => ({
  name,
  contentType: type,
  bytes: Buffer.from(text),
});

/** What a moderator does and sees again and again. */
export const hands = (kept: () => KeptConversation) => ({
  /** Gives a file; gives the preview's card. */
  add: (text: string): Promise<SeenMessage> =>
    kept().moderator.command('corpus add', { file: fileOf('x.md', text) }),
  articles: async () => (await kept().store.load(kept().guildId)).articles,
});
