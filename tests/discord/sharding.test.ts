import { Locale } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Bot, type BotOptions, startBot } from '../../src/discord/bot.ts';
import { LoginError } from '../../src/discord/login-error.ts';
import { type ShardRange, isServed, shardsIn } from '../../src/discord/sharding.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { memoryServerStore } from '../../src/store/folder-server-store.ts';
import { DEFAULT_SETTINGS, type ServerStore } from '../../src/store/server-store.ts';
import { articleOf, commandGiving, emptyCorpus, foundReply, quoteOf } from '../command/samples.ts';
import { citeWords } from '../command/samples.ts';
import { readOnlyKeeping } from '../conversations/conversation.ts';
import { ask } from '../sandbox/raw-bot.ts';

// Several processes, each with some of a bot's shards, over the wire; here they are bots of one.

const who = { description: 'guide.heading', schema: z.string().max(100).optional() } as const;

let sandbox: Sandbox;
let bots: Bot[] = [];
let reports: string[] = [];
let warnings: string[] = [];

const open = async (options: SandboxOptions = {}): Promise<void> => {
  sandbox = await startSandbox(options);
};

/** A bot whose cards say `This is NAME.` */
async function start(name: string, changed: Partial<BotOptions> = {}): Promise<Bot> {
  const words = `This is ${name}.`;
  const complete = (typed: string) => [{ value: `${typed}!`, label: typed }];
  const command = commandGiving('who', { who: { ...who, complete } }, async () =>
    foundReply([[quoteOf(citeWords(articleOf(words), words))]]),
  );
  const bot = await startBot({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    commands: [command],
    messageCommands: [],
    servers: memoryServerStore(),
    corpus: () => emptyCorpus,
    report: (line) => reports.push(line),
    warn: (line) => warnings.push(line),
    ...changed,
  });
  bots.push(bot);
  return bot;
}

afterEach(async () => {
  for (const bot of bots) await bot.close();
  await sandbox.close();
  const reported = reports;
  [bots, reports, warnings] = [[], [], []];
  expect(reported).toEqual([]);
});

const half = (shard: number): ShardRange => ({ first: shard, last: shard, count: 2 });

const guildOf = (number: number) => {
  const guild = sandbox.guilds[number];
  if (guild === undefined) throw new Error(`the sandbox has no guild ${number}`);
  return guild;
};

/** Which bot answers a member of a guild, and how often. */
async function answersIn(number: number): Promise<string[]> {
  const before = sandbox.requests.length;
  const { text } = await guildOf(number).as('member').command('who', { who: 'x' });
  const answers = sandbox.requests.slice(before).filter(({ path }) => path.endsWith('/callback'));
  return answers.map(() => /This is (\w+)/u.exec(text)?.[1] ?? text);
}

const startsLeft = async (): Promise<unknown> => (await ask(sandbox, 'GET', '/gateway/bot')).body;

describe('two processes with a shard each', () => {
  it('answer every interaction once: each those of its servers, the first those in private', async () => {
    await open({ guilds: 4 });
    const second = await start('second', { shards: half(1) });
    const first = await start('first', { shards: half(0) });
    const expected = sandbox.guilds.map(({ guildId }) =>
      isServed(half(0), guildId) ? 'first' : 'second',
    );
    expect(new Set(expected).size).toBe(2);
    for (const [number, name] of expected.entries())
      expect(await answersIn(number)).toEqual([name]);
    const seen = await sandbox.as('member', { channel: 'dm' }).command('who', { who: 'x' });
    expect(seen.text).toContain('This is first.');
    expect(
      sandbox.guilds.map(({ guildId }) => [first, second].map((bot) => bot.isIn(guildId))),
    ).toEqual(expected.map((name) => [name === 'first', name === 'second']));
  });

  it('register the commands once, whichever of them starts first', async () => {
    await open({ guilds: 2 });
    await start('second', { shards: half(1) });
    expect(sandbox.commands()).toEqual([]);
    await start('first', { shards: half(0) });
    const registered = sandbox.requests.filter(({ method }) => method === 'PUT');
    expect(registered.map(({ path }) => path)).toEqual([
      `/applications/${sandbox.applicationId}/commands`,
    ]);
  });

  it('clear what servers of either have of their own when the commands come to be global', async () => {
    await open({ guilds: 2 });
    const ofOther = sandbox.guilds.find(({ guildId }) => isServed(half(1), guildId))?.guildId;
    await (await start('first', { shards: half(0), guildId: ofOther })).close();
    await start('first', { shards: half(0) });
    const { body } = await ask(
      sandbox,
      'GET',
      `/applications/${sandbox.applicationId}/guilds/${ofOther}/commands`,
    );
    expect(body).toEqual([]);
  });

  it('note that a server took the bot out only where it would be theirs', async () => {
    await open({ guilds: 4 });
    const servers = await knowingAll();
    const [gone, ...others] = sandbox.guilds.filter(({ guildId }) => isServed(half(0), guildId));
    gone?.membership.remove();
    expect(others).not.toEqual([]);
    await start('first', {
      shards: half(0),
      servers,
      keeping: await readOnlyKeeping(() => emptyCorpus, servers, new URL(sandbox.apiUrl).origin),
      departures: {},
    });
    expect(servers.left().map(({ guildId }) => guildId)).toEqual([gone?.guildId]);
  });

  it('correct the cards of their own servers only', async () => {
    await open({ guilds: 2 });
    const servers = await knowingAll();
    for (const { guildId, as } of sandbox.guilds) {
      const { id, message } = await as('member').say('what was shown');
      const place = { messageId: id, channelId: message.channel_id };
      await servers.keepCard({
        ...place,
        guildId,
        ownerId: '1',
        at: new Date().toISOString(),
        articles: { old: 'x' },
      });
    }
    const mine = sandbox.guilds.find(({ guildId }) => isServed(half(0), guildId));
    const looked = () =>
      sandbox.requests.filter(
        ({ path, method }) => method === 'GET' && path.startsWith('/channels/'),
      );
    await start('first', { shards: half(0), servers });
    await expect.poll(() => looked().length).toBeGreaterThan(0);
    await expect.poll(() => reports).toHaveLength(1);
    reports = [];
    expect(new Set(looked().map(({ path }) => path.split('/')[2]))).toEqual(
      new Set([mine?.world.channels[0]?.id]),
    );
  });
});

