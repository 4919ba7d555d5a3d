import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { countryOf } from '../../src/extraction/lexicon/places.ts';
import type { Entity } from '../../src/extraction/facts.ts';
import type { Reading } from '../../src/search/corpus.ts';
import type { Figure } from '../../src/search/figures.ts';
import {
  type FigureIndex,
  changeFigures,
  findFigure,
  noFigures,
} from '../../src/search/figure-index.ts';
import { runThrough } from '../../src/search/pause.ts';
import { newestFirst } from '../../src/search/reading-order.ts';
import { articleOf } from './articles.ts';
import { type Told, figuresAfresh } from './figures-afresh.ts';

const RUNS = 120;

const PEOPLE = `Ann Petrova|A. Petrova|Petrova|Anna Petrova|Ann Petrowa|Anton Petrova|Petrovna|Ann
Bill Clinton|William Clinton|Hillary Clinton|Hillary Rodham Clinton|Clinton|Hillary|Rodham|Chelsea Clinton
Donald Trump|Donald Trump Jr.|Donald J. Trump|Trump|Trump Jr.|D. Trump
Leonor Zepeda Cuéllar|Leonor Zepeda|Leonor Cuellar|Zepeda|Cuéllar|Mario Zepeda|Mario Cuellar Ann
Leonor Zepeda Cuéllar|Mario Zepeda Cuéllar|Zepeda|Cuéllar
Xi Jinping|Xi|Jinping|Volodymyr Zelenskyy|Vladimir Zelensky|Zelenskiy|George W. Bush|George H. W. Bush|Bush
J. Moran|John Moran|James Moran|Moran|Mary Ann Moran|John Hartley II|John Hartley I|Hartley|Mr.|the`;
const OTHERS = `Petrova Foundation|Clinton Foundation|Trump|Moran|Russia|Moscow|the Kremlin|Norway|Bush`;
const DESCRIBED = `the foreign minister|a diplomat|Russian officials|the spokesman of Norway|Moran`;
const ROLES = `senator|foreign minister|Kremlin spokesman|deputy minister of transport|envoy`;

const from = (names: string): fc.Arbitrary<string> => fc.constantFrom(...names.split(/[|\n]/u));

const entityOf = (people: string) =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ name: from(people), kind: fc.constant('person' as const) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ name: from(OTHERS), kind: fc.constant('organisation' as const) }),
    },
    { weight: 1, arbitrary: fc.record({ name: from(DESCRIBED), kind: fc.constant(undefined) }) },
  );

// One named far more often than others has their surname.
const OFTEN = fc.constantFrom(1, 1, 1, 1, 1, 11);

const draftedOf = (people: string) =>
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    date: fc.constantFrom(undefined, '2025-01-01', '2025-01-02', '2025-01-03'),
    entities: fc
      .array(fc.record({ entity: entityOf(people), role: fc.option(from(ROLES)), times: OFTEN }), {
        maxLength: 7,
      })
      .map((all) => all.flatMap((one) => Array.from({ length: one.times }, () => one))),
  });

type Drafted = ReturnType<typeof draftedOf> extends fc.Arbitrary<infer Value> ? Value : never;

/** A reading whose article is a line for each entity, its role before its name. */
function readingOf({ id, date, entities }: Drafted): Reading {
  const lines = entities.map(({ entity: { name }, role }) => `${role ?? ''}: ${name}`);
  const body = lines.join('\n');
  const parsed = articleOf(id, body === '' ? 'Nobody.' : body);
  const article: Article = { ...parsed, body, ...(date === undefined ? {} : { date }) };
  let start = 0;
  const found = entities.map(({ entity: { name, kind }, role }, at): Entity => {
    const end = start + (lines[at]?.length ?? 0);
    const named = { start: end - name.length, end };
    const roles = role === null ? [] : [{ start, end: start + role.length }];
    start = end + 1;
    return { kind: kind ?? 'person', isNamed: kind !== undefined, name: named, roles };
  });
  const none = {
    sentences: [],
    mentions: [],
    quotations: [],
    gatherings: [],
    stances: [],
    dates: [],
  };
  return { article, facts: { ...none, entities: found } };
}

/** As plain words, which tell more when they differ. */
const told = ({ fullest, appearances, countries, forms, ...rest }: Told): unknown => ({
  name: rest.name,
  isNamed: rest.isNamed,
  isPerson: rest.isPerson,
  offices: rest.offices,
  forms: forms.map((form) => form.map(({ spelled }) => spelled).join(' ')),
  countries: Array.from(countries, ({ name }) => name),
  fullest: [fullest.reading.article.id, fullest.entity],
  appearances: appearances.map(({ reading, entity: at }) => [reading.article.id, at]),
});

