import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorAt, findAnchor } from '../../../src/extraction/correction.ts';
import { slice, span } from '../../../src/text/span.ts';

const place = (body: string, words: string, from = 0) => {
  const start = body.indexOf(words, from);
  return span(start, start + words.length);
};

const BODY =
  '“The weir must stay,” Ida Rask said on Monday.\n\nAda Vogt said no. “The weir must stay,” she read out, and laughed.';

const TWICE = '“No,” he said to them all in the end.\n\n'.repeat(4).trim();
const LONG = 'Ida: “The weir must stay where our mothers built it,” now.';

/** [before the edit, the words, how far on they are looked for, after it, where they stand then] */
const FOUND: readonly (readonly [string, string, number, string, number | undefined])[] = [
  [BODY, 'The weir must stay,', 0, BODY, 1],
  [BODY, 'The weir must stay,', 10, BODY, BODY.lastIndexOf('The weir')],
  // More in front of it, and less.
  [BODY, 'The weir must stay,', 0, `Late news.\n\n${BODY}`, 13],
  [BODY, 'The weir must stay,', 10, BODY.slice(48), 19],
  // The words around it reworded on one side.
  [BODY, 'The weir must stay,', 0, BODY.replace('“The', 'He said: “The'), 10],
  // Gone, with the same words still elsewhere.
  [BODY, 'The weir must stay,', 0, BODY.slice(48), undefined],
  [BODY, 'Ada Vogt', 0, BODY.replace('Ada Vogt', 'Eva Vogt'), undefined],
  // Twice alike.
  [TWICE, 'No,', 40, TWICE, undefined],
  // As long words do not by chance.
  [LONG, LONG.slice(6, -4), 0, `Ida Rask told us: ${LONG.slice(5, -3)} It is late.`, 19],
  // Short words in quite another place are another use of them.
  ['Rask said no to the toll in the end.', 'no', 0, 'There is no bridge.', undefined],
];

const join = (all: readonly string[]): string => all.join('\n\n');

describe('an anchor', () => {
  test.each(FOUND)('of %j: %j from %d in %j', (before, words, from, after, start) => {
    const found = findAnchor(after, anchorAt(before, place(before, words, from)));
    expect(found?.start).toBe(start);
    if (found !== undefined) expect(slice(after, found)).toBe(words);
  });

  test('keeps no half of a character', () => {
    const body = `${'x'.repeat(5)}😀${'y'.repeat(31)}word${'z'.repeat(31)}😀`;
    const { before, after } = anchorAt(body, place(body, 'word'));
    expect([before, after]).toEqual(['y'.repeat(31), 'z'.repeat(31)]);
  });

  const word = fc.stringMatching(/^[a-z]{2,7}$/u);
  const paragraph = fc.array(word, { minLength: 3, maxLength: 14 }).map((words) => words.join(' '));

  test('is found again after paragraphs come and go around it', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { maxLength: 5 }),
        fc.array(paragraph, { maxLength: 5 }),
        fc.array(paragraph, { maxLength: 5 }),
        fc.array(paragraph, { maxLength: 5 }),
        paragraph,
        (before, after, newBefore, newAfter, words) => {
          // Its own paragraph stays, and no other is just like it.
          const own = `The speaker of the house told them: “${words}” and went home early.`;
          const old = join([...before, own, ...after]);
          const edited = join([...newBefore, own, ...newAfter]);
          const quoted = span(old.indexOf(own) + 37, old.indexOf(own) + 37 + words.length);
          const found = findAnchor(edited, anchorAt(old, quoted));
          expect(found?.start).toBe(edited.indexOf(own) + 37);
        },
      ),
    );
  });

  test('is found where it was taken, or nowhere', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab .\n]{1,80}$/u), fc.nat(), fc.nat(), (body, a, b) => {
        const [start = 0, end = 0] = [a % body.length, (b % body.length) + 1].toSorted(
          (x, y) => x - y,
        );
        if (start === end) return;
        const found = findAnchor(body, anchorAt(body, span(start, end)));
        if (found !== undefined) expect(found).toEqual(span(start, end));
      }),
    );
  });
});
