import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { articleFromText, parseArticle } from '../../src/article/markdown.ts';
import { ArticleError } from '../../src/article/user-error.ts';
import { idOf } from './article-id.ts';

const id = idOf('riyadh-talks');

const parse = (source: string) => parseArticle(source, { shelf: 'base', id, revision: 3 });

const withFields = (yaml: string): string => `---\n${yaml}\n---\n\nBody.\n`;

function errorOf(source: string): ArticleError {
  try {
    parse(source);
  } catch (error) {
    if (error instanceof ArticleError) return error;
  }
  throw new Error('it was taken for an article');
}

describe('an article of a Markdown file', () => {
  it('has the fields of its front matter', () => {
    const yaml = `title: The talks, "so far"
date: 2025-02-18
publisher: Euronews
url: https://example.org/a?b=c
authors: [Ann Lee, Bo Ray]
tags:
  - talks
  - Riyadh
demo: true
mood: bright`;
    expect(parse(withFields(yaml))).toEqual({
      shelf: 'base',
      id,
      revision: 3,
      title: 'The talks, "so far"',
      date: '2025-02-18',
      publisher: 'Euronews',
      url: 'https://example.org/a?b=c',
      authors: ['Ann Lee', 'Bo Ray'],
      tags: ['talks', 'Riyadh'],
      demo: true,
      body: 'Body.',
      paragraphs: [{ start: 0, end: 5 }],
    });
  });

  const bodies: [string, string, string][] = [
    ['white space at its ends is trimmed', '\n\n One.\n\nTwo. \n', 'One.\n\nTwo.'],
    ['\\r\\n and lone \\r are made \\n', 'a\r\nb\rc\r\r\nd', 'a\nb\nc\n\nd'],
    ['the byte-order mark is dropped', '\uFEFFOne.', 'One.'],
    ['the mark goes before front matter, too', '\uFEFF---\r\ntitle: x\r\n---\r\nOne.', 'One.'],
    ['nothing else changes', 'a  b\t“c”\u00A0e\u0301 #x', 'a  b\t“c”\u00A0e\u0301 #x'],
    ['a rule further down opens nothing', 'One.\n\n---\n\ntitle: x', 'One.\n\n---\n\ntitle: x'],
    ['an empty line above a rule keeps it', '\n---\n\nOne.', '---\n\nOne.'],
    ['a rule in the body stays', '---\ntitle: x\n---\nOne.\n---\nTwo.', 'One.\n---\nTwo.'],
    ['front matter may be empty', '---\n---\nOne.', 'One.'],
    ['front matter may be all there is', '---\ntitle: x\n---', ''],
    ['an empty file is empty', '', ''],
  ];

  test.each(bodies)('body: %s', (_name, source, body) => {
    expect(parse(source).body).toBe(body);
  });

  const titles: [string, string][] = [
    [withFields('title: "From: the fields"') + '# Heading', 'From: the fields'],
    [withFields('date: 2025-02-18') + '\n# The *heading*', 'The heading'],
    [withFields('title:') + '\n# The heading', 'The heading'],
    [withFields('title: ~') + 'No heading', 'riyadh-talks'],
    [withFields('title: >\n  Over\n  lines'), 'Over lines'],
    [withFields('title: 1984'), '1984'],
    [withFields('title: Yes'), 'Yes'],
    ['No heading', 'riyadh-talks'],
  ];

  test.each(titles)('title of %j: %j', (source, title) => {
    expect(parse(source).title).toBe(title);
  });

  const dates = ['2025-02-18', '2024-02-29', '2025-02-18T09:30', '2025-02-18T09:30:00.5+03:00'];

  test.each(dates)('date: %s stays as written', (date) => {
    expect(parse(withFields(`date: ${date}`)).date).toBe(date);
  });

  it('takes one author or tag without a list, and leaves out blank ones', () => {
    const article = parse(withFields('authors: Ann Lee\ntags: [talks, "", " "]'));
    expect(article.authors).toEqual(['Ann Lee']);
    expect(article.tags).toEqual(['talks']);
  });

  it('starts its paragraphs and ends them within the body, whatever the file', () => {
    const sources = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '#', '\uFEFF', 'é') });
    fc.assert(
      fc.property(sources, (source) => {
        const { body, paragraphs } = parse(source);
        expect(body).toBe(body.trim());
        expect(body).not.toContain('\r');
        const covered = paragraphs.map(({ start, end }) => body.slice(start, end)).join('');
        expect(covered.replaceAll(/\s/gu, '')).toBe(body.replaceAll(/\s/gu, ''));
      }),
    );
  });
});

