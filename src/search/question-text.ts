import { type Days, monthOf, yearAround } from '../text/days.ts';
import { monthNumber } from '../extraction/lexicon/calendar.ts';

// What of a question's text is no topic to look for: remarks on the coverage, and dates.

/** Speaks of the reports, not of what they report: `I've seen different counts`. */
const ASIDE =
  /\b(?:reports?|articles?|outlets?|sources?|stories|papers|coverage|accounts|versions?|seen|seeing|heard|read|differ(?:s|ent)?|disagree|conflicting|mixed|match|agree|sure|remember|forgot|curious|wonder(?:ing)?|thanks?|please)\b/iu;

/**
 * The sentences around a question that ask nothing and speak of the coverage: `How many came? I’ve
 * seen different counts` → the second. What only tells (`Rubio met Lavrov. Who else came?`) is none.
 */
export function findAsides(typed: string): string {
  if (!typed.includes('?')) return '';
  const sentences = typed.split(/(?<=[?!.])\s+(?=\p{L})/u);
  return sentences.filter((sentence) => !sentence.includes('?') && ASIDE.test(sentence)).join(' ');
}

/** A month or a year that a question names, with its words as typed. */
export interface Period {
  readonly words: string;
  readonly days: Days;
}

const MONTH_AND_YEAR =
  /(?<![\p{L}\p{N}-])(?:(?<month>\p{L}{3,9})\.? )?(?<year>(?:19|20)\d\d)(?![\p{L}\p{N}-]|[.,]\d)/gu;

/** A question without its months and years, and these: `the Iowa poll of August 2015`. */
export function takeDates(question: string): {
  readonly question: string;
  readonly periods: readonly Period[];
} {
  const periods: Period[] = [];
  const rest = question.replaceAll(MONTH_AND_YEAR, (words: string, month: string | undefined) => {
    const year = words.slice(-4);
    const number = month === undefined ? 0 : monthNumber(month);
    const days = number === 0 ? yearAround(`${year}-01-01`) : monthOf(Number(year), number);
    periods.push({ words: number === 0 ? year : words, days });
    return number === 0 ? (month ?? '') : '';
  });
  return { question: rest, periods };
}
