import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontMatter, setFields } from '../../src/article/front-matter.ts';
import { parseArticle, replaceWords } from '../../src/article/markdown.ts';
import { blankMarkup } from '../../src/article/markup.ts';
import { ArticleError } from '../../src/article/user-error.ts';
import { findQuotedStretches } from '../../src/text/quotation-marks.ts';
import { findSentences } from '../../src/text/sentences.ts';
import type { Span } from '../../src/text/span.ts';
import { dropUnseen, findUnseen } from '../../src/text/unseen.ts';
import { hostileText, runs } from '../hostile-text.ts';
import { idOf } from './article-id.ts';

const PLACE = { shelf: 'base', id: idOf('a'), revision: 1 };

/** What is read, or undefined where that is refused as it may be; anything else is thrown. */
function refusable<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ArticleError) return undefined;
    throw error;
  }
}

const NAMES = ['title', 'date', 'url', 'tags', 'authors', 'demo', '__proto__', 'constructor', 'x'];

const line = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.constantFrom(': ', ':', ': |\n  ', ': &a ', ':\n  - '),
    hostileText,
  )
  .map((parts) => parts.join(''));

/** Front matter that says anything, closed or not, and a body. */
const hostileFile = fc
  .tuple(
    fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n')),
    fc.constantFrom('---\n', '---  \n', '----\n', '', '\ufeff---\r\n'),
    fc.constantFrom('\n---\n', '\n--- \n', '\n', '\n...\n'),
    fc.array(hostileText, { maxLength: 8 }).map((parts) => parts.join('')),
  )
  .map(([yaml, opening, closing, body]) => `${opening}${yaml}${closing}${body}`);

/** Spans lie in order and apart in a text of such a length. */
function expectInOrder(spans: readonly Span[], length: number): void {
  let last = 0;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(length);
}

describe('whatever a file holds', () => {
  it('it is an article whose parts lie within it, or an ArticleError says why not', () => {
    fc.assert(
      fc.property(hostileFile, (source) => {
        const article = refusable(() => parseArticle(source, PLACE));
        if (article === undefined) return;
        const { body, paragraphs } = article;
        expect(Object.getPrototypeOf(article)).toBe(Object.prototype);
        expectInOrder(paragraphs, body.length);
        const text = blankMarkup(body);
        expect(text).toHaveLength(body.length);
        expectInOrder(findSentences(text, paragraphs).flat(), body.length);
        const quoted = findQuotedStretches(text, paragraphs, body);
        expectInOrder(
          quoted.map(({ outer }) => outer),
          body.length,
        );
        for (const { inner, outer } of quoted)
          expect(outer.start < inner.start && inner.end <= outer.end).toBe(true);
      }),
      { numRuns: runs(600) },
    );
    expect(Reflect.ownKeys(Object.prototype)).not.toContain('x');
  });

  it('a field that is set reads back, and the others and the body stay', () => {
    fc.assert(
      fc.property(
        hostileFile,
        fc.constantFrom('Talks', 'a: b', '- x', '"', '#', '1'),
        (source, title) => {
          const before = refusable(() => parseArticle(source, PLACE));
          if (before === undefined) return;
          const after = parseArticle(setFields(source, { title }), PLACE);
          expect(after).toEqual({ ...before, title });
          const without = readFrontMatter(setFields(source, { title: undefined }));
          expect(without.fields.title).toBeUndefined();
        },
      ),
      { numRuns: runs(400) },
    );
  });

  it('words that are replaced are all that changes', () => {
    fc.assert(
      fc.property(hostileFile, hostileText, fc.nat(), fc.nat(), (source, words, from, size) => {
        const before = refusable(() => parseArticle(source, PLACE));
        if (before === undefined) return;
        const start = from % (before.body.length + 1);
        const end = Math.min(before.body.length, start + (size % 40));
        const after = refusable(() =>
          parseArticle(replaceWords(source, { start, end }, words), PLACE),
        );
        const expected = `${before.body.slice(0, start)}${words}${before.body.slice(end)}`;
        expect(after?.body).toBe(expected.replaceAll(/\r\n?/gu, '\n').trim());
      }),
      { numRuns: runs(400) },
    );
  });
});

describe('what nobody sees', () => {
  it('is gone for good from any text, and pairs of surrogates are whole', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const seen = dropUnseen(text);
        expect(seen.isWellFormed()).toBe(true);
        expect(findUnseen(seen)).toBeUndefined();
        expect(dropUnseen(seen)).toBe(seen);
      }),
      { numRuns: runs(500) },
    );
  });
});
