import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/markdown.ts';
import { strToU8, zipSync } from 'fflate';
import { unpackFiles } from '../../src/intake/archive.ts';
import { decodeText } from '../../src/intake/decode.ts';
import { IntakeError } from '../../src/intake/intake-error.ts';
import { readLink } from '../../src/intake/link.ts';
import { readHtml } from '../../src/intake/read-html.ts';
import { readText, takeMarkdown } from '../../src/intake/take-file.ts';
import { makeTaken, sourceOf } from '../../src/intake/taken.ts';
import { typedFields } from '../../src/intake/typed-fields.ts';
import { idOf } from '../article/article-id.ts';
import { hostileText, hostileValue, runs } from '../hostile-text.ts';

/** What is read, or undefined where that is refused as it may be; anything else is thrown. */
function refusable<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof IntakeError) return undefined;
    throw error;
  }
}

const PLACE = { shelf: 'base', id: idOf('a'), revision: 1 };

describe('whatever is given', () => {
  it('fields that members type are such as a file may have, or refused', () => {
    const fields = fc.record({
      title: hostileValue,
      date: hostileValue,
      publisher: hostileValue,
      url: hostileValue,
    });
    fc.assert(
      fc.property(fields, (typed) => {
        const read = refusable(() => typedFields(typed));
        for (const value of Object.values(read ?? {}))
          expect((value ?? '').isWellFormed()).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  it('a link leads to the public web, or is refused', () => {
    const typed = fc.oneof(
      hostileValue,
      fc
        .tuple(
          fc.constantFrom('https://', 'http://', 'HTTPS:\\\\', '//', 'file://', '<https://'),
          hostileText,
        )
        .map((parts) => parts.join('')),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
    );
    fc.assert(
      fc.property(typed, (words) => {
        const url = refusable(() => readLink(words));
        if (url === undefined) return;
        expect(['http:', 'https:']).toContain(url.protocol);
        expect(url.username + url.password + url.hash).toBe('');
      }),
      { numRuns: runs(400) },
    );
  });

  it('bytes are text, or refused; Markdown is an article that reads back', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      hostileText.map((text) => new Uint8Array(Buffer.from(text, 'utf16le'))),
      hostileText.map((text) => new Uint8Array(Buffer.from(text))),
    );
    fc.assert(
      fc.property(bytes, fc.option(hostileText, { nil: undefined }), (given, charset) => {
        expect(typeof decodeText(given, charset)).toBe('string');
        const text = refusable(() => readText({ name: 'a', bytes: given }));
        const taken = text === undefined ? undefined : refusable(() => takeMarkdown(text));
        if (taken === undefined) return;
        expect(parseArticle(sourceOf(taken), PLACE).body).toBe(taken.body);
        expect(taken.body.isWellFormed()).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });
});

/** Tags that begin, end, or do neither. */
const markup = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: hostileText },
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          '<p>', '</p>', '<div>', '</div>', '<article>', '</article>', '<table><tr><td>', '<script>', '</script>', '<style>',
          '<ul><li>', '<pre>', '<a href="javascript:alert(1)">', '</a>', '<img src=x onerror=alert(1)>', '<b', '<!--', '-->', ']]>',
          '<![CDATA[', '<svg><foreignObject>', '<template>', '<body>', '</html>', '<title>', '</title>', '&#0;', '&#xD800;', '&#1114112;',
          '&amp', '<meta charset="utf-16">', '<script type="application/ld+json">{"__proto__":{"polluted":1},"@type":"Article","headline":["', '"]}</script>',
          '<base href="//x">', '<link rel=canonical href="::">', '<?xml version="1.0"?>', 'The council met in Bern, and did not decide. ',
        ), // prettier-ignore
      },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('whatever a page holds', () => {
  it('it gives an article that reads back, without anything of HTML that does more than be read', () => {
    fc.assert(
      fc.property(markup, (html) => {
        const { body, title, authors } = readHtml(html);
        const taken = makeTaken({ ...(title === undefined ? {} : { title }), authors }, body);
        expect(parseArticle(sourceOf(taken), PLACE)).toMatchObject({
          body: taken.body,
          authors: taken.authors,
        });
        expect(taken.body).not.toMatch(/\]\(\s*javascript:|<script|onerror=/iu);
        expect('polluted' in {}).toBe(false);
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('a zip', () => {
  it('with any names and any damage gives files, or is refused', () => {
    const files = fc.dictionary(
      fc
        .oneof(hostileText, fc.constantFrom('a.md', '__proto__.md', '../x.md', '/etc/passwd.md'))
        .map((name) => name.toWellFormed()),
      hostileText,
      { maxKeys: 5 },
    );
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(files, damage, fc.option(fc.nat(), { nil: undefined }), (given, changes, cut) => {
        const packed = Object.entries(given).map(([name, text]): [string, Uint8Array] => [
          name,
          strToU8(text),
        ]);
        const bytes = zipSync(Object.fromEntries(packed));
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const unpacked = refusable(() =>
          unpackFiles(cut === undefined ? bytes : bytes.subarray(0, cut % bytes.length)),
        );
        for (const { name } of unpacked?.files ?? []) expect(name).not.toMatch(/[/\\]/u);
      }),
      { numRuns: runs(200) },
    );
  });
});
