// Days as members type them: a day, a month or a year, in figures or with the month in words.

/** The first and the last day of what was typed, `2024-02-01` to `2024-02-29`. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

const DAY_MS = 24 * 60 * 60 * 1000;

/** `2024-02-29`, `2024-02`, `2024`; `29 Feb 2024`, `February 29, 2024`, `Feb 2024`. */
const WRITTEN: readonly RegExp[] = [
  /^(?<year>\d{4})(?:-(?<number>\d{1,2})(?:-(?<day>\d{1,2}))?)?$/u,
  /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)? )?(?<month>[a-z]{3,9}) (?<year>\d{4})$/u,
  /^(?<month>[a-z]{3,9}) (?<day>\d{1,2})(?:st|nd|rd|th)? (?<year>\d{4})$/u,
];

/**
 * Undefined for what no calendar has.
 * @param now in milliseconds since 1970, for `today` and `yesterday`; days are counted in UTC
 */
export function readDays(typed: string, now: number = Date.now()): Days | undefined {
  const words = typed
    .toLowerCase()
    .replace(/[.,\s]+/gu, ' ')
    .trim();
  if (words === 'today') return oneDay(now);
  if (words === 'yesterday') return oneDay(now - DAY_MS);
  for (const pattern of WRITTEN) {
    const { year, month, number, day } = pattern.exec(words)?.groups ?? {};
    if (year !== undefined)
      return daysOf(Number(year), month === undefined ? number : monthNumber(month), day);
  }
  return undefined;
}

/** `sept` → 9; 0 for what is no month. */
const monthNumber = (month: string): string =>
  String(MONTHS.findIndex((name) => name.startsWith(month)) + 1);

const oneDay = (time: number): Days => {
  const day = isoDay(time);
  return { first: day, last: day };
};

function daysOf(
  year: number,
  month: string | undefined,
  day: string | undefined,
): Days | undefined {
  const [from, to] = month === undefined ? [0, 11] : [Number(month) - 1, Number(month) - 1];
  if (from < 0 || to > 11 || day === '0' || day === '00') return undefined;
  // The day before the first of the next month is the last of this one.
  const first = Date.UTC(year, from, day === undefined ? 1 : Number(day));
  const last = day === undefined ? Date.UTC(year, to + 1, 0) : first;
  if (year < 1000 || new Date(first).getUTCMonth() !== from) return undefined;
  return { first: isoDay(first), last: isoDay(last) };
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
