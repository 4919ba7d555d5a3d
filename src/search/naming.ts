import { isFirstName } from '../extraction/lexicon/first-names.ts';
import { areNicknames } from '../extraction/lexicon/nicknames.ts';
import { countryOf } from '../extraction/lexicon/places.ts';
import { TITLES } from '../extraction/lexicon/roles.ts';
import { editDistance } from '../text/edit-distance.ts';
import { fold, foldName } from '../text/fold.ts';
import { rememberedLately, rememberedWords } from '../text/remembered.ts';
import { areSpellings } from './lexicon/name-spellings.ts';

// Words of names and roles, made comparable.

/** A word of a name: as spelled, without accents, and with its spellings made one. */
export interface NameWord {
  readonly spelled: string;
  readonly folded: string;
}

const EMPTY = /^(?:the|a|an|mr|mrs|ms|dr|al|el|of)$/u;

/** What tells a son from his father; it stands behind the surname. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/u;

// A corpus has tens of thousands of names, and a tenth as many words in them.
const nameWord = rememberedWords((spelled: string): NameWord => ({
  spelled,
  folded: foldName(spelled),
}));

/** The words of a name, titles and articles left out unless there is nothing else. */
export const nameWords = rememberedLately((name: string): readonly NameWord[] => {
  const all = wordsOf(name).map(nameWord);
  const known = all.filter(({ folded }) => folded !== '');
  const telling = known.filter(({ spelled }) => !TITLES.has(spelled) && !EMPTY.test(spelled));
  return surnameLast(telling.length > 0 ? telling : known);
});

/** `John Roberts Jr.` → john, jr, roberts */
function surnameLast(words: readonly NameWord[]): readonly NameWord[] {
  const [surname, suffix] = [words.at(-2), words.at(-1)];
  if (words.length < 3 || !surname || !suffix || !SUFFIX.test(suffix.spelled)) return words;
  return [...words.slice(0, -2), suffix, surname];
}

export const hasSuffix = (words: readonly NameWord[]): boolean =>
  words.some(({ spelled }) => SUFFIX.test(spelled));

