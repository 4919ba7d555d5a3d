import type { Reading, Scope } from './corpus.ts';

/**
 * How much some readings, newest first, are. The period is told only where every article has a
 * date, for it would speak of all of them.
 */
export function scopeOf(readings: readonly Reading[]): Scope {
  const [to, from] = [readings[0]?.article.date, readings.at(-1)?.article.date];
  const period = from === undefined || to === undefined ? {} : { from, to };
  return { articles: readings.length, ...period };
}
