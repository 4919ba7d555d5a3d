import { type Days, dayOfTime, monthAround, yearAround } from '../text/days.ts';
import { rememberedLately } from '../text/remembered.ts';
import { type Language, tongueOf } from './catalogue/index.ts';

// Dates and counts as a card shows them, in one language each.

interface Formats {
  readonly date: (written: string) => string;
  readonly month: Intl.DateTimeFormat;
  readonly count: Intl.NumberFormat;
}

const MOST_DATES = 2_000;

const formats = new Map<Language, Formats>();

function formatsIn(language: Language): Formats {
  const known = formats.get(language) ?? createFormats(tongueOf(language).locale);
  formats.set(language, known);
  return known;
}

function createFormats(locale: string): Formats {
  const month = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', ...month });
  return {
    // An archive has few days, and a card may have the same one many times.
    date: rememberedLately((written: string) => {
      const time = midnightOf(written);
      return time === undefined ? written : day.format(time);
    }, MOST_DATES),
    month: new Intl.DateTimeFormat(locale, month),
    count: new Intl.NumberFormat(locale),
  };
}

/**
 * An article's date as a card shows it: `2025-02-18` → `18 Feb 2025`. A time of day is left out;
 * what is no ISO 8601 date stays as it was written.
 */
export const formatDate = (written: string, language: Language): string =>
  formatsIn(language).date(written);

/** Of the day at the beginning; undefined for what no calendar has, `2025-02-31`. */
function midnightOf(written: string): number | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T|\s|$)/u.exec(written)?.[1];
  const time = day === undefined ? NaN : Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || dayOfTime(time) !== day ? undefined : time;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/u;

/** The moment of a date with a time of day and its zone, in milliseconds since 1970; else undefined. */
export function momentOf(written: string): number | undefined {
  if (!MOMENT.test(written) || midnightOf(written) === undefined) return undefined;
  const time = Date.parse(written.replace(' ', 'T'));
  return Number.isNaN(time) ? undefined : time;
}

/** Days as a card shows them: `18 Feb 2025`, `Feb 2025`, `2025`, else `10 Feb 2025 – 16 Feb 2025`. */
export function formatDays({ first, last }: Days, language: Language): string {
  if (first === last) return formatDate(first, language);
  if (isSame({ first, last }, yearAround(first))) return first.slice(0, 4);
  if (isSame({ first, last }, monthAround(first)))
    return formatsIn(language).month.format(Date.parse(first));
  return `${formatDate(first, language)} – ${formatDate(last, language)}`;
}

const isSame = (a: Days, b: Days): boolean => a.first === b.first && a.last === b.last;

/** A count as a card shows it: `1412` → `1,412`. */
export const formatCount = (count: number, language: Language): string =>
  formatsIn(language).count.format(count);
