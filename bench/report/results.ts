import { z } from 'zod';

// What the bench measured, as `bench/results.json` keeps it. The README's tables and the plot are made
// of it alone.

const recordSchema = z.record(z.string(), z.union([z.string(), z.number()]));

const runSchema = z.object({
  /** What was measured; a table shows one part. */
  part: z.string(),
  /** ISO 8601, of its end. */
  date: z.iso.datetime(),
  node: z.string(),
  processor: z.string(),
  cores: z.number(),
  /** How long measuring it took. */
  seconds: z.number(),
  records: z.array(recordSchema),
});

const resultsSchema = z.record(z.string(), runSchema);

/**
 * Figures with what they are of. The end of a figure's name is its unit:
 *
 *     { "articles": 1000, "what": "/ask", "p50_ms": 4.8, "p99_ms": 13 }
 */
export type FigureRecord = Readonly<z.infer<typeof recordSchema>>;

/** Once measured, at one time and place. */
export type Run = Readonly<z.infer<typeof runSchema>>;

/** Runs by their names; a part may have several, such as one for each size. */
export type Results = Readonly<Record<string, Run>>;

export const RESULTS_PATH = 'bench/results.json';

/** @throws SyntaxError or ZodError if it is not what the bench writes */
export const parseResults = (json: string): Results => resultsSchema.parse(JSON.parse(json));

export const formatResults = (results: Results): string => `${JSON.stringify(results, null, 2)}\n`;

/** @throws ZodError if another process sent anything else */
export const parseRecords = (sent: unknown): readonly FigureRecord[] =>
  z.array(recordSchema).parse(sent);

/** @throws RangeError if the record has no such figure */
export function figureOf(record: FigureRecord, name: string): number {
  const value = record[name];
  if (typeof value === 'number') return value;
  throw new RangeError(`${JSON.stringify(record)} has no figure ${name}`);
}

/** @throws RangeError if the record has no such words */
export function wordsOf(record: FigureRecord, name: string): string {
  const value = record[name];
  if (typeof value === 'string') return value;
  throw new RangeError(`${JSON.stringify(record)} has no words ${name}`);
}
