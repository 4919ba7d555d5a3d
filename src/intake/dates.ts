import { isDate } from '../article/front-matter.ts';

const MONTHS =
  'january february march april may june july august september october november december'
    .split(' ')
    .map((name) => name.slice(0, 3));

const NAMED =
  /^(?:[a-z]+,?\s+)?(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?<month>[a-z]{3,9})\.?,?|(?<first>[a-z]{3,9})\.?\s+(?<second>\d{1,2})(?:st|nd|rd|th)?,?)\s+(?<year>\d{4})\b/iu;

/**
 * A date as an article's file has it, out of what pages and people write: `2025-02-18T09:30:00+0000`
 * → `2025-02-18T09:30:00+00:00`, `Tue, 18 Feb 2025 09:30:00 GMT` → `2025-02-18`, `February 18, 2025`
 * → `2025-02-18`. Undefined for what is no date, or could be two (`02/03/2025`).
 */
export function readDate(words: string): string | undefined {
  const text = words.trim();
  return [asWritten, readIso, readNamed]
    .map((read) => read(text))
    .find((date) => date !== undefined);
}

const asWritten = (text: string): string | undefined => (isDate(text) ? text : undefined);

/** `2025-2-8`, `2025-02-18 09:30`, `20250218` and offsets without a colon. */
function readIso(text: string): string | undefined {
  const [, year, month, day, time = '', offset = ''] =
    /^(\d{4})[-/]?(\d{1,2})[-/]?(\d{1,2})(?:(?:T|\s+)(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?/iu.exec(
      text,
    ) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const zone = offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2');
  return [`${date}T${time}${zone}`, date].find(isDate);
}

function readNamed(text: string): string | undefined {
  const { day, month, first, second, year } = NAMED.exec(text)?.groups ?? {};
  const number = MONTHS.indexOf((month ?? first ?? '').slice(0, 3).toLowerCase()) + 1;
  const date = `${year ?? ''}-${String(number).padStart(2, '0')}-${(day ?? second ?? '').padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}
