import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { serveEndpoint } from '../../src/monitoring/endpoint.ts';
import { commandGiving, foundReply } from '../command/samples.ts';
import { SOON, STARTED, startAt } from './started.ts';

// What whoever watches over the bot can ask it.

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-monitoring-'));
  await writeFile(join(folder, 'lake.md'), '"The lake is calm," Ann Petrova said.\n');
});

afterEach(() => rm(folder, { recursive: true }));

const gate = new EventEmitter();
let isAsked = false;
const slow = commandGiving('slow', commands[0]?.options ?? {}, async () => {
  isAsked = true;
  await once(gate, 'open');
  return foundReply([]);
});

const start = (env: Record<string, string>) =>
  startAt({ isTTY: true, folder, env, known: [...commands, slow] });

const addressIn = (logged: string): string => /http:\/\/\S+(?=\/metrics)/u.exec(logged)?.[0] ?? '';

const metric = (text: string, name: string): number | undefined => {
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length));
};

const answers = (outcome: string): string =>
  `verbatim_answers_total{command="quote",via="command",outcome="${outcome}"}`;

describe('a bot that is watched', () => {
  it('says whether it is alive and ready, and what it did, until it has left', async () => {
    const bot = start({ METRICS_PORT: '0' });
    await expect.poll(bot.said, SOON).toContain(STARTED);
    const address = addressIn(bot.logged());
    const ask = async (path: string) => {
      const response = await fetch(`${address}${path}`);
      return { status: response.status, text: await response.text() };
    };
    expect(await ask('/healthz')).toEqual({ status: 200, text: '{"alive":true}\n' });
    expect(await ask('/readyz')).toEqual({ status: 200, text: '{"ready":true,"lacks":[]}\n' });

    bot.type('/quote who: Petrova');
    await expect.poll(bot.said, SOON).toContain('│ [1] lake · lake ¶1');
    bot.type('/quote who: Nobody');
    await expect.poll(bot.said, SOON).toContain('does not say');
    for (const outcome of ['found', 'none'])
      await expect
        .poll(async () => metric((await ask('/metrics')).text, answers(outcome)), SOON)
        .toBe(1);
    const { text } = await ask('/metrics');
    for (const [name, value] of [
      [answers('found'), 1],
      ['verbatim_answer_duration_seconds_count{command="quote",via="command"}', 2],
      ['verbatim_gateway_ready{shard="0"}', 1],
      ['verbatim_store_reachable', 1],
      ['verbatim_articles', 1],
      ['verbatim_articles_unread', 0],
      ['verbatim_base_revision', 1],
      ['verbatim_base_lag_revisions', 0],
      ['verbatim_shelf_lag_seconds', 0],
      ['verbatim_shelves_loaded', 2],
    ] as const)
      expect([name, metric(text, name)]).toEqual([name, value]);
    expect(metric(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect(text).not.toMatch(/\d{17,}"/u);

    bot.type('/slow event: x');
    await expect.poll(() => isAsked, SOON).toBe(true);
    process.emit('SIGTERM');
    expect(await ask('/readyz')).toEqual({
      status: 503,
      text: '{"ready":false,"lacks":["stopping"]}\n',
    });
    gate.emit('open');
    expect(await bot.exited).toBe(0);
    await expect(fetch(`${address}/healthz`)).rejects.toThrow('fetch failed');
  });

  it('is alive, and says what it lacks, while it reads the articles', async () => {
    const bot = start({ METRICS_PORT: '0' });
    await expect.poll(bot.logged, SOON).toContain('/metrics');
    const response = await fetch(`${addressIn(bot.logged())}/readyz`);
    expect(await response.json()).toMatchObject({
      ready: false,
      lacks: expect.arrayContaining(['gateway']),
    });
    await expect.poll(bot.said, SOON).toContain(STARTED);
    bot.type('exit');
    expect(await bot.exited).toBe(0);
  });

  it('serves nothing where no port is set', async () => {
    const bot = start({});
    await expect.poll(bot.said, SOON).toContain(STARTED);
    bot.type('exit');
    expect(await bot.exited).toBe(0);
    expect(bot.logged()).not.toContain('/metrics');
  });
});

describe('an operator', () => {
  it('is told in one line that the port is taken', async () => {
    const other = await serveEndpoint({}, { host: '127.0.0.1', port: 0 });
    const { port } = new URL(other.url);
    await expect(start({ METRICS_PORT: port }).exited).rejects.toThrow(
      `METRICS_PORT: something else uses port ${port}; set another, 0, or off.`,
    );
    await other.close();
  });

  it('is told in one line that the address is none of this machine', async () => {
    const failed = start({ METRICS_PORT: '0', METRICS_HOST: '192.0.2.1' }).exited;
    await expect(failed).rejects.toThrow('METRICS_HOST: this machine has no address 192.0.2.1.');
  });
});
