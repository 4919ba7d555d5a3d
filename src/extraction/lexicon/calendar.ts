import { testByNumber } from '../../text/word-numbers.ts';
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** From Monday, the first day of the week by ISO 8601. */
export const WEEKDAY_NAMES = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

export const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

const WEEKDAYS = new Set(WEEKDAY_NAMES.flatMap((name) => [name, `${name}s`]));

export const MONTHS: ReadonlySet<string> = new Set([
  ...MONTH_NAMES,
  ...words('jan feb mar apr jun jul aug sep sept oct nov dec'),
  ...words('jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.'),
]);

export const CALENDAR_WORDS: ReadonlySet<string> = new Set([...WEEKDAYS, ...MONTHS]);

const SPANS_OF_TIME =
  words(`second seconds minute minutes hour hours day days night nights week weeks
  weekend weekends month months quarter year years decade decades century centuries spring summer
  autumn fall winter while`);

/** `years`, `spring`: in `for years` and `next spring` they say how long or when. */
export const isSpanOfTime = (word: string): boolean => SPANS_OF_TIME.has(word);

export const isCalendarWord = testByNumber((word) => CALENDAR_WORDS.has(word));

/** `Feb.` → 2; 0 for what is no month. */
export function monthNumber(word: string): number {
  const short = word.toLowerCase().replace('.', '');
  return short.length < 3 ? 0 : MONTH_NAMES.findIndex((name) => name.startsWith(short)) + 1;
}

/** `Tuesday` → 1; Monday is 0. */
export const weekdayNumber = (word: string): number => WEEKDAY_NAMES.indexOf(word.toLowerCase());
