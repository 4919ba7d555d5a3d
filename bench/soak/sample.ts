import { setTimeout as pass } from 'node:timers/promises';
import { round } from '../figures.ts';

/** What the process holds after so many interactions, when what is not held was collected. */
export interface Sample {
  readonly done: number;
  readonly heap_mb: number;
  readonly rss_mb: number;
  /** Timers, sockets, files that are open. */
  readonly handles: number;
  readonly listeners: number;
}

/** @throws Error where Node was not started with `--expose-gc`. */
export async function takeSample(done: number): Promise<Sample> {
  if (globalThis.gc === undefined) throw new Error('a soak needs node --expose-gc');
  // What waits for a turn of the event loop is let go of, and found the second time.
  globalThis.gc();
  await pass(50);
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  return {
    done,
    heap_mb: round(heapUsed / 1e6),
    rss_mb: round(rss / 1e6),
    handles: process.getActiveResourcesInfo().length,
    listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
  };
}

/** The first quarter fills what is kept up to a bound. */
const warm = (samples: readonly Sample[]): readonly Sample[] =>
  samples.slice(Math.floor(samples.length / 4));

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** Megabytes an interaction, by least squares over all but the first quarter. */
export function slopeOf(samples: readonly Sample[], of: 'heap_mb' | 'rss_mb'): number {
  const points = warm(samples);
  const middle = mean(points.map(({ done }) => done));
  const height = mean(points.map((point) => point[of]));
  const rise = points.reduce((sum, point) => sum + (point.done - middle) * (point[of] - height), 0);
  const run = points.reduce((sum, { done }) => sum + (done - middle) ** 2, 0);
  return rise / run;
}

/** So little that a year of a question a minute would come to 10 MB, in megabytes an interaction. */
const LEAST = 20e-6;

export const isFlat = (samples: readonly Sample[]): boolean => slopeOf(samples, 'heap_mb') < LEAST;
