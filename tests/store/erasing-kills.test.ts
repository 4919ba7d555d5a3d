import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Program, bundleProgram } from '../faults/child-program.ts';
import { ERASING, dieErasing, fillFolders } from '../faults/erasing.ts';
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
