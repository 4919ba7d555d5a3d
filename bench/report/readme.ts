import { formatGrid } from './grid.ts';
import type { Results, Run } from './results.ts';
import { type TableDescription, tables } from './tables.ts';

const MARKED = /(?<opening><!-- bench:(?<name>[\w-]+) -->\n)[^]*?(?<closing><!-- \/bench -->)/gu;

/**
 * A document with each of its tables made anew of the results.
 * @throws RangeError for a marker of no table, and a table of a part that was not measured
 */
export const fillTables = (document: string, results: Results): string =>
  document.replace(MARKED, (_, opening: string, name: string, closing: string) => {
    const table = tables.find((each) => each.name === name);
    if (!table) throw new RangeError(`There is no table "${name}".`);
    return `${opening}\n${formatTable(table, results)}\n\n${closing}`;
  });

/** The table, and under it when and on what it was measured. */
function formatTable({ part, grid, note }: TableDescription, results: Results): string {
  const runs = runsOf(part, results);
  if (runs.length === 0) throw new RangeError(`"${part}" was not measured.`);
  const records = runs.flatMap(([, run]) => run.records);
  const told = [note?.(records) ?? '', ...circumstancesOf(runs)].filter((words) => words !== '');
  return `${formatGrid(grid(records))}\n\n_${told.join('; ')}._`;
}

/** The runs of a part with their names. */
export const runsOf = (part: string, results: Results): readonly (readonly [string, Run])[] =>
  Object.entries(results).filter(([, run]) => run.part === part);

/** `18 Feb 2025, Node v20.20.0, Example processor, 2 cores`; by run where they differ. */
function circumstancesOf(runs: readonly (readonly [string, Run])[]): readonly string[] {
  const names = new Map<string, string[]>();
  for (const [name, run] of runs) {
    const words = circumstances(run);
    names.set(words, [...(names.get(words) ?? []), name]);
  }
  if (names.size === 1) return [...names.keys()];
  return Array.from(names, ([words, of]) => `${of.join(', ')}: ${words}`);
}

function circumstances({ date, node, processor, cores }: Run): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
  const count = `${cores} ${cores === 1 ? 'core' : 'cores'}`;
  return [day.format(new Date(date)), `Node ${node}`, processor, count].join(', ');
}
