import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A program in one file, so that hundreds of it start in no time. */
export interface Program {
  /** Its faults are shown, unless they are ignored. */
  readonly start: (args: readonly string[], faults?: 'ignore') => ChildProcess;
  readonly clear: () => Promise<void>;
}

export async function bundleProgram(name: string): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-program-'));
  const outfile = join(folder, 'program.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL(name, import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return {
    start: (args, faults) =>
      spawn(process.execPath, [outfile, ...args], {
        stdio: ['ignore', 'pipe', faults ?? 'inherit'],
      }),
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The lines that a process writes, once it has ended. */
export const linesOf = (child: ChildProcess): Promise<string[]> =>
  new Promise((resolve) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('close', () => {
      resolve(output.split('\n').slice(0, -1));
    });
  });

/** Runs jobs, so many at a time. */
export async function inLanes(count: number, jobs: readonly (() => Promise<void>)[]) {
  const queue = jobs.values();
  const lane = async (): Promise<void> => {
    for (const job of queue) await job();
  };
  await Promise.all(Array.from({ length: count }, lane));
}
