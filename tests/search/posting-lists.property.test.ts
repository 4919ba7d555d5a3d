import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPostingLists } from '../../src/search/posting-lists.ts';

const numbersIn = (lists: ReturnType<typeof createPostingLists>, list: number): number[] => {
  const numbers: number[] = [];
  lists.each(list, (number) => numbers.push(number));
  return numbers.toSorted((a, b) => a - b);
};

test('lists have what was put in and not taken out, whatever came in between', () => {
  const step = fc.record({
    list: fc.nat(3),
    isPut: fc.boolean(),
    number: fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 2 ** 32 - 100 })),
    times: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const lists = createPostingLists();
      const expected: number[][] = [[], [], [], []];
      for (const { list, isPut, number, times } of steps)
        for (let time = 0; time < times; time += 1) {
          const own = expected[list] ?? [];
          if (isPut) {
            lists.push(list, number + time);
            own.push(number + time);
          } else {
            const [first = number] = own;
            lists.take(list, (other) => other === first);
            if (own.includes(first)) own.splice(own.indexOf(first), 1);
          }
        }
      for (const [list, own] of expected.entries()) {
        expect(numbersIn(lists, list)).toEqual(own.toSorted((a, b) => a - b));
        expect(lists.count(list)).toBe(own.length);
      }
    }),
  );
});

test('what was given back is used again', () => {
  const lists = createPostingLists();
  for (let number = 0; number < 1_000; number += 1) lists.push(7, number);
  for (let number = 0; number < 1_000; number += 1) lists.take(7, (other) => other === number);
  expect(numbersIn(lists, 7)).toEqual([]);
  lists.push(7, 5);
  lists.push(8, 6);
  expect([numbersIn(lists, 7), numbersIn(lists, 8), numbersIn(lists, 9)]).toEqual([[5], [6], []]);
});
