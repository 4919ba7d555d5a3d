import { countryOf } from '../extraction/lexicon/places.ts';
import { foldName } from '../text/fold.ts';
import { remembered, rememberedLately } from '../text/remembered.ts';
import type { Corpus } from './corpus.ts';
import { inFigureOrder } from './figure.ts';
import type { FigureIndex } from './figure-index.ts';
import { placeOf } from './ordered.ts';
import { type Appearance, type Figure, type Form, figureIndexOf, figuresOf } from './figures.ts';
import {
  type NameWord,
  type Office,
  isNearSpelling,
  isSameWord,
  keyOf,
  nameWords,
  officeOf,
} from './naming.ts';

export type { Appearance, Figure } from './figures.ts';

/**
 * Whom the words may mean: any spelling of a name, a surname, a nickname or a role that articles
 * state. Several figures where the words fit several: two Clintons.
 */
export const findFigures = (words: string, corpus: Corpus): readonly Figure[] =>
  foundIn(corpus)(words);

/** One answer asks for the same names again, to tell which find one alone, and so do the next. */
const foundIn = remembered((corpus: Corpus) =>
  rememberedLately((words: string) => lookUp(words, corpus), LATELY),
);

const LATELY = 1_000;

function lookUp(words: string, corpus: Corpus): readonly Figure[] {
  // `the Kremlin spokesman` asks for him, not for the Kremlin.
  const byRole = words.trim().includes(' ') ? holding(words, corpus) : [];
  if (byRole.length > 0) return byRole;
  const byName = named(words, corpus);
  return byName.length > 0 ? byName : [...inCountry(words, corpus), ...holding(words, corpus)];
}

/** The figures most often wanted whose name begins or goes on with what was typed. */
export function completeFigures(
  typed: string,
  corpus: Corpus,
  isWanted: IsWanted,
): readonly Figure[] {
  const places = placesBy(isWanted)(corpus);
  const prefix = ` ${foldName(typed)}`.trimEnd();
  if (prefix === '') return [...places.keys()];
  return beginningWith(prefix, corpus)
    .flatMap((figure) => {
      const place = places.get(figure);
      return place !== undefined && keysOf(figure).text.includes(prefix) ? { figure, place } : [];
    })
    .toSorted((a, b) => a.place - b.place)
    .map(({ figure }) => figure);
}

type IsWanted = (appearance: Appearance) => boolean;

