import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { messageCommands } from '../../commands/index.ts';
import { runApp } from '../../src/app.ts';
import type { Command } from '../../src/command/command.ts';

// The whole bot, from settings to terminal, as tests start it.

export const SOON = { timeout: 20_000, interval: 50 };

export const STARTED = 'the bot runs in a sandbox on this machine, not on Discord.';

interface Starting {
  /** Whether it runs at a terminal. */
  readonly isTTY: boolean;
  /** Has the articles, and `data` in it is where the bot keeps all else. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly known: readonly Command[];
}

/** A stream that gathers what is written to it. */
function screen(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 100 });
  const chunks: string[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const text = (): string => stripVTControlCharacters(chunks.join(''));
  return { stream, text };
}

/** Starts the bot against a sandbox of its own. */
export function startAt({ isTTY, folder, env, known }: Starting) {
  const [stdout, stderr] = [screen(isTTY), screen(isTTY)];
  const stdin = Object.assign(new PassThrough(), { isTTY });
  const exited = runApp({
    commands: known,
    messageCommands,
    isDiscordOnly: false,
    terminal: {
      stdin,
      stdout: stdout.stream,
      stderr: stderr.stream,
      env: { CORPUS_DIR: folder, DATA_DIR: join(folder, 'data'), SANDBOX_PORT: '0', ...env },
    },
  });
  const press = (keys: string): void => void stdin.write(keys);
  const type = (line: string): void => press(`${line}\r`);
  return { exited, said: stdout.text, logged: stderr.text, press, type };
}
