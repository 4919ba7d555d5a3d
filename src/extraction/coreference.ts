import type { Document } from './document.ts';
import { isCalendarWord } from './lexicon/calendar.ts';
import { isDemonym, countryOf } from './lexicon/places.ts';
import { BODY_NOUNS, genderOf, PEOPLE_NOUNS, PERSON_NOUNS } from './lexicon/roles.ts';
import { plainReportingVerb } from './lexicon/reporting-verbs.ts';
import type { NamedEntity } from './entities.ts';
import type { EntityKind } from './facts.ts';
import type { Phrase } from './phrases.ts';
import { isRoleNoun, type Role, withComplements } from './roles.ts';
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

/** Someone whom the article does not name: `a diplomat close to the mediation`, `two lawmakers`. */
export interface Unnamed {
  readonly first: number;
  readonly last: number;
  readonly kind: EntityKind;
  readonly gender?: 'female' | 'male';
}

export interface Coreference {
  readonly resolved: readonly Resolved[];
  /** Counted on after the named entities. */
  readonly unnamed: readonly Unnamed[];
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
  /** The subject of a reporting verb. */
  readonly isSpeaker: boolean;
  readonly isQuoted: boolean;
}

/** Resolves pronouns and definite roles in one pass, so that each may lean on the one before. */
export function resolveCoreference(
  text: Text,
  entities: readonly NamedEntity[],
  rolesOf: readonly (readonly Role[])[],
  entityAt: Int32Array,
): Coreference {
  const people: Person[] = entities.map(({ kind, gender }) => ({ kind, gender, isNamed: true }));
  const sightings: Sighting[] = [];
  const resolved: Resolved[] = [];
  const unnamed = new Map<string, Unnamed & { entity: number }>();
  for (let at = 0; at < text.document.tokens.length; at += 1) {
    const known = entityAt[at] ?? -1;
    if (known >= 0) {
      if (entityAt[at - 1] !== known) sightings.push(sight(text, at, known));
      continue;
    }
    // `an | Iranian journalist` behind a name: the role is that name's already.
    if ((entityAt[headAt(text, at)] ?? -1) >= 0) continue;
    const found =
      resolvePronoun(text.document, at, people, sightings) ??
      resolveNominal(text, at, people, rolesOf, sightings) ??
      meetUnnamed(text, at, people, unnamed);
    if (found === undefined) continue;
    resolved.push(found);
    sightings.push(sight(text, at, found.entity));
    at = found.last - 1;
  }
  return { resolved, unnamed: [...unnamed.values()] };
}

/** The head of the phrase that begins at a token, or the token. */
function headAt({ phrases }: Text, at: number): number {
  const phrase = phrases.list[phrases.of[at] ?? -1];
  return phrase?.first === at ? phrase.head : at;
}

/** What is known of an entity so far; a gender may be learned from a pronoun. */
interface Person {
  readonly kind: EntityKind;
  readonly isNamed: boolean;
  gender: 'female' | 'male' | undefined;
}

function sight(text: Text, token: number, entity: number): Sighting {
  const { document } = text;
  const phrase = text.phrases.list[text.phrases.of[token] ?? -1];
  const isQuoted = (document.quotedOf[token] ?? -1) >= 0;
  return {
    entity,
    token,
    sentence: document.sentenceOf[token] ?? -1,
    isSubject: looksLikeSubject(text, token),
    isSpeaker: !isQuoted && isBesideReport(text, phrase?.first ?? token, phrase?.last ?? token + 1),
    isQuoted,
  };
}

/** `said Rubio`, `Rubio also said` */
function isBesideReport({ document }: Text, first: number, last: number): boolean {
  const { tokens } = document;
  const reports = (at: number): boolean =>
    plainReportingVerb(tokens[at]?.lower ?? '') !== undefined;
  if (reports(first - 1)) return true;
  return (
    reports(last) || (/^(?:ADV|AUX|PART)$/u.test(tokens[last]?.pos ?? '') && reports(last + 1))
  );
}

