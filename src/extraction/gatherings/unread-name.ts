import { isPlace } from '../lexicon/places.ts';
import { isCalendarWord } from '../lexicon/calendar.ts';
import { BODY_NOUNS, ORGANISATION_HEADS } from '../lexicon/roles.ts';
import type { CastText } from '../cast/cast.ts';
import type { Name } from '../syntax/names.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { isRoleNoun } from '../cast/roles.ts';

// A long list of guests is almost all capitals, which hides where its names are; but there, two or
// more capitalised words that end a phrase can hardly be anything else.

/** The name that ends a phrase, though none was read there: `the lawyer [Bo Rask Lind]`. */
export function unreadName(text: CastText, phrase: Phrase): Name | undefined {
  const { tokens } = text.document;
  let first = phrase.last;
  while (first > phrase.first && mayBelong(text, first - 1, phrase.last)) first -= 1;
  while (first < phrase.last && !isCapital(text, first)) first += 1;
  const titleFirst = first;
  while (first < phrase.last && isTitle(text, first)) first += 1;
  const words = tokens.slice(first, phrase.last).filter(({ text: word }) => /^\p{Lu}/u.test(word));
  if (words.length < 2 || words.length > 5 || !isNoBody(text, first, phrase.last)) return undefined;
  return {
    first,
    last: phrase.last,
    kind: 'unknown',
    ...(titleFirst < first ? { titleFirst } : {}),
  };
}

const isCapital = ({ document }: CastText, at: number): boolean =>
  document.tokens[at]?.isUpper === true;

/** Capitalised words, hyphens and particles between them: `Wilson van der Maelasi-Rore`. */
function mayBelong(text: CastText, at: number, last: number): boolean {
  const token = text.document.tokens[at];
  if (token === undefined || isCalendarWord(token)) return false;
  if (isCapital(text, at)) return true;
  const isLink = /^(?:-|de|da|dos|di|van|von|der|bin|al|el|la)$/u.test(token.lower);
  return isLink && at < last - 1;
}

const isTitle = ({ document }: CastText, at: number): boolean => {
  const token = document.tokens[at];
  return isRoleNoun(token) || /^(?:mr|mrs|ms|dr|prof|md|sir)\.?$/u.test(token?.lower ?? '');
};

/** Neither a place, nor a body, nor a role: `Foreign Secretary`, `Water Board`, `New Delhi`. */
function isNoBody({ document, names, cast }: CastText, first: number, last: number): boolean {
  const tokens = document.tokens.slice(first, last);
  const head = tokens.at(-1)?.lower ?? '';
  const isDouble = tokens.at(-2)?.text === '-';
  if (
    (isRoleNoun(tokens.at(-1)) && !isDouble) ||
    BODY_NOUNS.has(head) ||
    ORGANISATION_HEADS.has(head)
  )
    return false;
  if (isPlace(tokens.map(({ text }) => text).join(' '))) return false;
  const kind = cast.entities[cast.at[last - 1] ?? -1]?.kind;
  return names.at[last - 1] === undefined || kind === 'person' || kind === 'organisation';
}
