import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntries, readPlainEntries } from '../../src/article/front-matter.ts';

const PIECES =
  'a Word 1984 2025-02-18 null é “ ’ \' " \\ \\n - -- : # , . / ~ &a *a !x | > [ ] { } ? % @ `'.split(
    ' ',
  );
const piece = fc.constantFrom(
  ...PIECES,
  ' ',
  '  ',
  ': ',
  ' #',
  '- ',
  '\t',
  '\n',
  '\n ',
  '\u00A0',
  '\uFEFF',
);
const words = fc.string({ unit: piece, maxLength: 6 });
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom('title', 'date', 'tags'), words)
    .map(([key, value]) => `${key}: ${value}`),
  fc
    .tuple(fc.constantFrom('title', 'publisher'), words)
    .map(([key, value]) => `${key}: "${value}"`),
  words,
);

describe('front matter of plain lines', () => {
  it.each([
    ['title: "Talks, and talks: a “day”"\ndate: 2025-02-18\n', 2],
    ["publisher: The Moran's Post\n", 1],
    ['title: Talks: a day\n', undefined],
    ['title: a #b\n', undefined],
    ['title: "a\\n"\n', undefined],
    ['title: a\ntitle: b\n', undefined],
    ['tags: [a]\n', undefined],
  ])('is read so, or left to the parser of YAML: %j', (yaml, size) => {
    expect(readPlainEntries(yaml)?.size).toBe(size);
  });

  it('is read as the parser of YAML reads it', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
        const yaml = `${lines.join('\n')}\n`;
        const plain = readPlainEntries(yaml);
        if (plain !== undefined) expect(plain).toEqual(readEntries(yaml));
      }),
      { numRuns: 2000 },
    );
  });
});
