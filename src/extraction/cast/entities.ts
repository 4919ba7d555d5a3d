import { editDistance } from '../../text/edit-distance.ts';
import { foldName } from '../../text/fold.ts';
import { byNumber } from '../../text/word-numbers.ts';
import type { EntityKind } from '../facts.ts';
import { areNicknames } from '../lexicon/nicknames.ts';
import { countryOf } from '../lexicon/places.ts';
import { isNameSuffix } from '../syntax/capitals.ts';
import type { Document } from '../syntax/document.ts';
import type { Name } from '../syntax/names.ts';

/** Names that denote one person, body or place. */
export interface NamedEntity {
  readonly kind: EntityKind;
  /** The fullest of its names. */
  readonly fullest: Name;
  readonly names: readonly Name[];
  /** Those of its names that may as well be another's: `Whitcomb`, where two are called so. */
  readonly doubtful: readonly Name[];
  readonly gender?: 'female' | 'male';
}

interface Draft {
  kind: EntityKind | 'unknown';
  fullest: Name;
  wording: Wording;
  readonly names: Name[];
  readonly doubtful: Name[];
  // Kept beside the names, of which there may be thousands.
  gender: 'female' | 'male' | undefined;
  /** How often somebody is named in full. */
  timesInFull: number;
  /** Where the names of several words begin, in order. */
  readonly fullAt: number[];
  /** Where the last name of one word begins. */
  shortAt: number;
}

/** A name as it is compared with others. */
interface Wording {
  readonly words: readonly string[];
  readonly joined: string;
  /** `jr`, `sr`, `iii`: tells the son from the father. */
  readonly suffix: string | undefined;
}

/** The names grouped by whom they denote, in the order of first naming. */
export function groupNames(document: Document, names: readonly Name[]): NamedEntity[] {
  const drafts: Draft[] = [];
  const worded = names.map((name) => ({ name, wording: wordingOf(document, name) }));
  // Full names first, wherever they stand, so that a surname in the headline finds its person.
  for (const { name, wording } of worded)
    if (wording.words.length > 1) place(drafts, name, wording, document);
  for (const { name, wording } of worded)
    if (wording.words.length === 1) place(drafts, name, wording, document);
  return drafts
    .map((draft) => finish(draft, document))
    .toSorted((a, b) => (a.names[0]?.first ?? 0) - (b.names[0]?.first ?? 0));
}

const PARTICLES = new Set('al el bin ibn de da di do dos van von der la le the'.split(' '));

/** Folded words that tell the name from others: `Al-Tayeb` → [taieb], `George W. Bush Jr.` → [george, w, bush]. */
function wordingOf({ tokens }: Document, { first, last }: Name): Wording {
  const only = last - first === 1 ? tokens[first] : undefined;
  if (!isNameSuffix(only)) {
    const wording = wordingOfWord(only);
    if (wording !== undefined) return wording;
  }
  const all: string[] = [];
  let suffix: string | undefined;
  for (let at = first; at < last; at += 1) {
    const token = tokens[at];
    if (isNameSuffix(token)) suffix = token?.lower.replace('.', '');
    else if (token !== undefined) all.push(...(foldedWords(token) ?? []));
  }
  return wordingIn(all, suffix);
}

function wordingIn(all: readonly string[], suffix: string | undefined): Wording {
  const telling = all.filter((word) => !PARTICLES.has(word));
  const words = telling.length > 0 ? telling : all;
  return { words, joined: words.join(' '), suffix };
}

const fold = (word: string): readonly string[] =>
  /[\p{L}\p{N}]/u.test(word)
    ? foldName(word)
        .split(/[\s-]+/u)
        .filter(Boolean)
    : [];

const foldedWords = byNumber(fold);

/** Most names are one word, and the same ones again and again. */
const wordingOfWord = byNumber((word) => wordingIn(fold(word), undefined));

