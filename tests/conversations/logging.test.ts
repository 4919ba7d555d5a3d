import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands, messageCommands } from '../../commands/index.ts';
import { readSettings } from '../../src/config.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { createLog } from '../../src/monitoring/log.ts';
import { openMonitoring } from '../../src/monitoring/monitoring.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { commandGiving, foundReply } from '../command/samples.ts';
import { corpusOf } from './conversation.ts';
import { patientServers } from './servers.ts';

// What the log of the bot holds, whatever goes wrong in a conversation.

const MARK = 'xyzzy';

/** Says what was typed in every way that an error can. */
function failure(typed: string): Error {
  const words = `${typed}\n    at ${typed} (${typed}:1:1)\n${typed}`;
  const cause = new Error(words);
  return Object.assign(new Error(words, { cause }), { code: words, typed });
}

const who = { description: 'guide.heading', schema: z.string().max(100).optional() } as const;

const failing = commandGiving(
  'failing',
  {
    who: {
      ...who,
      complete: (typed) => {
        throw failure(typed);
      },
    },
  },
  async ({ who: typed = '' }) => {
    throw failure(typed);
  },
);

/** Opens a form whose sending fails, and a button beside it. */
const filling = {
  ...commandGiving('filling', { who }, async ({ who: typed = '' }) =>
    foundReply([], {
      controls: [
        { kind: 'button', label: 'press.unreadable', action: 'filling.open', argument: typed },
      ],
    }),
  ),
  actions: {
    'filling.open': async () => ({
      kind: 'form' as const,
      title: 'ask.about.title' as const,
      action: 'filling.send',
      fields: [
        {
          kind: 'text' as const,
          name: 'words',
          label: 'ask.about.field' as const,
          isLong: true,
          isRequired: true,
          most: 100,
        },
      ],
    }),
    'filling.send': async ({ fields }: { fields: Readonly<Record<string, string>> }) => {
      throw failure(fields['words'] ?? '');
    },
  },
};

/** Makes a card that Discord refuses, so that its answer fails on the way. */
const refused = commandGiving('refused', { who }, async ({ who: typed = '' }) =>
  foundReply([], { files: [{ name: `${typed}|`, bytes: Buffer.from(typed) }] }),
);

const known = [...commands, failing, filling, refused];

let sandbox: Sandbox;
let bot: Bot;
let corpus: () => Corpus;
let lines: () => readonly Record<string, unknown>[];
let logged: () => string;

beforeEach(async () => {
  sandbox = await startSandbox();
  const read = await corpusOf({ lake: `"The lake is ${MARK} calm," Ann Petrova said.` });
  corpus = () => read;
  const output = new PassThrough();
  const chunks: string[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  logged = () => chunks.join('');
  lines = () =>
    logged()
      .split('\n')
      .flatMap((line): Record<string, unknown>[] => (line === '' ? [] : [JSON.parse(line)]));
  const log = createLog('debug', output, [sandbox.token]);
  const monitoring = await openMonitoring(readSettings({}), log, '1.2.3');
  bot = await startBot({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    commands: known,
    messageCommands,
    servers: await patientServers(sandbox.guildId),
    corpus: () => corpus(),
    report: log.error,
    answered: monitoring.answered,
  });
});

afterEach(async () => {
  await bot.close();
  await sandbox.close();
});

/** The tokens of all interactions so far. */
const interactionTokens = (): readonly string[] =>
  sandbox.requests.flatMap(
    ({ path }) => /\/(?:interactions|webhooks)\/\d+\/([^/]+)/u.exec(path)?.[1] ?? [],
  );

const buttonOf = (card: SeenMessage, at = 0): string => card.buttons[at]?.label ?? '';

/** What fails on the way to Discord is never answered; nobody waits for it. */
const unanswered = (asked: Promise<unknown>): void => void asked.catch(() => undefined);

const typed = `${MARK} words`;

describe('the log', () => {
  it('tells what failed and where, and has neither tokens nor what members typed', async () => {
    const member = sandbox.as('member');
    await member.command('failing', { who: typed });
    await member.complete('failing', { who: typed }, 'who');
    const card = await member.command('filling', { who: MARK });
    const form = await member.pressForForm(card, buttonOf(card));
    await member.submit(form, { words: typed });
    unanswered(member.command('refused', { who: MARK }));
    await member.command('quote', { who: typed });
    await member.command('ask', { question: typed });
    const found = await member.command('quote', { who: 'Petrova' });
    const said = await member.say(`${typed} said “the lake is ${MARK}”`);
    await member.messageCommand(said, 'Find evidence');
    corpus = () => {
      throw failure(typed);
    };
    unanswered(member.press(found, buttonOf(found)));
    unanswered(member.command('ask', { question: typed }));
    await member.say(`@verbatim ${typed}`);
    const failed = () =>
      lines().flatMap(({ level, command }) => (level === 'error' ? [command] : []));
    await expect
      .poll(failed)
      .toEqual(
        expect.arrayContaining(['failing', 'filling.send', 'refused', 'card.context', 'ask']),
      );
    await expect
      .poll(() => lines().filter(({ outcome }) => outcome === 'error').length)
      .toBeGreaterThanOrEqual(7);
    expect(lines().filter(({ trace }) => trace !== undefined).length).toBeGreaterThanOrEqual(7);
    expect(logged()).not.toMatch(/xyzzy/iu);
    expect(logged()).not.toContain(sandbox.token);
    expect(interactionTokens().length).toBeGreaterThan(7);
    for (const token of interactionTokens()) expect(logged()).not.toContain(token);
  }, 60_000);

  it('tells of each answer where, what, how it ended and how long it took', async () => {
    const member = sandbox.as('member');
    await member.command('quote', { who: 'Petrova' });
    await member.command('quote', { who: 'Nobody' });
    await member.command('quote');
    await member.complete('quote', { who: 'Pet' }, 'who');
    await expect.poll(lines).toHaveLength(4);
    const answer = (msg: string, outcome: string) => ({
      level: 'debug',
      time: expect.any(String),
      msg,
      guildId: sandbox.guildId,
      command: 'quote',
      outcome,
      milliseconds: expect.any(Number),
    });
    expect(lines()).toEqual([
      answer('A command was answered.', 'found'),
      answer('A command was answered.', 'none'),
      answer('A command was answered.', 'guide'),
      answer('A completion was answered.', 'done'),
    ]);
  });
});
