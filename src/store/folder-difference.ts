import type { ArticleId } from '../article/article.ts';
import type { Glance } from './article-file.ts';
import type { Step } from './edit-plan.ts';
import type { ArticleReading, Scan } from './folder-scan.ts';

/** How a folder differs from its log. */
export interface Difference {
  /** What the log lacks: removals first, so that a file whose name changed case can follow. */
  readonly steps: readonly Step[];
  /** Files that may still be being written. */
  readonly unsettled: ReadonlySet<string>;
  /** Articles whose files are not there but may come back, and since when, in milliseconds. */
  readonly missing: ReadonlyMap<ArticleId, number>;
}

/**
 * How long a file must have been left alone before a change to it is believed, in milliseconds:
 * editors write in pieces, or remove a file and put another in its place.
 */
export const SETTLING_TIME = 100;

/** Compares a folder with its log; without the time, every change is believed at once. */
export function findDifference(
  scan: Scan,
  entries: ReadonlyMap<ArticleId, { readonly body: string }>,
  missingBefore: ReadonlyMap<ArticleId, number>,
  now?: number,
): Difference {
  const unsettled = new Set<string>();
  const puts: Step[] = [];
  for (const reading of scan.articles.values()) {
    const glance = scan.glances.get(reading.file);
    if (glance === undefined || entries.get(reading.id)?.body === reading.body) continue;
    if (isSettled(glance, now)) puts.push(...toPut(reading, glance));
    else unsettled.add(reading.file);
  }
  const removals: Step[] = [];
  const missing = new Map<ArticleId, number>();
  for (const id of entries.keys()) {
    const since = missingBefore.get(id) ?? now ?? 0;
    if (scan.ids.has(id)) continue;
    if (now === undefined || now - since >= SETTLING_TIME) removals.push({ kind: 'remove', id });
    else missing.set(id, since);
  }
  return { steps: [...removals, ...puts], unsettled, missing };
}

/** A time in the future, by a clock that is off, says nothing. */
const isSettled = ({ changedAt }: Glance, now: number | undefined): boolean =>
  now === undefined || Math.abs(now - changedAt) >= SETTLING_TIME;

const toPut = ({ id, body, file, article }: ArticleReading, { bytes }: Glance): Step[] =>
  bytes ? [{ kind: 'put', id, body, file, article, bytes }] : [];
