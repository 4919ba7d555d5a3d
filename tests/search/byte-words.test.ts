import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createByteWords } from '../../src/search/byte-words.ts';

/** Gives each word the number that tells how many were met before it. */
const learner = () => {
  const met: string[] = [];
  return { met, learn: createByteWords((word) => met.push(word) - 1) };
};

const bytesOf = (words: readonly string[]): Uint8Array => Buffer.from(words.join(' '));

describe('words by their bytes', () => {
  it('have the numbers that they were given when they were met first', () => {
    const word = fc.stringMatching(/^[abé“\u{1F600}]{1,3}$/u);
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1 })), (texts) => {
        const { met, learn } = learner();
        const numbers = texts.map((words) => learn(bytesOf(words)));
        expect(numbers).toEqual(texts.map((words) => words.map((one) => met.indexOf(one))));
        expect(met).toEqual([...new Set(texts.flat())]);
      }),
    );
  });

  it('are found among tens of thousands', () => {
    const words = Array.from({ length: 30_000 }, (_, at) => `word${at.toString(36)}`);
    const { met, learn } = learner();
    const numbers = learn(bytesOf(words));
    expect(learn(bytesOf(words.toReversed()))).toEqual(numbers.toReversed());
    expect(met).toEqual(words);
  });

  it('are none in no bytes', () => {
    expect(learner().learn(new Uint8Array(0))).toEqual([]);
  });
});
