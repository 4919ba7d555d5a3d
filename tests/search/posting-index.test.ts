import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPostingIndex } from '../../src/search/posting-index.ts';
import type { IndexedText, PassageIndex } from '../../src/search/passage-index.ts';

const stems = fc.array(fc.nat({ max: 4 }), { maxLength: 8 });
const numbers = stems.map((list) => Uint32Array.from(list));
const text = fc.record({
  key: fc.constantFrom('base/a', 'base/b', 'base/c', 'base/d', 'base/e', 'base/f'),
  title: numbers,
  said: numbers.map((all) => ({ stems: all, starts: Uint32Array.of(0, all.length) })),
});

/** Puts each text in turn, in the place of what had its key. */
async function put(index: PassageIndex, texts: readonly IndexedText[]): Promise<IndexedText[]> {
  const kept = new Map<string, IndexedText>();
  for (const next of texts) {
    const old = kept.get(next.key);
    if (old) await index.remove(old);
    await index.add(next);
    kept.set(next.key, next);
  }
  return [...kept.values()];
}

test('after any series of puts and removes it proposes as a fresh index does', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(text),
      fc.integer({ min: 0, max: 3 }),
      stems,
      async (texts, gone, asked) => {
        const index = createPostingIndex();
        const left = await put(index, texts);
        for (const old of left.splice(0, gone)) await index.remove(old);
        const fresh = createPostingIndex();
        await put(fresh, left.toReversed());
        const query = asked.map((stem) => ({ stem, weight: 1 }));
        expect(await index.propose(query, 3)).toEqual(await fresh.propose(query, 3));
      },
    ),
  ));
