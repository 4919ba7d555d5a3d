import { expect, it } from 'vitest';
import { bundleProgram } from '../faults/child-program.ts';
import { crashEverywhere } from '../faults/crashes.ts';
import { killRepeatedly, noKills } from '../faults/kills.ts';

// The short version of `npm run test:faults`.

it('a process that is killed now and then loses nothing that it acknowledged', async () => {
  const program = await bundleProgram('./endless-child.ts');
  const tally = noKills();
  await killRepeatedly(program, 6, tally);
  await program.clear();
  expect(tally).toMatchObject({ kills: 6, faults: [] });
});

it('nor does one that dies at some of its calls to the file system', async () => {
  const program = await bundleProgram('./crash-child.ts');
  const { crashes, faults } = await crashEverywhere(program, { from: 30, every: 60 });
  await program.clear();
  expect(faults).toEqual([]);
  expect(crashes).toBeGreaterThan(5);
});
