import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { linesOf } from './child-program.ts';

const SOAK = fileURLToPath(new URL('../../bench/soak.ts', import.meta.url));
const report = z.object({
  done: z.number(),
  unanswered: z.number(),
  twice: z.number(),
  wrong: z.array(z.string()),
});

describe('a short soak', () => {
  it('leaves nothing unanswered, and answers nothing twice', async () => {
    const size = ['--interactions', '1000', '--articles', '50', '--every', '100'];
    const args = ['--expose-gc', '--import', 'tsx', SOAK, ...size];
    const soak = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const told = report.parse(JSON.parse((await linesOf(soak)).join('\n')));
    expect(told).toEqual({ done: 1000, unanswered: 0, twice: 0, wrong: [] });
    expect(soak.exitCode).toBe(0);
  });
});
