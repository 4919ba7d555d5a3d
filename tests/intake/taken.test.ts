import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ArticleId, isArticleId } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/markdown.ts';
import { findHeading } from '../../src/article/markup.ts';
import { readDate } from '../../src/intake/dates.ts';
import { seemsEnglish } from '../../src/intake/english.ts';
import { takeMarkdown, takeText } from '../../src/intake/take-file.ts';
import {
  isBlocking,
  makeTaken,
  sourceOf,
  type Taken,
  type TakenFields,
  warningsOf,
} from '../../src/intake/taken.ts';
import { dropUnseen, findUnseen } from '../../src/text/unseen.ts';
import { TEXT } from './samples.ts';

function idOf(words: string): ArticleId {
  if (isArticleId(words)) return words;
  throw new Error(words);
}
const PLACE = { shelf: 'base', id: idOf('ferry'), revision: 0 };

/** What an article's file says of what was taken in. */
function readBack(taken: Taken): TakenFields & { readonly body: string; readonly demo: boolean } {
  const {
    shelf: _,
    id,
    revision: __,
    paragraphs: ___,
    ...read
  } = parseArticle(sourceOf(taken), PLACE);
  // Without a title, an article is called by its first heading or its id.
  return taken.title === undefined && read.title === (findHeading(read.body) ?? id)
    ? withoutTitle(read)
    : read;
}

function withoutTitle<T extends TakenFields>(read: T): Omit<T, 'title'> {
  const { title: _, ...others } = read;
  return others;
}

function asRead(taken: Taken): unknown {
  const { warnings: _, ...others } = taken;
  return { tags: [], demo: false, ...others };
}

const fault = (name: string): unknown => expect.objectContaining({ fault: name });

const HOSTILE_WORDS = [
  'null',
  '~',
  'true',
  '1984',
  '---',
  '--- # ---',
  '"',
  "'",
  '&anchor *alias !!js/function',
  '- item',
  'key: value',
  '[x](javascript:alert(1))',
  '{{}}',
  '# heading',
  '\\x5B',
  'a\u202Eb\u200Bc',
  '\uD800',
  '💥👩‍🚀🏴\u{E0067}\u{E0062}',
  '\0\u0007\u001B[31m',
  '%TAG',
  '`@everyone`',
  '2025-02-18',
  '[['.repeat(200),
  'a: '.repeat(120),
  '- '.repeat(120),
  '\u2028\u0085',
  '?',
  '| pipe',
  '> fold',
  '<script>alert(1)</script>',
];

const words = fc.oneof(
  fc.constantFrom(...HOSTILE_WORDS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...HOSTILE_WORDS), { maxLength: 5 }).map((some) => some.join(' ')),
  fc.array(fc.constantFrom(...HOSTILE_WORDS), { maxLength: 5 }).map((some) => some.join('\n')),
);

const fields = fc.record(
  {
    title: words,
    date: fc.oneof(words, fc.constantFrom('2025-02-18', 'Feb 18, 2025', '2025-02-18T09:30:00Z')),
    publisher: words,
    url: fc.oneof(words, fc.webUrl({ withQueryParameters: true, withFragments: true })),
    authors: fc.array(words, { maxLength: 60 }),
    tags: fc.array(words, { maxLength: 60 }),
  },
  { requiredKeys: [] },
);

test('what was taken in reads back the same from its file, whatever its fields and words are', () => {
  fc.assert(
    fc.property(fields, words, (given, body) => {
      const taken = makeTaken(given, body);
      expect(readBack(taken)).toEqual(asRead(taken));
    }),
    { numRuns: 1000 },
  );
});

test('a file of the largest fields reads back, too', () => {
  const authors = Array.from({ length: 50 }, (_, index) => `${'[{": '.repeat(38)}${String(index)}`);
  const title = '[: '.repeat(99);
  const taken = makeTaken({ title, publisher: '"'.repeat(200), authors, tags: authors }, TEXT);
  expect(taken.authors.length).toBeGreaterThan(5);
  expect(readBack(taken)).toEqual(asRead(taken));
});

test('taking in what was taken in changes nothing', () => {
  fc.assert(
    fc.property(fields, words, (given, body) => {
      const { warnings, body: text, ...taken } = makeTaken(given, body);
      expect(makeTaken(taken, text, warnings)).toEqual({ ...taken, body: text, warnings });
    }),
  );
});

test('a body that begins as front matter does not become it', () => {
  const body = '---\ndemo: true\ntitle: Other\n---\n\nWords.';
  const article = parseArticle(sourceOf(makeTaken({}, body)), PLACE);
  expect(article).toMatchObject({ body, demo: false, title: 'ferry' });
});

test('what nobody sees is gone, and joiners within words and emoji stay', () => {
  const table = [
    ['Ru\u202Ebio', 'Rubio'],
    ['Ru\u200Bb\u200Dio\uFEFF', 'Rubio'],
    ['co\u00ADuncil', 'council'],
    ['👩\u200D🚀', '👩\u200D🚀'],
    ['क\u094D\u200Dष', 'क\u094D\u200Dष'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['a\u061C\u200Db', 'ab'],
    ['hi\u{E0068}\u{E0069}', 'hi'],
    [
      '🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}',
      '🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}',
    ],
    ['e\u0301', 'é'],
    ['\uD800x', '\uFFFDx'],
    ['tab\tand\nline', 'tab\tand\nline'],
  ] as const;
  for (const [given, expected] of table) expect(dropUnseen(given)).toBe(expected);
});

test('after taking in, nothing is left that the check warns of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = dropUnseen(text);
      expect(findUnseen(clean)).toBeUndefined();
      expect(clean.normalize('NFC')).toBe(clean);
    }),
  );
});

