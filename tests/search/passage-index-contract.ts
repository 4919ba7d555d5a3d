import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndexedText, OpenIndex, PassageIndex } from '../../src/search/passage-index.ts';
import { createVocabulary } from '../../src/search/vocabulary.ts';

/** An implementation, as a test needs it. */
export interface IndexMaker {
  readonly openIndex: OpenIndex;
  /** Makes what articles an index can hold known to whatever it is in, which is emptied before. */
  readonly begin: (shelf: string, ids: readonly string[]) => Promise<void>;
}

const SHELF = 'base';
const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
// Words that PostgreSQL would read otherwise than as they stand, if it was let.
const WORDS = ['envoy', "o'hara", 'a:b|c', 'back\\slash', '&!', '@base'];

const stems = fc.array(fc.nat({ max: WORDS.length - 1 }), { maxLength: 8 });
const numbers = stems.map((list) => Uint32Array.from(list));
const text = fc.record({
  key: fc.constantFrom(...IDS.map((id) => `${SHELF}/${id}`)),
  title: numbers,
  said: numbers.map((all) => ({ stems: all, starts: Uint32Array.of(0, all.length) })),
});

/** Puts each text in turn, in the place of what had its key. */
async function put(index: PassageIndex, texts: readonly IndexedText[]): Promise<IndexedText[]> {
  const kept = new Map<string, IndexedText>();
  for (const next of texts) {
    const old = kept.get(next.key);
    if (old) await index.remove([old]);
    await index.add([next]);
    kept.set(next.key, next);
  }
  return [...kept.values()];
}

/** An index of nothing that knows the words by their places in `WORDS`. */
async function openEmpty({ begin, openIndex }: IndexMaker): Promise<PassageIndex> {
  await begin(SHELF, IDS);
  const vocabulary = createVocabulary();
  vocabulary.learnWords(Buffer.from(WORDS.join(' ')));
  return openIndex(SHELF, vocabulary);
}

const textOf = (id: string, ...said: readonly number[]): IndexedText => ({
  key: `${SHELF}/${id}`,
  title: new Uint32Array(0),
  said: { stems: Uint32Array.from(said), starts: Uint32Array.of(0, said.length) },
});

const ask = (index: PassageIndex, ...asked: readonly number[]): Promise<readonly string[]> =>
  index.propose(
    asked.map((stem) => ({ stem, weight: 1 })),
    3,
  );

/**
 * What every `PassageIndex` has to do; each implementation runs it.
 * @param runs how many series are tried; fewer where each takes long
 */
export function passageIndexContract(name: string, runs: number, makerNow: () => IndexMaker): void {
  describe(`${name} proposes`, () => {
    it('as a fresh index does, after any series of puts and removes', () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(text, { maxLength: 8 }),
          fc.integer({ min: 0, max: 3 }),
          stems,
          async (texts, gone, asked) => {
            const query = asked.map((stem) => ({ stem, weight: 1 }));
            const index = await openEmpty(makerNow());
            const left = await put(index, texts);
            await index.remove(left.splice(0, gone));
            const proposed = await index.propose(query, 3);
            const fresh = await openEmpty(makerNow());
            await fresh.add(left.toReversed());
            expect(proposed).toEqual(await fresh.propose(query, 3));
          },
        ),
        { numRuns: runs },
      ));

    it('articles that have any of the words, those with most and the rarest first', async () => {
      const index = await openEmpty(makerNow());
      await index.add([
        textOf('a', 0, 1, 2),
        textOf('b', 0, 4, 4),
        textOf('c', 1, 3, 5),
        { ...textOf('d', 4, 4, 4), title: Uint32Array.of(0) },
      ]);
      expect(await ask(index, 0, 3)).toEqual(['base/c', 'base/d', 'base/a']);
      expect(await ask(index, 0, 1)).toEqual(['base/a', 'base/c', 'base/d']);
      expect(await ask(index, 2)).toEqual(['base/a']);
      expect(await ask(index)).toEqual([]);
    });

    it('no word of an article that is not there any more', async () => {
      const index = await openEmpty(makerNow());
      await index.add([textOf('a', 1, 2), textOf('b', 2)]);
      await index.remove([textOf('a', 1, 2)]);
      expect(await ask(index, 1, 2)).toEqual(['base/b']);
    });
  });
}
