import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { ask, connect, connectReady, identify } from './raw-bot.ts';
import type { RawGateway } from './raw-bot.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

const MESSAGE_CONTENT = 1 << 15;
const UNKNOWN_INTENT = 1 << 30;

describe('the gateway closes', () => {
  test.each<[string, number, (gateway: RawGateway) => void]>([
    ['an unknown opcode', 4001, ({ send }) => send({ op: 99, d: null })],
    ['an opcode that only the gateway sends', 4001, ({ send }) => send({ op: 11, d: null })],
    ['what is not JSON', 4002, ({ sendText }) => sendText('{')],
    ['a payload without opcode', 4002, ({ send }) => send({ d: null })],
    ['more than 4096 bytes', 4002, ({ send }) => send({ op: 1, d: 'x'.repeat(4096) })],
    ['an identify without token', 4002, ({ send }) => send({ op: 2, d: {} })],
    ['a presence before identify', 4003, ({ send }) => send({ op: 3, d: {} })],
    ['a wrong token', 4004, ({ send }) => send(identify('wrong'))],
    [
      'a second identify',
      4005,
      ({ send }) => {
        send(identify(sandbox.token));
        send(identify(sandbox.token));
      },
    ],
    [
      'more than 120 payloads in a minute',
      4008,
      ({ send }) => {
        for (let sent = 0; sent < 121; sent += 1) send({ op: 1, d: null });
      },
    ],
    [
      'a shard beyond the last',
      4010,
      ({ send }) => send(identify(sandbox.token, 1, { shard: [1, 1] })),
    ],
    ['an unknown intent', 4013, ({ send }) => send(identify(sandbox.token, UNKNOWN_INTENT))],
    [
      'a privileged intent that was not granted',
      4014,
      ({ send }) => send(identify(sandbox.token, MESSAGE_CONTENT)),
    ],
  ])('on %s with %i', async (_what, code, act) => {
    const gateway = await connect(sandbox);
    act(gateway);
    expect(await gateway.closed).toBe(code);
  });

  test.each([
    ['another version', 'v=9&encoding=json', 4012],
    ['another encoding', 'v=10&encoding=etf', 4002],
    ['compression', 'v=10&encoding=json&compress=zlib-stream', 4002],
  ])('on %s', async (_what, query, code) => {
    const gateway = await connect(sandbox, query);
    expect(await gateway.closed).toBe(code);
  });
});

describe('the gateway', () => {
  test('greets, makes ready and shows the guild', async () => {
    const gateway = await connect(sandbox);
    const hello = await gateway.next(({ op }) => op === 10);
    expect(hello.d).toMatchObject({ heartbeat_interval: expect.any(Number) });
    gateway.send(identify(sandbox.token));
    const ready = await gateway.next(({ t }) => t === 'READY');
    expect(ready.d).toMatchObject({ v: 10, guilds: [{ id: sandbox.guildId, unavailable: true }] });
    const guild = await gateway.next(({ t }) => t === 'GUILD_CREATE');
    expect(guild.d).toMatchObject({ id: sandbox.guildId, members: [{ user: { bot: true } }] });
    gateway.close();
  });

  test('answers heartbeats, before identify too', async () => {
    const gateway = await connect(sandbox);
    gateway.send({ op: 1, d: null });
    expect((await gateway.next(({ op }) => op === 11)).op).toBe(11);
    gateway.close();
  });

  test('asks for a new identify when a bot resumes', async () => {
    const gateway = await connect(sandbox);
    gateway.send({ op: 6, d: { token: sandbox.token, session_id: 'x', seq: 1 } });
    expect(await gateway.next(({ op }) => op === 9)).toMatchObject({ d: false });
    gateway.close();
  });

  test('sends a session only what its intents ask for', async () => {
    const quiet = await connectReady(sandbox);
    const loud = await connect(sandbox);
    loud.send(identify(sandbox.token, 1 << 9));
    await loud.next(({ t }) => t === 'READY');
    const [channel] = sandbox.world.channels;
    await ask(sandbox, 'POST', `/channels/${channel?.id}/messages`, { content: 'Hello' });
    const heard = await loud.next(({ t }) => t === 'MESSAGE_CREATE' || t === 'GUILD_CREATE');
    expect(heard).toMatchObject({ t: 'MESSAGE_CREATE', d: { content: 'Hello' } });
    quiet.send({ op: 1, d: null });
    const next = await quiet.next(({ op, t }) => op === 11 || t === 'MESSAGE_CREATE');
    expect(next.op).toBe(11);
    quiet.close();
    loud.close();
  });

  test('grants privileged intents to an application with their flags', async () => {
    const granting = await startSandbox({ applicationFlags: 1 << 19 });
    const gateway = await connect(granting);
    gateway.send(identify(granting.token, MESSAGE_CONTENT));
    expect((await gateway.next(({ t }) => t === 'READY')).t).toBe('READY');
    gateway.close();
    await granting.close();
  });
});
