import { describe, expect, test } from 'vitest';
import { contradict, readAmount } from '../../src/answer/passage/amount.ts';

describe('amounts', () => {
  test.each<[string, number, string]>([
    ['1,412 people', 1412, ''],
    ['$4.2 billion', 4.2e9, '$'],
    ['nearly 400 pages', 400, ''],
    ['twenty-five ministers', 25, ''],
    ['two dozen', 24, ''],
    ['a third of the vote', 1 / 3, ''],
    ['two-thirds', 2 / 3, ''],
    ['12 percent', 12, '%'],
    ['2 weeks', 1_209_600, 's'],
    ['fourteen days', 1_209_600, 's'],
    ['three hundred thousand', 300_000, ''],
  ])('%s', (words, value, unit) => {
    expect(readAmount(words)).toMatchObject({ value: expect.closeTo(value, 6), unit });
  });

  test.each(['dozens of people', 'a few weeks', 'nobody'])('%s is none', (words) => {
    expect(readAmount(words)).toBeUndefined();
  });
});

describe('amounts that cannot both be right', () => {
  test.each<[string, string, boolean]>([
    ['24 ministers', '23 ministers', true],
    ['24 ministers', 'two dozen', false],
    ['nearly 400 pages', '384 pages', false],
    ['nearly 400 pages', '300 pages', true],
    ['more than 300 pages', '448 pages', false],
    ['more than 300 pages', '240 pages', true],
    ['at least 20', 'up to 25', false],
    ['up to 20', '25', true],
    ['two weeks', '14 days', false],
    ['$2.5 million', '2.5 percent', false],
    ['$2.5 million', '$2.6 million', true],
  ])('%s and %s: %s', (one, other, expected) => {
    const [a, b] = [readAmount(one), readAmount(other)];
    if (!a || !b) throw new Error('no amount');
    expect(contradict(a, b)).toBe(expected);
    expect(contradict(b, a)).toBe(expected);
  });
});
