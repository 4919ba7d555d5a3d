import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Command } from '../../src/command/command.ts';
import { ambiguousReply } from '../../src/command/replies.ts';
import { type Bot, type BotOptions, startBot } from '../../src/discord/bot.ts';
import { LoginError } from '../../src/discord/login-error.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import type { ServerStore } from '../../src/store/server-store.ts';
import { patientServers } from '../conversations/servers.ts';
import {
  articleOf,
  citeWords,
  commandGiving,
  emptyCorpus,
  foundReply,
  quoteOf,
} from '../command/samples.ts';

const who = { description: 'guide.heading', schema: z.string().max(100).optional() } as const;
const article = articleOf(
  Array.from({ length: 300 }, (_, at) => `Speaker ${at} was @everyone’s friend.`).join(' '),
);
const sentence = (at: number) => citeWords(article, `Speaker ${at} was @everyone’s friend.`);
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const quote = commandGiving(
  'quote',
  { who: { ...who, complete: (typed) => [{ value: `${typed}!`, label: typed.toUpperCase() }] } },
  async ({ who: name }) => foundReply([[quoteOf(sentence(Number(name)))]]),
);
const many = commandGiving('many', { who }, async () =>
  foundReply(Array.from({ length: 250 }, (_, at) => [quoteOf(sentence(at))])),
);
const unsure = commandGiving('unsure', { who }, async (options) =>
  options['who'] === '1'
    ? foundReply([[quoteOf(sentence(1))]])
    : ambiguousReply(
        { kind: 'ambiguous', option: 'who', choices: [{ value: '1', label: [sentence(1)] }] },
        { command: 'unsure', options: { who: options['who'] ?? '' } },
      ),
);
const slow = commandGiving('slow', { who }, async (options) => {
  await later(1600);
  return foundReply([[quoteOf(sentence(1))]], { isPrivate: options['who'] === 'private' });
});
const broken: Command = commandGiving('broken', { who }, async () => {
  throw new Error('secret words');
});
const commands = [quote, many, unsure, slow, broken];

let sandbox: Sandbox;
let bot: Bot;
let reports: string[];
let servers: ServerStore;

const start = (changed: Partial<BotOptions> = {}): Promise<Bot> =>
  startBot({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    commands,
    messageCommands: [],
    servers,
    corpus: () => emptyCorpus,
    report: (line) => reports.push(line),
    ...changed,
  });

beforeEach(async () => {
  reports = [];
  sandbox = await startSandbox();
  servers = await patientServers(sandbox.guildId);
  bot = await start();
});

afterEach(async () => {
  await bot.close();
  await sandbox.close();
});

describe('a member', () => {
  it('asks, and all see the card', async () => {
    const card = await sandbox.as('member').command('quote', { who: '7' });
    expect(card.isEphemeral).toBe(false);
    expect(card.text).toContain('`/quote who: 7`');
    expect(card.text).toContain(String.raw`> Speaker 7 was \@everyone’s friend. [1]`);
  });

  it('gives no options, and gets examples to tap, in private', async () => {
    const guide = await sandbox.as('member').command('quote');
    expect(guide.isEphemeral).toBe(true);
    const card = await sandbox.as('member').press(guide, guide.buttons[0]?.label ?? '');
    expect(card.text).toContain('`/quote who: Rubio`');
  });

  it('turns the pages of a long answer', async () => {
    const member = sandbox.as('member');
    const first = await member.command('many', { who: 'all' });
    const second = await member.press(first, 'Next ›');
    expect(second.id).toBe(first.id);
    expect(second.text).toContain('-# Page 2 of');
    expect((await member.press(second, '‹ Back')).text).toBe(first.text);
  });

  it('who did not ask gets another page to themselves, and turns it there', async () => {
    const first = await sandbox.as('member').command('many', { who: 'all' });
    const copy = await sandbox.as('stranger').press(first, 'Next ›');
    expect(copy.id).not.toBe(first.id);
    expect(copy.isEphemeral).toBe(true);
    expect(copy.text).toContain('-# Page 2 of');
    const next = await sandbox.as('stranger').press(copy, 'Next ›');
    expect(next.id).toBe(copy.id);
    expect(next.text).toContain('-# Page 3 of');
    const [shared] = sandbox.as('member').messages();
    expect(shared?.text).toBe(first.text);
  });

  it('turns pages after the bot was started again', async () => {
    const first = await sandbox.as('member').command('many', { who: 'all' });
    await bot.close();
    bot = await start();
    await sandbox.waitForBot();
    expect((await sandbox.as('member').press(first, 'Next ›')).text).toContain('-# Page 2 of');
  });

  it('chooses what was meant, and all see the answer', async () => {
    const which = await sandbox.as('member').command('unsure', { who: 'x: y `z`' });
    expect(which.isEphemeral).toBe(true);
    const card = await sandbox.as('member').press(which, which.buttons[0]?.label ?? '');
    expect(card.isEphemeral).toBe(false);
    expect(card.text).toContain('`/unsure who: 1`');
  });

  it('is offered values while typing', async () => {
    const choices = await sandbox.as('member').complete('quote', { who: 'rub' }, 'who');
    expect(choices).toEqual([expect.objectContaining({ name: 'RUB', value: 'rub!' })]);
  });

  it('waits for a slow answer', async () => {
    const card = await sandbox.as('member').command('slow', { who: 'x' });
    expect(card.text).toContain('Speaker 1 was');
    expect(card.isEphemeral).toBe(false);
  });

  it('alone sees a slow answer that is private', async () => {
    await sandbox
      .as('member')
      .command('slow', { who: 'private' })
      .catch(() => undefined);
    const seen = () =>
      sandbox
        .as('member')
        .messages()
        .map((card) => [card.isEphemeral, card.text !== '']);
    await expect.poll(seen).toEqual([[true, true]]);
    expect(sandbox.as('stranger').messages()).toEqual([]);
  });

  it('is told plainly when something fails, and what they typed is not logged', async () => {
    const card = await sandbox.as('member').command('broken', { who: 'my words' });
    expect(card.text).toContain('Something went wrong here');
    expect(card.isEphemeral).toBe(true);
    expect(reports.join('\n')).toContain('/broken failed: Error');
    expect(reports.join('\n')).not.toMatch(/my words|secret words/u);
  });
});

