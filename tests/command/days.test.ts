import { describe, expect, test } from 'vitest';
import { readDays } from '../../src/command/days.ts';

const NOW = Date.UTC(2025, 2, 1, 12);

describe('days as members type them', () => {
  test.each<[string, string, string]>([
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2024-2-9', '2024-02-09', '2024-02-09'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024', '2024-01-01', '2024-12-31'],
    [' 3 Jan 2024 ', '2024-01-03', '2024-01-03'],
    ['3rd january, 2024', '2024-01-03', '2024-01-03'],
    ['January 3, 2024', '2024-01-03', '2024-01-03'],
    ['Sept. 2023', '2023-09-01', '2023-09-30'],
    ['Dec 2023', '2023-12-01', '2023-12-31'],
    ['today', '2025-03-01', '2025-03-01'],
    ['Yesterday', '2025-02-28', '2025-02-28'],
  ])('%s', (typed, first, last) => {
    expect(readDays(typed, NOW)).toEqual({ first, last });
  });

  test.each([
    '2025-02-29',
    '2025-13',
    '2025-00-10',
    '0 Jan 2024',
    '31 Apr 2024',
    'jam 2024',
    '3/1/2024',
    'soon',
    '',
    '20240101',
    '24',
  ])('%s is none', (typed) => {
    expect(readDays(typed, NOW)).toBeUndefined();
  });
});