function expectAfresh(index: FigureIndex, readings: Iterable<Reading>): void {
  const inOrder = [...readings].toSorted(newestFirst);
  const fresh = figuresAfresh(inOrder);
  expect(index.figures.map(told)).toEqual(fresh.map(told));
  expectLists(index);
  for (const figure of index.figures)
    for (const appearance of figure.appearances) expect(findFigure(index, appearance)).toBe(figure);
}

/** The look-ups hold what a look at every figure would find, in the same order. */
function expectLists({ figures, byWord, byOffice, byCountry }: FigureIndex): void {
  const words = new Set(figures.flatMap(({ forms }) => forms.flat().map(({ folded }) => folded)));
  expect(new Set(byWord.words())).toEqual(words);
  const having = (has: (figure: Figure) => boolean): readonly Figure[] => figures.filter(has);
  for (const word of words)
    expectSame(
      byWord.get(word),
      having(({ forms }) => forms.flat().some(({ folded }) => folded === word)),
    );
  const heads = new Set(figures.flatMap(({ offices }) => offices.map(({ head }) => head)));
  expect(new Set(byOffice.words())).toEqual(heads);
  for (const head of heads)
    expectSame(
      byOffice.get(head),
      having(({ offices }) => offices.some((one) => one.head === head)),
    );
  for (const name of ['Russia', 'Norway']) {
    const country = countryOf(name);
    expectSame(
      byCountry.get(name) ?? [],
      having(({ countries }) => country !== undefined && countries.has(country)),
    );
  }
}

const expectSame = (some: readonly Figure[] | undefined, others: readonly Figure[]): void => {
  expect(some?.length).toBe(others.length);
  for (const [at, figure] of others.entries()) expect(some?.[at]).toBe(figure);
};

const changesOf = (people: string) =>
  fc.array(
    fc.record({ kind: fc.constantFrom('put', 'put', 'put', 'remove'), drafted: draftedOf(people) }),
    { minLength: 1, maxLength: 3 },
  );

/** Batches of changes to articles that speak of one family, or of everybody. */
const batches = fc
  .constantFrom(PEOPLE, ...PEOPLE.split('\n'))
  .chain((people) => fc.array(changesOf(people), { maxLength: 7 }));

describe('everybody, kept up to date article by article', () => {
  test('is the same as put together afresh', () => {
    fc.assert(
      fc.property(batches, (all) => {
        let index = noFigures;
        const readings = new Map<string, Reading>();
        for (const changes of all) {
          const before = new Map(readings);
          for (const { kind, drafted: draft } of changes)
            if (kind === 'put') readings.set(draft.id, readingOf(draft));
            else readings.delete(draft.id);
          const went = [...before.values()].filter((one) => readings.get(one.article.id) !== one);
          const came = [...readings.values()].filter((one) => before.get(one.article.id) !== one);
          const old = { index, figures: index.figures, told: index.figures.map(told) };
          index = runThrough(changeFigures(index, { went, came }));
          expectAfresh(index, readings.values());
          // What was before is as it was.
          expect(old.index.figures.map(told)).toEqual(old.told);
          expectLists(old.index);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('of a few articles leaves all others the same objects', () => {
    const [ann, bill] = [named('a', ['Ann Petrova', 'Petrova']), named('b', ['Bill Clinton'])];
    const before = runThrough(changeFigures(noFigures, { went: [], came: [ann, bill] }));
    const came = [named('c', ['William Clinton', 'Clinton'])];
    const { figures } = runThrough(changeFigures(before, { went: [], came }));
    expect(figures.map(({ name }) => name)).toEqual(['Ann Petrova', 'Bill Clinton']);
    expect(figures[0]).toBe(before.figures[0]);
    expect(figures[1]?.appearances).toHaveLength(3);
  });

  test('a surname goes to whom another surname of theirs made far more frequent', () => {
    const asked = named('d', ['Clinton']);
    const readings = [named('b', ['Bill Clinton']), named('c', ['Hillary Rodham Clinton']), asked];
    const before = runThrough(changeFigures(noFigures, { went: [], came: readings }));
    const often = named(
      'a',
      Array.from({ length: 10 }, () => 'Rodham'),
    );
    const after = runThrough(changeFigures(before, { went: [], came: [often] }));
    expectAfresh(after, [...readings, often]);
    const owner = (index: FigureIndex): string | undefined =>
      findFigure(index, { reading: asked, entity: 0 })?.name;
    expect([owner(before), owner(after)]).toEqual(['Clinton', 'Hillary Rodham Clinton']);
  });
});

const named = (id: Drafted['id'], people: readonly string[]): Reading =>
  readingOf({
    id,
    date: undefined,
    entities: people.map((name) => ({ entity: { name, kind: 'person' }, role: null, times: 1 })),
  });
