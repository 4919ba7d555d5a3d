import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { openFolder } from '../src/script/folder-corpus.ts';
import { ifPresent } from '../src/store/file-error.ts';
import { round, time } from './figures.ts';
import { type PlannedRun, planRuns } from './parts.ts';
import {
  type FigureRecord,
  RESULTS_PATH,
  type Run,
  formatResults,
  parseResults,
} from './report/results.ts';
import { writeReport } from './report/write.ts';

// `npm run bench -- --articles 1000,10000 --only scale,search`: measures, writes `bench/results.json`,
// and makes the README's tables and the plot of it. Runs that are not measured stay as they were.

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000,10000' },
    only: { type: 'string' },
    questions: { type: 'string', default: '500' },
    // Elsewhere, to try something out; then nothing else is written.
    results: { type: 'string', default: RESULTS_PATH },
  },
});

const warn = (line: string): void => console.error(line);

function wholeNumber(option: string, typed: string): number {
  const number = Number(typed);
  if (Number.isInteger(number) && number > 0) return number;
  throw new RangeError(`--${option} wants whole numbers, not "${typed}"`);
}

/** @throws RangeError if a part is asked for that there is not */
function choose(runs: readonly PlannedRun[], only: string | undefined): readonly PlannedRun[] {
  if (only === undefined) return runs;
  const parts = new Set(runs.map(({ part }) => part));
  const wanted = only.split(',');
  for (const part of wanted)
    if (!parts.has(part))
      throw new RangeError(`--only wants some of ${[...parts].join(', ')}, not "${part}"`);
  return runs.filter(({ part }) => wanted.includes(part));
}

async function run({ name, part, measure }: PlannedRun): Promise<Run> {
  warn(`${name} …`);
  let records: readonly FigureRecord[] = [];
  const took = await time(async () => {
    records = await measure();
  });
  const seconds = round(took / 1_000);
  warn(`${name}: ${seconds} s`);
  return {
    part,
    date: new Date().toISOString(),
    node: process.version,
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: availableParallelism(),
    seconds,
    records: [...records],
  };
}

const runs = planRuns({
  originals: await openFolder('corpus', warn),
  sizes: values.articles.split(',').map((typed) => wholeNumber('articles', typed)),
  questions: wholeNumber('questions', values.questions),
  warn,
});
const before = await ifPresent(readFile(values.results, 'utf8'));
const results: Record<string, Run> = before === undefined ? {} : { ...parseResults(before) };
for (const planned of choose(runs, values.only)) {
  results[planned.name] = await run(planned);
  // After each, so that one that fails takes nothing from the others.
  await writeFile(values.results, formatResults(results));
}
if (values.results === RESULTS_PATH) await writeReport(results);