/** What was registered, in order: how many commands, and whether everywhere or in the server. */
const registered = () =>
  sandbox.requests
    .filter(({ method }) => method === 'PUT')
    .map(({ path, body }) => [path.includes('/guilds/') ? 'server' : 'global', body]);

describe('the bot', () => {
  it('registers its commands once, and sends nothing when nothing changed', async () => {
    expect(registered()).toMatchObject([['global', { length: commands.length }]]);
    await bot.close();
    bot = await start();
    expect(bot.changedScopes).toBe(0);
    expect(registered()).toHaveLength(1);
  });

  it('registers them in one server instead, and everywhere again', async () => {
    await bot.close();
    bot = await start({ guildId: sandbox.guildId });
    expect(registered().slice(1)).toMatchObject([
      ['server', { length: commands.length }],
      ['global', { length: 0 }],
    ]);
    await bot.close();
    bot = await start();
    expect(registered().slice(3)).toMatchObject([
      ['server', { length: 0 }],
      ['global', { length: commands.length }],
    ]);
  });

  it('says so when it is not in the server that was set', async () => {
    await expect(start({ guildId: '123456789012345678' })).rejects.toThrow(
      'DISCORD_GUILD_ID: the bot is not in a server with the id 123456789012345678.',
    );
  });

  it('says so when Discord is out of reach', async () => {
    await expect(start({ apiUrl: 'http://127.0.0.1:9/api' })).rejects.toThrow(
      'Discord is out of reach (ECONNREFUSED)',
    );
  });

  it('answers what is in flight before it leaves', async () => {
    const asked = sandbox.as('member').command('slow', { who: 'x' });
    await later(200);
    await bot.close();
    expect((await asked).text).toContain('Speaker 1 was');
  });

  it('leaves answers that take too long, says how many, and leaves itself', async () => {
    await bot.close();
    bot = await start({ patience: 1 });
    await sandbox.waitForBot();
    const asked = sandbox.as('member').command('slow', { who: 'x' });
    asked.catch(() => undefined);
    await later(200);
    await bot.close();
    expect(bot.shards().every(({ isReady }) => !isReady)).toBe(true);
    expect(reports).toContain('Answers that took too long were left when the bot stopped: 1.');
  });

  it('says plainly that another copy of it answers, and not with each answer', async () => {
    const other = await start();
    const member = sandbox.as('member');
    for (const name of ['1', '2', '3']) await member.command('quote', { who: name });
    await expect.poll(() => reports.length).toBeGreaterThan(0);
    await other.close();
    // Each of the two says so once, if it is ever the second.
    expect(reports.length).toBeLessThanOrEqual(2);
    for (const line of reports)
      expect(line).toContain('Another copy of the bot runs with the same token');
  });

  it('says so when Discord does not know its token', async () => {
    await expect(start({ token: 'wrong' })).rejects.toThrow(LoginError);
    await expect(start({ token: 'wrong' })).rejects.toThrow(
      'DISCORD_TOKEN: Discord does not know this token.',
    );
  });

  it('never lets a message ping', async () => {
    await sandbox.as('member').command('quote', { who: '7' });
    const answers = sandbox.requests.filter(({ path }) => path.endsWith('/callback'));
    expect(answers).toHaveLength(1);
    expect(answers[0]?.body).toMatchObject({ data: { allowed_mentions: { parse: [] } } });
  });
});
