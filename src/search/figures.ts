import type { Entity } from '../extraction/facts.ts';
import { isFirstName, isKnownSurname } from '../extraction/lexicon/first-names.ts';
import { type Country, countryOf } from '../extraction/lexicon/places.ts';
import { remembered } from '../text/remembered.ts';
import { slice } from '../text/span.ts';
import type { Corpus, Reading } from './corpus.ts';
import {
  type NameWord,
  type Office,
  hasSuffix,
  keyOf,
  mayBeOne,
  nameWords,
  officeOf,
} from './naming.ts';

/** An entity of one article. */
export interface Appearance {
  readonly reading: Reading;
  /** An index into the reading's entities. */
  readonly entity: number;
}

/** One person, body or country across articles. */
export interface Figure {
  /** The fullest of the names that articles give, as one of them spells it. */
  readonly name: string;
  /** Where it stands so. */
  readonly fullest: Appearance;
  /** Newest article first. */
  readonly appearances: readonly Appearance[];
  readonly isNamed: boolean;
  readonly isPerson: boolean;
  /** Its names, each once, as words. */
  readonly forms: readonly Form[];
  readonly offices: readonly Office[];
  readonly countries: ReadonlySet<Country>;
}

export type Form = readonly NameWord[];

interface Known extends Appearance {
  readonly name: string;
  readonly form: Form;
  readonly offices: readonly Office[];
  readonly country: Country | undefined;
  readonly isNamed: boolean;
  readonly isPerson: boolean;
}

/** Everybody in the corpus, each once. Made once a view; the folding once a reading. */
export const figuresOf = remembered((corpus: Corpus): readonly Figure[] =>
  group(corpus.readings.flatMap(knownIn)).map(toFigure),
);

/** Whose an entity of an article is. */
export const figureOf = (corpus: Corpus, { reading, entity }: Appearance): Figure | undefined =>
  byAppearance(corpus).get(reading)?.get(entity);

const byAppearance = remembered((corpus: Corpus) => {
  const byReading = new Map<Reading, Map<number, Figure>>();
  for (const figure of figuresOf(corpus))
    for (const { reading, entity } of figure.appearances) {
      const known = byReading.get(reading) ?? new Map<number, Figure>();
      byReading.set(reading, known.set(entity, figure));
    }
  return byReading;
});

const knownIn = remembered((reading: Reading): readonly Known[] =>
  reading.facts.entities.map((entity, number) => describe(reading, entity, number)),
);

function describe(reading: Reading, entity: Entity, number: number): Known {
  const { body } = reading.article;
  const name = slice(body, entity.name);
  const whose = entity.affiliation === undefined ? '' : slice(body, entity.affiliation);
  return {
    reading,
    entity: number,
    name,
    form: nameWords(name),
    offices: entity.roles.map((role) => officeFor(slice(body, role), whose)),
    country: countryOf(name),
    isNamed: entity.isNamed,
    isPerson: entity.isNamed && entity.kind === 'person',
  };
}

/** `foreign minister`, of whom the article says `Norway's` elsewhere → minister: foreign, minister, Norway */
function officeFor(role: string, whose: string): Office {
  const { head, words } = officeOf(role);
  return { head, words: [...new Set([...words, ...officeOf(whose).words])] };
}

/** Those taken for one so far. */
interface Group {
  readonly known: Known[];
  /** Their names, each once, the longest first. */
  readonly forms: Form[];
  readonly isPerson: boolean;
}

interface Groups {
  readonly all: Set<Group>;
  /** By each word of a name. */
  readonly byWord: Map<string, Set<Group>>;
  /** By the first word and by the last. */
  readonly byEnd: Map<string, Set<Group>>;
}

/**
 * Puts together whom one figure may be, full names before short ones. A bare surname joins the one
 * who has it; where two have it, it joins the one that its own article names, then one who is named
 * far more often than the others, or stays apart.
 */
function group(all: readonly Known[]): readonly Group[] {
  const groups: Groups = { all: new Set(), byWord: new Map(), byEnd: new Map() };
  const byForm = new Map<string, Known[]>();
  for (const known of all) {
    const key = `${known.isNamed} ${keyOf(known.form)}`;
    const others = byForm.get(key);
    if (others === undefined) byForm.set(key, [known]);
    else others.push(known);
  }
  const longestFirst = [...byForm.values()].toSorted(
    (a, b) => (b[0]?.form.length ?? 0) - (a[0]?.form.length ?? 0),
  );
  for (const same of longestFirst) placeForm(same, groups);
  return [...groups.all];
}

function placeForm(same: readonly Known[], groups: Groups): void {
  const isPerson = same.some((known) => known.isPerson);
  const form = same[0]?.form ?? [];
  if (isPerson && form.length === 1) return placeBare(same, form, groups);
  const fitting = isPerson ? fullNamesLike(same, form, groups) : [];
  place(same, fitting.length === 1 ? fitting[0] : undefined, groups);
}