/** A store that keeps something of every guild. */
async function knowingAll(): Promise<ServerStore> {
  const servers = memoryServerStore();
  for (const { guildId } of sandbox.guilds) await servers.saveSettings(guildId, DEFAULT_SETTINGS);
  return servers;
}

describe('one process', () => {
  it('has as many shards as Discord recommends, and answers on all of them', async () => {
    await open({ guilds: 3, shards: { recommended: 2, maxConcurrency: 2 } });
    const bot = await start('only');
    expect(sandbox.guilds.every(({ guildId }) => bot.isIn(guildId))).toBe(true);
    expect(sandbox.link.sessionIds()).toHaveLength(2);
    for (const number of [0, 1, 2]) expect(await answersIn(number)).toEqual(['only']);
    expect(await startsLeft()).toMatchObject({ session_start_limit: { remaining: 998 } });
  });

  it('begins no more sessions at once than Discord allows', async () => {
    await open({ guilds: 2, shards: { maxConcurrency: 1 } });
    const bot = await start('only', { shards: { first: 0, last: 1, count: 2 } });
    expect(sandbox.guilds.every(({ guildId }) => bot.isIn(guildId))).toBe(true);
    expect(await startsLeft()).toMatchObject({ session_start_limit: { remaining: 998 } });
  });
});

const all = (count: number): ShardRange => ({ first: 0, last: count - 1, count });

describe('a start', () => {
  it.each<[string, NonNullable<SandboxOptions['shards']>, ShardRange | 'auto', RegExp]>([
    [
      'fewer shards than its servers need',
      { guildCount: 6000, recommended: 6 },
      all(2),
      /^SHARDS: 2 shards are too few for about 6000 servers, which need 3 or more\. Discord recommends 6; write auto, or 6, or a range such as 0-5\/6\.$/u,
    ],
    [
      'more shards than its servers can need',
      {},
      { first: 0, last: 0, count: 500 },
      /^SHARDS: 500 shards are more than its servers can need, which is 16 at the most/u,
    ],
    [
      'no multiple of what a large bot was given',
      { guildCount: 160_000, recommended: 160, maxConcurrency: 16 },
      all(150),
      /^SHARDS: 150 shards are not a multiple of 16/u,
    ],
    [
      'more sessions than are left',
      { spent: 999 },
      all(2),
      /^Discord lets this bot begin 1 more of 1000 sessions until 2\d{3}-\d\d-\d\d \d\d:\d\d UTC, and it takes 102 left to start/u,
    ],
    [
      'sessions that are kept back',
      { spent: 900 },
      'auto',
      /^Discord lets this bot begin 100 more of 1000 sessions/u,
    ],
  ])('that asks for %s is refused, and begins none', async (_what, rules, shards, message) => {
    await open({ shards: rules });
    const before = await startsLeft();
    await expect(start('none', { shards })).rejects.toThrow(message);
    expect(await startsLeft()).toMatchObject({
      session_start_limit: { remaining: remainingIn(before) },
    });
    expect(sandbox.link.sessionIds()).toEqual([]);
  });

  it.each<[string, NonNullable<SandboxOptions['shards']>, RegExp]>([
    [
      'has too many servers on a shard',
      { mostGuilds: 1 },
      /^SHARDS: a shard would have more than 2,500 servers.* \(close code 4011\)\.$/u,
    ],
    [
      'has a number of shards that Discord does not take',
      { multiple: 16 },
      /^SHARDS: Discord takes no such number.* \(close code 4010\)\.$/u,
    ],
  ])(
    'that %s ends as one that cannot be tried again, after one session',
    async (_what, rules, message) => {
      await open({ guilds: 2, shards: rules });
      const failed = start('none', { shards: all(1) });
      await expect(failed).rejects.toThrow(message);
      await expect(failed).rejects.toThrow(LoginError);
      reports = [];
      expect(await startsLeft()).toMatchObject({ session_start_limit: { remaining: 999 } });
    },
  );
});

