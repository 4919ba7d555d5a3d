import type { SearchQuestion } from '../answer/search.ts';
import { Refusal } from './refusal.ts';
import { field as partOf, message } from './reply.ts';
import { addDays } from '../text/days.ts';
import { readDays } from './days.ts';

/** What a piece of a search says: `-"the toll"`, `publisher:"The Daily"`, `ferry`. */
const PIECE =
  /(?<minus>-)?(?:(?<field>publisher|after|before|since|until):)?(?:["“”](?<phrase>[^"“”]*)["“”]|(?<word>[^\s"“”]+))/giu;

/**
 * Reads search words with the usual operators: `"exact phrase"`, `-without`, `publisher:`,
 * `after:`, `before:`. Before and after leave the day itself out, since and until do not.
 * @throws UserError for a date that cannot be read
 */
export function readSearch(typed: string): SearchQuestion {
  const words: string[] = [];
  const phrases: string[] = [];
  const without: string[] = [];
  const fields = new Map<string, string>();
  for (const { groups = {} } of typed.matchAll(PIECE)) {
    const value = (groups['phrase'] ?? groups['word'] ?? '').trim();
    const field = groups['field']?.toLowerCase();
    if (value === '') continue;
    if (field !== undefined) fields.set(field, value);
    else if (groups['minus'] !== undefined) without.push(value);
    else if (groups['phrase'] !== undefined) phrases.push(value);
    else words.push(value);
  }
  const publisher = fields.get('publisher');
  const since = dayAfter(fields.get('after')) ?? daysOf(fields.get('since'))?.first;
  const until = dayBefore(fields.get('before')) ?? daysOf(fields.get('until'))?.last;
  return {
    words: words.join(' '),
    phrases,
    without,
    ...(publisher === undefined ? {} : { publisher }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}

function daysOf(typed: string | undefined): ReturnType<typeof readDays> {
  if (typed === undefined) return undefined;
  const days = readDays(typed.replace(/["“”]/gu, ''));
  if (days !== undefined) return days;
  throw new Refusal(message('fault.search.date', { typed: partOf(typed) }));
}

/** The day after the last day of what was typed: `after:2025` → 2026-01-01. */
const dayAfter = (typed: string | undefined): string | undefined => moved(daysOf(typed)?.last, 1);

const dayBefore = (typed: string | undefined): string | undefined =>
  moved(daysOf(typed)?.first, -1);

const moved = (day: string | undefined, by: number): string | undefined =>
  day === undefined ? undefined : addDays(day, by);