/** A phrase before a verb of its own clause, no preposition in front; or behind `said`. */
function looksLikeSubject({ document, phrases }: Text, at: number): boolean {
  const { tokens } = document;
  const phrase = phrases.list[phrases.of[at] ?? -1];
  const first = phrase?.first ?? at;
  const before = tokens[first - 1];
  if (before !== undefined && plainReportingVerb(before.lower) !== undefined) return true;
  if (before?.pos === 'ADP' || before?.pos === 'VERB') return false;
  const last = phrase?.last ?? at + 1;
  // `Trump’s plan`: the owner is not what the sentence is about.
  if (
    phrase !== undefined &&
    at < phrase.head &&
    /^(?:'s|’s|'|’)$/u.test(tokens[nameEnd(at, phrase.head, tokens)]?.text ?? '')
  )
    return false;
  let next = last;
  while (/^(?:ADV|PART)$/u.test(tokens[next]?.pos ?? '')) next += 1;
  return /^(?:VERB|AUX|PUNCT)$/u.test(tokens[next]?.pos ?? '');
}

/** The first possessive mark behind a token, or the head. */
function nameEnd(at: number, head: number, tokens: Document['tokens']): number {
  for (let next = at; next < head; next += 1)
    if (/^(?:'s|’s|'|’)$/u.test(tokens[next]?.text ?? '')) return next;
  return head;
}

function resolvePronoun(
  document: Document,
  at: number,
  people: readonly Person[],
  sightings: readonly Sighting[],
): Resolved | undefined {
  const word = document.tokens[at]?.lower ?? '';
  if (word === 'they' || word === 'their') return resolvePlural(document, at, people, sightings);
  const gender = MALE.has(word) ? 'male' : FEMALE.has(word) ? 'female' : undefined;
  if (gender === undefined) return undefined;
  const agrees = (entity: number): boolean =>
    people[entity]?.kind === 'person' && (people[entity].gender ?? gender) === gender;
  const best = mostSalient(document, at, sightings, people, agrees);
  if (best === undefined) return undefined;
  // A name whose gender nothing told has one from the first pronoun that means it.
  const person = people[best];
  if (person !== undefined) person.gender ??= gender;
  return { first: at, last: at + 1, kind: 'pronoun', entity: best };
}

/** `they` means several, or a body taken as its people. */
function resolvePlural(
  document: Document,
  at: number,
  people: readonly Person[],
  sightings: readonly Sighting[],
): Resolved | undefined {
  const best = mostSalient(
    document,
    at,
    sightings,
    people,
    (entity) => people[entity]?.kind === 'group',
  );
  return best === undefined
    ? undefined
    : { first: at, last: at + 1, kind: 'pronoun', entity: best };
}

