import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { file, type FileRow, latin, type Outcome, taken } from './hostile-row.ts';
import { ARTICLE, bytesOf, page, PARAGRAPHS, TEXT } from './samples.ts';

const isText: Outcome = taken('the article', ({ body }) => {
  expect(body).toBe(TEXT);
});

/** Files of the wrong kinds, in odd encodings, and of odd sizes and shapes. */
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
  file('an empty file', 'a.md', 'intake.empty', ''),
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
    'intake.page-tangled',
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
];
