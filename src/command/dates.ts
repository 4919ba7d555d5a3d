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

const COUNT = new Intl.NumberFormat('en-GB');

/** A count as a card shows it: `1412` → `1,412`. */
export const formatCount = (count: number): string => COUNT.format(count);
