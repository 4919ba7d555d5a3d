import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastOf } from '../../src/search/best.ts';

test('so many as are wanted reach the number', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.nat(5), fc.double({ min: 0, noNaN: true }))),
      fc.integer({ min: 1, max: 20 }),
      (numbers, wanted) => {
        const sorted = Float64Array.from(numbers).toSorted();
        const given = Float64Array.from(numbers);
        expect(leastOf(given, wanted)).toBe(sorted[Math.max(0, sorted.length - wanted)] ?? 0);
        expect(given).toEqual(Float64Array.from(numbers));
      },
    ),
  );
});
