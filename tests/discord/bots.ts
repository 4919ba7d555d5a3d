import { expect } from 'vitest';
import { z } from 'zod';
import { type Bot, type BotOptions, startBot } from '../../src/discord/bot.ts';
import {
  type Sandbox,
  type SandboxGuild,
  type SandboxOptions,
  startSandbox,
} from '../../src/sandbox/index.ts';
import { memoryServerStore } from '../../src/store/folder-server-store.ts';
import {
  articleOf,
  citeWords,
  commandGiving,
  emptyCorpus,
  foundReply,
  quoteOf,
} from '../command/samples.ts';

// Bots in a sandbox with several servers, which say on their cards which of them they are.

export interface Bots {
  readonly sandbox: Sandbox;
  /** What went wrong; to be emptied where that was to be. */
  readonly reports: string[];
  readonly warnings: readonly string[];
  /** A bot whose cards say `This is NAME.` */
  readonly start: (name: string, changed?: Partial<BotOptions>) => Promise<Bot>;
  readonly guild: (number: number) => SandboxGuild;
  /** Which bot answers a member of a guild, once for each answer that was given. */
  readonly answersIn: (number: number) => Promise<readonly string[]>;
  /** Stops all; fails if something went wrong. */
  readonly close: () => Promise<void>;
}

const who = {
  description: 'guide.heading',
  schema: z.string().max(100).optional(),
  complete: (typed: string) => [{ value: `${typed}!`, label: typed }],
} as const;

const naming = (name: string) => {
  const words = `This is ${name}.`;
  return commandGiving('who', { who }, async () =>
    foundReply([[quoteOf(citeWords(articleOf(words), words))]]),
  );
};

export async function openBots(options: SandboxOptions = {}): Promise<Bots> {
  const sandbox = await startSandbox(options);
  const bots: Bot[] = [];
  const reports: string[] = [];
  const warnings: string[] = [];
  const guild = (number: number): SandboxGuild => {
    const found = sandbox.guilds[number];
    if (found === undefined) throw new Error(`the sandbox has no guild ${number}`);
    return found;
  };
  return {
    sandbox,
    reports,
    warnings,
    guild,
    start: async (name, changed = {}) => {
      const bot = await startBot({
        token: sandbox.token,
        apiUrl: sandbox.apiUrl,
        commands: [naming(name)],
        messageCommands: [],
        servers: memoryServerStore(),
        corpus: () => emptyCorpus,
        report: (line) => reports.push(line),
        warn: (line) => warnings.push(line),
        ...changed,
      });
      bots.push(bot);
      return bot;
    },
    answersIn: async (number) => {
      const before = sandbox.requests.length;
      const { text } = await guild(number).as('member').command('who', { who: 'x' });
      const answers = sandbox.requests
        .slice(before)
        .filter(({ path }) => path.endsWith('/callback'));
      return answers.map(() => /This is (\w+)/u.exec(text)?.[1] ?? text);
    },
    close: async () => {
      for (const bot of bots) await bot.close();
      await sandbox.close();
      expect(reports).toEqual([]);
    },
  };
}
