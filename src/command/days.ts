import { monthNumber } from '../extraction/lexicon/calendar.ts';
import {
  type Days,
  addDays,
  dayOf,
  dayOfTime,
  monthAround,
  oneDay,
  yearAround,
} from '../text/days.ts';

// Days as members type them: a day, a month or a year, in figures or with the month in words.

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
  const today = dayOfTime(now);
  if (words === 'today') return oneDay(today);
  if (words === 'yesterday') return oneDay(addDays(today, -1));
  for (const pattern of WRITTEN) {
    const { year, month, number, day } = pattern.exec(words)?.groups ?? {};
    if (year !== undefined)
      return daysOf(Number(year), month === undefined ? numberOf(number) : monthNumber(month), day);
  }
  return undefined;
}

function daysOf(
  year: number,
  month: number | undefined,
  day: string | undefined,
): Days | undefined {
  // The first day of a month or a year stands for it.
  const first = dayOf(year, month ?? 1, day === undefined ? 1 : Number(day));
  if (first === undefined) return undefined;
  if (day !== undefined) return oneDay(first);
  return month === undefined ? yearAround(first) : monthAround(first);
}

const numberOf = (figures: string | undefined): number | undefined =>
  figures === undefined ? undefined : Number(figures);
