import * as fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { cutToRoom } from '../../src/command/cut.ts';

const cut = (words: string, room: number): string =>
  cutToRoom(words, room, (end) => words.slice(0, end).trimEnd());

test.each([
  ['It went well.', 20, 'It went well.'],
  ['It went well. They will meet again.', 30, 'It went well. […]'],
  ['They will meet again in Riyadh', 20, 'They will meet […]'],
  ['Unbreakable', 10, 'Unbrea […]'],
  ['ab\u{1f600}cdefgh', 7, 'ab […]'],
])('%j in %i characters is %j', (words, room, expected) => {
  expect(cut(words, room)).toBe(expected);
});

it('always keeps to the room, and shows a beginning of the words', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 4, max: 80 }), (words, room) => {
      const doubled = (end: number): string => words.slice(0, end).replaceAll('a', 'aa');
      const shown = cutToRoom(words, room, doubled);
      expect(shown.length).toBeLessThanOrEqual(room);
      expect(doubled(words.length).startsWith(shown.replace(/ ?\[…\]$/u, ''))).toBe(true);
    }),
  );
});
