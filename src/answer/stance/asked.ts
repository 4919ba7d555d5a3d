import { type Naming, type Unit, readNaming } from './naming.ts';
import { PEOPLE_NOUNS, PERSON_NOUNS } from '../../extraction/lexicon/roles.ts';
import { LED, STANDING_FOR_ALL, SUFFIXES } from '../../search/lexicon/bodies.ts';
import { type NameWord, nameWords } from '../../search/naming.ts';

/** Who is asked about, in words made comparable. */
export interface AskedHolder {
  readonly naming: Naming;
  /** As a person's name: without titles. */
  readonly name: readonly NameWord[];
  /** `Trump` in `the Trump administration`: whoever leads it speaks for it. */
  readonly led: readonly NameWord[];
  readonly kind: 'country' | 'party' | 'body' | 'role';
  /** People of a kind, `Republican senators`, where `some` of them will do. */
  readonly isLoose: boolean;
  /** The country that the words name or add: `[United States] Senate`. */
  readonly country?: string;
  /** What must be named: party, chamber, body, and the words that are no one's in particular. */
  readonly telling: readonly Unit[];
}

export function askedHolder(who: string): AskedHolder {
  const naming = readNaming(who);
  const country = naming.units.find(({ kind }) => kind === 'country')?.key;
  const isPerson = naming.head.some(({ word }) => PERSON_NOUNS.has(word));
  const party = naming.head.some(({ kind }) => kind === 'party');
  const others = naming.units.filter(
    ({ kind, word }) => kind !== 'country' && !STANDING_FOR_ALL.has(word),
  );
  const isCountry = country !== undefined && others.length === 0;
  const kind = isCountry ? 'country' : party ? 'party' : isPerson ? 'role' : 'body';
  const telling = kind === 'role' || others.length === 0 ? naming.units : others;
  const last = naming.units.at(-1)?.word ?? '';
  return {
    naming,
    name: nameWords(who.replaceAll('_', ' ')),
    led: LED.has(last) ? nameWords(who).slice(0, -1) : [],
    kind,
    isLoose: naming.isPart || (PEOPLE_NOUNS.has(last) && naming.units.at(-1)?.kind === 'word'),
    ...(country === undefined ? {} : { country }),
    telling: telling.filter(({ word }) => !SUFFIXES.has(word) || telling.length === 1),
  };
}

/** How well words fit the one asked about, from 0 to 1. */
export interface HolderFit {
  readonly score: number;
  /** They are not the one asked about, but speak for them. */
  readonly isDeputy: boolean;
}

export const NO_FIT: HolderFit = { score: 0, isDeputy: false };
export const WHOLE: HolderFit = { score: 1, isDeputy: false };
/** By surname, by role, or as the larger part: `House Republicans` for their party. */
export const NEARLY: HolderFit = { score: 0.9, isDeputy: false };
export const NAMED_BEHALF: HolderFit = { score: 0.95, isDeputy: true };
export const DEPUTY: HolderFit = { score: 0.85, isDeputy: true };