/** The weights were set by hand, so that each sentence's subject outweighs one sentence's distance. */
function mostSalient(
  document: Document,
  at: number,
  sightings: readonly Sighting[],
  people: readonly Person[],
  agrees: (entity: number) => boolean,
): number | undefined {
  const sentence = document.sentenceOf[at] ?? 0;
  const isQuoted = (document.quotedOf[at] ?? -1) >= 0;
  let best: { entity: number; score: number } | undefined;
  for (let index = sightings.length - 1; index >= 0; index -= 1) {
    const sighting = sightings[index];
    if (sighting === undefined || sentence - sighting.sentence > REACH) break;
    if (!agrees(sighting.entity)) continue;
    const score =
      -1.6 * (sentence - sighting.sentence) +
      (sighting.isSubject ? 2.5 : 0) +
      (sighting.isSpeaker ? 1.5 : 0) -
      (sighting.isQuoted && !isQuoted ? 5 : 0) -
      (people[sighting.entity]?.isNamed === false && !sighting.isSpeaker ? 3 : 0) -
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
  people: readonly Person[],
  rolesOf: readonly (readonly Role[])[],
  sightings: readonly Sighting[],
): Resolved | undefined {
  const { tokens } = text.document;
  const phrase = text.phrases.list[text.phrases.of[at] ?? -1];
  if (phrase === undefined || phrase.first !== at) return undefined;
  if (!DEFINITE.test(tokens[at]?.lower ?? '')) return undefined;
  const head = tokens[phrase.head];
  if (head === undefined || phrase.head !== phrase.last - 1 || !isRoleNoun(head)) return undefined;
  if (isFollowedByName(text, phrase.last)) return undefined;
  const gender = genderOf(head.lower);
  const country = countryInside(text, phrase.first, phrase.last);
  for (let index = sightings.length - 1; index >= 0; index -= 1) {
    const entity = sightings[index]?.entity ?? -1;
    if (people[entity]?.kind !== 'person') continue;
    if (gender !== undefined && (people[entity].gender ?? gender) !== gender) continue;
    const fits = (rolesOf[entity] ?? []).some((role) => sharesRole(text, role, phrase, country));
    if (fits) return { first: phrase.first, last: phrase.last, kind: 'nominal', entity };
  }
  return undefined;
}

const DEFINITE = /^(?:the|this|that|his|her|its|their|mr|mr\.)$/u;

/** Takes note of people without a name, each wording once: `officials said … officials added`. */
function meetUnnamed(
  text: Text,
  at: number,
  people: Person[],
  unnamed: Map<string, Unnamed & { entity: number }>,
): Resolved | undefined {
  const { tokens } = text.document;
  const phrase = text.phrases.list[text.phrases.of[at] ?? -1];
  if (phrase === undefined || phrase.first !== at) return undefined;
  const kind = kindOfUnnamed(text, phrase);
  if (kind === undefined || isFollowedByName(text, phrase.last)) return undefined;
  const last = withComplements(text, phrase.last);
  const first = /^(?:the|a|an|this|these|those)$/u.test(tokens[at]?.lower ?? '') ? at + 1 : at;
  if (first >= last || isFollowedByName(text, last)) return undefined;
  const words = tokens
    .slice(first, last)
    .map((token) => token.lower)
    .join(' ');
  const known = unnamed.get(words);
  if (known !== undefined)
    return { first: at, last: phrase.last, kind: 'nominal', entity: known.entity };
  const gender = kind === 'person' ? genderOf(tokens[phrase.head]?.lower ?? '') : undefined;
  const met = {
    first,
    last,
    kind,
    entity: people.length,
    ...(gender === undefined ? {} : { gender }),
  };
  unnamed.set(words, met);
  people.push({ kind, gender, isNamed: false });
  return { first: at, last: phrase.last, kind: 'nominal', entity: met.entity };
}

/** Any other noun counts only where it speaks: `the tycoon said`. */
function kindOfUnnamed({ document, phrases }: Text, phrase: Phrase): EntityKind | undefined {
  const { tokens } = document;
  const head = tokens[phrase.head];
  if (head === undefined || phrase.head !== phrase.last - 1) return undefined;
  if (PEOPLE_NOUNS.has(head.lower) && head.pos !== 'DET') return 'group';
  if (PERSON_NOUNS.has(head.lower)) return 'person';
  if (BODY_NOUNS.has(head.lower)) return 'organisation';
  const isSpeaking = [phrase.first - 1, phrase.last, phrase.last + 1].some(
    (at) => (phrases.of[at] ?? -1) < 0 && plainReportingVerb(tokens[at]?.lower ?? '') !== undefined,
  );
  return head.pos === 'NOUN' && isSpeaking && !isCalendarWord(head.lower)
    ? 'organisation'
    : undefined;
}

/** `the foreign minister, Mubarak Osheikh.`: the phrase introduces who is named behind it. */
function isFollowedByName({ names, phrases, document }: Text, at: number): boolean {
  if (names.at[at] !== undefined) return true;
  const inserted = phrases.list[phrases.of[at + 1] ?? -1];
  if (document.tokens[at]?.text !== ',' || inserted === undefined) return false;
  const name = names.at[inserted.last - 1];
  if (name === undefined || name.kind === 'place') return false;
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
