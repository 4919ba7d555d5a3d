import { describe, expect, test } from 'vitest';
import { factsUnder } from '../../../src/extraction/correction/correctable.ts';
import { findNameIn } from '../../../src/extraction/correction/typed-name.ts';
import { paragraphAt } from '../../../src/article/article.ts';
import { slice, type Span } from '../../../src/text/span.ts';
import { factsOf } from '../read.ts';

const TEXT = `Foreign ministers Ilse Brandvold and Paul Reed attended the talks in Oslo on Monday. Ada Vogt was not invited.

“The weir must stay,” Petra Kovač said. “It is ours.” She called the plan “a gift to the salmon”.

Ilse Brandvold opposed the toll. Kovač of the Reed Company kept
silent, and Petra
Kovač left.`;

const { article, facts } = factsOf(TEXT);
const at = (words: Span | undefined): string | undefined => words && slice(article.body, words);

describe('what can be corrected', () => {
  test('among quotations: each with its parts, and whom cards name', () => {
    const { quotations, attendees, stances } = factsUnder(article, facts, [2]);
    expect(
      quotations.map(({ of, parts, mention, name }) => [
        at(of),
        parts.map(at),
        at(mention),
        at(name),
      ]),
    ).toEqual([
      ['The weir must stay,', ['The weir must stay,', 'It is ours.'], 'Petra Kovač', 'Petra Kovač'],
      ['a gift to the salmon', ['a gift to the salmon'], 'She', 'Petra Kovač'],
    ]);
    expect(attendees).toEqual([]);
    expect(stances.map(({ of }) => paragraphAt(article, of.start))).toEqual(stances.map(() => 2));
  });

  test('among attendees: each with the gathering and the list', () => {
    const { attendees, gatherings } = factsUnder(article, facts, [1]);
    expect(gatherings.map(at)).toEqual(['talks in Oslo']);
    expect(attendees.map(({ gathering, name, list }) => [at(gathering), at(name), list])).toEqual([
      ['talks in Oslo', 'Ilse Brandvold', 'attended'],
      ['talks in Oslo', 'Paul Reed', 'attended'],
      ['talks in Oslo', 'Ada Vogt', 'absent'],
    ]);
  });

  test('among stances: holder, target and polarity', () => {
    const { stances } = factsUnder(article, facts, [3]);
    expect(
      stances.map(({ holder, target, polarity }) => [at(holder), polarity, at(target)]),
    ).toEqual([['Ilse Brandvold', 'opposes', 'the toll']]);
  });

  test('is nothing where no paragraph is asked for', () => {
    expect(factsUnder(article, facts, [])).toEqual({
      quotations: [],
      attendees: [],
      gatherings: [],
      stances: [],
    });
  });
});

type Row = readonly [
  typed: string,
  near: number | undefined,
  words: string | undefined,
  paragraph: number | undefined,
];

/** [typed, near which paragraph, the words found, in which paragraph] */
const NAMES: readonly Row[] = [
  ['Ilse Brandvold', undefined, 'Ilse Brandvold', 1],
  ['Ilse Brandvold', 3, 'Ilse Brandvold', 3],
  [' ilse brandvold ', 2, 'Ilse Brandvold', 1],
  ['kovac', 1, 'Kovač', 2],
  ['KOVAČ', 3, 'Kovač', 3],
  // Over two lines.
  ['petra kovac', 3, 'Petra\nKovač', 3],
  // The person, though the company is nearer.
  ['Reed', 3, 'Reed', 1],
  ['the salmon', undefined, 'the salmon', 2],
  ['Kova', undefined, undefined, undefined],
  ['Hugo Lund', undefined, undefined, undefined],
  ['', undefined, undefined, undefined],
  ['“”', undefined, undefined, undefined],
];

describe('a typed name', () => {
  test.each<Row>(NAMES)('%j near ¶%s stands as %j in ¶%s', (typed, near, words, paragraph) => {
    const found = findNameIn(article, facts, typed, near);
    expect(at(found)).toBe(words);
    if (found !== undefined) expect(paragraphAt(article, found.start)).toBe(paragraph);
  });
});
