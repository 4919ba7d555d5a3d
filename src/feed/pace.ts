const MINUTE_MS = 60 * 1_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** How often a feed is looked at that asks for nothing else. */
const BASE_MS = 15 * MINUTE_MS;
/** How far chance moves a look, so that the feeds of one server do not come all at once. */
const JITTER = 0.2;

/** How long others ask to be left alone, each in its own words. */
export interface Asked {
  /** The feed, in minutes: `<ttl>` or `sy:updatePeriod`. */
  readonly minutes?: number | undefined;
  /** The server, as its headers say it. */
  readonly cacheControl?: string | undefined;
  readonly retryAfter?: string | undefined;
}

/**
 * When to look again after a look that went well, or after so many that failed in a row: each failure
 * doubles the wait. Never sooner than asked for, never later than in a day.
 *
 * @param random from 0 to 1, as `Math.random`
 */
export function nextLook(now: Date, asked: Asked, failures: number, random: () => number): string {
  const pace = Math.max((asked.minutes ?? 0) * MINUTE_MS, freshFor(asked.cacheControl));
  const least = Math.min(DAY_MS, Math.max(pace, retryIn(asked.retryAfter, now)));
  const usual = Math.max(BASE_MS, pace) * 2 ** Math.min(failures, 20);
  const moved = Math.max(least, usual) * (1 + JITTER * (2 * random() - 1));
  const wait = Math.min(DAY_MS, Math.max(least, moved));
  return new Date(now.getTime() + Math.round(wait)).toISOString();
}

/** `public, max-age=600` → ten minutes, in milliseconds (RFC 9111, section 5.2.2.1). */
function freshFor(cacheControl = ''): number {
  if (/\bno-(?:cache|store)\b/iu.test(cacheControl)) return 0;
  return Number(/(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/iu.exec(cacheControl)?.[1] ?? 0) * 1_000;
}

/** Seconds, or a date (RFC 9110, section 10.2.3). */
function retryIn(retryAfter: string | undefined, now: Date): number {
  if (retryAfter === undefined) return 0;
  if (/^\s*\d{1,9}\s*$/u.test(retryAfter)) return Number(retryAfter) * 1_000;
  const time = Date.parse(retryAfter);
  return Number.isNaN(time) ? 0 : time - now.getTime();
}