/** `Ann Petrova-Lund’s` → ann, petrova, lund */
const wordsOf = (name: string): string[] =>
  fold(name)
    .replace(/'s?(?![\p{L}\p{N}])/gu, '')
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .split(' ')
    .filter(Boolean);

export const keyOf = (words: readonly NameWord[]): string =>
  words.map(({ folded }) => folded).join(' ');

/** Shorter words have too many neighbours. */
export const mayBeMisspelled = (word: string): boolean => word.length >= 5;

/** Whether one word may be a misspelling of another, or another way to spell it. */
export function isNearSpelling(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  return (
    mayBeMisspelled(a) &&
    mayBeMisspelled(b) &&
    a[0] === b[0] &&
    editDistance(a, b, 2) <= (shorter < 8 ? 1 : 2)
  );
}

export const isSameWord = (a: string, b: string): boolean =>
  a === b || areSpellings(a, b) || isNearSpelling(a, b) || areNicknames(a, b);

/** Two surnames of one person: `Dmitriev`, `Dmitriyev`. */
const isSameSurname = (a: NameWord, b: NameWord): boolean =>
  a.folded === b.folded || areSpellings(a.folded, b.folded) || isNearSpelling(a.folded, b.folded);

/**
 * Two given names of one person: `Bill` and `William`, `J.` and `John`, but not `Daniel` and
 * `Danielle`, which are near and yet names of their own.
 */
export function isSameGiven(a: NameWord, b: NameWord): boolean {
  if (a.folded === b.folded || areNicknames(a.folded, b.folded)) return true;
  if (areSpellings(a.folded, b.folded) || isInitial(a, b) || isInitial(b, a)) return true;
  if (!isNearSpelling(a.folded, b.folded)) return false;
  return !(isFirstName(a.spelled) && isFirstName(b.spelled));
}

const isInitial = (short: NameWord, long: NameWord): boolean =>
  short.spelled.length === 1 && long.spelled.startsWith(short.spelled);

/**
 * Whether two names of at least two words may be one person's: the same surname, and no given name
 * at odds with one of the other.
 *
 *     J. Moran, John Moran      Tayyip Erdogan, Recep Tayyip Erdogan
 *     Leonor Zepeda, Leonor Zepeda Cuéllar
 */
export function mayBeOne(a: readonly NameWord[], b: readonly NameWord[]): boolean {
  // Names are compared by the hundred thousand, so no list is made on the way.
  const long = a.length >= b.length ? a : b;
  const short = long === a ? b : a;
  const last = short[short.length - 1];
  const longLast = long[long.length - 1];
  if (short.length < 2 || !last || !longLast) return false;
  return isSameSurname(last, longLast) ? areGivenAlike(long, short) : isBeginningOf(long, short);
}

/** The first given name tells, the middle ones must not be at odds: not `George W.`, `George H. W.` */
function areGivenAlike(long: readonly NameWord[], short: readonly NameWord[]): boolean {
  const [first] = short;
  if (first === undefined) return false;
  const at = placeOfGiven(long, first);
  if (at === -1) return false;
  const next = middleName(short, 1);
  const other = middleName(long, at + 1);
  return next === undefined || other === undefined || isSameGiven(next, other);
}

/** Where a given name stands in a name; -1 where it does not. */
function placeOfGiven(name: readonly NameWord[], given: NameWord): number {
  for (let at = 0; at < name.length - 1; at += 1) {
    const own = name[at];
    if (own && isSameGiven(own, given) && (at === 0 || own.spelled.length > 1)) return at;
  }
  return -1;
}

/** The first word from a place on that is neither a suffix nor the surname. */
function middleName(name: readonly NameWord[], from: number): NameWord | undefined {
  for (let at = from; at < name.length - 1; at += 1) {
    const word = name[at];
    if (word && !SUFFIX.test(word.spelled)) return word;
  }
  return undefined;
}

/** `Leonor Zepeda` of `Leonor Zepeda Cuéllar`: a second surname may be left out. */
const isBeginningOf = (long: readonly NameWord[], short: readonly NameWord[]): boolean =>
  long.length === short.length + 1 &&
  short.every((word, at) => word.folded === long[at]?.folded && word.spelled.length > 1);

/** What says the same of a role whoever has it. */
const SAME_ROLE = new Map(
  `spokesman spokeswoman spokesperson
chairman chairwoman chairperson chair
adviser advisor
counsellor counselor
congressman congresswoman congressperson
councilman councilwoman councillor councilor
businessman businesswoman
defence defense
labour labor`
    .split('\n')
    .flatMap((line) => {
      const [first = '', ...others] = line.split(' ');
      return others.map((word): [string, string] => [word, first]);
    }),
);

const ABBREVIATED: readonly (readonly [RegExp, string])[] = [
  [/\bPM\b/gu, 'prime minister'],
  [/\bFM\b/gu, 'foreign minister'],
  [/\bVP\b/gu, 'vice president'],
  [/\bCEO\b/giu, 'chief executive'],
  [/\b(\p{L})\.(?=\p{L}\b)/gu, '$1'],
];

const LONGEST_COUNTRY = 4;

/** A role in words that compare: what it is, and all that says so. */
export interface Office {
  /** `minister` in `Kazakhstan's deputy minister of transport`. */
  readonly head: string;
  readonly words: readonly string[];
}

/** `the Kremlin’s spokeswoman` → spokesman: Russia, spokesman; a country's words are its name. */
export function officeOf(role: string): Office {
  const spelled = ABBREVIATED.reduce((text, [short, long]) => text.replace(short, long), role);
  const all = wordsOf(spelled);
  const complement = all.findIndex((word, at) => at > 0 && /^(?:of|for|to|at|in|on)$/u.test(word));
  const head = all.at(complement === -1 ? -1 : complement - 1) ?? '';
  return { head: SAME_ROLE.get(head) ?? foldName(head), words: roleWords(all) };
}

function roleWords(all: readonly string[]): string[] {
  const words = all.filter((word) => !/^(?:the|a|an|of|for|to|at|in|its|his|her)$/u.test(word));
  const telling: string[] = [];
  for (let at = 0; at < words.length;) {
    const { name, length } = countryAt(words, at);
    telling.push(name);
    at += length;
  }
  return telling;
}

/** The longest run of words that names a country, `saudi arabia`; else the word itself. */
function countryAt(words: readonly string[], at: number): { name: string; length: number } {
  for (let length = LONGEST_COUNTRY; length > 0; length -= 1) {
    const country = countryOf(words.slice(at, at + length).join(' '));
    if (country !== undefined) return { name: country.name, length };
  }
  const word = words[at] ?? '';
  return { name: SAME_ROLE.get(word) ?? foldName(word), length: 1 };
}
