import { type Days, monthAround, yearAround } from '../text/days.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * An article's date as a card shows it: `2025-02-18` → `18 Feb 2025`. A time of day is left out;
 * what is no ISO 8601 date stays as it was written.
 */
export function formatDate(written: string): string {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T|\s|$)/u.exec(written)?.[1];
  const time = day === undefined ? NaN : Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? written : DAY.format(time);
}

const MONTH = new Intl.DateTimeFormat('en-GB', {
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Days as a card shows them: `18 Feb 2025`, `Feb 2025`, `2025`, else `10 Feb 2025 – 16 Feb 2025`. */
export function formatDays({ first, last }: Days): string {
  if (first === last) return formatDate(first);
  if (isSame({ first, last }, yearAround(first))) return first.slice(0, 4);
  if (isSame({ first, last }, monthAround(first))) return MONTH.format(Date.parse(first));
  return `${formatDate(first)} – ${formatDate(last)}`;
}

const isSame = (a: Days, b: Days): boolean => a.first === b.first && a.last === b.last;

const COUNT = new Intl.NumberFormat('en-GB');

/** A count as a card shows it: `1412` → `1,412`. */
export const formatCount = (count: number): string => COUNT.format(count);
