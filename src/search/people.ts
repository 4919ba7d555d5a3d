import { areNicknames } from '../extraction/lexicon/nicknames.ts';
import { type Country, countryOf } from '../extraction/lexicon/places.ts';
import { TITLES } from '../extraction/lexicon/roles.ts';
import type { Entity } from '../extraction/facts.ts';
import { editDistance } from '../text/edit-distance.ts';
import { fold, foldName } from '../text/fold.ts';
import { remembered } from '../text/remembered.ts';
import { slice } from '../text/span.ts';
import type { Corpus, Reading } from './corpus.ts';

/** An entity of one article. */
export interface Appearance {
  readonly reading: Reading;
  /** An index into the reading's entities. */
  readonly entity: number;
}

/** One person, body or country across articles. */
export interface Figure {
  /** The fullest of the names that articles give, as one of them spells it. */
  readonly name: string;
  /** Newest article first. */
  readonly appearances: readonly Appearance[];
}

interface Known extends Appearance {
  readonly name: string;
  readonly words: readonly string[];
  /** The folded words of its roles; for a country's words its name. */
  readonly roleWords: ReadonlySet<string>;
  readonly country: Country | undefined;
  readonly isNamed: boolean;
}

/**
 * Whom the words may mean: any spelling of a name, a surname, a nickname or a role that articles
 * state. Several figures where the words fit several: two Clintons.
 */
export function findFigures(words: string, corpus: Corpus): Figure[] {
  const index = indexOf(corpus);
  const asked = nameWords(words);
  // `the Kremlin spokesman` asks for him, not for the Kremlin.
  const byRole = words.trim().includes(' ') ? withRole(words, index) : [];
  const byName = byRole.length > 0 || asked.length === 0 ? byRole : namedLike(asked, index);
  return groupFigures(
    byName.length > 0 ? byName : [...countryLike(words, index), ...withRole(words, index)],
  );
}

/** The figures with most appearances whose name begins or goes on with what was typed. */
export function completeFigures(
  typed: string,
  corpus: Corpus,
  isWanted: (appearance: Appearance) => boolean,
): Figure[] {
  const prefix = foldName(typed);
  const known = indexOf(corpus).all.filter(
    (one) =>
      one.isNamed &&
      (prefix === '' || ` ${one.words.join(' ')}`.includes(` ${prefix}`)) &&
      isWanted(one),
  );
  return groupFigures(known).toSorted((a, b) => b.appearances.length - a.appearances.length);
}

interface NameIndex {
  readonly all: readonly Known[];
  readonly bySurname: ReadonlyMap<string, readonly Known[]>;
}

/** Made once a view; the folding, which takes the time, once a reading. */
const indexOf = remembered((corpus: Corpus): NameIndex => {
  const all = corpus.readings.flatMap(knownIn);
  const bySurname = new Map<string, Known[]>();
  for (const known of all)
    for (const word of new Set(known.words)) {
      const others = bySurname.get(word);
      if (others === undefined) bySurname.set(word, [known]);
      else others.push(known);
    }
  return { all, bySurname };
});

const knownIn = remembered((reading: Reading): readonly Known[] =>
  reading.facts.entities.map((entity, number) => describe(reading, entity, number)),
);

function describe(reading: Reading, { name, roles, isNamed }: Entity, entity: number): Known {
  const { body } = reading.article;
  const text = slice(body, name);
  return {
    reading,
    entity,
    name: text,
    words: nameWords(text),
    roleWords: new Set(roles.flatMap((role) => roleWords(slice(body, role)))),
    country: countryOf(text),
    isNamed,
  };
}

