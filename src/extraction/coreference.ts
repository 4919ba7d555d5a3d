import type { Document } from './document.ts';
import { isDemonym, countryOf } from './lexicon/places.ts';
import { genderOf, PERSON_NOUNS } from './lexicon/roles.ts';
import { plainReportingVerb } from './lexicon/reporting-verbs.ts';
import type { NamedEntity } from './entities.ts';
import { isRoleNoun, type Role } from './roles.ts';
import type { Text } from './text.ts';

// Who a pronoun or a role means: the antecedent is the most salient entity that agrees with it.
// Salience as in Lappin & Leass (1994), in short: recency in sentences, subjects before others.

/** Words resolved to an entity of the cast. */
export interface Resolved {
  readonly first: number;
  readonly last: number;
  readonly kind: 'pronoun' | 'nominal';
  readonly entity: number;
}

const MALE = new Set(['he', 'him', 'his', 'himself']);
const FEMALE = new Set(['she', 'her', 'hers', 'herself']);

/** How many sentences back an antecedent may stand. */
const REACH = 4;

interface Sighting {
  readonly entity: number;
  readonly token: number;
  readonly sentence: number;
  readonly isSubject: boolean;
  readonly isQuoted: boolean;
}

/** Resolves pronouns and definite roles in one pass, so that each may lean on the one before. */
export function resolveCoreference(
  text: Text,
  entities: readonly NamedEntity[],
  rolesOf: readonly (readonly Role[])[],
  entityAt: Int32Array,
): Resolved[] {
  const { document } = text;
  const genders = entities.map((entity) => entity.gender);
  const sightings: Sighting[] = [];
  const resolved: Resolved[] = [];
  for (let at = 0; at < document.tokens.length; at += 1) {
    const known = entityAt[at] ?? -1;
    if (known >= 0) {
      if (entityAt[at - 1] !== known) sightings.push(sight(text, at, known));
      continue;
    }
    const found =
      resolvePronoun(text, at, entities, genders, sightings) ??
      resolveNominal(text, at, entities, rolesOf, sightings, genders);
    if (found === undefined) continue;
    resolved.push(found);
    sightings.push(sight(text, at, found.entity));
    at = found.last - 1;
  }
  return resolved;
}

function sight(text: Text, token: number, entity: number): Sighting {
  const { document } = text;
  return {
    entity,
    token,
    sentence: document.sentenceOf[token] ?? -1,
    isSubject: looksLikeSubject(text, token),
    isQuoted: (document.quotedOf[token] ?? -1) >= 0,
  };
}

