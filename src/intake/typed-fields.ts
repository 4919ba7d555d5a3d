import { readDate } from './dates.ts';
import { IntakeError } from './intake-error.ts';
import { readLink } from './link.ts';
import { tidyText } from './tidy.ts';

/** The fields of an article as a member fills them in. */
export type TypedFields = Readonly<Partial<Record<'title' | 'date' | 'publisher' | 'url', string>>>;

/**
 * The fields as an article's file has them, `18 Feb 2025` → `2025-02-18`, without what nobody sees; those that are empty are
 * undefined, which takes them out.
 * @throws IntakeError for a date that is none, and a link that is none
 */
export function typedFields(fields: TypedFields): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, typed]) => [name, readField(name, tidyText(typed).trim())]),
  );
}

function readField(name: string, typed: string): string | undefined {
  if (typed === '') return undefined;
  if (name === 'date') return typedDate(typed);
  return name === 'url' ? readLink(typed, { ports: 'any' }).href : typed;
}

const LONGEST_TOLD = 80;

/** @throws IntakeError for what is no date, or could be two */
export function typedDate(typed: string): string {
  const date = readDate(typed);
  if (date === undefined)
    throw new IntakeError('intake.date', { date: typed.slice(0, LONGEST_TOLD) });
  return date;
}