/** `the Kremlin’s spokesman` → russia, spokesman: a country's words count as its name. */
function roleWords(role: string): string[] {
  return fold(role.replace(/[’']s\b/gu, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^(?:the|a|an|of|for)$/u.test(word))
    .map((word) => countryOf(word)?.name ?? foldName(word));
}

/** The folded words of a name, titles and articles left out unless there is nothing else. */
function nameWords(name: string): string[] {
  const all = foldName(name.replace(/[’']s\b/gu, ''))
    .split(/[\s-]+/u)
    .filter(Boolean);
  const telling = all.filter(
    (word) => !TITLES.has(word) && !/^(?:the|jr|sr|mr|mrs|ms|dr|al|el|of)$/u.test(word),
  );
  return telling.length > 0 ? telling : all;
}

function namedLike(asked: readonly string[], { bySurname }: NameIndex): Known[] {
  const last = asked.at(-1) ?? '';
  const exact = (bySurname.get(last) ?? []).filter((known) => fitsName(known, asked));
  if (exact.length > 0) return preferWholeNames(exact, asked);
  return [...bySurname.keys()]
    .filter((word) => isNearSpelling(word, last))
    .flatMap((word) => bySurname.get(word) ?? [])
    .filter((known) => fitsName(known, asked));
}

/** `Clinton` asks for people of that name before the `Clinton Foundation`. */
function preferWholeNames(found: readonly Known[], asked: readonly string[]): Known[] {
  const last = asked.at(-1) ?? '';
  const ending = found.filter(({ words, isNamed }) => isNamed && words.at(-1) === last);
  return ending.length > 0 ? ending : [...found];
}

function fitsName({ words, isNamed }: Known, asked: readonly string[]): boolean {
  if (!isNamed) return asked.length > 1 && asked.every((word) => words.includes(word));
  if (words.length === 1 && asked.length > 1) return false;
  return asked.every((word) => words.some((own) => isSameWord(own, word)));
}

const isSameWord = (a: string, b: string): boolean =>
  a === b || isNearSpelling(a, b) || areNicknames(a, b);

function isNearSpelling(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  return shorter >= 5 && a[0] === b[0] && editDistance(a, b, 2) <= (shorter < 8 ? 1 : 2);
}

/** `Moscow` and `the Russians` ask for what articles call Russia or the Kremlin. */
function countryLike(words: string, { all }: NameIndex): Known[] {
  const country = countryOf(words.trim());
  return country === undefined ? [] : all.filter((known) => known.country === country);
}

/** `the Kremlin spokesman`, `secretary of state`: every word stands in a stated role. */
function withRole(words: string, { all }: NameIndex): Known[] {
  const asked = roleWords(words);
  return asked.length === 0
    ? []
    : all.filter(({ roleWords: own }) => own.size > 0 && asked.every((word) => own.has(word)));
}

/** Puts appearances together that one figure may have: the same surname, no given names at odds. */
function groupFigures(found: readonly Known[]): Figure[] {
  const groups: Known[][] = [];
  const longestFirst = found.toSorted((a, b) => b.words.length - a.words.length);
  for (const known of longestFirst) {
    const fitting = groups.filter((group) => group[0] !== undefined && mayBeOne(group[0], known));
    // A bare surname joins the one who has it; where two have it, it stays with its article's own.
    const group =
      fitting.length > 1
        ? fitting.find((one) => one.some(({ reading }) => reading === known.reading))
        : fitting[0];
    if (group !== undefined) group.push(known);
    else if (fitting.length === 0) groups.push([known]);
  }
  return groups.map(toFigure);
}

function mayBeOne(a: Known, b: Known): boolean {
  const [long, short] = a.words.length >= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (!isSameWord(long.at(-1) ?? '', short.at(-1) ?? ''))
    return a.words.join(' ') === b.words.join(' ');
  return short
    .slice(0, -1)
    .every((word) =>
      long
        .slice(0, -1)
        .some((own) => isSameWord(own, word) || (word.length === 1 && own[0] === word)),
    );
}

function toFigure(group: readonly Known[]): Figure {
  const newestFirst = group.toSorted((a, b) =>
    (b.reading.article.date ?? '').localeCompare(a.reading.article.date ?? ''),
  );
  const fullest = newestFirst.reduce((best, one) =>
    one.words.length > best.words.length ? one : best,
  );
  return {
    name: fullest.name,
    appearances: newestFirst.map(({ reading, entity }) => ({ reading, entity })),
  };
}