describe('a file that is no article says why', () => {
  const faults: [string, string, number, RegExp][] = [
    ['a colon unquoted', 'date: 2025-02-18\ntitle: Talks: so far', 3, /quotation marks/u],
    ['quotation marks unclosed', 'title: "Talks', 3, /quote/u],
    ['a key twice', 'title: a\ntitle: b', 3, /unique/u],
    ['prose', 'just words', 2, /name: value/u],
    ['a name that is none', 'title: a\n? ', 3, /name: value/u],
    ['a name without a value', '{title, date: 2025-02-18}', 2, /name: value/u],
    ['a name that is a list', '? [a, b]\n: c', 2, /name: value/u],
    ['a title that is a list', '\ntitle: [a, b]', 3, /"title" must be words/u],
    ['a title that is too long', `title: ${'a'.repeat(301)}`, 2, /longer than 300/u],
    ['a day that no month has', 'title: x\ndate: 2025-02-30', 3, /real date, such as/u],
    ['a date in words', 'date: 18 February 2025', 2, /real date/u],
    ['an hour that no day has', 'date: 2025-02-18T25:00', 2, /real date/u],
    ['a date by a tag', 'date: !!timestamp 2025-02-18', 2, /real date/u],
    ['an address that is a script', 'url: javascript:alert(1)', 2, /http:\/\//u],
    ['an address with a password', 'url: https://bbc.com:x@evil.example', 2, /http:\/\//u],
    ['an address with a space', 'url: https://x.org/a b', 2, /http:\/\//u],
    ['an endless address', `url: https://x.org/${'a'.repeat(2000)}`, 2, /longer than 2,000/u],
    ['authors in groups', 'authors:\n  - name: Ann', 2, /"authors" must be a list of words/u],
    ['too many tags', `tags: [${'a,'.repeat(51)}]`, 2, /more than 50/u],
    ['a long author', `authors: [${'a'.repeat(201)}]`, 2, /longer than 200/u],
    ['demo that is neither', 'demo: maybe', 2, /true or false/u],
    ['a tag of its own', 'title: !!js/function "f"', 2, /tag/u],
    ['an alias', 'title: &a x\npublisher: *a', 3, /alias/u],
    ['brackets without end', `title: ${'['.repeat(8000)}`, 1, /nested/u],
    ['lists without end', `title:\n  ${'- '.repeat(4000)}`, 1, /nested/u],
  ];

  test.each(faults)('%s', (_name, yaml, line, message) => {
    const error = errorOf(withFields(yaml));
    expect(error.message).toMatch(message);
    expect(error.line).toBe(line);
  });

  it('front matter that nothing closes', () => {
    const error = errorOf('---\ntitle: x\n\nBody.');
    expect(error.message).toContain('---');
    expect(error.line).toBe(1);
  });

  it('never anything but an ArticleError, whatever the front matter', () => {
    const units = fc.constantFrom('a', ':', ' ', '\n', '-', '[', '{', '"', '&', '*', '!', '|', '?');
    fc.assert(
      fc.property(fc.string({ unit: units }), (yaml) => {
        const named = `title: ${yaml}`;
        try {
          parse(withFields(named));
        } catch (error) {
          expect(error).toBeInstanceOf(ArticleError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('an article of raw text', () => {
  it('keeps everything but \\r\\n and the byte-order mark', () => {
    const article = articleFromText({ id, text: '\uFEFF \r\n---\r\na: b\r\n---\rc \n' });
    expect(article.body).toBe(' \n---\na: b\n---\rc \n');
    expect(article).toMatchObject({ shelf: 'base', revision: 0, title: 'riyadh-talks' });
  });

  it('takes a title', () => {
    expect(articleFromText({ id, title: 'Talks', text: '# No' }).title).toBe('Talks');
  });
});
