import { type AskedHolder, DEPUTY, type HolderFit, NEARLY, NO_FIT, WHOLE } from './asked.ts';
import type { Naming, Unit } from './naming.ts';
import { OFFICIALS, OUTSIDERS } from '../../extraction/lexicon/stance-modifiers.ts';
import {
  ACTING_FOR,
  ORGANS,
  PARTY_PEOPLE,
  SPOKESPEOPLE,
  STANDING_FOR_ALL,
  SUFFIXES,
} from '../../search/lexicon/bodies.ts';
import { type NameWord, isSameWord, mayBeOne, nameWords } from '../../search/naming.ts';

// Whether words name the country, party or body asked about, or who acts for it.

export function fitPerson(asked: readonly NameWord[], own: readonly NameWord[]): HolderFit {
  const [last, ownLast] = [asked.at(-1), own.at(-1)];
  if (last === undefined || ownLast === undefined) return NO_FIT;
  if (asked.length > 1 && own.length > 1) return mayBeOne(asked, own) ? WHOLE : NO_FIT;
  if (!isSameWord(last.folded, ownLast.folded)) return NO_FIT;
  return asked.length <= own.length ? WHOLE : NEARLY;
}

/** `California Democrat`, not `House Democrats` or `Democratic`. */
export const isOneMember = ({ head }: Naming): boolean =>
  head.length > 1 &&
  head.at(-1)?.kind === 'party' &&
  /^(?:republican|democrat|conservative|tory|libertarian|socialist|communist|green)$/u.test(
    head.at(-1)?.word ?? '',
  );

/** A phrase that is no person's name: a country, party or body, or who acts for one. */
export function fitWords(asked: AskedHolder, words: Naming): HolderFit {
  if (words.units.length === 0 || (words.isPart && !asked.isLoose)) return NO_FIT;
  switch (asked.kind) {
    case 'country':
      return fitCountry(asked, words);
    case 'party':
      return fitParty(asked, words);
    case 'role':
    case 'body':
      return fitBody(asked, words);
    default:
      return asked.kind satisfies never;
  }
}

const keysOf = (units: readonly Unit[], kind: Unit['kind']): string[] =>
  units.filter((unit) => unit.kind === kind).map(({ key }) => key);

/** Whose a phrase is: `[Norwegian] envoys to Chile`, `the government of [Norway]`. */
export function countriesOf({ head, owner }: Naming): readonly string[] {
  const own = keysOf(head, 'country');
  return own.length > 0 ? own : keysOf(owner, 'country');
}

/** `ambassador to [Chile]` */
export function countriesAway(role: Naming): readonly string[] {
  const own = countriesOf(role);
  return role.units.flatMap(({ kind, key }) =>
    kind === 'country' && !own.includes(key) ? [key] : [],
  );
}

const isOutsider = ({ units }: Naming): boolean => units.some(({ word }) => OUTSIDERS.has(word));

/** `Moscow`, `the Russian government`; not `Russian farmers` or `Russia’s opponents`. */
function fitCountry({ country }: AskedHolder, words: Naming): HolderFit {
  if (country === undefined || !countriesOf(words).includes(country) || isOutsider(words))
    return NO_FIT;
  const last = words.head.at(-1);
  if (last === undefined) return NO_FIT;
  if (last.kind === 'country' || STANDING_FOR_ALL.has(last.word) || last.word === 'white house')
    return WHOLE;
  if (ORGANS.has(last.word)) return NEARLY;
  return OFFICIALS.has(last.word) ? DEPUTY : NO_FIT;
}

