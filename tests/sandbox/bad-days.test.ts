import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from 'discord.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { startBot } from './bot.ts';
import { connect, connectReady, identify } from './raw-bot.ts';

// What happens to a bot's connection, as Discord documents it.

let sandbox: Sandbox;
let bot: Client<true> | undefined;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(async () => {
  await bot?.destroy();
  bot = undefined;
  await sandbox.close();
});

const answers = async (): Promise<string> =>
  (await sandbox.as('member').command('quote', { who: 'Rubio' })).text;

const resume = (token: string, session_id: string, seq: number) => ({
  op: 6,
  d: { token, session_id, seq },
});

describe('a bot on discord.js answers', () => {
  it.each([
    ['after its connection died', () => sandbox.link.drop()],
    ['after it was asked to reconnect', () => sandbox.link.reconnect()],
    [
      'after its session was called invalid, but to be resumed',
      () => sandbox.link.invalidate(true),
    ],
  ])(
    '%s, without a new session',
    async (_what, happen) => {
      bot = await startBot(sandbox);
      await sandbox.waitForBot();
      const resumed = new Promise((resolve) => bot?.once('shardResume', resolve));
      happen();
      await resumed;
      expect(await answers()).toBe('**Rubio** said it');
    },
    15_000,
  );

  it('what came while it was away', async () => {
    bot = await startBot(sandbox);
    await sandbox.waitForBot();
    sandbox.link.drop();
    expect(await answers()).toBe('**Rubio** said it');
  });
});

describe('a session', () => {
  it('that nobody knows is invalid', async () => {
    const gateway = await connect(sandbox);
    gateway.send(resume(sandbox.token, 'nobody', 1));
    expect(await gateway.next(({ op }) => op === 9)).toMatchObject({ d: false });
    gateway.send(identify(sandbox.token));
    await gateway.next(({ t }) => t === 'READY');
    gateway.close();
  });

  it('goes on with what was missed, in order, and then says so', async () => {
    const first = await connectReady(sandbox);
    await first.next(({ t }) => t === 'GUILD_CREATE');
    first.close();
    await first.closed;
    sandbox.permit('general', '@everyone', { deny: 1n });
    sandbox.permit('news', '@everyone', { deny: 1n });
    const session = sandbox.link.sessionIds()[0] ?? '';
    const second = await connect(sandbox);
    second.send(resume(sandbox.token, session, 2));
    const names: unknown[] = [];
    for (let at = 0; at < 3; at += 1) names.push((await second.next(({ op }) => op === 0)).t);
    expect(names).toEqual(['CHANNEL_UPDATE', 'CHANNEL_UPDATE', 'RESUMED']);
    second.close();
  });

  it('cannot go on after an event that was never sent', async () => {
    const first = await connectReady(sandbox);
    first.close();
    await first.closed;
    const second = await connect(sandbox);
    second.send(resume(sandbox.token, sandbox.link.sessionIds()[0] ?? '', 99));
    expect(await second.closed).toBe(4007);
  });

  it('that was called invalid for good is gone', async () => {
    const first = await connectReady(sandbox);
    const [session = ''] = sandbox.link.sessionIds();
    sandbox.link.invalidate(false);
    expect(await first.next(({ op }) => op === 9)).toMatchObject({ d: false });
    first.send(resume(sandbox.token, session, 1));
    expect(await first.next(({ op }) => op === 9)).toMatchObject({ d: false });
    first.close();
  });
});
