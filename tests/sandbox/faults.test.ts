import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import type { Fault } from '../../src/sandbox/faults/fault.ts';
import { ask, connectReady } from './raw-bot.ts';

// Faults that the sandbox plays, as Discord documents them.

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(() => sandbox.close());

const ROUTE = 'POST /channels/:/messages';
const path = (): string => `/channels/${sandbox.world.channels[0]?.id ?? ''}/messages`;
const post = (body: object = { content: 'x' }) => ask(sandbox, 'POST', path(), body);
const posted = (): number => sandbox.as('member').messages().length;

const limited = async (fault: Fault) => {
  sandbox.faults.plan(ROUTE, fault);
  const response = await fetch(`${sandbox.apiUrl}/v10${path()}`, {
    method: 'POST',
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
    body: '{"content":"x"}',
  });
  const names = [...response.headers.keys()].filter((name) => /ratelimit|retry/u.test(name));
  return {
    status: response.status,
    names: names.toSorted(),
    scope: response.headers.get('x-ratelimit-scope'),
    seconds: response.headers.get('retry-after'),
    body: await response.json(),
  };
};

const twice = async (more: object): Promise<number> => {
  await post({ content: 'x', nonce: '7', ...more });
  await post({ content: 'x', nonce: '7', ...more });
  return posted();
};

describe('a limit', () => {
  const OF_ROUTE = [
    'retry-after',
    'x-ratelimit-bucket',
    'x-ratelimit-limit',
    'x-ratelimit-remaining',
    'x-ratelimit-reset',
    'x-ratelimit-reset-after',
    'x-ratelimit-scope',
  ];
  it.each<[Extract<Fault, { kind: 'limit' }>['scope'], readonly string[]]>([
    ['user', OF_ROUTE],
    ['shared', OF_ROUTE],
    ['global', ['retry-after', 'x-ratelimit-global', 'x-ratelimit-scope']],
  ])('of the scope %s says what Discord says', async (scope, names) => {
    const answer = await limited({ kind: 'limit', scope, seconds: 60 });
    expect(answer).toMatchObject({ status: 429, scope, names, seconds: '60' });
    expect(answer.body).toMatchObject({ global: scope === 'global', retry_after: 60 });
    expect(posted()).toBe(0);
  });

  it('is over when it said it would be', async () => {
    let now = 0;
    await sandbox.close();
    sandbox = await startSandbox({ clock: () => Date.parse('2025-03-01') + now });
    const planned = sandbox.faults.plan(ROUTE, { kind: 'limit', scope: 'user', seconds: 60 });
    const statuses = [(await post()).status];
    now += 59_000;
    statuses.push((await post()).status);
    now += 1_000;
    statuses.push((await post()).status);
    expect(statuses).toEqual([429, 429, 200]);
    expect(planned.met()).toBe(2);
  });

  it('of all routes leaves interactions alone', async () => {
    sandbox.faults.plan('*', { kind: 'limit', scope: 'global', seconds: 60 });
    expect((await post()).status).toBe(429);
    const callback = await ask(sandbox, 'POST', '/interactions/1/x/callback', { type: 5 });
    expect(callback.status).toBe(404);
  });
});

describe('a request', () => {
  it.each<[string, Fault, number]>([
    ['is answered with an error and not carried out', { kind: 'error', status: 503 }, 0],
    ['is lost', { kind: 'cut', before: 'work', how: 'reset' }, 0],
    ['is carried out and its answer lost', { kind: 'cut', before: 'answer', how: 'closed' }, 1],
    ['is carried out and answered later', { kind: 'slow', before: 'answer', ms: 50 }, 1],
    ['is carried out later', { kind: 'slow', before: 'work', ms: 50 }, 1],
  ])('%s, and the next one is right', async (_what, fault, done) => {
    const planned = sandbox.faults.plan(ROUTE, fault, 1);
    await post().catch(() => undefined);
    expect([planned.met(), posted()]).toEqual([1, done]);
    expect((await post()).status).toBe(200);
  });

  it('of another route is right', async () => {
    sandbox.faults.plan('GET /channels/:/messages', { kind: 'error', status: 500 });
    expect((await post()).status).toBe(200);
  });

  it('finds nobody while Discord is down, and is answered after', async () => {
    const comeBack = await sandbox.goDown();
    await expect(post()).rejects.toThrow('fetch failed');
    await comeBack();
    expect((await post()).status).toBe(200);
  });
});

describe('a message with a nonce', () => {
  it('that is enforced is posted once', async () => {
    expect(await twice({ enforce_nonce: true })).toBe(1);
  });

  it('that is not enforced is posted each time', async () => {
    expect(await twice({})).toBe(2);
  });

  it('is another one after a few minutes', async () => {
    let now = Date.parse('2025-03-01');
    await sandbox.close();
    sandbox = await startSandbox({ clock: () => now });
    await post({ content: 'x', nonce: '7', enforce_nonce: true });
    now += 10 * 60_000;
    await post({ content: 'x', nonce: '7', enforce_nonce: true });
    expect(posted()).toBe(2);
  });
});

describe('an event', () => {
  const INTENTS = (1 << 0) | (1 << 9);

  it('comes as often as it is told to', async () => {
    const gateway = await connectReady(sandbox, INTENTS);
    sandbox.faults.repeat('MESSAGE_CREATE', 2);
    await post();
    await gateway.next(({ t }) => t === 'MESSAGE_CREATE');
    await gateway.next(({ t }) => t === 'MESSAGE_CREATE');
    gateway.close();
  });

  it('that is held comes after those that overtook it', async () => {
    const gateway = await connectReady(sandbox, INTENTS);
    await gateway.next(({ t }) => t === 'GUILD_CREATE');
    const letGo = sandbox.faults.hold('MESSAGE_CREATE');
    const member = sandbox.as('member');
    member.remove(await member.say('x'));
    letGo();
    const order = [
      await gateway.next(({ op }) => op === 0),
      await gateway.next(({ op }) => op === 0),
    ];
    expect(order.map(({ t }) => t)).toEqual(['MESSAGE_DELETE', 'MESSAGE_CREATE']);
    gateway.close();
  });

  it('does not come over a connection that is dead, nor does an acknowledgement', async () => {
    const gateway = await connectReady(sandbox, INTENTS);
    await gateway.next(({ t }) => t === 'GUILD_CREATE');
    sandbox.link.die();
    gateway.send({ op: 1, d: null });
    await post();
    sandbox.link.closeWith(4000);
    expect(await gateway.closed).toBe(4000);
    expect(gateway.waiting()).toEqual([]);
  });
});
