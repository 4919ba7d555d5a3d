import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findParagraphs } from '../../src/article/paragraphs.ts';
import { findSentences } from '../../src/text/sentences.ts';
import { slice } from '../../src/text/span.ts';

const sentencesOf = (text: string): string[] =>
  findSentences(text, [{ start: 0, end: text.length }])
    .flat()
    .map((sentence) => slice(text, sentence));

describe('sentences', () => {
  test.each<[string, string[]]>([
    ['He left. She stayed.', ['He left.', 'She stayed.']],
    [
      'He met Sen. Ada Vogt on Monday. They spoke.',
      ['He met Sen. Ada Vogt on Monday.', 'They spoke.'],
    ],
    ['Gen. J. R. Marsh agreed.', ['Gen. J. R. Marsh agreed.']],
    ['The U.S. Senate voted. It passed.', ['The U.S. Senate voted.', 'It passed.']],
    ['She flew to the U.S. The talks failed.', ['She flew to the U.S.', 'The talks failed.']],
    ['They met at 5 p.m. Friday.', ['They met at 5 p.m. Friday.']],
    ['"Is it over?" he asked.', ['"Is it over?" he asked.']],
    ['“We ran. We hid,” she said.', ['“We ran.', 'We hid,” she said.']],
    ['He said: “No.” Then he left.', ['He said: “No.”', 'Then he left.']],
    ['1. Opening the border. 2. Sharing water.', ['1. Opening the border.', '2. Sharing water.']],
    ['It cost 4.5 million. That was cheap.', ['It cost 4.5 million.', 'That was cheap.']],
    ['', []],
    ['   ', []],
  ])('%j', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  const prose = fc
    .array(
      fc.constantFrom(
        'Mr.',
        'Vogt',
        'said',
        '“',
        '”',
        '.',
        '?',
        ' ',
        'U.S.',
        'the',
        '…',
        '5',
        '\n',
      ),
    )
    .map((parts) => parts.join(''));

  test('tile what is no white space, in order and apart', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(sentencesOf(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  test('are the same for paragraphs together as for each alone', () => {
    fc.assert(
      fc.property(fc.array(prose, { maxLength: 40 }), (parts) => {
        const body = parts.join('\n\n');
        const paragraphs = findParagraphs(body);
        expect(findSentences(body, paragraphs)).toEqual(
          paragraphs.flatMap((paragraph) => findSentences(body, [paragraph])),
        );
      }),
    );
  });

  test('are found in a paragraph of a hundred thousand characters', () => {
    const text = 'The vote was close. '.repeat(5_000);
    expect(sentencesOf(text)).toHaveLength(5_000);
  });
});
