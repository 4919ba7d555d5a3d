import { fileURLToPath } from 'node:url';
import { commands, messageCommands } from '../../commands/index.ts';
import { type Bot, type BotOptions, startBot } from '../../src/discord/bot.ts';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { openFolder } from '../../src/script/folder-corpus.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import type { Keeping } from '../../src/keeping/keeping.ts';
import { openKeeping } from '../../src/keeping/open.ts';
import type { ErasureOutcome } from '../../src/store/erasing/erasure.ts';
import { readFolderStore } from '../../src/store/folder-store.ts';
import type { ServerStore } from '../../src/store/server-store.ts';
import { articleOf } from '../search/articles.ts';
import { patientServers } from './servers.ts';

const DEMONSTRATION = fileURLToPath(new URL('../../corpus/', import.meta.url));

// The real bot with the real commands, in the sandbox; members talk to it.

export interface Conversation {
  readonly sandbox: Sandbox;
  readonly servers: ServerStore;
  /** Who asks. */
  readonly member: Driver;
  /** Somebody else in the same channel. */
  readonly stranger: Driver;
  /** What the bot logged as gone wrong. */
  readonly reports: readonly string[];
  /** Tells the bot that the corpus has changed. */
  readonly changed: () => void;
  /** Stops the bot and starts another in its place; something may happen in between. */
  readonly restart: (between?: () => void) => Promise<void>;
  /** The bot that is there now. */
  readonly bot: () => Bot;
  readonly close: () => Promise<void>;
}

/** What a conversation is held about, when its sandbox is there. */
export type Subject = Pick<
  BotOptions,
  'corpus' | 'keeping' | 'watchCorpus' | 'departures' | 'requestPatience'
> & {
  readonly servers: ServerStore;
};

/** Starts a sandbox and a bot that answers from the newest corpus. */
export const startConversation = (corpus: () => Corpus): Promise<Conversation> =>
  startConversationAbout(async ({ guildId, apiUrl }) => {
    const servers = await patientServers(guildId);
    const { origin } = new URL(apiUrl);
    return { corpus, servers, keeping: await readOnlyKeeping(corpus, servers, origin) };
  });

/** What moderators do where articles are taken in, but none can be changed. */
export async function readOnlyKeeping(
  corpus: () => Corpus,
  servers: ServerStore,
  attachmentOrigin: string,
): Promise<Keeping> {
  const erased: ErasureOutcome = { backups: [], reports: 0 };
  const { keeping } = openKeeping({
    store: await readFolderStore({ corpusDir: DEMONSTRATION }),
    erasure: {
      article: () => Promise.reject(new Error('no article can be erased here')),
      member: async (userId) => ({ ...erased, reports: await servers.forgetMember(userId) }),
      server: () => Promise.reject(new Error('no server can be erased here')),
      finish: () => Promise.resolve(),
    },
    servers,
    corpora: {
      of: () => Promise.resolve(corpus()),
      catchUp: () => Promise.resolve(),
      left: () => Promise.resolve(0),
    },
    quotas: { articles: 0, megabytes: 0, feeds: 0 },
    attachmentOrigin,
  });
  return keeping;
}

export async function startConversationAbout(
  open: (sandbox: Sandbox) => Promise<Subject>,
  options: SandboxOptions = {},
): Promise<Conversation> {
  const sandbox = await startSandbox(options);
  const subject = await open(sandbox);
  const { servers } = subject;
  const reports: string[] = [];
  const listeners = new Set<() => void>();
  const { token, apiUrl } = sandbox;
  const report = (line: string): void => void reports.push(line);
  const start = (): Promise<Bot> =>
    startBot({
      token,
      apiUrl,
      commands,
      messageCommands,
      watchCorpus: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      ...subject,
      servers,
      report,
    });
  let bot = await start();
  return {
    sandbox,
    servers,
    member: sandbox.as('member'),
    stranger: sandbox.as('stranger'),
    reports,
    changed: () => {
      for (const listener of listeners) listener();
    },
    restart: async (between) => {
      await bot.close();
      between?.();
      bot = await start();
      await sandbox.waitForBot();
    },
    bot: () => bot,
    close: async () => {
      await bot.close();
      await sandbox.close();
    },
  };
}

/** The corpus that comes with the bot. */
export const openDemonstration = (): Promise<Corpus> =>
  openFolder(DEMONSTRATION, (line) => {
    throw new Error(line);
  });

/** A corpus of Markdown articles by their ids. */
export async function corpusOf(articles: Readonly<Record<string, string>>): Promise<Corpus> {
  const read = Object.entries(articles).map(([id, text]) => articleOf(id, text));
  return (await createCorpus(read)).current;
}

/** A card's words as Discord shows them: marks of bold and italics gone, and escaping backslashes. */
export const readCard = ({ text }: SeenMessage): string =>
  text.replace(/\\([\p{P}\p{S}])|\*\*|_/gu, '$1');

/** The bulleted lines under a subheading. */
export function linesUnder(subheading: string, card: SeenMessage): readonly string[] {
  const lines = readCard(card).split('\n');
  const first = lines.indexOf(subheading) + 1;
  if (first === 0) return [];
  const rest = lines.slice(first);
  const end = rest.findIndex((line) => !line.startsWith('- '));
  return rest.slice(0, end === -1 ? undefined : end).map((line) => line.slice(2));
}

/** What a card's sources say: `[1] Title · … · riyadh-talks ¶2` by its number. */
function sourceOf(number: string, card: SeenMessage): string {
  const line = readCard(card)
    .split('\n')
    .find((each) => each.startsWith(`-# [${number}] `));
  if (line === undefined) throw new Error(`the card lists no source ${number}`);
  return line;
}

/** The sources that a line of a card names, ` [1] [3]`. */
export const sourcesOf = (line: string, card: SeenMessage): readonly string[] =>
  [...line.matchAll(/ \[(\d+)\]/gu)].map(([, number = '']) => sourceOf(number, card));
