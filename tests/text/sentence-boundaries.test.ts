import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBoundaries } from '../../src/text/sentence-boundaries.ts';

const piecesOf = (text: string): string[] =>
  [0, ...findBoundaries(text)].map((from, index, all) => text.slice(from, all[index + 1]));

describe('boundaries between sentences', () => {
  test.each<[string, string[]]>([
    ['He left. She stayed.', ['He left. ', 'She stayed.']],
    ['It cost 4.5 million.', ['It cost 4.5 million.']],
    ['The U.S. voted.', ['The U.S. voted.']],
    ['“We ran.” (So they did.) “We hid.”', ['“We ran.” ', '(So they did.) ', '“We hid.”']],
    ['one\ntwo\n\nthree', ['one\n', 'two\n', '\n', 'three']],
    ['', ['']],
  ])('%j', (text, expected) => {
    expect(piecesOf(text)).toEqual(expected);
  });

  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const writing = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '.',
          '.',
          '?',
          '!',
          ' ',
          '\n',
          '\t',
          '\u00A0',
          '…',
          '”',
          '’',
          ')',
          '«',
          '–',
        ),
        fc.constantFrom(
          'a',
          'B',
          'é',
          'É',
          '5',
          'word',
          'Name',
          ',',
          ':',
          '-',
          '•',
          '$',
          '和',
          '¿',
        ),
        fc.string({ minLength: 1, maxLength: 1 }),
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join(''));

  test('are those of Intl.Segmenter', () => {
    fc.assert(
      fc.property(writing, (text) => {
        expect(piecesOf(text).filter(Boolean)).toEqual(
          [...segmenter.segment(text)].map(({ segment }) => segment),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