function place(drafts: Draft[], name: Name, wording: Wording, document: Document): void {
  const countryNames = namesOfSameCountry(name, document);
  const candidates = comparable(drafts).filter(
    (draft) =>
      (countryNames.length > 0 &&
        draft.kind === 'place' &&
        countryNames.includes(wordsOf(draft.fullest, document))) ||
      fits(draft, name, wording),
  );
  const draft = choose(candidates, name, wording);
  if (draft === undefined) {
    drafts.push(draftOf(name, wording));
    return;
  }
  if (isDoubtful(candidates, draft, wording)) draft.doubtful.push(name);
  addName(draft, name, wording);
  if (draft.kind === 'unknown' || name.kind === 'person')
    draft.kind = name.kind === 'unknown' ? draft.kind : name.kind;
  // `George Hill` is the first of that name; once called Jr., he is not Sr. any more.
  const suffix = draft.wording.suffix ?? wording.suffix;
  const isFuller = wording.words.length > draft.wording.words.length && draft.kind !== 'place';
  if (isFuller || suffix !== draft.wording.suffix)
    draft.wording = { ...(isFuller ? wording : draft.wording), suffix };
  if (isFuller) draft.fullest = name;
}

function draftOf(name: Name, wording: Wording): Draft {
  const draft: Draft = {
    kind: name.kind,
    fullest: name,
    wording,
    names: [],
    doubtful: [],
    gender: undefined,
    timesInFull: 0,
    fullAt: [],
    shortAt: -1,
  };
  addName(draft, name, wording);
  return draft;
}

function addName(draft: Draft, name: Name, { words }: Wording): void {
  draft.names.push(name);
  draft.gender ??= name.gender;
  if (name.last - name.first > 1) draft.timesInFull += 1;
  if (words.length > 1) draft.fullAt.push(name.first);
  else draft.shortAt = name.first;
}

// No article is about so many; a text made of names alone would have each compared with all others.
const MOST_COMPARED = 300;

/** Those that a name is compared with: all, or of too many the first and the last. */
const comparable = (drafts: readonly Draft[]): readonly Draft[] =>
  drafts.length <= MOST_COMPARED
    ? drafts
    : [...drafts.slice(0, MOST_COMPARED / 2), ...drafts.slice(-MOST_COMPARED / 2)];

/**
 * A bare surname that two people have, named in full as often, goes to the one last named; it is
 * doubtful unless the article began with him: `Ines Whitcomb met Dale Whitcomb. Whitcomb said`.
 */
function isDoubtful(candidates: readonly Draft[], chosen: Draft, { words }: Wording): boolean {
  if (words.length > 1 || candidates.length < 2) return false;
  const namesakes = candidates.filter(
    (draft) => draft.kind === 'person' && draft.wording.words.at(-1) === words[0],
  );
  const firstNamed = Math.min(...namesakes.map(({ names }) => names[0]?.first ?? Infinity));
  return (
    chosen.names[0]?.first !== firstNamed &&
    namesakes.some((draft) => draft !== chosen && draft.timesInFull >= chosen.timesInFull)
  );
}

/** The one named exactly so; else the one most often named in full; else the one last named before. */
function choose(
  candidates: readonly Draft[],
  name: Name,
  { words, joined }: Wording,
): Draft | undefined {
  if (candidates.length < 2) return candidates[0];
  const exact = candidates.filter((draft) => draft.wording.joined === joined);
  const bySurname = candidates.filter((draft) => draft.wording.words.at(-1) === words.at(-1));
  const pool = exact.length > 0 ? exact : bySurname.length > 0 ? bySurname : candidates;
  return pool.toSorted(
    (a, b) =>
      b.timesInFull - a.timesInFull || lastBefore(b, name.first) - lastBefore(a, name.first),
  )[0];
}

/** Where the last of somebody's names in front of a token begins, or -1. */
function lastBefore({ fullAt, shortAt }: Draft, token: number): number {
  let [from, to] = [0, fullAt.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((fullAt[middle] ?? 0) < token) from = middle + 1;
    else to = middle;
  }
  return Math.max(fullAt[from - 1] ?? -1, shortAt < token ? shortAt : -1);
}

function fits(draft: Draft, name: Name, { words, joined, suffix }: Wording): boolean {
  if (!kindsAgree(draft, name)) return false;
  const isNamedPerson =
    draft.kind === 'person' ||
    name.kind === 'person' ||
    (draft.kind === 'unknown' && words.length === 1);
  if (!isNamedPerson) return draft.wording.joined === joined;
  if (suffix !== undefined && draft.wording.suffix !== undefined && suffix !== draft.wording.suffix)
    return false;
  // `Ms. Jean Petit` is the Jean Petit whose first name a list gives to men.
  const isSame = words.length > 1 && draft.wording.joined === joined;
  return isSame || (fitsPerson(draft.wording.words, words) && gendersAgree(draft, name));
}

