import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The bot as a process of its own: what it says, and how it ends.

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-start-'));
  await writeFile(join(folder, 'lake.md'), '"The lake is calm," Ann Petrova said.\n');
});

afterAll(() => rm(folder, { recursive: true }));

/** Starts the bot as a process of its own, in folders of this test. */
async function spawnBot(program: readonly string[], env: Record<string, string> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-data-'));
  const child = spawn(process.execPath, ['--import', 'tsx', ...program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DISCORD_TOKEN: '',
      SANDBOX_PORT: '0',
      LOG_LEVEL: 'warn',
      CORPUS_DIR: folder,
      DATA_DIR: dataDir,
      ...env,
    },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const exited = once(child, 'close').finally(() => rm(dataDir, { recursive: true }));
  return { child, exited, said: () => said.join('') };
}

const CLI = ['src/cli.ts', 'start'];
const STARTED = 'No DISCORD_TOKEN is set, so the bot runs in a sandbox';

describe('start', { timeout: 60_000 }, () => {
  it('serves in the sandbox without a token, says so, and leaves when told to', async () => {
    const { child, exited, said } = await spawnBot(CLI);
    await once(child.stdout, 'data');
    expect(said()).toContain(STARTED);
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    expect(said().trim().split('\n')).toHaveLength(2);
  });

  it('leaves when told to before it is up, and does not go on', async () => {
    const corpus = await mkdtemp(join(tmpdir(), 'verbatim-many-'));
    const text = '"The lake is calm," Ann Petrova said. She supports the bridge.\n\n'.repeat(200);
    for (let at = 0; at < 100; at += 1) await writeFile(join(corpus, `lake-${at}.md`), text);
    const env = { CORPUS_DIR: corpus, LOG_LEVEL: 'info', METRICS_PORT: '0' };
    const { child, exited, said } = await spawnBot(CLI, env);
    // The metrics come first, then the articles are read.
    await once(child.stderr, 'data');
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    expect(said()).toContain('Metrics are served on');
    expect(said()).not.toContain(STARTED);
    await rm(corpus, { recursive: true });
  });

  it('ends with 70 at a mistake of its own, without the words of it', async () => {
    const program = `
      const { runApp } = await import('./src/app.ts');
      void runApp({
        commands: [], messageCommands: [], isDiscordOnly: false,
        terminal: { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: process.env },
      });
      setTimeout(() => Promise.reject(new TypeError('secret words')), 100);
    `;
    const { exited, said } = await spawnBot(['--input-type=module', '-e', program]);
    expect(await exited).toEqual([70, null]);
    expect(said()).toContain('Verbatim failed, which is a mistake in it: TypeError');
    expect(said()).not.toContain('secret');
  });
});
