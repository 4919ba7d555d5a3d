import { isFirstName, isKnownSurname } from '../../src/extraction/lexicon/first-names.ts';
import type { Reading } from '../../src/search/corpus.ts';
import type { Appearance, Figure } from '../../src/search/figures.ts';
import { type Form, type Known, knownIn } from '../../src/search/known.ts';
import { type NameWord, hasSuffix, keyOf, mayBeOne } from '../../src/search/naming.ts';

// Everybody in some articles put together at once and plainly, to compare what is kept up to date with.

export type Told = Omit<Figure, 'lead' | 'fullest' | 'appearances'> & {
  readonly fullest: Appearance;
  readonly appearances: readonly Appearance[];
};

/** @param readings newest first */
export const figuresAfresh = (readings: readonly Reading[]): readonly Told[] =>
  group(readings.flatMap(knownIn)).map(toFigure);

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
    const key = `${known.isNamed} ${keyOf(known.as.form)}`;
    const others = byForm.get(key);
    if (others === undefined) byForm.set(key, [known]);
    else others.push(known);
  }
  const longestFirst = [...byForm.values()].toSorted(
    (a, b) => (b[0]?.as.form.length ?? 0) - (a[0]?.as.form.length ?? 0),
  );
  for (const same of longestFirst) placeForm(same, groups);
  return [...groups.all];
}

function placeForm(same: readonly Known[], groups: Groups): void {
  const isPerson = same.some((known) => known.isPerson);
  const form = same[0]?.as.form ?? [];
  if (isPerson && form.length === 1) return placeBare(same, form, groups);
  const fitting = isPerson ? fullNamesLike(same, form, groups) : [];
  place(same, fitting.length === 1 ? fitting[0] : undefined, groups);
}

function place(same: readonly Known[], into: Group | undefined, groups: Groups): void {
  const isPerson = same.some((known) => known.isPerson);
  const target = into ?? { known: [], forms: [], isPerson };
  const form = same[0]?.as.form ?? [];
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
      !known.some(
        (member) => hasSuffix(member.as.form) !== hasSuffix(form) && isBeside(member, same),
      ),
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

function toFigure({ known }: Group): Told {
  const newestFirst = known.toSorted((a, b) =>
    (b.reading.article.date ?? '').localeCompare(a.reading.article.date ?? ''),
  );
  const wellFormed = newestFirst.filter(
    ({
      as: {
        form: [first],
      },
    }) => first && isFirstName(first.spelled),
  );
  const fullest = (wellFormed.length > 0 ? wellFormed : newestFirst).reduce((best, one) =>
    one.as.form.length > best.as.form.length ? one : best,
  );
  const forms = new Map(newestFirst.map(({ as: { form } }) => [keyOf(form), form]));
  return {
    name: fullest.as.text,
    fullest: { reading: fullest.reading, entity: fullest.entity },
    appearances: newestFirst.map(({ reading, entity }) => ({ reading, entity })),
    isNamed: fullest.isNamed,
    isPerson: newestFirst.some(({ isPerson }) => isPerson),
    forms: [...forms.values()],
    offices: newestFirst.flatMap(({ offices }) => offices),
    countries: new Set(newestFirst.flatMap(({ as }) => as.country ?? [])),
  };
}