/** `UK` → [United Kingdom, UK, Britain, …]; the capital and the people stay apart, as the article's own words do. */
function namesOfSameCountry(name: Name, document: Document): readonly string[] {
  if (name.kind !== 'place') return [];
  const words = wordsOf(name, document);
  const names = countryOf(words)?.names ?? [];
  return names.includes(words) ? names : [];
}

const wordsOf = ({ first, last }: Name, { text, tokens }: Document): string =>
  text.slice(tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0);

function kindsAgree(draft: Draft, name: Name): boolean {
  if (draft.kind === 'unknown' || name.kind === 'unknown')
    return draft.kind !== 'place' && name.kind !== 'place' && draft.kind !== 'group';
  return draft.kind === name.kind;
}

/** `Mrs. Clinton` is not Bill Clinton, and Danielle Okoro not Daniel Okoro. */
function gendersAgree(draft: Draft, name: Name): boolean {
  const { gender } = draft;
  return gender === undefined || name.gender === undefined || gender === name.gender;
}

/** Whether the shorter of two names may stand for the longer. */
const fitsPerson = (known: readonly string[], words: readonly string[]): boolean =>
  known.length >= words.length ? mayStandFor(words, known) : mayStandFor(known, words);

function mayStandFor(short: readonly string[], long: readonly string[]): boolean {
  const word = short[short.length - 1] ?? '';
  const surname = long[long.length - 1] ?? '';
  if (short.length === 1)
    return isSameWord(word, surname) || (long.length > 1 && long.includes(word));
  if (!isSameWord(word, surname)) return false;
  const given = long.slice(0, -1);
  return short.slice(0, -1).every((name) => given.some((other) => isSameGivenName(name, other)));
}

/**
 * One spelling of another: `zhaksibaev`, `dzhaksibaev`. A short word may differ in one vowel alone,
 * as transliterations do: `taieb`, `taib`.
 */
function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  // Spellings of one name begin or end alike, which most pairs of names do not: a cheap test first.
  if (shorter < 4) return false;
  const beginAlike = a.charCodeAt(0) === b.charCodeAt(0);
  if (!beginAlike && a.charCodeAt(a.length - 1) !== b.charCodeAt(b.length - 1)) return false;
  if (shorter < 5 || a.length + b.length < 11)
    return beginAlike && editDistance(a, b, 1) <= 1 && withoutVowels(a) === withoutVowels(b);
  return editDistance(a, b, 2) <= (shorter < 8 ? 1 : 2);
}

const withoutVowels = (word: string): string => word.replace(/[aeiou]/gu, '');

const isSameGivenName = (a: string, b: string): boolean =>
  isSameWord(a, b) || areNicknames(a, b) || ((a.length === 1 || b.length === 1) && a[0] === b[0]);

function finish(draft: Draft, document: Document): NamedEntity {
  const { gender } = draft;
  const kind = draft.kind === 'unknown' ? guessKind(draft, document) : draft.kind;
  const names = draft.names.toSorted((a, b) => a.first - b.first);
  const { fullest, doubtful } = draft;
  return { kind, fullest, names, doubtful, ...(gender === undefined ? {} : { gender }) };
}

/**
 * A run of two or three plain words that later goes by its last one is a person; one that always
 * stands behind `in` or `from` is a place; anything else is a body.
 */
function guessKind({ wording, names, fullest }: Draft, { tokens }: Document): EntityKind {
  const { words } = wording;
  if (names.every(({ first }) => LOCATIVE.test(tokens[first - 1]?.lower ?? ''))) return 'place';
  const isPlain =
    fullest.last - fullest.first === words.length && words.length >= 2 && words.length <= 3;
  const isShortened = names.some((name) => name.last - name.first === 1);
  const isAllProper = tokens
    .slice(fullest.first, fullest.last)
    .every((token) => token.pos === 'PROPN');
  return isPlain && (isShortened || isAllProper) ? 'person' : 'organisation';
}

const LOCATIVE = /^(?:in|from|near|at|outside|around|into|across|throughout)$/u;
