import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Program, bundleProgram } from '../faults/child-program.ts';
import { ERASING, dieErasing, failErasing, fillFolders } from '../faults/erasing.ts';
import type { Folders } from './temporary-folder.ts';

/** Every call to the file system is met by `npm run test:faults`, and some by `npm test`. */
const STEP = process.env['EVERY_CALL'] === 'yes' ? 1 : 23;

let program: Program;
let filled: Folders;

beforeAll(async () => {
  program = await bundleProgram('./erasing-child.ts');
  filled = await fillFolders();
});

afterAll(async () => {
  await program.clear();
  await filled.clear();
});

it.each(ERASING)(
  'a process that dies as it erases a(n) %s ends it at its next start',
  async (what) => {
    const { deaths, faults } = await dieErasing(program, filled, what, STEP);
    expect(faults).toEqual([]);
    expect(deaths).toBeGreaterThan(5);
  },
);

it.each(ERASING)('a call that fails as a(n) %s is erased is told, and made good', async (what) => {
  for (const code of ['EIO', 'ENOSPC']) {
    const { told, faults } = await failErasing(filled, what, code, Math.ceil(STEP / 3));
    expect(faults).toEqual([]);
    expect(told).toBeGreaterThan(3);
  }
});
