import { expect, it } from 'vitest';
import { CODES, failAt, type Failures } from './failures.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

it.each(CODES)('%s at any call is told or made good, and nothing is lost', async (code) => {
  const tally: Failures = { failures: 0, told: 0, faults: [] };
  // Alone, and for so long that what would undo it fails as well.
  for (const count of [1, 25])
    for (let at = 1; !(await failAt({ at, code, count }, tally)); at += count === 1 ? 1 : 3);
  const { failures, told, faults } = tally;
  say(
    `${code}: ${String(failures)} runs with failing calls, ${String(told)} told what to do, ` +
      `${String(faults.length)} faults`,
  );
  expect(faults.slice(0, 40)).toEqual([]);
});
