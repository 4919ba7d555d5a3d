import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { type RawGateway, ask, connect, identify } from './raw-bot.ts';

// Shards, and how many sessions may begin, as Discord documents them.

let sandbox: Sandbox;
const gateways: RawGateway[] = [];

afterEach(async () => {
  for (const gateway of gateways.splice(0)) gateway.close();
  await sandbox.close();
});

const open = async (options: SandboxOptions): Promise<void> => {
  sandbox = await startSandbox(options);
};

async function identifyAs(shard: readonly [number, number]): Promise<RawGateway> {
  const gateway = await connect(sandbox);
  gateways.push(gateway);
  gateway.send(identify(sandbox.token, 1, { shard }));
  return gateway;
}

const readySchema = z.object({ guilds: z.array(z.object({ id: z.string() })) });

/** The guilds that a shard is given. */
async function guildsOf(gateway: RawGateway): Promise<readonly string[]> {
  const { d } = await gateway.next(({ t }) => t === 'READY');
  return readySchema.parse(d).guilds.map(({ id }) => id);
}

describe('a shard', () => {
  it('is given the guilds whose ids, shifted by 22 bits, fall on it', async () => {
    await open({ guilds: 5 });
    const all: string[] = [];
    for (const shard of [0, 1, 2]) {
      const ids = await guildsOf(await identifyAs([shard, 3]));
      for (const id of ids) expect((BigInt(id) >> 22n) % 3n).toBe(BigInt(shard));
      all.push(...ids);
    }
    expect(all.toSorted()).toEqual(sandbox.guilds.map(({ guildId }) => guildId));
  });

  it('hears of its own guilds, and the first of what is in none', async () => {
    await open({ guilds: 2 });
    const shards = [await identifyAs([0, 2]), await identifyAs([1, 2])];
    const ids: string[] = [];
    for (const shard of shards) ids.push(...(await guildsOf(shard)));
    for (const [number, shard] of shards.entries()) {
      const mine = sandbox.guilds.find(({ guildId }) => guildId === ids[number]);
      const other = sandbox.guilds.find(({ guildId }) => guildId !== ids[number]);
      await shard.next(({ t }) => t === 'GUILD_CREATE');
      other?.membership.remove();
      mine?.membership.remove();
      const { d } = await shard.next(({ t }) => t === 'GUILD_DELETE');
      expect(d).toEqual({ id: ids[number] });
      mine?.membership.add();
      other?.membership.add();
    }
  });

  it.each([
    ['with more guilds than one may have', 4011, { mostGuilds: 1 }],
    ['that is none of a multiple of what a large bot was given', 4010, { multiple: 16 }],
  ])('%s is closed with %i', async (_what, code, shards) => {
    await open({ guilds: 4, shards });
    expect(await (await identifyAs([0, 2])).closed).toBe(code);
  });
});

const limit = async () => (await ask(sandbox, 'GET', '/gateway/bot')).body;

describe('a session', () => {
  it('begins five seconds after another of the same rate limit key, and at once after others', async () => {
    let now = Date.now();
    await open({ clock: () => now, shards: { maxConcurrency: 2 } });
    await guildsOf(await identifyAs([0, 4]));
    await guildsOf(await identifyAs([1, 4]));
    const early = await identifyAs([2, 4]);
    expect(await early.next(({ op }) => op === 9)).toMatchObject({ d: false });
    now += 5000;
    await guildsOf(await identifyAs([2, 4]));
  });

  it('counts toward those of a day', async () => {
    let now = Date.now();
    await open({ clock: () => now, shards: { recommended: 3, total: 10, spent: 4 } });
    await guildsOf(await identifyAs([0, 1]));
    const rest = { total: 10, max_concurrency: 1 };
    expect(await limit()).toMatchObject({
      shards: 3,
      session_start_limit: { ...rest, remaining: 5, reset_after: 24 * 3_600_000 },
    });
    now += 24 * 3_600_000;
    expect(await limit()).toMatchObject({ session_start_limit: { ...rest, remaining: 10 } });
  });

  it('that is one too many ends all, and lets nobody in any more', async () => {
    await open({ shards: { total: 1 } });
    const first = await identifyAs([0, 1]);
    await guildsOf(first);
    expect(await (await identifyAs([0, 1])).closed).toBe(4004);
    await first.closed;
    expect(await (await identifyAs([0, 1])).closed).toBe(4004);
  });
});
