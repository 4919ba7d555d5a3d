import { countryOf, isDemonym } from '../lexicon/places.ts';
import { genderOf, PERSON_NOUNS } from '../lexicon/roles.ts';
import type { Phrase } from '../phrases.ts';
import { isRoleNoun, type Role } from '../roles.ts';
import type { Text } from '../text.ts';
import { type Discourse, phraseFrom, type Resolved } from './discourse.ts';

const DEFINITE = /^(?:the|this|that|his|her|its|their|mr|mr\.)$/u;

/**
 * `the minister`, `the Kazakh minister`, `her secretary general`: the one last met who has that
 * role, and, where an adjective says whose, that country.
 */
export function resolveNominal(discourse: Discourse, at: number): Resolved | undefined {
  const { text, people, rolesOf, lastMet } = discourse;
  const phrase = definiteRole(text, at);
  if (phrase === undefined || isFollowedByName(text, phrase.last)) return undefined;
  const gender = genderOf(text.document.tokens[phrase.head]?.lower ?? '');
  const country = countryIn(text, phrase);
  const fits = (entity: number): boolean => {
    const person = people[entity];
    if (person?.kind !== 'person' || (person.gender ?? gender) !== (gender ?? person.gender))
      return false;
    return (rolesOf[entity] ?? []).some((role) => sharesRole(text, role, phrase, country));
  };
  let best: { entity: number; token: number } | undefined;
  for (const entity of rolesOf.keys()) {
    const token = lastMet.get(entity) ?? -1;
    if (token > (best?.token ?? -1) && fits(entity)) best = { entity, token };
  }
  return best && { first: phrase.first, last: phrase.last, kind: 'nominal', entity: best.entity };
}

function definiteRole(text: Text, at: number): Phrase | undefined {
  const { tokens } = text.document;
  const phrase = phraseFrom(text, at);
  if (phrase === undefined || !DEFINITE.test(tokens[at]?.lower ?? '')) return undefined;
  const endsInRole = phrase.head === phrase.last - 1 && isRoleNoun(tokens[phrase.head]);
  return endsInRole ? phrase : undefined;
}

/** `the foreign minister, Mubarak Osheikh.`: the phrase introduces who is named behind it. */
export function isFollowedByName({ names, phrases, document }: Text, at: number): boolean {
  if (names.at[at] !== undefined) return true;
  const inserted = phrases.list[phrases.of[at + 1] ?? -1];
  if (document.tokens[at]?.text !== ',' || inserted === undefined) return false;
  const name = names.at[inserted.last - 1];
  if (name === undefined || name.kind === 'place') return false;
  return /^[,.;]$/u.test(document.tokens[name.last]?.text ?? '.');
}

function countryIn({ document }: Text, { first, last }: Phrase): string | undefined {
  const words = document.tokens.slice(first, last).map((token) => token.text);
  const whose = words.find((word) => isDemonym(word) || /^(?:US|U\.S\.|UK|EU|UN)$/u.test(word));
  return whose === undefined ? undefined : countryOf(whose)?.name;
}

function sharesRole(
  { document }: Text,
  role: Role,
  { head }: Phrase,
  country: string | undefined,
): boolean {
  const noun = document.tokens[head]?.lower ?? '';
  const words = document.tokens.slice(role.first, role.last);
  if (!PERSON_NOUNS.has(noun) || !words.some((word) => word.lower === noun)) return false;
  return country === undefined || words.some((word) => countryOf(word.text)?.name === country);
}
