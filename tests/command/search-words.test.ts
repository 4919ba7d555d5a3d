import { describe, expect, test } from 'vitest';
import type { SearchQuestion } from '../../src/answer/search.ts';
import { readSearch } from '../../src/command/search-words.ts';

const none: SearchQuestion = { words: '', phrases: [], without: [] };

describe('search words', () => {
  test.each<[string, Partial<SearchQuestion>]>([
    ['ferry toll', { words: 'ferry toll' }],
    ['"ferry toll" lorries', { words: 'lorries', phrases: ['ferry toll'] }],
    ['“ferry toll”', { phrases: ['ferry toll'] }],
    ['toll -Oslo -"the mayor"', { words: 'toll', without: ['Oslo', 'the mayor'] }],
    ['toll publisher:Daily', { words: 'toll', publisher: 'Daily' }],
    ['Publisher:"The Daily" toll', { words: 'toll', publisher: 'The Daily' }],
    ['toll after:2025-02-18', { words: 'toll', since: '2025-02-19' }],
    ['toll after:2024', { words: 'toll', since: '2025-01-01' }],
    ['toll before:2025-03', { words: 'toll', until: '2025-02-28' }],
    [
      'toll since:"18 Feb 2025" until:2025-02',
      { words: 'toll', since: '2025-02-18', until: '2025-02-28' },
    ],
    ['well-known 9:30', { words: 'well-known 9:30' }],
    ['""  - ', { words: '-' }],
  ])('%s', (typed, expected) => {
    expect(readSearch(typed)).toEqual({ ...none, ...expected });
  });

  test.each(['toll after:soon', 'before:2025-13-01 toll'])(
    '%s is told how to write a date',
    (typed) => {
      expect(() => readSearch(typed)).toThrow('fault.search.date');
    },
  );
});
