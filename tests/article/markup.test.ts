import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { blankMarkup, findHeading } from '../../src/article/markup.ts';

/** What is left once the blanks are closed up, line by line. */
const words = (body: string): string =>
  blankMarkup(body)
    .split('\n')
    .map((line) => line.replaceAll(/ +/gu, ' ').trim())
    .join('\n');

const blanked: [string, string, string][] = [
  ['headings', '# The talks', 'The talks'],
  ['closed headings', '## The talks ##', 'The talks'],
  ['underlined headings', 'The talks\n=========', 'The talks\n'],
  ['emphasis', 'a *b* **c** _d_ __e__ ***f***', 'a b c d e f'],
  ['emphasis in emphasis', '**a *b* c**', 'a b c'],
  ['emphasis before an apostrophe', "**Rubio**'s talks", "Rubio 's talks"],
  ['emphasis over lines', '*one\ntwo*', 'one\ntwo'],
  ['strikethrough', '~~gone~~ here', 'gone here'],
  ['bullets', '- one\n* two\n+ three', 'one\ntwo\nthree'],
  ['tasks', '- [x] done\n- [ ] not', 'done\nnot'],
  ['numbers of lists', '1. one\n2. two\n3) three', 'one\ntwo\nthree'],
  ['quoted blocks', '> He said so.\n>> Twice.', 'He said so.\nTwice.'],
  ['one in another', '> - ## Talks', 'Talks'],
  ['links', 'He [said so](https://x.org/a_(b) "Title"), twice', 'He said so , twice'],
  ['links with odd addresses', '[a](<b c>) [d]() [e](/f)', 'a d e'],
  [
    'links by reference',
    '[He][1] and [she][].\n\n[1]: http://x.org\n[she]: /y',
    'He and she .\n\n\n',
  ],
  ['images', 'See ![Rubio at a table](a.jpg) here', 'See here'],
  ['a linked image', '[![alt](a.jpg) Riyadh](b.html)', 'Riyadh'],
  ['footnotes', 'So it is.[^1]\n\n[^1]: Or not.', 'So it is.\n\nOr not.'],
  ['bare addresses in angle brackets', '<https://x.org/a>', 'https://x.org/a'],
  ['code', 'Run `npm *start*` now', 'Run npm *start* now'],
  ['fences, but not what they hold', '```js\na *b*\n```\n*c*', '\na *b*\n\nc'],
  ['rules', 'a\n\n***\n- - -\n___\nb', 'a\n\n\n\n\nb'],
  ['tables', '| Name | Side |\n|:--|--:|\n| Rubio | US |', 'Name Side\n\nRubio US'],
  ['tags', 'a <b class="x">bold</b> claim<br/>', 'a bold claim'],
  ['comments and scripts', 'a <!-- no\nno --> b <script>let c;</script> d', 'a\nb d'],
  ['escapes', String.raw`5 \* 6 \[sic\]`, '5 * 6 [sic ]'],
];

const prose: string[] = [
  '"[They] said it," he went on [sic].',
  '[They] (the ministers) left.',
  '[He][she] is not defined.',
  '2 * 3 * 4 and 2*3*4',
  'snake_case_name and __init__py',
  "Don't; the ministers' talks; rock 'n' roll",
  '5 < 6 and 7 > 6, if x <y and z> w',
  'what the f***, s**t, f***ing',
  'price* and cost*',
  '#MeToo began in\n2017. It went on.',
  'C# and F# — a | b',
  '-5 degrees, 1.5 million, 3.2',
  '*unpaired and _unpaired',
  '`twas the night',
  'a ~ b ~~ c',
  '[Rubio]: Hello there.',
  'Talks <began> in <Riyadh>',
  'an email: a_b@c_d.org, http://x.org/a_b_c',
];

describe('blanking markup', () => {
  test.each(blanked)('takes away %s', (_name, body, expected) => {
    expect(words(body)).toBe(expected);
    expect(blankMarkup(body)).toHaveLength(body.length);
  });

  test.each(prose)('leaves alone: %s', (body) => {
    expect(blankMarkup(body)).toBe(body);
  });

  const marks = ['a', 'É', '😀', ' ', '\n', '#', '*', '_', '`', '~', '>', '-', '1', '.', '|', '\\'];
  const brackets = ['[', ']', '(', ')', '<', '/', '"', '!', '^', ':', '&'];

  it('keeps the length, the line ends and every place, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...marks, ...brackets) }), (body) => {
        const copy = blankMarkup(body);
        expect(copy).toHaveLength(body.length);
        for (let at = 0; at < body.length; at += 1)
          expect([body.charAt(at), body.charAt(at) === '\n' ? '\n' : ' ']).toContain(
            copy.charAt(at),
          );
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps every letter where there are no links, images or tags', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...marks) }), (body) => {
        const copy = blankMarkup(body.replaceAll(/^ {0,3}[`~]{3}/gmu, ''));
        expect(copy.replaceAll(/[^\p{L}\p{So}]/gu, '')).toBe(
          body.replaceAll(/[^\p{L}\p{So}]/gu, ''),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the first heading', () => {
  const cases: [string, string | undefined][] = [
    ['# The *talks*\n\nText', 'The talks'],
    ['Text\n\n### [Later](x.html) on ###', 'Later on'],
    ['The talks\n---\nText', 'The talks'],
    ['```\n# code\n```\n# After', 'After'],
    ['# ![logo](x.png)\n# Words', 'Words'],
    ['Text\n#notaheading', undefined],
    ['One\nTwo\n---', undefined],
    [`# ${'long '.repeat(100)}`, undefined],
    ['', undefined],
  ];

  test.each(cases)('of %j is %j', (body, expected) => {
    expect(findHeading(body)).toBe(expected);
  });
});
