import { readFile, writeFile } from 'node:fs/promises';
import { drawAnswerTimes } from './answer-times.ts';
import { fillTables } from './readme.ts';
import type { Results } from './results.ts';

const README = 'README.md';
const PLOT = 'docs/answer-times.svg';

/** Writes what is made of the results, in the folder that the bench is run in. */
export async function writeReport(results: Results): Promise<void> {
  await writeFile(README, fillTables(await readFile(README, 'utf8'), results));
  await writeFile(PLOT, drawAnswerTimes(results));
}
