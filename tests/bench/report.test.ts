import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { drawAnswerTimes } from '../../bench/report/answer-times.ts';
import { formatGrid } from '../../bench/report/grid.ts';
import { logScale, powersIn, spread } from '../../bench/report/log-scale.ts';
import { count, quantity, share } from '../../bench/report/quantities.ts';
import { fillTables } from '../../bench/report/readme.ts';
import { type Results, formatResults, parseResults } from '../../bench/report/results.ts';
import { tables } from '../../bench/report/tables.ts';

const textOf = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('what the repository says of the bench', () => {
  const results = parseResults(textOf('bench/results.json'));
  const readme = textOf('README.md');

  // `npm run bench:readme` puts right what these find.
  it('has the README’s tables as the results give them', () => {
    expect(fillTables(readme, results)).toBe(readme);
  });

  it('has the plot as the results give it', () => {
    expect(textOf('docs/answer-times.svg')).toBe(drawAnswerTimes(results));
    expect(readme).toContain('](docs/answer-times.svg)');
  });

  it('shows every table, once', () => {
    const marked = /<!-- bench:(?<name>\S+) -->/gu;
    const shown = Array.from(readme.matchAll(marked), ({ groups }) => groups?.['name'] ?? '');
    expect(shown).toHaveLength(tables.length);
    expect(new Set(shown)).toEqual(new Set(tables.map(({ name }) => name)));
  });

  it('has results that the bench would write so', () => {
    expect(formatResults(results)).toBe(textOf('bench/results.json'));
  });
});

const run = {
  date: '2025-02-18T12:00:00.000Z',
  node: 'v20.20.0',
  processor: 'Example',
  cores: 2,
  seconds: 1,
};
const answers = (articles: number, p50: number, p99: number) => ({
  ...run,
  part: 'scale',
  records: [{ articles, what: '/ask', questions: 5, p50_ms: p50, p99_ms: p99 }],
});
const made: Results = {
  'scale 1000': answers(1_000, 4.81, 13.2),
  'scale 200': { ...answers(200, 0.853, 9.96), cores: 1 },
};

describe('a table', () => {
  const document = 'Before.\n\n<!-- bench:scale -->\nold\n<!-- /bench -->\n\nAfter.\n';

  it('is made of the records of its part, and says where and when they were measured', () => {
    const lines = fillTables(document, made).split('\n');
    expect(lines.slice(0, 7)).toEqual([
      'Before.',
      '',
      '<!-- bench:scale -->',
      '',
      '| what                                          | 200 articles | 1,000 articles |',
      '| --------------------------------------------- | ------------ | -------------- |',
      '| answer: `/ask`                                | 0.85 · 10 ms | 4.8 · 13 ms    |',
    ]);
    expect(lines.slice(-6)).toEqual([
      '_Times: median · 99th percentile; scale 1000: 18 Feb 2025, Node v20.20.0, Example, 2 cores; ' +
        'scale 200: 18 Feb 2025, Node v20.20.0, Example, 1 core._',
      '',
      '<!-- /bench -->',
      '',
      'After.',
      '',
    ]);
  });

  it('is the same when it is made again', () => {
    const once = fillTables(document, made);
    expect(fillTables(once, made)).toBe(once);
  });

  it('has a dash for what was not measured', () => {
    expect(fillTables(document, made)).toMatch(/\| any other start +\| – +\| – +\|/u);
  });

  test.each([
    ['of a name that there is not', '<!-- bench:nothing -->\n<!-- /bench -->', 'no table'],
    ['of a part that was not measured', '<!-- bench:search -->\n<!-- /bench -->', 'not measured'],
  ])('%s is refused', (_, marked, message) => {
    expect(() => fillTables(marked, made)).toThrow(message);
  });

  it('is laid out in columns', () => {
    expect(formatGrid({ head: ['a', 'longer'], rows: [['b · c', '1']] })).toBe(
      ['| a     | longer |', '| ----- | ------ |', '| b · c | 1      |'].join('\n'),
    );
  });
});

describe('a figure is shown with two digits, or whole', () => {
  test.each([
    [0, '0'],
    [0.0123, '0.012'],
    [0.853, '0.85'],
    [1, '1.0'],
    [4.81, '4.8'],
    [9.96, '10'],
    [98.6, '99'],
    [16_450.4, '16,450'],
  ])('%d: %s', (value, shown) => {
    expect(quantity(value)).toBe(shown);
  });

  test.each([
    [share(0.7412), '0.74'],
    [share(0), '0'],
    [share(1), '1.00'],
    [count(16_450), '16,450'],
  ])('%s', (shown, wanted) => {
    expect(shown).toBe(wanted);
  });
});

describe('the plot', () => {
  it('has a line for each command in each panel, and names it', () => {
    const drawn = drawAnswerTimes(made);
    expect(drawn.match(/class="line"/gu)).toHaveLength(2);
    expect(drawn.match(/>\/ask</gu)).toHaveLength(2);
    expect(drawn).toContain('>milliseconds<');
    expect(drawn).toContain('>articles<');
  });

  it('goes from the power of ten under the values to the one over them', () => {
    const scale = logScale([4.8, 130], [300, 0]);
    expect(powersIn(scale)).toEqual([1, 10, 100, 1_000]);
    expect([1, 10, 100, 1_000].map(scale.at)).toEqual([300, 200, 100, 0]);
  });

  it('has room for a single size', () => {
    expect(powersIn(logScale([1_000], [0, 1]))).toEqual([1_000, 10_000]);
  });

  it('keeps names apart, in their order, and within the panel', () => {
    const [room, end] = [15, 300];
    const heights = fc.array(fc.integer({ min: 0, max: end }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(heights, (wanted) => {
        const places = spread(wanted, room, end);
        const sorted = places.toSorted((a, b) => a - b);
        for (const [at, place] of sorted.entries()) {
          expect(place).toBeGreaterThanOrEqual(-1e-6);
          expect(place).toBeLessThanOrEqual(end + 1e-6);
          if (at > 0) expect(place - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(room - 1e-6);
        }
        for (const [a, one] of wanted.entries())
          for (const [b, other] of wanted.entries())
            if (one < other) expect(places[a] ?? 0).toBeLessThan(places[b] ?? 0);
      }),
    );
  });

  it('leaves names where they are that have room', () => {
    expect(spread([100, 10, 50], 10, 300)).toEqual([100, 10, 50]);
    expect(spread([50, 50], 10, 300)).toEqual([45, 55]);
  });
});
