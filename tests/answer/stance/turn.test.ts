import { expect, test } from 'vitest';
import { areTurned, askedEndings } from '../../../src/answer/stance/turn.ts';
import { stem, stems } from '../../../src/text/stems.ts';

/** The things asked about are given by their words. */
function turned(asked: string, things: string, target: string, isNamed = false): boolean {
  const known = new Set(stems(things));
  return areTurned(
    askedEndings(asked, (word) => known.has(stem(word)), isNamed),
    target,
  );
}

test.each([
  ['the ferry toll', 'ferry toll', 'a repeal of the ferry toll'],
  ['the ferry toll', 'ferry toll', 'a measure to end the toll'],
  ['whaling', 'whaling', 'the whaling ban'],
  ['ending the war', 'war', 'the war'],
  ['a ban on ferries', 'ferries', 'ferries'],
  ['lifting the ban on ferries', 'ferries', 'the ban on ferries'],
  ['whaling', 'whaling', 'sanctions against whaling'],
])('%s: %s turns %s about', (asked, things, target) => {
  expect(turned(asked, things, target)).toBe(true);
});

test.each([
  ['the ferry toll', 'ferry toll', 'the ferry toll'],
  ['a ban on ferries', 'ferries', 'the ban on ferries'],
  ['a ban on ferries', 'ferries', 'outlawing ferries'],
  ['the travel ban', 'travel', 'travel'],
  ['the ferry toll', 'ferry toll', 'lifting a ban on the toll'],
  ['the ferry toll', 'ferry toll', 'the harbour'],
  ['the bridge', 'bridge', 'the end of the war at the bridge'],
  ['the bridge', 'bridge', 'Lund’s veto, and later on at another place the bridge'],
])('%s: %s: %s is left as it is', (asked, things, target) => {
  expect(turned(asked, things, target)).toBe(false);
});

test('an inquiry by somebody’s name is theirs', () => {
  expect(turned('Anna Lund', 'Anna Lund', 'the Lund inquiry', true)).toBe(false);
  expect(turned('Anna Lund', 'Anna Lund', 'an inquiry into Lund', true)).toBe(true);
});
