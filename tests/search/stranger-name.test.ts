import { expect, test } from 'vitest';
import { nameWords } from '../../src/search/naming.ts';
import { hashesAsked, standsInFull, strangerHashes } from '../../src/search/stranger-name.ts';

const BODY =
  'Petra Kovač, an envoy, spoke. Kovac’s aide did not; Lena Kovac’s did. Ana Kovacs left.';

test.each([
  ['Dana Petrov', 'Petrov', true],
  ['Dana Petrov', 'Dana Petrov', true],
  // Whether the given name is hers as well is seen in the article.
  ['Dana Petrov', 'Boris Petrov', true],
  ['Dana Petrov', 'Dana', false],
  ['Kovac', 'Kovač', true],
  ['Kovac', 'Petra Kovac', true],
  ['Kovac', 'Ms Lena Kovac', true],
  ['Kovac', 'Ana Kovac', false],
  ['Kovac', 'Boris Kovac', false],
])('%s may be asked for as %s: %s', (name, asked, expected) => {
  const hashes = new Set(strangerHashes(nameWords(name), BODY));
  expect(hashesAsked(nameWords(asked)).some((hash) => hashes.has(hash))).toBe(expected);
});

test.each([
  ['Petra Kovac', true],
  ['Lena Kovac', true],
  ['Ana Kovac', false],
  ['etra Kovac', false],
])('%s stands there in full: %s', (asked, expected) => {
  expect(standsInFull(nameWords(asked), BODY)).toBe(expected);
});