const limitSchema = z.object({ session_start_limit: z.object({ remaining: z.number() }) });
const remainingIn = (info: unknown): number =>
  limitSchema.parse(info).session_start_limit.remaining;

it('the shards of ranges that follow one another serve each server once', () => {
  const ranges = [
    { first: 0, last: 2, count: 8 },
    { first: 3, last: 3, count: 8 },
    { first: 4, last: 7, count: 8 },
  ];
  expect(ranges.flatMap(shardsIn)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  // Discord's example of a snowflake, and its neighbours on other shards.
  for (let number = 0n; number < 32n; number += 1n) {
    const guildId = (175928847299117063n + (number << 22n)).toString();
    expect(ranges.filter((range) => isServed(range, guildId))).toHaveLength(1);
  }
});

describe('a bot that is allowed in some servers only', () => {
  const allowed = () => [guildOf(0).guildId];
  const refusals = {
    'en-US': 'I do not answer here: whoever runs me allows it in some servers only.',
    'es-ES': 'Aquí no respondo',
    uk: 'Тут я не відповідаю',
  };

  it('leaves the others at its start and when they take it in, and stays where it is allowed', async () => {
    await open({ guilds: 3 });
    guildOf(2).membership.remove();
    const bot = await start('shy', { allowedGuildIds: allowed() });
    const isIn = () => sandbox.guilds.map(({ guildId }) => bot.isIn(guildId));
    await expect.poll(isIn).toEqual([true, false, false]);
    guildOf(2).membership.add();
    const left = [1, 2].map(
      (number) => `Left the server ${guildOf(number).guildId}: ALLOWED_GUILD_IDS does not name it.`,
    );
    await expect.poll(() => warnings).toEqual(left);
    await expect.poll(isIn).toEqual([true, false, false]);
    expect(await answersIn(0)).toEqual(['shy']);
  });

  it('tells a server why it leaves, where it may', async () => {
    await open({ guilds: 3 });
    for (const { world } of sandbox.guilds)
      world.guild.system_channel_id = world.channels[0]?.id ?? null;
    sandbox.guilds[2]?.permit('general', '@everyone', { deny: 1n << 11n });
    await start('shy', { allowedGuildIds: allowed() });
    await expect.poll(() => warnings).toHaveLength(2);
    const told = sandbox.guilds.map(({ as }) =>
      as('member')
        .messages()
        .map(({ text }) => text),
    );
    expect(told).toEqual([[], [expect.stringContaining(refusals['en-US'])], []]);
    expect(sandbox.requests.filter(({ status }) => status === 403)).toEqual([]);
  });

  it.each([Locale.EnglishUS, Locale.SpanishES, Locale.Ukrainian] as const)(
    'refuses whoever brought it along elsewhere, in their language: %s',
    async (locale) => {
      await open({ guilds: 2 });
      guildOf(1).membership.remove();
      await start('shy', { allowedGuildIds: allowed() });
      for (const seen of [
        await guildOf(1).as('member', { locale }).command('who', { who: 'x' }),
        await sandbox.as('member', { channel: 'dm', locale }).command('who', { who: 'x' }),
        await sandbox.as('member', { channel: 'group', locale }).command('who', { who: 'x' }),
      ]) {
        expect(seen.text).toContain(refusals[locale]);
        expect(seen.isEphemeral).toBe(true);
      }
    },
  );

  it('refuses the buttons of cards that it showed before, and offers no values', async () => {
    await open({ guilds: 2 });
    const free = await start('free');
    const offered = () =>
      sandbox.as('member', { channel: 'dm' }).complete('who', { who: 'x' }, 'who');
    expect(await offered()).toMatchObject([{ value: 'x!' }]);
    const card = await guildOf(1).as('member').command('who', { who: 'x' });
    await free.close();
    guildOf(1).membership.remove();
    await start('shy', { allowedGuildIds: allowed() });
    const [button] = card.buttons.filter(({ customId }) => customId !== undefined);
    const refused = await guildOf(1)
      .as('member')
      .press(card, button?.label ?? '');
    expect(refused.text).toContain(refusals['en-US']);
    expect(await offered()).toEqual([]);
  });
});