test.each([
  ['2025-02-18', '2025-02-18'],
  ['2025-02-18T09:30:00+0000', '2025-02-18T09:30:00+00:00'],
  ['2025-02-18 09:30', '2025-02-18T09:30'],
  ['2025-2-8', '2025-02-08'],
  ['Tue, 18 Feb 2025 09:30:00 GMT', '2025-02-18'],
  ['February 18, 2025', '2025-02-18'],
  ['18 February 2025', '2025-02-18'],
  ['Tuesday, Feb. 18th, 2025', '2025-02-18'],
  ['02/03/2025', undefined],
  ['2025-02-30', undefined],
  ['yesterday', undefined],
  ['', undefined],
])('%j is the date %j', (text, expected) => {
  expect(readDate(text)).toBe(expected);
});

test.each([
  [TEXT, true],
  [
    'Der Rat der Hafenstadt hat am Dienstag beschlossen, die Fähre zur Insel wieder fahren zu lassen, zwei Jahre nachdem ein Streit um die Gebühren sie zum Stillstand gebracht hatte.',
    false,
  ],
  [
    'El consejo del puerto decidió el martes abrir de nuevo la línea de barcos a la isla, dos años después de que una disputa sobre las tarifas la cerrara para todos los vecinos.',
    false,
  ],
  [
    'De havenraad heeft dinsdag besloten om de veerdienst naar het eiland weer te openen, twee jaar nadat een ruzie over de kosten er een einde aan had gemaakt, zei de burgemeester.',
    false,
  ],
  [
    'Совет порта во вторник решил вновь открыть паромную линию на остров, спустя два года после того как спор о сборах закрыл её для всех жителей города и для гостей этого острова.',
    false,
  ],
  ['Short.', true],
])('%j is English: %j', (text, expected) => {
  expect(seemsEnglish(text)).toBe(expected);
});

test('warnings say what is missing, and those of the source are kept', () => {
  const taken = makeTaken({}, 'Few words, and then more of them to come…', ['teaser']);
  expect(taken.warnings).toEqual(['teaser', 'no-title', 'no-date', 'short', 'truncated']);
  expect(taken.warnings.filter(isBlocking)).toEqual(['teaser']);
  const mended = { ...taken, title: 'Ferry', date: '2025-02-18', body: TEXT };
  expect(warningsOf(mended)).toEqual(['teaser']);
  expect(makeTaken({ title: 'Ferry', date: '2025-02-18' }, TEXT).warnings).toEqual([]);
});

test('pasted text gives its first line as the title if that looks like a headline', () => {
  const table = [
    [`Ferry line opens\n\n${TEXT}`, 'Ferry line opens', TEXT],
    [`# Ferry *line* opens\n\n${TEXT}`, 'Ferry line opens', TEXT],
    [`“Will it sail?”\n${TEXT}`, '“Will it sail?”', TEXT],
    [TEXT, undefined, TEXT],
    [`It sails again.\n\n${TEXT}`, undefined, `It sails again.\n\n${TEXT}`],
    [`- one\n- two\n\n${TEXT}`, undefined, `- one\n- two\n\n${TEXT}`],
  ] as const;
  for (const [given, title, body] of table) {
    const taken = takeText(given);
    expect([taken.title, taken.body]).toEqual([title, body]);
  }
  expect(takeText(`Ferry line opens\n\n${TEXT}`, { title: 'Mine' })).toMatchObject({
    title: 'Mine',
    body: `Ferry line opens\n\n${TEXT}`,
  });
});

test('paragraphs are kept, and made where lines are paragraphs', () => {
  expect(takeText('He spoke.\nShe left.', { title: 'x' }).body).toBe('He spoke.\n\nShe left.');
  const wrapped = 'The council of the port\nagreed on Tuesday to open\nthe line.';
  expect(takeText(wrapped, { title: 'x' }).body).toBe(wrapped.replaceAll('\n', ' '));
  expect(takeText('One.\r\n\r\n\r\nTwo.', { title: 'x' }).body).toBe('One.\n\nTwo.');
});

test('a typed date or link that is none is told', () => {
  expect(() => takeText(TEXT, { date: 'yesterday' })).toThrow(fault('intake.date'));
  expect(() => takeText(TEXT, { url: 'not a link' })).toThrow(fault('intake.link'));
  expect(() => takeText(TEXT, { url: 'ftp://a.example/x' })).toThrow(fault('intake.link-scheme'));
  expect(takeText(TEXT, { date: '18 Feb 2025', url: ' ' })).toMatchObject({ date: '2025-02-18' });
});

test('front matter of a file sets the fields that it may set, and no others', () => {
  const taken = takeMarkdown(
    `---\ntitle: "Talks: the end"\ndate: 2025-02-18\ndemo: true\nlayout: post\nauthors: [Cy Poe]\ntags: [ferry]\n---\n\n${TEXT}`,
  );
  expect(taken).toEqual({
    title: 'Talks: the end',
    date: '2025-02-18',
    authors: ['Cy Poe'],
    tags: ['ferry'],
    body: TEXT,
    warnings: ['fields'],
  });
  expect(sourceOf(taken)).not.toMatch(/demo|layout/u);
});
