import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command } from '../../src/command/command.ts';
import { SettingsError } from '../../src/config.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { commandGiving, foundReply } from '../command/samples.ts';
import { SOON, STARTED, startAt } from './started.ts';

// The whole bot, from settings to terminal, started and stopped.

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-start-'));
  await writeFile(join(folder, 'lake.md'), '"The lake is calm," Ann Petrova said.\n');
});

afterEach(() => rm(folder, { recursive: true }));

/** Starts the bot as `npm start` does at a terminal. */
const start = (env: Record<string, string> = {}, known: readonly Command[] = commands) =>
  startAt({ isTTY: true, folder, env, known });

describe('a newcomer at a terminal', () => {
  it('asks and reads the card as text, taps an example, and leaves', async () => {
    const bot = start();
    await expect.poll(bot.said, SOON).toContain(STARTED);
    bot.type('/quote who: Petrova');
    await expect.poll(bot.said, SOON).toContain('┃ "The lake is calm," Ann Petrova said. [1]');
    expect(bot.said()).toContain('│ [1] lake · lake ¶1');
    bot.type('/quote');
    await expect.poll(bot.said, SOON).toContain('(1) /quote who: Ann Petrova');
    bot.type('1');
    await expect.poll(bot.said, SOON).toContain('│ /quote who: Ann Petrova\n│ Quoted');
    bot.type('exit');
    expect(await bot.exited).toBe(0);
  });

  it('completes commands, options and values with Tab', async () => {
    const bot = start();
    await expect.poll(bot.said, SOON).toContain(STARTED);
    for (const [keys, completed] of [
      ['/qu', '/quote '],
      ['wh', 'who: '],
      ['a', 'Ann Petrova'],
    ] as const) {
      bot.press(keys);
      bot.press('\t');
      await expect.poll(bot.said, SOON).toContain(completed);
    }
    bot.type('');
    await expect.poll(bot.said, SOON).toContain('│ /quote who: Ann Petrova\n│ Quoted');
    bot.type('exit');
    expect(await bot.exited).toBe(0);
  });
});

describe('an operator', () => {
  it('is warned of a file that cannot be read, at the start and later, once each', async () => {
    await writeFile(join(folder, 'first.md'), '---\ntitle: "open\n---\n');
    const bot = start();
    await expect.poll(bot.said, SOON).toContain(STARTED);
    await writeFile(join(folder, 'second.md'), '---\ntitle: "open\n---\n');
    await expect.poll(bot.logged, SOON).toMatch(/warn: second\.md:\d+: /u);
    bot.type('exit');
    await bot.exited;
    expect(bot.logged().match(/warn: first\.md:\d+: /gu)).toHaveLength(1);
    expect(bot.logged()).toContain('info: 1 article in ');
  });

  it.each([
    [
      'a token that Discord would not give',
      { DISCORD_TOKEN: 'secret words' },
      'DISCORD_TOKEN has a',
    ],
    ['a server that cannot be', { DISCORD_GUILD_ID: '7' }, 'DISCORD_GUILD_ID must be 17'],
  ])('is told of %s in one line, without the token', async (_what, env, said) => {
    const failure: unknown = await start(env).exited.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SettingsError);
    expect(String(failure)).toContain(said);
    expect(String(failure)).not.toMatch(/\n|secret/u);
  });

  it('is told in one line that the port is taken', async () => {
    const other = await startSandbox();
    const { port } = new URL(other.apiUrl);
    await expect(start({ SANDBOX_PORT: port }).exited).rejects.toThrow(
      `SANDBOX_PORT: something else uses port ${port}; set another, or 0.`,
    );
    await other.close();
  });
});

describe('told to stop', () => {
  it('the bot answers what it was asked, then leaves', async () => {
    const steps: string[] = [];
    const gate = new EventEmitter();
    const slow = commandGiving('slow', commands[0]?.options ?? {}, async () => {
      steps.push('asked');
      await once(gate, 'open');
      steps.push('answered');
      return foundReply([]);
    });
    const bot = start({}, [slow]);
    await expect.poll(bot.said, SOON).toContain(STARTED);
    bot.type('/slow event: x');
    await expect.poll(() => steps, SOON).toEqual(['asked']);
    process.emit('SIGTERM');
    const left = bot.exited.then((code) => steps.push(`left with ${code}`));
    gate.emit('open');
    await left;
    expect(steps).toEqual(['asked', 'answered', 'left with 0']);
  });
});
