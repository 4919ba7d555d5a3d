import type { Article } from '../../article/article.ts';
import type { Span } from '../../text/span.ts';
import type { Cast, CastText } from './cast.ts';
import { resolveCoreference } from './coreference.ts';
import type { Resolved } from './coreference/discourse.ts';
import type { Unnamed } from './coreference/unnamed.ts';
import { groupNames, type NamedEntity } from './entities.ts';
import type { Entity, Mention } from '../facts.ts';
import { affiliationIn, findRoles, type Role, spanOf } from './roles.ts';
import { openText, type Text } from '../syntax/text.ts';

/** Opens an article for reading: its text, and who is in it. */
export function openCast(article: Article): CastText {
  const text = openText(article);
  return { ...text, cast: castOf(text) };
}

function castOf(text: Text): Cast {
  const named = groupNames(text.document, text.names.list);
  const at = placeNames(text, named);
  const byName = mentionsByName(text, at);
  const roles = named.map((entity) => rolesOf(text, entity));
  for (const [index, own] of roles.entries())
    for (const role of own) placeUnlessNamed(at, role.first, role.last, index);
  const { resolved, unnamed } = resolveCoreference(text, named, roles, at);
  const sureness = new Float32Array(at.length).fill(1);
  for (const { first, last, entity, sureness: sure } of resolved) {
    placeUnlessNamed(at, first, last, entity);
    sureness.fill(sure, first, last);
  }
  for (const { doubtful } of named)
    for (const { first, last } of doubtful) sureness.fill(DOUBTFUL_NAME, first, last);
  const genders = gendersByPronoun(text, resolved);
  return {
    entities: [
      ...named.map((entity, index) =>
        describe(text, entity, roles[index] ?? [], genders.get(index)),
      ),
      ...unnamed.map((met) => describeUnnamed(text, met)),
    ],
    mentions: merged(byName, mentionsResolved(text, resolved)),
    at,
    sureness,
  };
}

/** How sure it is whom a surname means that two people share. */
const DOUBTFUL_NAME = 0.8;

function placeNames({ document }: Text, named: readonly NamedEntity[]): Int32Array {
  const at = new Int32Array(document.tokens.length).fill(-1);
  for (const [index, entity] of named.entries())
    for (const name of entity.names) at.fill(index, name.first, name.last);
  return at;
}

/** `Trump's advisers`: the name inside keeps its own entity. */
function placeUnlessNamed(at: Int32Array, first: number, last: number, entity: number): void {
  for (let token = first; token < last; token += 1) if ((at[token] ?? -1) < 0) at[token] = entity;
}

function describeUnnamed({ document }: Text, met: Unnamed): Entity {
  const { kind, gender } = met;
  return {
    kind,
    isNamed: false,
    name: spanOf(document.tokens, met),
    roles: [],
    ...(gender === undefined ? {} : { gender }),
  };
}

function rolesOf(text: Text, entity: NamedEntity): Role[] {
  return entity.kind === 'person' ? entity.names.flatMap((name) => findRoles(text, name)) : [];
}

function describe(
  text: Text,
  { kind, fullest, gender }: NamedEntity,
  roles: readonly Role[],
  genderByPronoun: Gender | undefined,
): Entity {
  const { tokens } = text.document;
  const affiliation = roles
    .map((role) => affiliationIn(text, role))
    .find((words) => words !== undefined);
  const known = gender ?? genderByPronoun;
  return {
    kind,
    isNamed: true,
    name: spanOf(tokens, fullest),
    roles: distinct(
      roles.map((role) => spanOf(tokens, role)),
      text,
    ),
    ...(affiliation === undefined ? {} : { affiliation }),
    ...(known === undefined ? {} : { gender: known }),
  };
}

/** Each wording of a role once, the first time it stands there. */
function distinct(roles: readonly Span[], { document }: Text): Span[] {
  const seen = new Set<string>();
  return roles.filter(({ start, end }) => {
    const words = document.text.slice(start, end).toLowerCase();
    return !seen.has(words) && seen.add(words);
  });
}

type Gender = 'female' | 'male';

/** What the first pronoun that means an entity says of its gender. */
function gendersByPronoun(
  { document }: Text,
  resolved: readonly Resolved[],
): ReadonlyMap<number, Gender> {
  const genders = new Map<number, Gender>();
  for (const { kind, entity, first } of resolved) {
    if (kind !== 'pronoun' || genders.has(entity)) continue;
    const isMale = /^h(?:e|im|is|imself)$/u.test(document.tokens[first]?.lower ?? '');
    genders.set(entity, isMale ? 'male' : 'female');
  }
  return genders;
}

/** Of the names in order, but for those without a letter, which are nobody's. */
const mentionsByName = ({ document, names }: Text, at: Int32Array): Mention[] =>
  names.list.flatMap((name) => {
    const entity = at[name.first] ?? -1;
    return entity < 0 ? [] : { span: spanOf(document.tokens, name), kind: 'name', entity };
  });

const mentionsResolved = ({ document }: Text, resolved: readonly Resolved[]): Mention[] =>
  resolved.map(({ first, last, kind, entity }) => ({
    span: spanOf(document.tokens, { first, last }),
    kind,
    entity,
  }));

/** Two lists that are in order of place, as one; of two from one word, that of the first list first. */
function merged(one: readonly Mention[], other: readonly Mention[]): Mention[] {
  const all: Mention[] = [];
  let next = 0;
  for (const mention of one) {
    for (let before = other[next]; before !== undefined; before = other[next]) {
      if (before.span.start >= mention.span.start) break;
      all.push(before);
      next += 1;
    }
    all.push(mention);
  }
  return all.concat(other.slice(next));
}
