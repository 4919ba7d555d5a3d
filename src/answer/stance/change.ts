import type { Polarity } from '../../extraction/facts.ts';
import { balance, type Weighed } from './verdict.ts';

/** What a holder came to hold in place of the contrary. */
export interface Change {
  readonly now: Polarity;
  readonly before: Polarity;
  /** The last that shows what was held before. */
  readonly until: Weighed;
  /** The first since that shows what is held now. */
  readonly since: Weighed;
}

/** Articles of days that show one side, one after another. */
interface Run {
  readonly polarity: Polarity;
  readonly lines: readonly Weighed[];
}

/** A side counts in the course of time if it weighs so much, as a share of the weightiest. */
const TELLING = 0.6;

/**
 * What was held last, where dated articles show the contrary before: `supported in March, opposes
 * since June`. Days on which neither side prevails change nothing.
 */
export function findChange(lines: readonly Weighed[]): Change | undefined {
  const best = Math.max(0, ...lines.map(({ weight }) => weight));
  const runs = runsOf(lines.filter(({ weight }) => weight >= best * TELLING));
  const [earlier, later] = runs.slice(-2);
  const [until, since] = [earlier?.lines.at(-1), later?.lines[0]];
  if (earlier === undefined || later === undefined || !until || !since) return undefined;
  return { now: later.polarity, before: earlier.polarity, until, since };
}

function runsOf(lines: readonly Weighed[]): readonly Run[] {
  const runs: Run[] = [];
  for (const day of byDay(lines)) {
    const polarity = balance(day);
    if (polarity === 'mixed') continue;
    const shown = day.filter(({ side }) => side === polarity);
    const last = runs.at(-1);
    if (last?.polarity === polarity)
      runs[runs.length - 1] = { polarity, lines: [...last.lines, ...shown] };
    else runs.push({ polarity, lines: shown });
  }
  return runs;
}

/** The oldest day first; what has no date has no place in time. */
function byDay(lines: readonly Weighed[]): readonly (readonly Weighed[])[] {
  const days = new Map<string, Weighed[]>();
  for (const line of lines) {
    const day = line.reading.article.date?.slice(0, 10);
    if (day !== undefined) days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, day]) => day);
}
