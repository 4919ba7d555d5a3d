import { countryOf, isDemonymWord } from '../../lexicon/places.ts';
import { genderOf, PERSON_NOUNS, TITLES } from '../../lexicon/roles.ts';
import type { Document } from '../../syntax/document.ts';
import type { Phrase } from '../../syntax/phrases.ts';
import { isRoleNoun, type Role } from '../roles.ts';
import type { Text } from '../../syntax/text.ts';
import type { Discourse, Resolved } from './discourse.ts';
import { wordSet } from '../../../text/word-numbers.ts';

const DEFINITE = wordSet(['the', 'this', 'that', 'his', 'her', 'its', 'their', 'mr', 'mr.']);

/**
 * `the minister`, `the Kazakh minister`, `the Georgian representative`: the one last met who has
 * that role and country. Where nobody has both, the only one with the role whose country the
 * article leaves open; where the noun says little, the only one of that country.
 */
export function resolveNominal(discourse: Discourse, phrase: Phrase): Resolved | undefined {
  const { text, rolesOf, latest } = discourse;
  if (!isDefiniteRole(text, phrase) || isFollowedByName(text, phrase.last)) return undefined;
  const noun = text.document.tokens[phrase.head]?.lower ?? '';
  const titles = titlesIn(text, phrase);
  const country = countryIn(text, phrase);
  const gender = genderOf(noun);
  const met = latest.filter(
    (entity) => entity < rolesOf.length && mayBe(discourse, entity, gender),
  );
  const chosen = chooseByRole(discourse, met, { noun, titles }, country);
  if (chosen === undefined) return undefined;
  const isSure =
    chosen.isOnly || country !== undefined || chosen.entity === latestFirst(discourse, met)[0];
  const { first, last } = phrase;
  return { first, last, kind: 'nominal', entity: chosen.entity, sureness: isSure ? 1 : 0.82 };
}

const latestFirst = ({ lastMet }: Discourse, met: readonly number[]): number[] =>
  met.toSorted((a, b) => (lastMet.get(b) ?? 0) - (lastMet.get(a) ?? 0) || a - b);

/** Nouns that go for anyone who speaks for a country. */
const GENERIC =
  /^(?:representative|delegate|official|envoy|diplomat|politician|leader|negotiator)$/u;

/** Whom a role means, and whether it is the only one met who may be meant. */
interface Chosen {
  readonly entity: number;
  readonly isOnly: boolean;
}

function chooseByRole(
  discourse: Discourse,
  met: readonly number[],
  { noun, titles }: Asked,
  country: string | undefined,
): Chosen | undefined {
  const { text, rolesOf, homes } = discourse;
  const withRole = latestFirst(
    discourse,
    met.filter((entity) => hasRole(text, rolesOf[entity] ?? [], titles)),
  );
  if (country === undefined) return firstOf(withRole);
  const countries = (entity: number): readonly string[] => {
    const home = homes[entity];
    return home === undefined ? countriesOf(text, rolesOf[entity] ?? []) : [home];
  };
  const both = firstOf(withRole.filter((entity) => countries(entity).includes(country)));
  if (both !== undefined) return both;
  const open = withRole.filter((entity) => countries(entity).length === 0);
  if (open.length === 1) return firstOf(open);
  const compatriots = met.filter((entity) => countries(entity).includes(country));
  const mayStand = (entity: number): boolean =>
    titles.length === 0 || GENERIC.test(noun) || (rolesOf[entity] ?? []).length === 0;
  const [only, ...others] = compatriots;
  return only !== undefined && others.length === 0 && mayStand(only)
    ? { entity: only, isOnly: true }
    : undefined;
}

const firstOf = ([entity, ...others]: readonly number[]): Chosen | undefined =>
  entity === undefined ? undefined : { entity, isOnly: others.length === 0 };

function mayBe(
  { people }: Discourse,
  entity: number,
  gender: ReturnType<typeof genderOf>,
): boolean {
  const person = people[entity];
  if (person?.kind !== 'person') return false;
  return gender === undefined || person.gender === undefined || person.gender === gender;
}

/** The words of a phrase that a role must have too: for `the deputy minister` both. */
interface Asked {
  readonly noun: string;
  readonly titles: readonly string[];
}

const titlesIn = ({ document }: Text, { first, last }: Phrase): string[] =>
  document.tokens
    .slice(first, last)
    .map(({ lower }) => lower)
    .filter((word) => PERSON_NOUNS.has(word) || (TITLES.has(word) && word !== 'former'));

function hasRole({ document }: Text, roles: readonly Role[], titles: readonly string[]): boolean {
  if (titles.length === 0) return false;
  return roles.some((role) => titles.every((title) => hasWord(document, role, title)));
}

function hasWord({ tokens }: Document, { first, last }: Role, word: string): boolean {
  for (let at = first; at < last; at += 1) if (tokens[at]?.lower === word) return true;
  return false;
}

/** The countries that roles name; where none does, those that their sentences name. */
function countriesOf(text: Text, roles: readonly Role[]): string[] {
  const { sentences, sentenceOf } = text.document;
  const stated = roles.flatMap((role) => countriesIn(text, role));
  if (stated.length > 0) return stated;
  return roles.flatMap(({ first }) => {
    const sentence = sentences[sentenceOf[first] ?? -1];
    const around = sentence === undefined ? [] : countriesIn(text, sentence);
    return new Set(around).size === 1 ? around : [];
  });
}

const countriesIn = ({ document }: Text, { first, last }: Role): string[] =>
  document.tokens.slice(first, last).flatMap(({ text: word }) => {
    const country = /^\p{Lu}/u.test(word) ? countryOf(word)?.name : undefined;
    return country === undefined ? [] : [country];
  });

function isDefiniteRole({ document }: Text, { first, last, head }: Phrase): boolean {
  const { tokens } = document;
  if (!DEFINITE.holds(tokens[first]) || head !== last - 1) return false;
  // `the Norwegian told them`
  const isOneOfThem = last - first === 2 && isDemonymWord(tokens[head]);
  return isRoleNoun(tokens[head]) || isOneOfThem;
}

/** `the foreign minister, Mubarak Osheikh.`: the phrase introduces who is named behind it. */
export function isFollowedByName({ names, phrases, document }: Text, at: number): boolean {
  if (names.at[at] !== undefined) return true;
  const inserted = phrases.at[at + 1];
  if (document.tokens[at]?.text !== ',' || inserted === undefined) return false;
  const name = names.at[inserted.last - 1];
  if (name === undefined || name.kind === 'place') return false;
  return /^[,.;]$/u.test(document.tokens[name.last]?.text ?? '.');
}

function countryIn({ document }: Text, { first, last }: Phrase): string | undefined {
  for (let at = first; at < last; at += 1) {
    const token = document.tokens[at];
    if (isDemonymWord(token) || /^(?:US|U\.S\.|UK|EU|UN)$/u.test(token?.text ?? ''))
      return countryOf(token?.text ?? '')?.name;
  }
  return undefined;
}