function place(same: readonly Known[], into: Group | undefined, groups: Groups): void {
  const isPerson = same.some((known) => known.isPerson);
  const target = into ?? { known: [], forms: [], isPerson };
  const form = same[0]?.form ?? [];
  target.known.push(...same);
  target.forms.push(form);
  groups.all.add(target);
  const words = form.map(({ folded }) => folded);
  for (const word of words) list(groups.byWord, word, target);
  for (const word of [words[0], words.at(-1)]) list(groups.byEnd, word ?? '', target);
}

const list = (map: Map<string, Set<Group>>, word: string, target: Group): void =>
  void map.set(word, (map.get(word) ?? new Set()).add(target));

/** Two spellings of a name seldom differ both in front and at the end. */
function fullNamesLike(same: readonly Known[], form: Form, { byEnd }: Groups): readonly Group[] {
  const ends = [form[0], form.at(-1)].flatMap((word) => [...(byEnd.get(word?.folded ?? '') ?? [])]);
  const fitting = [...new Set(ends)].filter(
    ({ isPerson, forms, known }) =>
      isPerson &&
      forms.every((own) => mayBeOne(own, form)) &&
      !known.some((member) => hasSuffix(member.form) !== hasSuffix(form) && isBeside(member, same)),
  );
  const alike = fitting.filter(({ forms: [longest] }) => longest && hasEndsOf(longest, form));
  return alike.length > 0 ? alike : fitting;
}

const hasEndsOf = (a: Form, b: Form): boolean =>
  a[0]?.folded === b[0]?.folded && a.at(-1)?.folded === b.at(-1)?.folded;

/** `Donald Trump` and `Donald Trump Jr.` are two people where one article names both. */
const isBeside = (member: Known, same: readonly Known[]): boolean =>
  same.some(({ reading }) => reading === member.reading);

function placeBare(same: readonly Known[], [word]: Form, groups: Groups): void {
  const fitting = word === undefined ? [] : havingSurname(word, groups);
  if (fitting.length <= 1) return place(same, fitting[0], groups);
  const foremost = farForemost(fitting);
  const alone: Known[] = [];
  for (const one of same) {
    const own = fitting.filter(({ known }) => known.some(({ reading }) => reading === one.reading));
    const whose = own.length === 0 ? foremost : own.length === 1 ? own[0] : undefined;
    (whose?.known ?? alone).push(one);
  }
  if (alone.length > 0) place(alone, undefined, groups);
}

/** So many times as often as all others of a surname together is one named whom it means alone. */
const FOREMOST = 10;

function farForemost(groups: readonly Group[]): Group | undefined {
  const [first, ...others] = groups.toSorted((a, b) => b.known.length - a.known.length);
  const rest = others.reduce((sum, { known }) => sum + known.length, 0);
  return first !== undefined && first.known.length >= FOREMOST * rest ? first : undefined;
}

/** Those whose name ends with the word; failing them those who have it in the midst: Spanish surnames. */
function havingSurname({ folded }: NameWord, { byWord }: Groups): readonly Group[] {
  const having = [...(byWord.get(folded) ?? [])].filter(({ isPerson }) => isPerson);
  const ending = having.filter(({ forms: [longest] }) => longest?.at(-1)?.folded === folded);
  if (ending.length > 0) return ending;
  return having.filter(({ forms: [longest] }) =>
    longest?.some((word, at) => word.folded === folded && (at > 0 || !isGiven(word))),
  );
}

/** `Hillary`, but not `Xi`, which stands in front in `Xi Jinping`. */
const isGiven = ({ spelled }: NameWord): boolean =>
  isFirstName(spelled) && !isKnownSurname(spelled);

function toFigure({ known }: Group): Figure {
  const newestFirst = known.toSorted((a, b) =>
    (b.reading.article.date ?? '').localeCompare(a.reading.article.date ?? ''),
  );
  const wellFormed = newestFirst.filter(({ form: [first] }) => first && isFirstName(first.spelled));
  const fullest = (wellFormed.length > 0 ? wellFormed : newestFirst).reduce((best, one) =>
    one.form.length > best.form.length ? one : best,
  );
  const forms = new Map(newestFirst.map(({ form }) => [keyOf(form), form]));
  return {
    name: fullest.name,
    fullest: { reading: fullest.reading, entity: fullest.entity },
    appearances: newestFirst.map(({ reading, entity }) => ({ reading, entity })),
    isNamed: fullest.isNamed,
    isPerson: newestFirst.some(({ isPerson }) => isPerson),
    forms: [...forms.values()],
    offices: newestFirst.flatMap(({ offices }) => offices),
    countries: new Set(newestFirst.flatMap(({ country }) => country ?? [])),
  };
}
