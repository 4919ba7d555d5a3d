import { readFile } from 'node:fs/promises';
import { RESULTS_PATH, parseResults } from './report/results.ts';
import { writeReport } from './report/write.ts';

// `npm run bench:readme`: the README's tables and the plot, made anew of what was measured.

await writeReport(parseResults(await readFile(RESULTS_PATH, 'utf8')));
