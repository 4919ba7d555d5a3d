import { expect, test } from 'vitest';
import { editDistance, letterMask, lettersApart } from '../../src/text/edit-distance.ts';

test.each([
  ['budget', 'budget', 0],
  ['budgt', 'budget', 1],
  ['recieve', 'receive', 1],
  ['impeachmnt', 'impeachment', 1],
  ['tarif', 'tariffs', 2],
  ['truce', 'treaty', 4],
  ['', 'no', 2],
])('%s and %s are %i edits apart', (a, b, edits) => {
  expect(editDistance(a, b, 5)).toBe(edits);
  expect(editDistance(b, a, 5)).toBe(edits);
});

test('beyond the limit the distance is one more than the limit', () => {
  expect(editDistance('summit', 'embargo', 2)).toBe(3);
});

test('words that differ in no letter are no letters apart', () => {
  expect(lettersApart(letterMask('tone'), letterMask('note'))).toBe(0);
  expect(lettersApart(letterMask('tone'), letterMask('tune'))).toBe(2);
});
