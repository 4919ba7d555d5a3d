import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatCustomId, parseCustomId } from '../../src/command/custom-id.ts';
import { formatQuestion, parseQuestion } from '../../src/command/question.ts';
import { anyQuestion } from './samples.ts';

describe('a question as its card shows it', () => {
  test.each([
    [{ who: 'Rubio', about: 'the talks' }, '/quote who: Rubio about: the talks'],
    [{ words: 'no agreement, ever?' }, '/quote words: no agreement, ever?'],
    [{ who: '' }, '/quote who: ""'],
    [{ who: ' Rubio' }, '/quote who: " Rubio"'],
    [{ who: 'Rubio about: me' }, '/quote who: "Rubio about: me"'],
    [{ who: 'he said "no"' }, String.raw`/quote who: "he said \"no\""`],
    [{ who: '`x`\ny' }, String.raw`/quote who: "\u0060x\u0060\ny"`],
    [{ who: 'a\u202eb\u{e0001}' }, String.raw`/quote who: "a\u202eb\udb40\udc01"`],
    [{}, '/quote'],
  ])('%j is shown as %s', (options, shown) => {
    expect(formatQuestion({ command: 'quote', options })).toBe(shown);
    expect(parseQuestion(shown)).toEqual({ command: 'quote', options });
  });

  it('reads back exactly, on one line and without a backtick, whatever was typed', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const shown = formatQuestion(question);
        expect(shown).not.toMatch(/[`\n\p{Cc}\p{Cf}]/u);
        const read = parseQuestion(shown);
        expect(read?.command).toBe(question.command);
        expect(Object.entries(read?.options ?? {})).toEqual(Object.entries(question.options));
      }),
    );
  });

  test.each([
    'quote who: Rubio',
    '/quote who:Rubio',
    '/quote who: "Rubio',
    '/quote who: a: b',
    '/quote who: Rubio ',
    '/quote  who: Rubio',
    '/quote who: x who: y',
    '/',
    '',
  ])('%j is no question', (text) => {
    expect(parseQuestion(text)).toBeUndefined();
  });

  it('never throws, and what it reads formats to what it read', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `/quote who: ${text}`),
        ),
        (text) => {
          const read = parseQuestion(text);
          if (read !== undefined) expect(formatQuestion(read)).toBe(text);
        },
      ),
    );
  });
});

describe('a custom id', () => {
  test.each([
    ['v1|page|2', { kind: 'page', number: 2 }],
    ['v1|choice|3', { kind: 'choice', number: 3, isPrivate: false }],
  ] as const)('%s is %j', (id, press) => {
    expect(parseCustomId(id)).toEqual(press);
    expect(formatCustomId(press)).toBe(id);
  });

  test.each(['', 'v2|page|2', 'v1|page|', 'v1|page|-1', 'v1|drop|1', 'v1|page|2|3', 'page'])(
    '%j is none of ours',
    (id) => expect(parseCustomId(id)).toBeUndefined(),
  );
});
