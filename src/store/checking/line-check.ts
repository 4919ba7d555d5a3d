import type * as z from 'zod';
import { recordSchema } from '../change-log.ts';

// What is left of a file of lines that was damaged.

export interface Mended {
  /** The numbers of the lines that are no good, from 1. */
  readonly bad: readonly number[];
  /** Whether all that is wrong is a last line that was never ended. */
  readonly isOnlyTorn: boolean;
  /** The whole file without them. */
  readonly text: string;
}

/** What each line is: its record, or undefined where it is none. */
function readLines<Item>(text: string, schema: z.ZodType<Item>) {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const items = lines.map((line) => ({ line, item: parseLine(line, schema) }));
  return { items, isTorn: last !== '' };
}

function parseLine<Item>(line: string, schema: z.ZodType<Item>): Item | undefined {
  try {
    return schema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Takes the lines out that are no notes; undefined where all are. */
export function mendNotes(text: string, schema: z.ZodType): Mended | undefined {
  const { items, isTorn } = readLines(text, schema);
  const bad = items.flatMap(({ item }, at) => (item === undefined ? [at + 1] : []));
  if (bad.length === 0 && !isTorn) return undefined;
  const good = items.filter(({ item }) => item !== undefined);
  return {
    bad: isTorn ? [...bad, items.length + 1] : bad,
    isOnlyTorn: bad.length === 0,
    text: good.map(({ line }) => `${line}\n`).join(''),
  };
}

/**
 * Takes the lines out that are no records, and puts in their places the removal of an article that
 * never was, so that all others keep their revisions; undefined where nothing is wrong.
 */
export function mendLog(text: string, now: string): Mended | undefined {
  const { items, isTorn } = readLines(text, recordSchema);
  const bad = items.flatMap(({ item }, at) => (item?.revision === at + 1 ? [] : [at + 1]));
  if (bad.length === 0 && !isTorn) return undefined;
  const kept: string[] = [];
  for (const { line, item } of items) {
    if (item === undefined || item.revision <= kept.length) continue;
    while (kept.length < item.revision - 1)
      kept.push(JSON.stringify(placeholder(kept.length + 1, now)));
    kept.push(line);
  }
  return {
    bad: isTorn ? [...bad, items.length + 1] : bad,
    isOnlyTorn: bad.length === 0,
    text: kept.map((line) => `${line}\n`).join(''),
  };
}

const placeholder = (revision: number, at: string): object => ({
  revision,
  kind: 'remove',
  id: 'lost-record',
  actor: 'repair',
  at,
  batch: revision,
});

/** The items of a file of lines that can be read, whatever stands between them. */
export const readableItems = <Item>(text: string, schema: z.ZodType<Item>): Item[] =>
  readLines(text, schema).items.flatMap(({ item }) => item ?? []);
