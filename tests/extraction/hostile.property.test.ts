import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/markdown.ts';
import { extractFacts } from '../../src/extraction/extract.ts';
import type { Facts } from '../../src/extraction/facts.ts';
import type { Span } from '../../src/text/span.ts';
import { idOf } from '../article/article-id.ts';
import { hostileText, runs } from '../hostile-text.ts';

/** Words that some rule of extraction looks for. */
const CUES = [
  'Ann Lee', 'Lee', 'Bo Ray, the mayor of Bern,', 'the minister', 'He', 'She', 'they', 'his', 'who',
  'said', 'said that', 'told reporters', 'according to', '“Yes,”', '"No,"', "'We", 'and', ',', ';', ':', '.',
  'supports', 'opposes', 'is against', 'called for', 'the toll', 'good', 'not', 'never', 'wants to', 'a bad idea',
  'attended', 'were at', 'the talks in Riyadh', 'a summit', 'was not invited', 'met', 'delegation included',
  'on Monday', 'last week', 'next month', '30 years ago', '18 Feb 2025', 'in 1999', 'yesterday', 'next year',
  'Russia', 'the US', "Kyiv's", 'NATO', 'Mr.', 'Sen.', 'A.', '- ', '\n\n', '\n', '# ', '> ',
]; // prettier-ignore

const body = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...CUES) },
      { weight: 1, arbitrary: hostileText },
    ),
    { maxLength: 50 },
  )
  .map((pieces) => pieces.join(' '));

const date = fc
  .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((time) => time.toISOString().slice(0, 10));

const anyDate = fc.oneof(
  date,
  fc.constantFrom('0000-01-01', '9999-12-31', '2024-02-29', '2025-02-18T23:59:59+14:00'),
);

const article: fc.Arbitrary<Article> = fc.tuple(body, anyDate).map(([text, day]) => ({
  ...parseArticle(`---\n---\n${text}`, { shelf: 'base', id: idOf('a'), revision: 1 }),
  date: day,
}));

const isSpan = (value: unknown): value is Span =>
  typeof value === 'object' && value !== null && 'start' in value && 'end' in value;

/** Every span in a tree of records, wherever it stands. */
function spansIn(value: unknown): readonly Span[] {
  if (isSpan(value)) return [value, ...Object.values(value).flatMap(spansIn)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(spansIn) : [];
}

const isWhole = (text: string, at: number): boolean =>
  !/^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

describe('whatever an article says', () => {
  it('facts are read, and every span lies in it and parts no surrogate pair', () => {
    fc.assert(
      fc.property(article, (read) => {
        const facts: Facts = extractFacts(read);
        const spans = spansIn(facts);
        for (const { start, end } of spans) {
          expect([start, end].every(Number.isInteger)).toBe(true);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(read.body.length);
          expect(isWhole(read.body, start) && isWhole(read.body, end)).toBe(true);
        }
        for (const { entity } of facts.mentions) expect(facts.entities[entity]).toBeDefined();
        expect(extractFacts(read)).toEqual(facts);
      }),
      { numRuns: runs(250) },
    );
  });

  it('the days that it means are days of the calendar, the first before the last', () => {
    fc.assert(
      fc.property(article, (read) => {
        for (const { first, last } of extractFacts(read).dates) {
          expect([first, last].join(' ')).toMatch(/^\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/u);
          expect(first <= last).toBe(true);
        }
      }),
      { numRuns: runs(150) },
    );
  });
});
