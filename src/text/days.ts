// Calendar days as ISO 8601 writes them, `2025-02-18`, without a time of day or a zone.

/** A stretch of days, both ends included: `2024-02-01` to `2024-02-29`. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

// Of years with four figures, which a day can be written with; what lies beyond is taken for the nearest.
const FIRST_TIME = Date.parse('0000-01-01T00:00:00Z');
const LAST_TIME = Date.parse('9999-12-31T00:00:00Z');
const LAST_YEAR = 9999;

/** The day, in UTC, of a time in milliseconds since 1970. */
export const dayOfTime = (time: number): string =>
  new Date(Math.min(Math.max(time, FIRST_TIME), LAST_TIME)).toISOString().slice(0, 10);

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const oneDay = (day: string): Days => ({ first: day, last: day });

/** The day so many days later, or earlier for a negative number. */
export const addDays = (day: string, days: number): string =>
  dayOfTime(timeOf(day) + days * DAY_MS);

/** How many days lie between two, the later one second. */
export const daysApart = (from: string, to: string): number => (timeOf(to) - timeOf(from)) / DAY_MS;

/** A month by its number, from 1; those beyond 12 are in the years after. */
export const monthOf = (year: number, month: number): Days => ({
  first: dayOfTime(midnightOf(year, month, 1)),
  // The day before the first of the next month is the last of this one.
  last: dayOfTime(midnightOf(year, month + 1, 0)),
});

/** `Date.UTC` would take the year 50 for 1950. */
const midnightOf = (year: number, month: number, day: number): number =>
  new Date(0).setUTCFullYear(year, month - 1, day);

/** The month so many months after that of a day: its first to its last day. */
export const monthAround = (day: string, months = 0): Days =>
  monthOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)) + months);

/** The year so many years after that of a day. */
export function yearAround(day: string, years = 0): Days {
  const nearest = Math.min(Math.max(Number(day.slice(0, 4)) + years, 0), LAST_YEAR);
  const year = String(nearest).padStart(4, '0');
  return { first: `${year}-01-01`, last: `${year}-12-31` };
}

/** The day of the week: 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: string): number => (new Date(timeOf(day)).getUTCDay() + 6) % 7;

/** The week, Monday to Sunday, so many weeks after that of a day. */
export function weekAround(day: string, weeks = 0): Days {
  const first = addDays(day, 7 * weeks - weekdayOf(day));
  return { first, last: addDays(first, 6) };
}

/** A day by its numbers, the month from 1; undefined for what no calendar has, such as 31 April. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return undefined;
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCMonth() === month - 1 ? dayOfTime(time) : undefined;
}
