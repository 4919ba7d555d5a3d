import type { Entity } from '../extraction/facts.ts';
import { isFirstName } from '../extraction/lexicon/first-names.ts';
import { type Country, countryOf } from '../extraction/lexicon/places.ts';
import { remembered, rememberedWords } from '../text/remembered.ts';
import { slice } from '../text/span.ts';
import type { Reading } from './corpus.ts';
import { type NameWord, type Office, hasSuffix, keyOf, nameWords, officeOf } from './naming.ts';
import { replaceSorted } from './ordered.ts';
import { newestFirst } from './reading-order.ts';

/** An entity of one article. */
export interface Appearance {
  readonly reading: Reading;
  /** An index into the reading's entities. */
  readonly entity: number;
}

export type Form = readonly NameWord[];

/** A name with what is asked of it again and again. */
interface Name {
  /** As the article spells it. */
  readonly text: string;
  readonly form: Form;
  /** `keyOf` the form. */
  readonly words: string;
  readonly hasSuffix: boolean;
  /** `Ann Petrova` and `Ann`, but not `Petrova`. */
  readonly hasGiven: boolean;
  readonly country: Country | undefined;
  /** `keyFor` those who are called so by name, and those who are only described so. */
  readonly keys: { readonly named: string; readonly described: string };
}

/** Ten thousand articles have some fifty thousand names, each of which they have in memory anyway. */
const MOST_NAMES = 500_000;

const nameOf = rememberedWords((text: string): Name => {
  const form = nameWords(text);
  const [first] = form;
  const words = keyOf(form);
  return {
    text,
    form,
    words,
    hasSuffix: hasSuffix(form),
    hasGiven: first !== undefined && isFirstName(first.spelled),
    country: countryOf(text),
    keys: { named: keyFor(true, words), described: keyFor(false, words) },
  };
}, MOST_NAMES);

/** What one article tells of one of its entities, made comparable. */
export interface Known extends Appearance {
  readonly as: Name;
  readonly offices: readonly Office[];
  readonly isNamed: boolean;
  readonly isPerson: boolean;
}

/** All entities of an article, by their numbers. */
export const knownIn = remembered((reading: Reading): readonly Known[] =>
  (reading.entities ?? reading.facts.entities).map((entity, number) =>
    describe(reading, entity, number),
  ),
);

function describe(reading: Reading, entity: Entity, number: number): Known {
  const { body } = reading.article;
  const whose = entity.affiliation === undefined ? '' : slice(body, entity.affiliation);
  return {
    reading,
    entity: number,
    as: nameOf(slice(body, entity.name)),
    offices: officesOf(
      entity.roles.map((role) => slice(body, role)),
      whose,
    ),
    isNamed: entity.isNamed,
    isPerson: entity.isNamed && entity.kind === 'person',
  };
}

const NONE: readonly Office[] = [];

// A corpus has thousands who hold nothing, and thousands who hold the same.
const officesOf = (roles: readonly string[], whose: string): readonly Office[] =>
  roles.length === 0 ? NONE : roles.map((role) => officeFor(role, whose));

/** The same for all that are called the same: whether by name, and the name's words. */
export const keyIn = ({ as: { keys }, isNamed }: Known): string =>
  isNamed ? keys.named : keys.described;

// No name has a colon in it.
export const keyFor = (isNamed: boolean, words: string): string => (isNamed ? words : `:${words}`);

const readOffice = rememberedWords((words: string): Office => {
  const office = officeOf(words);
  return { head: office.head, words: [...new Set(office.words)] };
});

/** `foreign minister`, of whom the article says `Norway's` elsewhere → minister: foreign, minister, Norway */
function officeFor(role: string, whose: string): Office {
  const office = readOffice(role);
  if (whose === '') return office;
  const { head, words } = office;
  const more = readOffice(whose).words.filter((word) => !words.includes(word));
  return more.length === 0 ? office : { head, words: [...words, ...more] };
}

/** By article, newest first, then in the article's own order. */
export const inOrder = (a: Appearance, b: Appearance): number =>
  a.reading === b.reading ? a.entity - b.entity : newestFirst(a.reading, b.reading);

/** All who are called the same. */
export interface Namesakes {
  readonly key: string;
  /** As the first of them is spelled. */
  readonly form: Form;
  /** In order; never none. */
  readonly known: readonly Known[];
  readonly first: Known;
  /** Whether one of them at least is a person, so that the name is one. */
  readonly isPerson: boolean;
}

/**
 * Undefined where nobody is called so any more.
 * @param came in order
 */
export function changeNamesakes(
  before: Namesakes | undefined,
  went: readonly Known[],
  came: readonly Known[],
): Namesakes | undefined {
  const known = replaceSorted(before?.known ?? [], went, came, inOrder);
  const [first] = known;
  if (first === undefined) return undefined;
  const isPerson = known.some((one) => one.isPerson);
  return { key: keyIn(first), form: first.as.form, known, first, isPerson };
}

/** Long names before short ones, since those say more; then in order. */
export const longestFirst = (a: Namesakes, b: Namesakes): number =>
  b.form.length - a.form.length || inOrder(a.first, b.first);

/** `Ann Petrova` and not `Petrova`. */
export const isFullName = ({ isPerson, form }: Namesakes): boolean => isPerson && form.length > 1;

/** `Petrova`, of a person. */
export const isBareName = ({ isPerson, form }: Namesakes): boolean => isPerson && form.length === 1;