/** `House Republicans`, `GOP leaders`; not `Republican voters` or the `Republican Governors`. */
function fitParty({ telling }: AskedHolder, words: Naming): HolderFit {
  const wanted = keysOf(telling, 'party');
  const own = keysOf(words.head, 'party');
  if (own.length === 0 || !wanted.every((key) => own.includes(key))) return NO_FIT;
  const [chamber] = keysOf(telling, 'chamber');
  const [ownChamber] = keysOf(words.head, 'chamber');
  if (chamber !== undefined && ownChamber !== undefined && chamber !== ownChamber) return NO_FIT;
  const last = words.head.at(-1);
  if (last === undefined || isOutsider(words) || isOneMember(words)) return NO_FIT;
  if (last.kind === 'party' || PARTY_PEOPLE.has(last.word))
    return chamber === ownChamber ? WHOLE : NEARLY;
  return SPOKESPEOPLE.has(last.word) ? DEPUTY : NO_FIT;
}

/** A body by name, by its initials, or who acts for it: `Justice Department lawyers`. */
function fitBody(asked: AskedHolder, words: Naming): HolderFit {
  const { telling, country, kind } = asked;
  const countries = countriesOf(words);
  if (country !== undefined && countries.length > 0 && !countries.includes(country)) return NO_FIT;
  if (isAcronym(asked.naming, words) || isAcronym(words, asked.naming)) return WHOLE;
  if (isActingLeader(asked, words)) return DEPUTY;
  if (!telling.every((unit) => words.units.some((own) => isSameUnit(unit, own))))
    return isShortName(asked, words) ? NEARLY : NO_FIT;
  const rest = words.units.filter(
    (own) => own.kind !== 'country' && !telling.some((unit) => isSameUnit(unit, own)),
  );
  const last = words.head.at(-1);
  if (rest.every(({ word }) => SUFFIXES.has(word))) return WHOLE;
  if (kind === 'role' && last !== undefined && telling.some((unit) => isSameUnit(unit, last)))
    return NEARLY;
  return last !== undefined && ACTING_FOR.has(last.word) && !isOutsider(words) ? DEPUTY : NO_FIT;
}

/** `the Moran campaign`, `Moran’s lawyer`: who acts for the person asked about. */
function isActingLeader({ name }: AskedHolder, words: Naming): boolean {
  const last = words.head.at(-1);
  if (last === undefined || words.head.length < 2 || !ACTING_FOR.has(last.word)) return false;
  const leader = nameWords(
    words.head
      .slice(0, -1)
      .map(({ word }) => word)
      .join(' '),
  );
  return name.length > 1 && fitPerson(name, leader).score > 0;
}

/** `Vogt` for the firm of `Vogt, Lind, Amsel & Diaz`. */
const isShortName = ({ telling }: AskedHolder, { units }: Naming): boolean => {
  const [long, short] = telling.length >= units.length ? [telling, units] : [units, telling];
  const [first] = short;
  return (
    short.length === 1 &&
    long.length > 3 &&
    first?.kind === 'word' &&
    long.every(({ kind }) => kind === 'word') &&
    long[0]?.key === first.key
  );
};

const initials = (list: readonly string[]): string => list.map((word) => word[0] ?? '').join('');

/** `FBI` for the Federal Bureau of Investigation: the initials of all words, small ones aside. */
function isAcronym(short: Naming, long: Naming): boolean {
  const [only, ...others] = short.units.filter(({ kind }) => kind !== 'country');
  if (only === undefined || others.length > 0 || !/^\p{L}{3,6}$/u.test(only.word)) return false;
  const words = long.units.flatMap(({ word }) => word.split(' '));
  const own = long.units
    .filter(({ kind }) => kind !== 'country')
    .flatMap(({ word }) => word.split(' '));
  return words.length > 2 && (initials(words) === only.word || initials(own) === only.word);
}

export function isSameUnit(a: Unit, b: Unit): boolean {
  if (a.kind !== b.kind) return false;
  if (a.key === b.key) return true;
  if (a.kind !== 'word') return false;
  const [short, long] = a.key.length < b.key.length ? [a.key, b.key] : [b.key, a.key];
  return short.length >= 4 && (long === `${short}s` || isSameWord(a.key, b.key));
}