/** By what is wanted, which is always one of a few functions, those who have a name, the most wanted first. */
const placesBy = remembered((isWanted: IsWanted) => {
  // A figure stays the same from view to view.
  const counts = remembered(({ appearances }: Figure) => ({
    count: appearances.filter(isWanted).length,
  }));
  return remembered((corpus: Corpus): ReadonlyMap<Figure, number> => {
    const wanted = figuresOf(corpus)
      .filter(({ isNamed }) => isNamed)
      .map((figure) => ({ figure, count: counts(figure).count }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count);
    return new Map(wanted.map(({ figure }, place) => [figure, place]));
  });
});

/** Its names in words that compare: ` ann petrova| petrova`. */
const keysOf = remembered(({ forms }: Figure) => ({
  text: forms.map((form) => ` ${keyOf(form)}`).join('|'),
}));

/** The words of all names, made once a view. */
const wordsOfNames = remembered((index: FigureIndex): readonly string[] => index.byWord.words());

const sortedWords = remembered((index: FigureIndex) => wordsOfNames(index).toSorted(inUnits));

/** In the order of their UTF-16 code units, so that those which begin alike stand together. */
const inUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Those of whom a word begins with the first word of what was typed: of thousands, a few. */
function beginningWith(prefix: string, corpus: Corpus): readonly Figure[] {
  const [first = ''] = prefix.trimStart().split(' ');
  const index = figureIndexOf(corpus);
  const words = sortedWords(index);
  const figures = new Set<Figure>();
  for (let at = placeOf(words, first, inUnits); words[at]?.startsWith(first) === true; at += 1)
    for (const figure of index.byWord.get(words[at] ?? '') ?? []) figures.add(figure);
  return [...figures];
}

/** By name; the role or title before it tells apart those of one name: `Senator Moran`. */
function named(words: string, corpus: Corpus): readonly Figure[] {
  const asked = nameWords(words);
  const found = namedLike(asked, corpus);
  if (found.length > 0) return preferHolders(found, words, asked);
  // `Russia’s Lavrov`: the country stands beside the name.
  const telling = asked.filter(({ spelled }) => countryOf(spelled) === undefined);
  if (telling.length === asked.length) return [];
  return preferHolders(namedLike(telling, corpus), words, telling);
}

function namedLike(asked: Form, corpus: Corpus): readonly Figure[] {
  const last = asked.at(-1);
  if (last === undefined) return [];
  const index = figureIndexOf(corpus);
  const { byWord } = index;
  const fits = (figure: Figure): boolean =>
    figure.forms.some((form) => fitsForm(form, asked, figure));
  const exact = (byWord.get(last.folded) ?? []).filter(fits);
  if (exact.length > 0) return preferWhole(exact, asked);
  const near = wordsOfNames(index)
    .filter((word) => isNearSpelling(word, last.folded))
    .map((word) => ({ word, figures: byWord.get(word) ?? [] }))
    .toSorted(byFirstFigure);
  return preferNamed([...new Set(near.flatMap(({ figures }) => figures))].filter(fits));
}

interface HavingWord {
  readonly word: string;
  readonly figures: readonly Figure[];
}

/** The words in the order in which the names of all figures, one after the other, have them. */
function byFirstFigure(a: HavingWord, b: HavingWord): number {
  const [[first], [other]] = [a.figures, b.figures];
  if (first === undefined || other === undefined) return 0;
  if (first !== other) return inFigureOrder(first, other);
  const words = first.forms.flat().map(({ folded }) => folded);
  return words.indexOf(a.word) - words.indexOf(b.word);
}

function fitsForm(form: Form, asked: Form, { isNamed }: Figure): boolean {
  const has = ({ folded }: NameWord): boolean =>
    form.some((own) => own.folded === folded) ||
    (isNamed && form.some((own) => isSameWord(own.folded, folded)));
  return (asked.length === 1 ? isNamed : form.length > 1) && asked.every(has);
}

/** `Ann Moran` asks for her before `Mary Ann Moran`, and `Clinton` for people before the `Clinton Foundation`. */
function preferWhole(found: readonly Figure[], asked: Form): readonly Figure[] {
  const key = keyOf(asked);
  const same = found.filter(({ forms }) => forms.some((form) => keyOf(form) === key));
  if (asked.length > 1 && same.length > 0) return preferNamed(same);
  const last = asked.at(-1)?.folded;
  const ending = found.filter(
    ({ isNamed, forms }) => isNamed && forms.some((form) => form.at(-1)?.folded === last),
  );
  const people = ending.filter((figure) => figure.isPerson);
  return [people, ending].find((some) => some.length > 0) ?? preferNamed(found);
}

/** Whom articles name before whom they only describe. */
function preferNamed(found: readonly Figure[]): readonly Figure[] {
  const withName = found.filter(({ isNamed }) => isNamed);
  return withName.length > 0 ? withName : found;
}

/** Of several, those who hold what stands beside the name, if any of them does. */
function preferHolders(found: readonly Figure[], words: string, asked: Form): readonly Figure[] {
  if (found.length < 2) return found;
  const names = new Set(asked.map(({ folded }) => folded));
  const beside = officeOf(words).words.filter((word) => !names.has(word));
  const holders = found.filter(({ offices }) =>
    offices.some((office) => beside.every((word) => office.words.includes(word))),
  );
  return beside.length > 0 && holders.length > 0 ? holders : found;
}

/** `Moscow` and `the Russians` ask for what articles call Russia or the Kremlin. */
function inCountry(words: string, corpus: Corpus): readonly Figure[] {
  const country = countryOf(words.trim());
  return country === undefined ? [] : (figureIndexOf(corpus).byCountry.get(country.name) ?? []);
}

/**
 * `the Kremlin spokesman`, `secretary of state`: every word stands in one stated role of the same
 * head. Who holds just that comes before deputies and the like.
 */
function holding(words: string, corpus: Corpus): readonly Figure[] {
  const asked = officeOf(words);
  const having = figureIndexOf(corpus).byOffice.get(asked.head) ?? [];
  const holders = having.filter(({ offices }) => offices.some((office) => holds(office, asked)));
  const just = holders.filter(({ offices }) => offices.some((office) => isJust(office, asked)));
  return preferNamed(just.length > 0 ? just : holders);
}

const holds = (office: Office, { head, words }: Office): boolean =>
  head !== '' && office.head === head && words.every((word) => office.words.includes(word));

/** Nothing but a country beside what was asked: `Norway's envoy` for `the envoy`. */
const isJust = (office: Office, asked: Office): boolean =>
  holds(office, asked) &&
  office.words.every((word) => asked.words.includes(word) || countryOf(word) !== undefined);
