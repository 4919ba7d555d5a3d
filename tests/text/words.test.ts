import { describe, expect, test } from 'vitest';
import { fold, foldName } from '../../src/text/fold.ts';
import { contentWords, stems } from '../../src/text/stems.ts';

describe('folding', () => {
  test.each([
    ['Erdoğan’s', "erdogan's"],
    ['ÉLYSÉE', 'elysee'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
  ])('%s becomes %s', (words, expected) => {
    expect(fold(words)).toBe(expected);
  });

  test.each([
    ['Zelenskyy', 'Zelenski'],
    ['Zelensky', 'Zelenskiy'],
    ['Dmitriev', 'Dmitriyev'],
    ['Kirill', 'Kiril'],
    ['Gasymzade', 'Gasimzade'],
    ['Yuri', 'Yury'],
    ['Muhammad', 'Muhamad'],
  ])('%s and %s are spellings of one name', (a, b) => {
    expect(foldName(a)).toBe(foldName(b));
  });

  test.each([
    ['Putin', 'Patin'],
    ['Bush', 'Busch'],
    ['Clinton', 'Clifton'],
  ])('%s and %s are two names', (a, b) => {
    expect(foldName(a)).not.toBe(foldName(b));
  });
});

describe('content words', () => {
  test.each<[string, string[]]>([
    ['What did the U.S. tell us?', ['usa', 'tell']],
    ["the ministers' talks and Rubio's answer", ['ministers', 'talks', 'rubio', 'answer']],
    ['Who was at it?', []],
    ['He does not agree', ['not', 'agree']],
  ])('%s', (text, expected) => {
    expect(contentWords(text)).toEqual(expected);
  });

  test('are stemmed, but numbers are kept', () => {
    expect(stems('agreements on F16s were negotiated')).toEqual(['agreement', 'f16s', 'negoti']);
  });
});
