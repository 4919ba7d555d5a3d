import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findParagraphs } from '../../src/article/paragraphs.ts';
import { slice } from '../../src/text/span.ts';

const texts = (body: string): string[] => findParagraphs(body).map((span) => slice(body, span));

const cases: [string, string, string[]][] = [
  ['blank lines separate', 'One.\nStill one.\n\nTwo.', ['One.\nStill one.', 'Two.']],
  ['line ends do where no line is blank', 'One.\nTwo.\nThree.', ['One.', 'Two.', 'Three.']],
  ['a line of white space is blank', 'One.\n \t\u00A0\nTwo.\nStill.', ['One.', 'Two.\nStill.']],
  ['blank lines at the ends separate nothing', '\n\nOne.\nTwo.\n\n', ['One.', 'Two.']],
  ['white space at the ends is left out', '  One. \n\n\tTwo.\t', ['One.', 'Two.']],
  ['indents within stay', 'One\n  more\n\nTwo', ['One\n  more', 'Two']],
  ['one line', 'One.', ['One.']],
  ['nothing', '', []],
  ['white space alone', ' \n\n ', []],
];

describe('paragraphs', () => {
  test.each(cases)('%s', (_name, body, expected) => {
    expect(texts(body)).toEqual(expected);
  });

  it('are in order, apart, and hold every word', () => {
    const bodies = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\t', '😀') });
    fc.assert(
      fc.property(bodies, (body) => {
        const found = findParagraphs(body);
        for (const [index, { start, end }] of found.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
          expect(body.slice(start, end)).toBe(body.slice(start, end).trim());
        }
        expect(texts(body).join('').replaceAll(/\s/gu, '')).toBe(body.replaceAll(/\s/gu, ''));
      }),
    );
  });
});
