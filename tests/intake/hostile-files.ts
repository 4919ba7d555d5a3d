import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { Taken } from '../../src/intake/taken.ts';
import type { FileRow, Outcome } from './hostile-row.ts';
import { ARTICLE, bytesOf, page, PARAGRAPHS, TEXT } from './samples.ts';

const file = (
  what: string,
  name: string,
  outcome: Outcome,
  content: string | Uint8Array | (() => string | Uint8Array),
): FileRow => ({
  what,
  name,
  outcome,
  bytes: () => {
    const made = typeof content === 'function' ? content() : content;
    return typeof made === 'string' ? bytesOf(made) : made;
  },
});

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const taken = (words: string, check: (taken: Taken) => void): Outcome => ({ taken: words, check });

/** The article alone, and nothing that a browser or Discord would act on. */
const onlyWords: Outcome = taken('the words alone', ({ body }) => {
  expect(body).toContain(PARAGRAPHS[0]);
  expect(body).toContain(PARAGRAPHS[4]);
  expect(body).not.toMatch(/<\/?[a-z]|alert|javascript|onerror|onclick|evil|!\[|\]\(/iu);
});

const isText: Outcome = taken('the article', ({ body }) => {
  expect(body).toBe(TEXT);
});

const withFields = (lines: string): string => `---\n${lines}\n---\n\n${TEXT}`;

const within = (markup: string): string =>
  page(`<article>${PARAGRAPHS.map((words) => `<p>${words}</p>`).join(markup)}</article>`);

const LAUGHS = [
  'a: &a [x, x]',
  ...'bcdefgh'.split('').map((name, index) => {
    const before = 'abcdefg'.charAt(index);
    return `${name}: &${name} [*${before}, *${before}]`;
  }),
].join('\n');

/** Files that somebody gives. */
export const HOSTILE_FILES: readonly FileRow[] = [
  file('a ZIP bomb named `.md`', 'a.md', 'intake.file-kind', () =>
    Buffer.concat([latin('PK\x03\x04\x14\0\0\0\x08\0'), gzipSync(Buffer.alloc(10_000_000))]),
  ),
  file('a gzip bomb named `.txt`', 'a.txt', 'intake.file-kind', () =>
    gzipSync(Buffer.alloc(10_000_000)),
  ),
  file('a PDF named `.md`', 'a.md', 'intake.file-kind', '%PDF-1.7\n%âãÏÓ\n1 0 obj'),
  file('a PNG named `.html`', 'a.html', 'intake.file-kind', latin('\x89PNG\r\n\x1A\n\0\0\0\rIHDR')),
  file(
    'a GIF that is a script as well (a polyglot)',
    'a.md',
    'intake.file-kind',
    'GIF89a/*\n*/=1;alert(1)',
  ),
  file('a page with a ZIP archive behind it (a polyglot)', 'a.html', 'intake.file-kind', () =>
    Buffer.concat([bytesOf(page(ARTICLE)), latin('PK\x03\x04\x14\0\0\0')]),
  ),
  file('a Windows program', 'a.txt', 'intake.file-kind', latin('MZ\x90\0\x03\0\0\0')),
  file('a Linux program', 'a', 'intake.file-kind', latin('\x7FELF\x02\x01\x01\0')),
  file('a shell script', 'a.md', 'intake.file-kind', '#!/bin/sh\nrm -rf /\n'),
  file(
    'an old office document',
    'a.doc',
    'intake.file-kind',
    latin('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0'),
  ),
  file('a rich-text document', 'a.md', 'intake.file-kind', String.raw`{\rtf1\ansi Hello}`),
  file('a feed', 'a.html', 'intake.file-kind', '<?xml version="1.0"?><rss version="2.0"></rss>'),
  file(
    'XML with an external entity',
    'a.xml',
    'intake.file-kind',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
  ),
  file(
    'XML with the billion laughs',
    'a.xml',
    'intake.file-kind',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>',
  ),
  file('JSON', 'a.md', 'intake.file-kind', '{"title": "x"}'),
  file(
    'UTF-16 without a byte-order mark',
    'a.txt',
    'intake.file-kind',
    Buffer.from(TEXT, 'utf16le'),
  ),
  file('text with null bytes', 'a.md', 'intake.file-kind', 'Words\0\0 and words'),
  file('UTF-16 with a byte-order mark', 'a.txt', isText, Buffer.from(`\uFEFF${TEXT}`, 'utf16le')),
  file(
    'windows-1252 that declares nothing',
    'a.txt',
    taken('the article, decoded', ({ body }) => {
      expect(body).toBe('“Café” – said she.');
    }),
    latin('\x93Caf\xE9\x94 \x96 said she.'),
  ),
  file(
    'bytes that are in no encoding',
    'a.txt',
    taken('as windows-1252', ({ body }) => {
      expect(body).toContain('Words');
    }),
    latin('Words \xFF\xFE\xC3\x28 words'),
  ),
  file('a file of 6 MB', 'a.md', 'intake.file-large', () => 'word '.repeat(1_258_292)),
  file('text of 2 MB', 'a.md', 'intake.file-large', () => 'word '.repeat(419_431)),
  file('a page that makes more than 1 MB of text', 'a.html', 'intake.text-large', () =>
    page(`<article>${`<p>${PARAGRAPHS[0] ?? ''}</p>`.repeat(8000)}</article>`),
  ),
  file(
    'one word of 1 MB',
    'a.md',
    taken('one long word, with warnings', ({ body, warnings }) => {
      expect(body).toHaveLength(1_000_000);
      expect(warnings).toContain('short');
    }),
    () => 'a'.repeat(1_000_000),
  ),
  file(
    'one MB of spaces between two words',
    'a.md',
    taken('two words', ({ body }) => {
      expect(body.length).toBeLessThan(1_000_010);
    }),
    () => `a${' '.repeat(1_000_000)}b`,
  ),
  file(
    'one MB of opening brackets',
    'a.md',
    taken('brackets', ({ body }) => {
      expect(body).toHaveLength(1_000_001);
    }),
    () => `a${'['.repeat(1_000_000)}`,
  ),
  file(
    'one MB of `<`',
    'a.md',
    taken('brackets', ({ body }) => {
      expect(body.length).toBeGreaterThan(0);
    }),
    () => `a ${'<'.repeat(1_000_000)}`,
  ),
  file('nothing', 'a.md', 'intake.empty', ''),
  file(
    'nothing but white space and zero-width characters',
    'a.md',
    'intake.empty',
    ' \u200B\u2060\n\uFEFF\n',
  ),
  file('front matter and nothing else', 'a.md', 'intake.empty', '---\ntitle: x\n---\n'),
  file(
    'tags 100,000 deep',
    'a.html',
    'intake.page-tangled',
    () => `<html><body>${'<div>'.repeat(100_000)}`,
  ),
  file(
    'quotes 1,000 deep',
    'a.html',
    'intake.page-tangled',
    () => `<html><body>${'<blockquote>'.repeat(1000)}x`,
  ),
  file(
    'a page of 200,000 elements',
    'a.html',
    'intake.page-tangled',
    () => `<html><body>${'<p>a</p>'.repeat(200_000)}`,
  ),
  file(
    'a million unclosed paragraphs',
    'a.html',
    'intake.page-heavy',
    () => `<html><body>${'<p>a'.repeat(1_000_000)}`,
  ),
  file(
    'a million `<` in a page',
    'a.html',
    'intake.page-heavy',
    () => `<html><body><p>${'<'.repeat(4_000_000)}`,
  ),
  file('a tag with a million attributes', 'a.html', isText, () =>
    page(`<div ${'a=b '.repeat(1_000_000)}></div>${ARTICLE}`),
  ),
  file(
    'tags that are never closed',
    'a.html',
    onlyWords,
    within('<div><b><i><ul><li><table><tr><td>'),
  ),
  file('`<script>` in a page', 'a.html', onlyWords, within('<script>alert("evil")</script>')),
  file(
    '`<script>` that is never closed',
    'a.html',
    taken('the words before it', ({ body }) => {
      expect(body).not.toContain('alert');
    }),
    page(`${ARTICLE}<script>alert(1)`),
  ),
  file(
    'a script within a script’s end',
    'a.html',
    onlyWords,
    within('<scr<script></script>ipt>alert("evil")</script>').replaceAll('ipt>alert("evil")', ''),
  ),
  file(
    'a script written as entities',
    'a.html',
    taken('words that are no tag any more', ({ body }) => {
      expect(body).toContain('< script>');
      expect(body).not.toMatch(/<[a-z/]/iu);
    }),
    within('<p>&lt;script&gt;x()&lt;/script&gt; and what they said about it, again and again.</p>'),
  ),
  file(
    'a Markdown link written within a page',
    'a.html',
    taken('words that are no link any more', ({ body }) => {
      expect(body).not.toContain('](');
    }),
    within('<p>[here](javascript:x) they said, and they said it again and again and again.</p>'),
  ),
  file(
    'event handlers',
    'a.html',
    onlyWords,
    within('<p onclick="alert(1)" onmouseover=alert(2)></p><img src=x onerror=alert(3)>'),
  ),
  file(
    '`javascript:` links in a page',
    'a.html',
    onlyWords,
    within('<a href="javascript:alert(1)"> </a>'),
  ),
  file(
    'frames, objects, forms, drawings',
    'a.html',
    onlyWords,
    within(
      '<iframe src="//evil.test"></iframe><object data="evil"></object><embed src="evil"><form action="//evil.test"><input value="evil"></form><svg onload="alert(1)"><text>evil</text></svg>',
    ),
  ),
  file(
    'styles and templates',
    'a.html',
    onlyWords,
    within('<style>p{background:url(//evil.test)}</style><template><p>evil</p></template>'),
  ),
  file(
    '`<script>` in Markdown',
    'a.md',
    onlyWords,
    `${TEXT}\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>`,
  ),
  file(
    '`javascript:` links in Markdown',
    'a.md',
    onlyWords,
    `${TEXT}\n\n[here](javascript:alert(1)) and ![there](data:text/html,evil)`,
  ),
  file(
    'overrides of the direction of writing',
    'a.md',
    taken('without them', ({ body }) => {
      expect(body).toBe('The council voted no.');
    }),
    'The council \u202Evoted\u2066 no\u2069.',
  ),
  file(
    'zero-width characters and tags',
    'a.md',
    taken('without them', ({ body }) => {
      expect(body).toBe('The council voted.');
    }),
    'The cou\u200Bncil\u{E0069}\u{E0067}\u{E006E} vo\uFEFFted.',
  ),
  file(
    'half a surrogate pair, as an entity',
    'a.html',
    taken('U+FFFD in its place', ({ body }) => {
      expect(body.isWellFormed()).toBe(true);
    }),
    within('<p>&#xD800; was what they said, and they said it again and again and again.</p>'),
  ),
  file(
    'escape sequences of terminals',
    'a.md',
    taken('without them', ({ body }) => {
      expect(body).toBe('The [31mcouncil voted.');
    }),
    'The \u001B[31mcouncil voted.',
  ),
  file('a name that leads out of the folder', '../../etc/passwd', isText, TEXT),
  file('a name with a null byte', 'a.md\0.png', isText, TEXT),
  file(
    'front matter that sets `demo`',
    'a.md',
    taken('without it', (article) => {
      expect(article.warnings).toContain('fields');
      expect(article).not.toHaveProperty('demo');
    }),
    withFields('demo: true'),
  ),
  file(
    'front matter with unknown keys',
    'a.md',
    taken('without them', (article) => {
      expect(article.warnings).toContain('fields');
      expect(Object.keys(article).toSorted()).toEqual(
        ['authors', 'body', 'title', 'warnings'].filter((key) => key in article),
      );
    }),
    withFields('__proto__: x\nconstructor: y\nshelf: base'),
  ),
  file('front matter with the billion laughs', 'a.md', 'intake.front-matter', withFields(LAUGHS)),
  file(
    'front matter with a tag of JavaScript’s',
    'a.md',
    'intake.front-matter',
    withFields('title: !!js/function "x"'),
  ),
  file(
    'front matter 10,000 deep',
    'a.md',
    'intake.front-matter',
    withFields(`title: ${'['.repeat(10_000)}`),
  ),
  file(
    'front matter that does not end',
    'a.md',
    'intake.front-matter',
    `---\ntitle: x\n\n${TEXT.repeat(30)}`,
  ),
  file(
    'front matter whose link is `javascript:`',
    'a.md',
    'intake.front-matter',
    withFields('url: javascript:alert(1)'),
  ),
  file(
    'a body that begins as front matter',
    'a.md',
    taken('as words', ({ title, body }) => {
      expect(title).toBe('x');
      expect(body).toMatch(/^---\ndemo: true/u);
    }),
    `---\ntitle: x\n---\n---\ndemo: true\n---\n\n${TEXT}`,
  ),
];
