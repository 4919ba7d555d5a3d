import type { IndexedReading, StemTable } from './indexed-reading.ts';
import type { Query } from './query.ts';
import { type Days, addDays } from '../text/days.ts';

interface TermForm {
  readonly term: number;
  readonly weight: number;
}

/** By stem number: the terms of a query that the stem is a form of, and with what weight. */
export interface FormTable {
  readonly terms: number;
  /** 0, or one more than where the stem's forms stand in the next. */
  readonly places: Uint16Array;
  readonly forms: readonly (readonly TermForm[])[];
  readonly periods: readonly TermPeriod[];
}

/** A term that a time has rather than words. */
interface TermPeriod {
  readonly term: number;
  readonly period: Days;
}

/** `stems` is how many stems have numbers; an array is looked up several times faster than a map. */
export function tabulateForms({ terms }: Query, stems: number): FormTable {
  const places = new Uint16Array(stems);
  const forms: TermForm[][] = [];
  terms.forEach((known, term) => {
    for (const { stem, weight } of known.forms) {
      const place = places[stem] || forms.push([]);
      places[stem] = place;
      forms[place - 1]?.push({ term, weight });
    }
  });
  const periods = terms.flatMap(({ period }, term) => (period ? [{ term, period }] : []));
  return { terms: terms.length, places, forms, periods };
}

/** How well each sentence of a reading has each term, from 0 to 1; a row a sentence. */
export interface Matches {
  readonly terms: number;
  /** With two rows of zeros before and after, so that every sentence has neighbours. */
  readonly values: Float32Array;
}

const MARGIN = 2;

/** Where the row of a sentence begins. */
export const rowOf = ({ terms }: Matches, sentence: number): number => (sentence + MARGIN) * terms;

// A name or role that a sentence means without saying it may belong to something else in it.
const MEANT = 0.65;

export function matchSentences({ said, meant }: IndexedReading, table: FormTable): Matches {
  const { terms } = table;
  const values = new Float32Array((said.starts.length - 1 + 2 * MARGIN) * terms);
  matchTable(said, 1, { terms, values }, table);
  matchTable(meant, MEANT, { terms, values }, table);
  return { terms, values };
}

function matchTable(
  { stems, starts }: StemTable,
  share: number,
  into: Matches,
  { places, forms }: FormTable,
): void {
  let row = 0;
  for (let i = 0; i < stems.length; i += 1) {
    const place = places[stems[i] ?? 0] ?? 0;
    if (place === 0) continue;
    while ((starts[row + 1] ?? Infinity) <= i) row += 1;
    for (const { term, weight } of forms[place - 1] ?? []) {
      const at = rowOf(into, row) + term;
      into.values[at] = Math.max(into.values[at] ?? 0, weight * share);
    }
  }
}

const TITLE = 0.45;
const ABOUT = 0.5;
// So many sentences with a term make an article half as much about it as all of them would.
const HALF_ABOUT = 3;

/**
 * How much the article is about each term: its title has it, or several of its sentences. So an
 * article about somebody answers with sentences that do not name him.
 */
export function matchArticle(
  { title, reading }: IndexedReading,
  { terms, values }: Matches,
  { places, forms, periods }: FormTable,
): Float32Array {
  const about = new Float32Array(terms);
  for (let at = 0; at < values.length; at += 1)
    about[at % terms] = (about[at % terms] ?? 0) + (values[at] ?? 0);
  for (let term = 0; term < terms; term += 1) {
    const sum = about[term] ?? 0;
    about[term] = ABOUT * (sum / (sum + HALF_ABOUT));
  }
  for (const stem of title)
    for (const { term, weight } of forms[(places[stem] ?? 0) - 1] ?? [])
      about[term] = Math.max(about[term] ?? 0, weight * TITLE);
  for (const { term, period } of periods)
    if (appearedIn(period, reading.article.date)) about[term] = OF_TIME;
  return about;
}

// Less than a sentence that says when itself.
const OF_TIME = 0.6;

// What happens at a month's end is still told after it.
const TOLD_FOR = 7;

const appearedIn = ({ first, last }: Days, date = ''): boolean =>
  date.slice(0, 10) >= first && date.slice(0, 10) <= addDays(last, TOLD_FOR);
