import type { NamedEntity } from './entities.ts';
import { type Discourse, meet, phraseFrom, type Resolved } from './coreference/discourse.ts';
import { resolveNominal } from './coreference/nominal.ts';
import { resolvePronoun } from './coreference/pronoun.ts';
import { meetUnnamed, type Unnamed } from './coreference/unnamed.ts';
import type { Role } from './roles.ts';
import type { Text } from '../syntax/text.ts';
import type { Name } from '../syntax/names.ts';
import { countryOf } from '../lexicon/places.ts';

export interface Coreference {
  readonly resolved: readonly Resolved[];
  /** Counted on after the named entities. */
  readonly unnamed: readonly Unnamed[];
}

/** Resolves pronouns and definite roles in one pass, so that each may lean on the one before. */
export function resolveCoreference(
  text: Text,
  entities: readonly NamedEntity[],
  rolesOf: readonly (readonly Role[])[],
  entityAt: Int32Array,
): Coreference {
  const discourse = openDiscourse(text, entities, rolesOf, entityAt);
  const resolved: Resolved[] = [];
  const unnamed = new Map<string, Unnamed>();
  for (let at = 0; at < text.document.tokens.length; at += 1) {
    const known = entityAt[at] ?? -1;
    if (known >= 0 && entityAt[at - 1] !== known) meet(discourse, at, known);
    // `an | Iranian journalist` behind a name: the role is that name's already.
    const phrase = phraseFrom(text, at);
    if ((entityAt[phrase?.head ?? at] ?? -1) >= 0) continue;
    // `Ayotte’s | campaign`: the phrase is about the campaign, and the name in it was met above.
    const isOwned = known >= 0;
    const found =
      (isOwned ? undefined : resolvePronoun(discourse, at)) ??
      (phrase && !isOwned ? resolveNominal(discourse, phrase) : undefined) ??
      (phrase && meetUnnamed(discourse, phrase, unnamed));
    if (found === undefined) continue;
    resolved.push(found);
    meet(discourse, at, found.entity);
    if (!isOwned) at = found.last - 1;
  }
  return { resolved, unnamed: [...unnamed.values()] };
}

const openDiscourse = (
  text: Text,
  entities: readonly NamedEntity[],
  rolesOf: readonly (readonly Role[])[],
  namedAt: Int32Array,
): Discourse => ({
  text,
  people: entities.map(({ kind, gender }) => ({ kind, gender, isNamed: true })),
  rolesOf,
  homes: entities.map((entity) => homeOf(text, entity)),
  sightings: [],
  lastMet: new Map(),
  latest: [],
  namedAt,
});

/** `for [Norway], minister Ada Vogt`, `the ministers of Ghana, K. Addo; [Nigeria], Ada Vogt` */
function homeOf(text: Text, { names }: NamedEntity): string | undefined {
  for (const name of names) {
    const home = countryBefore(text, name);
    if (home !== undefined) return home;
  }
  return undefined;
}

function countryBefore({ document, names, phrases }: Text, name: Name): string | undefined {
  const { tokens } = document;
  const phrase = phrases.at[name.first];
  const first = Math.min(name.titleFirst ?? name.first, phrase?.first ?? name.first);
  const place = tokens[first - 1]?.text === ',' ? names.at[first - 2] : undefined;
  if (place === undefined || !/^(?:for|from|of|;|and)$/u.test(tokens[place.first - 1]?.lower ?? ''))
    return undefined;
  return countryOf(document.text.slice(tokens[place.first]?.start, tokens[place.last - 1]?.end))
    ?.name;
}
