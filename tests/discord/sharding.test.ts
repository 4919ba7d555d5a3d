import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LoginError } from '../../src/discord/login-error.ts';
import { type ShardRange, isServed, shardsIn } from '../../src/discord/sharding.ts';
import type { SandboxOptions } from '../../src/sandbox/index.ts';
import { memoryServerStore } from '../../src/store/folder-server-store.ts';
import { DEFAULT_SETTINGS, type ServerStore } from '../../src/store/server-store.ts';
import { emptyCorpus } from '../command/samples.ts';
import { readOnlyKeeping } from '../conversations/conversation.ts';
import { ask } from '../sandbox/raw-bot.ts';
import { type Bots, openBots } from './bots.ts';

// Several processes, each with some of a bot's shards, over the wire; here they are bots of one.

let bots: Bots;

afterEach(() => bots.close());

const half = (shard: number): ShardRange => ({ first: shard, last: shard, count: 2 });

const startsLeft = async (): Promise<unknown> =>
  (await ask(bots.sandbox, 'GET', '/gateway/bot')).body;

describe('two processes with a shard each', () => {
  it('answer every interaction once: each those of its servers, the first those in private', async () => {
    bots = await openBots({ guilds: 4 });
    const second = await bots.start('second', { shards: half(1) });
    const first = await bots.start('first', { shards: half(0) });
    const expected = bots.sandbox.guilds.map(({ guildId }) =>
      isServed(half(0), guildId) ? 'first' : 'second',
    );
    expect(new Set(expected).size).toBe(2);
    for (const [number, name] of expected.entries())
      expect(await bots.answersIn(number)).toEqual([name]);
    const seen = await bots.sandbox.as('member', { channel: 'dm' }).command('who', { who: 'x' });
    expect(seen.text).toContain('This is first.');
    expect(
      bots.sandbox.guilds.map(({ guildId }) => [first, second].map((bot) => bot.isIn(guildId))),
    ).toEqual(expected.map((name) => [name === 'first', name === 'second']));
  });

  it('register the commands once, whichever of them starts first', async () => {
    bots = await openBots({ guilds: 2 });
    await bots.start('second', { shards: half(1) });
    expect(bots.sandbox.commands()).toEqual([]);
    await bots.start('first', { shards: half(0) });
    const registered = bots.sandbox.requests.filter(({ method }) => method === 'PUT');
    expect(registered.map(({ path }) => path)).toEqual([
      `/applications/${bots.sandbox.applicationId}/commands`,
    ]);
  });

  it('clear what servers of either have of their own when the commands come to be global', async () => {
    bots = await openBots({ guilds: 2 });
    const ofOther = bots.sandbox.guilds.find(({ guildId }) => isServed(half(1), guildId))?.guildId;
    await (await bots.start('first', { shards: half(0), guildId: ofOther })).close();
    await bots.start('first', { shards: half(0) });
    const { body } = await ask(
      bots.sandbox,
      'GET',
      `/applications/${bots.sandbox.applicationId}/guilds/${ofOther}/commands`,
    );
    expect(body).toEqual([]);
  });

  it('note that a server took the bot out only where it would be theirs', async () => {
    bots = await openBots({ guilds: 4 });
    const servers = await knowingAll();
    const [gone, ...others] = bots.sandbox.guilds.filter(({ guildId }) =>
      isServed(half(0), guildId),
    );
    gone?.membership.remove();
    expect(others).not.toEqual([]);
    await bots.start('first', {
      shards: half(0),
      servers,
      keeping: await readOnlyKeeping(
        () => emptyCorpus,
        servers,
        new URL(bots.sandbox.apiUrl).origin,
      ),
      departures: {},
    });
    expect(servers.left().map(({ guildId }) => guildId)).toEqual([gone?.guildId]);
  });

  it('correct the cards of their own servers only', async () => {
    bots = await openBots({ guilds: 2 });
    const servers = await knowingAll();
    for (const { guildId, as } of bots.sandbox.guilds) {
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
    const mine = bots.sandbox.guilds.find(({ guildId }) => isServed(half(0), guildId));
    const looked = () =>
      bots.sandbox.requests.filter(
        ({ path, method }) => method === 'GET' && path.startsWith('/channels/'),
      );
    await bots.start('first', { shards: half(0), servers });
    await expect.poll(() => looked().length).toBeGreaterThan(0);
    await expect.poll(() => bots.reports).toHaveLength(1);
    bots.reports.length = 0;
    expect(new Set(looked().map(({ path }) => path.split('/')[2]))).toEqual(
      new Set([mine?.world.channels[0]?.id]),
    );
  });
});

/** A store that keeps something of every guild. */
async function knowingAll(): Promise<ServerStore> {
  const servers = memoryServerStore();
  for (const { guildId } of bots.sandbox.guilds)
    await servers.saveSettings(guildId, DEFAULT_SETTINGS);
  return servers;
}

describe('one process', () => {
  it('has as many shards as Discord recommends, and answers on all of them', async () => {
    bots = await openBots({ guilds: 3, shards: { recommended: 2, maxConcurrency: 2 } });
    const bot = await bots.start('only');
    expect(bots.sandbox.guilds.every(({ guildId }) => bot.isIn(guildId))).toBe(true);
    expect(bots.sandbox.link.sessionIds()).toHaveLength(2);
    for (const number of [0, 1, 2]) expect(await bots.answersIn(number)).toEqual(['only']);
    expect(await startsLeft()).toMatchObject({ session_start_limit: { remaining: 998 } });
  });

  it('begins no more sessions at once than Discord allows', async () => {
    bots = await openBots({ guilds: 2, shards: { maxConcurrency: 1 } });
    const bot = await bots.start('only', { shards: { first: 0, last: 1, count: 2 } });
    expect(bots.sandbox.guilds.every(({ guildId }) => bot.isIn(guildId))).toBe(true);
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
    bots = await openBots({ shards: rules });
    const before = await startsLeft();
    await expect(bots.start('none', { shards })).rejects.toThrow(message);
    expect(await startsLeft()).toMatchObject({
      session_start_limit: { remaining: remainingIn(before) },
    });
    expect(bots.sandbox.link.sessionIds()).toEqual([]);
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
      bots = await openBots({ guilds: 2, shards: rules });
      const failed = bots.start('none', { shards: all(1) });
      await expect(failed).rejects.toThrow(message);
      await expect(failed).rejects.toThrow(LoginError);
      bots.reports.length = 0;
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
