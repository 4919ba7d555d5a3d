import { describe, expect, test } from 'vitest';
import { findOffsets, findSenses, readMeaning } from '../../src/search/wordnet.ts';
import { findPhraseKin, findWordKin } from '../../src/search/word-kin.ts';

describe('the dictionary', () => {
  test.each([
    ['noun', 'truck', ['truck', 'motortruck']],
    ['noun', 'abandonment', ['abandonment', 'forsaking', 'desertion']],
    ['verb', 'truck', ['truck']],
    ['noun', 'death_penalty', ['capital punishment', 'death penalty', 'executing']],
    ['noun', 'zebra', ['zebra']],
  ] as const)('%s %s', (part, lemma, words) => {
    const [offset = -1] = findOffsets(part, lemma);
    const meaning = readMeaning(part, offset);
    for (const word of words) expect(meaning.words).toContain(word);
  });

  test.each(['', 'truckk', 'zzzz', '~', "'"])('has no %j', (word) => {
    expect(findOffsets('noun', word)).toEqual([]);
  });

  test.each([
    ['lorries', 'lorry'],
    ['letting', 'let'],
    ['children', 'child'],
    ['denied', 'deny'],
    ['boxes', 'box'],
    ['safer', 'safe'],
  ])('finds the plain form of %s', (word, plain) => {
    expect(findSenses(word).map(({ lemma }) => lemma)).toContain(plain);
  });
});

describe('words that may stand for another', () => {
  test.each([
    ['truck', 'lorri'],
    ['lorry', 'truck'],
    ['letting', 'allow'],
    ['accession', 'enter'],
    ['evenly', 'equal'],
    ['tariff', 'duti'],
    ['tariff', 'tax'],
    ['gun', 'weapon'],
    ['weapon', 'gun'],
  ])('%s: %s', (word, other) => {
    expect(findWordKin(word).get(other)).toBeGreaterThan(0.35);
  });

  test.each([
    ['truck', 'truck'],
    ['truck', 'banana'],
    ['tariff', 'marriag'],
    ['zzzz', 'truck'],
  ])('%s: not %s', (word, other) => {
    expect(findWordKin(word).has(other)).toBe(false);
  });

  test('two words together', () => {
    expect([...findPhraseKin('capital punishment')]).toEqual(
      expect.arrayContaining(['death', 'penalti']),
    );
    expect(findPhraseKin('pineapple toll').size).toBe(0);
  });

  test('a word of the same meaning is worth more than a broader one', () => {
    const kin = findWordKin('tariff');
    expect(kin.get('duti')).toBeGreaterThan(kin.get('tax') ?? 1);
  });
});
