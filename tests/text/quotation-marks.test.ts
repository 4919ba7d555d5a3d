import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findParagraphs } from '../../src/article/paragraphs.ts';
import { findQuotedStretches } from '../../src/text/quotation-marks.ts';
import { slice } from '../../src/text/span.ts';

const quotedIn = (text: string): string[] =>
  findQuotedStretches(text, findParagraphs(text)).map(({ inner }) => slice(text, inner));

describe('quoted stretches', () => {
  test.each<[string, string[]]>([
    ['“We tried,” she said. “It failed.”', ['We tried,', 'It failed.']],
    ['"We tried," she said. "It failed."', ['We tried,', 'It failed.']],
    ['«Nous partons», dit-il.', ['Nous partons']],
    ['„Wir gehen“, sagte er.', ['Wir gehen']],
    ['“He called it ‘a mess’ twice,” Vogt said.', ['He called it ‘a mess’ twice,']],
    ['“She said “no” to me,” he said.', ['She said “no” to me,']],
    ['He called it "a mess"; she, "a start".', ['a mess', 'a start']],
    ['A 6\'2" guard said "no".', ['no']],
    ['‘We tried,’ she said. ‘It failed.’', ['We tried,', 'It failed.']],
    ["'We tried,' she said, 'and didn't stop.'", ['We tried,', "and didn't stop."]],
    ['The ministers’ talks don’t end in the ’90s.', []],
    ['He said “no” to the ‘plan’.', ['no']],
    ['No quotation here.', []],
  ])('%s', (text, expected) => {
    expect(quotedIn(text)).toEqual(expected);
  });

  test('a paragraph left open runs to its end, because the next one reopens', () => {
    const text = '“We tried everything.\n\n“Nothing worked,” she said.';
    const stretches = findQuotedStretches(text, findParagraphs(text));
    expect(stretches.map(({ inner, isClosed }) => [slice(text, inner), isClosed])).toEqual([
      ['We tried everything.', false],
      ['Nothing worked,', true],
    ]);
  });

  test('never overlap, whatever the marks', () => {
    const marks = fc.array(
      fc.constantFrom('"', '“', '”', '‘', '’', "'", '«', '»', 'a', ' ', '.', '\n\n'),
    );
    fc.assert(
      fc.property(marks, (parts) => {
        const text = parts.join('').trim();
        let end = 0;
        for (const { inner, outer } of findQuotedStretches(text, findParagraphs(text))) {
          expect(outer.start).toBeGreaterThanOrEqual(end);
          expect(inner.start).toBeLessThan(inner.end);
          end = outer.end;
        }
      }),
    );
  });
});
