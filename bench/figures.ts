import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** A type and no interface, so that it is a record of figures too. */
export type Times = {
  readonly questions: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
};

export function summarise(milliseconds: readonly number[]): Times {
  return {
    questions: milliseconds.length,
    p50_ms: round(percentile(milliseconds, 0.5)),
    p99_ms: round(percentile(milliseconds, 0.99)),
  };
}

/** The smallest value that at least so large a share of the values do not exceed. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const round = (value: number): number => Math.round(value * 1_000) / 1_000;

/** How many milliseconds something takes. */
export async function time(something: () => unknown): Promise<number> {
  const began = performance.now();
  await something();
  return performance.now() - began;
}

/**
 * Lets go of all that nobody can reach, and of the pages that it was in: what one collection finds out of
 * use, another may free, and V8 gives pages back a moment later.
 */
export async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  for (let done = 0; done < COLLECTIONS; done += 1) {
    if (typeof collect === 'function') collect();
    await wait(REST);
  }
}

const COLLECTIONS = 3;
/** In milliseconds. */
const REST = 400;

/** What is in use of V8's heap and of array buffers, once what nobody can reach is let go. */
export async function bytesInUse(): Promise<number> {
  await collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
