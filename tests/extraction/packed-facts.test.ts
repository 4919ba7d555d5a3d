import { readFile, readdir } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../src/extraction/extract.ts';
import { packFacts, unpackEntities, unpackFacts } from '../../src/extraction/packed-facts.ts';
import { readBytes, writeBytes } from '../../src/text/packing/bytes.ts';
import { double, number, span, text } from '../../src/text/packing/codec.ts';
import { articleOf } from '../search/articles.ts';

const CORPUS = new URL('../../corpus/', import.meta.url);

async function demonstration() {
  const files = (await readdir(CORPUS)).filter((file) => file.endsWith('.md'));
  return Promise.all(
    files.map(async (file) =>
      articleOf(file.slice(0, -3), await readFile(new URL(file, CORPUS), 'utf8')),
    ),
  );
}

describe('facts that were packed', () => {
  it('come back as they were', async () => {
    for (const article of await demonstration()) {
      const facts = extractFacts(article);
      const packed = packFacts(facts);
      expect(unpackFacts(packed)).toEqual(facts);
      expect(unpackEntities(packed)).toEqual(facts.entities);
    }
  });

  it('take a fifth of what they take as JSON, or less', async () => {
    const all = (await demonstration()).map(extractFacts);
    const packed = all.reduce((sum, facts) => sum + packFacts(facts).length, 0);
    expect(5 * packed).toBeLessThan(JSON.stringify(all).length);
  });

  it('are refused where they are cut short', async () => {
    const [article] = await demonstration();
    if (article === undefined) throw new Error('there is no article');
    const packed = packFacts(extractFacts(article));
    for (let size = 0; size < packed.length; size += 37)
      expect(() => unpackFacts(packed.subarray(0, size))).toThrow(RangeError);
  });
});

describe('bytes', () => {
  it('hold numbers, spans and words exactly', () =>
    fc.assert(
      fc.property(
        fc.array(fc.nat()),
        fc.array(fc.double()),
        fc.array(fc.record({ start: fc.nat({ max: 1 << 28 }), length: fc.nat({ max: 1 << 28 }) })),
        fc.array(fc.string({ unit: 'grapheme' })),
        (numbers, doubles, places, words) => {
          const spans = places.map(({ start, length }) => ({ start, end: start + length }));
          const out = writeBytes();
          for (const one of numbers) number.write(one, out);
          for (const one of doubles) double.write(one, out);
          for (const one of spans) span.write(one, out);
          for (const one of words) text.write(one, out);
          const from = readBytes(out.done());
          expect(numbers.map(() => number.read(from))).toEqual(numbers);
          expect(doubles.map(() => double.read(from))).toEqual(doubles);
          expect(spans.map(() => span.read(from))).toEqual(spans);
          expect(words.map(() => text.read(from))).toEqual(words);
        },
      ),
    ));
});
