import type { FigureRecord } from './results.ts';

/** The cells of a table, in Markdown. */
export interface Grid {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export type Column = readonly [head: string, cell: (record: FigureRecord) => string];

/** A row a record. */
export const gridOf = (records: readonly FigureRecord[], columns: readonly Column[]): Grid => ({
  head: columns.map(([head]) => head),
  rows: records.map((record) => columns.map(([, cell]) => cell(record))),
});

/** A Markdown table laid out as Prettier would. */
export function formatGrid({ head, rows }: Grid): string {
  const widths = head.map((_, at) =>
    Math.max(3, ...[head, ...rows].map((cells) => cells[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
