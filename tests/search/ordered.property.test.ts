import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeLists, hasItem, replaceIn, sort } from '../../src/search/ordered.ts';
import { runThrough } from '../../src/search/pause.ts';
import { type Shards, draftOf, emptyShards } from '../../src/search/shards.ts';

interface Numbered {
  readonly number: number;
}

const order = (a: Numbered, b: Numbered): number => a.number - b.number;
const numbers = fc.uniqueArray(fc.nat(30), { maxLength: 20 });
const itemsOf = (some: readonly number[]): readonly Numbered[] =>
  some.map((number) => ({ number }));

/** Items of which some go and others come. */
const changes = fc.record({ before: numbers, went: numbers, came: numbers }).map((all) => {
  const before = itemsOf(all.before.toSorted((a, b) => a - b));
  const went = before.filter(({ number }) => all.went.includes(number));
  const left = before.filter((item) => !went.includes(item));
  const came = itemsOf(all.came).filter(
    ({ number }) => !left.some((item) => item.number === number),
  );
  return { before, went, came, after: [...left, ...came].toSorted(order) };
});

test('replacing some of what is sorted is the same as sorting all', () => {
  fc.assert(
    fc.property(changes, ({ before, went, came, after }) => {
      const replaced = replaceIn(before, went, came, order);
      expect(replaced).toHaveLength(after.length);
      for (const [at, item] of after.entries()) expect(replaced[at]).toBe(item);
      for (const item of after) expect(hasItem(replaced, item, order)).toBe(true);
      for (const item of went) expect(hasItem(replaced, item, order)).toBe(false);
    }),
  );
});

test('what is sorted step by step is sorted, and those that are alike stay in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { maxLength: 2_000, size: 'max' }), (some) => {
      const items = itemsOf(some);
      expect(runThrough(sort(items, order))).toEqual(items.toSorted(order));
    }),
    { numRuns: 30 },
  );
});

const wordsOf = ({ number }: Numbered): readonly string[] => [`${number % 3}`, `of ${number % 2}`];

test('lists by word hold what a look at every item would find', () => {
  fc.assert(
    fc.property(changes, ({ before, went, came, after }) => {
      const none = emptyShards<readonly Numbered[]>();
      const old = runThrough(changeLists(none, { went: [], came: before }, wordsOf, order));
      const now = runThrough(changeLists(old, { went, came }, wordsOf, order));
      expect([...now.words()].toSorted()).toEqual([...new Set(after.flatMap(wordsOf))].toSorted());
      for (const word of now.words())
        expect(now.get(word)).toEqual(after.filter((item) => wordsOf(item).includes(word)));
    }),
  );
});

test('a map made from another leaves that as it was', () => {
  const edit = fc.tuple(
    fc.constantFrom('a', 'b', 'c', 'd', 'ä', ''),
    fc.option(fc.nat(), { nil: undefined }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 4 }), (batches) => {
      let map: Shards<number> = emptyShards();
      const plain = new Map<string, number>();
      const seen: { readonly map: Shards<number>; readonly plain: ReadonlyMap<string, number> }[] =
        [];
      const draft = draftOf(map);
      for (const batch of batches) {
        for (const [word, value] of batch) {
          draft.set(word, value);
          if (value === undefined) plain.delete(word);
          else plain.set(word, value);
        }
        map = draft.done();
        seen.push({ map, plain: new Map(plain) });
      }
      for (const each of seen) {
        expect([...each.map.words()].toSorted()).toEqual([...each.plain.keys()].toSorted());
        for (const [word, value] of each.plain) expect(each.map.get(word)).toBe(value);
      }
    }),
  );
});
