import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_PASSAGE, findWindow } from '../../src/search/passage-window.ts';
import { contains, length, span } from '../../src/text/span.ts';

const sentences = (...ends: number[]) => ends.map((end, i) => span(ends[i - 1] ?? 0, end));

test('takes in neighbours on both sides while they fit', () => {
  expect(findWindow(sentences(100, 300, 500, 650, 900), 2)).toEqual(span(0, 650));
});

test('a sentence longer than a passage stands alone', () => {
  expect(findWindow(sentences(100, 1000, 1100), 1)).toEqual(span(100, 1000));
});

test('holds its sentence, and is longer than a passage only where the sentence is', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1 }),
      fc.nat(),
      (sizes, at) => {
        let end = 0;
        const all = sentences(...sizes.map((size) => (end += size)));
        const index = at % all.length;
        const sentence = all[index] ?? span(0, 0);
        const window = findWindow(all, index);
        expect(contains(window, sentence)).toBe(true);
        expect(length(window)).toBeLessThanOrEqual(Math.max(LONGEST_PASSAGE, length(sentence)));
      },
    ),
  ));