/** A phrase before a verb of its own clause, no preposition in front; or behind `said`. */
function looksLikeSubject({ document, phrases }: Text, at: number): boolean {
  const { tokens } = document;
  const phrase = phrases.list[phrases.of[at] ?? -1];
  const first = phrase?.first ?? at;
  const before = tokens[first - 1];
  if (before !== undefined && plainReportingVerb(before.lower) !== undefined) return true;
  if (before?.pos === 'ADP') return false;
  let next = phrase?.last ?? at + 1;
  if (/^(?:'s|’s)$/u.test(tokens[next]?.text ?? '') && tokens[next]?.pos === 'PART') return false;
  while (/^(?:ADV|PART)$/u.test(tokens[next]?.pos ?? '')) next += 1;
  return /^(?:VERB|AUX|PUNCT)$/u.test(tokens[next]?.pos ?? '') && before?.pos !== 'VERB';
}

function resolvePronoun(
  { document }: Text,
  at: number,
  entities: readonly NamedEntity[],
  genders: ('female' | 'male' | undefined)[],
  sightings: readonly Sighting[],
): Resolved | undefined {
  const word = document.tokens[at]?.lower ?? '';
  const gender = MALE.has(word) ? 'male' : FEMALE.has(word) ? 'female' : undefined;
  if (gender === undefined) return undefined;
  const agrees = (entity: number): boolean =>
    entities[entity]?.kind === 'person' && (genders[entity] ?? gender) === gender;
  const best = mostSalient(document, at, sightings, agrees);
  if (best === undefined) return undefined;
  // A name whose gender nothing told has one from the first pronoun that means it.
  genders[best] ??= gender;
  return { first: at, last: at + 1, kind: 'pronoun', entity: best };
}

function mostSalient(
  document: Document,
  at: number,
  sightings: readonly Sighting[],
  agrees: (entity: number) => boolean,
): number | undefined {
  const sentence = document.sentenceOf[at] ?? 0;
  const isQuoted = (document.quotedOf[at] ?? -1) >= 0;
  let best: { entity: number; score: number } | undefined;
  for (let index = sightings.length - 1; index >= 0; index -= 1) {
    const sighting = sightings[index];
    if (sighting === undefined || sentence - sighting.sentence > REACH) break;
    if (!agrees(sighting.entity)) continue;
    const age = sentence - sighting.sentence;
    const score =
      -2 * age +
      (sighting.isSubject ? 2.5 : 0) -
      (sighting.isQuoted && !isQuoted ? 2 : 0) -
      (at - sighting.token) / 400;
    if (best === undefined || score > best.score) best = { entity: sighting.entity, score };
  }
  return best?.entity;
}

/**
 * `the minister`, `the Kazakh minister`, `her secretary general`: the last one named who has that
 * role, and, where an adjective says whose, that country.
 */
function resolveNominal(
  text: Text,
  at: number,
  entities: readonly NamedEntity[],
  rolesOf: readonly (readonly Role[])[],
  sightings: readonly Sighting[],
  genders: readonly ('female' | 'male' | undefined)[],
): Resolved | undefined {
  const { tokens } = text.document;
  const phrase = text.phrases.list[text.phrases.of[at] ?? -1];
  if (phrase === undefined || phrase.first !== at) return undefined;
  if (!/^(?:the|this|that|his|her|its|their|mr|mr\.)$/u.test(tokens[at]?.lower ?? ''))
    return undefined;
  const head = tokens[phrase.head];
  if (head === undefined || phrase.head !== phrase.last - 1 || !isRoleNoun(head)) return undefined;
  if (isFollowedByName(text, phrase.last)) return undefined;
  const gender = genderOf(head.lower);
  const country = countryInside(text, phrase.first, phrase.last);
  for (let index = sightings.length - 1; index >= 0; index -= 1) {
    const entity = sightings[index]?.entity ?? -1;
    if (entities[entity]?.kind !== 'person') continue;
    if (gender !== undefined && (genders[entity] ?? gender) !== gender) continue;
    const fits = (rolesOf[entity] ?? []).some((role) => sharesRole(text, role, phrase, country));
    const isGeneric = /^(?:man|woman)$/u.test(head.lower) && index === sightings.length - 1;
    if (fits || isGeneric)
      return { first: phrase.first, last: phrase.last, kind: 'nominal', entity };
  }
  return undefined;
}

/** `the foreign minister, Mubarak Osheikh.`: the phrase introduces who is named behind it. */
function isFollowedByName({ names, document }: Text, at: number): boolean {
  if (names.at[at] !== undefined) return true;
  const name = names.at[at + 1];
  if (document.tokens[at]?.text !== ',' || name === undefined || name.kind === 'place')
    return false;
  return /^[,.;]$/u.test(document.tokens[name.last]?.text ?? '.');
}

function countryInside({ document }: Text, first: number, last: number): string | undefined {
  for (let at = first; at < last; at += 1) {
    const word = document.tokens[at]?.text ?? '';
    if (isDemonym(word) || /^(?:US|U\.S\.|UK|EU|UN)$/u.test(word)) return countryOf(word)?.name;
  }
  return undefined;
}

function sharesRole(
  text: Text,
  role: Role,
  phrase: { first: number; last: number; head: number },
  country: string | undefined,
): boolean {
  const { tokens } = text.document;
  const head = tokens[phrase.head]?.lower ?? '';
  const words = tokens.slice(role.first, role.last).map((token) => token.lower);
  if (!words.includes(head) || !PERSON_NOUNS.has(head)) return false;
  if (country === undefined) return true;
  const own = tokens.slice(role.first, role.last).map((token) => countryOf(token.text)?.name);
  return own.includes(country);
}
