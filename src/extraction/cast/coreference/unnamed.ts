import type { EntityKind } from '../../facts.ts';
import { BODY_NOUNS, genderOf, PEOPLE_NOUNS, PERSON_NOUNS } from '../../lexicon/roles.ts';
import type { Phrase } from '../../syntax/phrases.ts';
import { withComplements } from '../roles.ts';
import type { Text } from '../../syntax/text.ts';
import type { Discourse, Resolved } from './discourse.ts';
import { isFollowedByName } from './nominal.ts';

/** Someone whom the article does not name: `a diplomat close to the mediation`, `two lawmakers`. */
export interface Unnamed {
  readonly first: number;
  readonly last: number;
  readonly kind: EntityKind;
  readonly gender: 'female' | 'male' | undefined;
  /** The noun that it is described by: `diplomat`. */
  readonly noun: string;
  readonly entity: number;
}

/** Takes note of people without a name, each wording once: `officials said … officials added`. */
export function meetUnnamed(
  { text, people }: Discourse,
  phrase: Phrase,
  known: Map<string, Unnamed>,
): Resolved | undefined {
  const kind = kindOfUnnamed(text, phrase);
  if (kind === undefined) return undefined;
  const at = phrase.first;
  const { first, last } = withoutArticle(text, at, withComplements(text, phrase.last));
  if (first >= last || isFollowedByName(text, phrase.last) || isFollowedByName(text, last))
    return undefined;
  const { tokens } = text.document;
  const words = tokens
    .slice(first, last)
    .map((token) => token.lower)
    .join(' ');
  const gender = kind === 'person' ? genderOf(tokens[phrase.head]?.lower ?? '') : undefined;
  const noun = tokens[phrase.head]?.lower ?? '';
  const met = known.get(words) ??
    metBefore(words === noun && tokens[at]?.lower === 'the', noun, known) ?? {
      first,
      last,
      kind,
      gender,
      noun,
      entity: people.length,
    };
  if (met.entity === people.length) people.push({ kind, gender, isNamed: false });
  known.set(words, met);
  return { first: at, last: phrase.last, kind: 'nominal', entity: met.entity, sureness: 1 };
}

/** `He read out a joint letter. … [The letter] said`: the one last described by that noun. */
function metBefore(
  isBareDefinite: boolean,
  noun: string,
  known: ReadonlyMap<string, Unnamed>,
): Unnamed | undefined {
  if (!isBareDefinite) return undefined;
  return [...known.values()].findLast((other) => other.noun === noun);
}

function withoutArticle(
  { document }: Text,
  first: number,
  last: number,
): { first: number; last: number } {
  const isArticle = /^(?:the|a|an|this|these|those)$/u.test(document.tokens[first]?.lower ?? '');
  return { first: isArticle ? first + 1 : first, last };
}

/** Nouns for people and for bodies; other things that speak (`the sign said`) are no one. */
function kindOfUnnamed({ document }: Text, phrase: Phrase): EntityKind | undefined {
  const head = document.tokens[phrase.head];
  if (head === undefined || phrase.head !== phrase.last - 1) return undefined;
  if (PEOPLE_NOUNS.holds(head) && head.pos !== 'DET') return 'group';
  if (PERSON_NOUNS.holds(head)) return 'person';
  return BODY_NOUNS.holds(head) ? 'organisation' : undefined;
}
