import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as Thread from '../../src/intake/html-thread.ts';
import { readHtmlApart } from '../../src/intake/html-thread.ts';
import { takeFile } from '../../src/intake/take-file.ts';
import { takePage } from '../../src/intake/take-page.ts';
import { leadTo, type LocalSite, openSite, say } from './local-site.ts';
import { ARTICLE, bytesOf, HEAD, page, PARAGRAPHS, TEXT } from './samples.ts';

const fault = (name: string): unknown => expect.objectContaining({ fault: name });
const linked = (fields: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, { '@type': 'NewsArticle', ...fields }] })}</script>`;
const TEASER = `<article><h1>Ferry line</h1><p>${PARAGRAPHS[0] ?? ''}</p><p>Subscribe to continue reading.</p></article>`;

let site: LocalSite;

beforeAll(async () => {
  site = await openSite({
    '/article': say(page(ARTICLE, HEAD)),
    '/moved': leadTo('/article?utm_source=x&id=9'),
    '/linked': say(
      page(
        ARTICLE,
        linked({
          headline: 'Ferry line to Sarn &amp; its <i>fees</i>',
          datePublished: '2025-02-18',
          author: [{ name: 'Cy Poe' }, { name: 'Dot Ray' }],
          publisher: { name: 'The Ellery Courier' },
        }),
      ),
    ),
    '/foreign': say(page(ARTICLE, '<link rel="canonical" href="https://elsewhere.test/a">')),
    '/consent': say(
      page(
        '<div><h1>Before you continue</h1><p>We and our partners use cookies. Accept all cookies or manage your privacy choices.</p></div>',
        HEAD,
      ),
    ),
    '/asks': (request, response) => {
      leadTo(`http://consent.test:${String(site.port)}/consent`)(request, response);
    },
    '/teaser': say(page(TEASER, HEAD)),
    '/paid': say(page(ARTICLE, HEAD + linked({ isAccessibleForFree: 'False' }))),
    '/empty': say(page('<div></div>')),
    '/text': say(`Ferry line opens\n\n${TEXT}`, { 'content-type': 'text/plain' }),
    '/file.md': say(`---\ntitle: Ferry\ndemo: true\n---\n${TEXT}`, { 'content-type': 'image/png' }),
    '/pdf': say('%PDF-1.7 …', { 'content-type': 'text/html' }),
    '/robots.txt': say('User-agent: VerbatimBot\nDisallow: /private'),
    '/private': say(page(ARTICLE)),
    '/german': say(
      page(
        `<article>${'<p>Der Rat der Hafenstadt hat am Dienstag beschlossen, die Fähre zur Insel wieder fahren zu lassen, nachdem ein Streit um Gebühren sie zwei Jahre lang zum Stillstand gebracht hatte.</p>'.repeat(5)}</article>`,
      ),
    ),
  });
});
afterAll(() => site.close());

const take = (path: string) => takePage(site.link(path), site.fetcher());

test('a page becomes an article with its title, date, publisher, authors and own link', async () => {
  expect(await take('/article')).toEqual({
    title: 'Ferry line to Sarn opens again',
    date: '2025-02-18T09:30:00+00:00',
    publisher: 'The Ellery Courier',
    url: site.link('/ferry?id=7'),
    authors: ['Cy Poe', 'Dot Ray'],
    body: TEXT,
    warnings: [],
  });
});

test('JSON-LD is read before other fields, its entities and tags as words', async () => {
  expect(await take('/linked')).toMatchObject({
    title: 'Ferry line to Sarn & its fees',
    date: '2025-02-18',
    publisher: 'The Ellery Courier',
    authors: ['Cy Poe', 'Dot Ray'],
  });
});

test('the link is where the page was found, unless the page gives one of the same site', async () => {
  expect((await take('/foreign')).url).toBe(site.link('/foreign'));
  expect((await take('/moved')).url).toBe(site.link('/ferry?id=7'));
});

test.each([
  ['/consent', 'consent'],
  ['/teaser', 'teaser'],
  ['/paid', 'teaser'],
])('%s is told to be no whole article, and its fields stay', async (path, warning) => {
  const taken = await take(path);
  expect(taken.warnings).toContain(warning);
  expect(taken).toMatchObject({
    title: 'Ferry line to Sarn opens again',
    date: '2025-02-18T09:30:00+00:00',
    url: site.link('/ferry?id=7'),
  });
});

test('the link stays where another site asks for consent first', async () => {
  const taken = await take('/asks?id=3&utm_medium=x');
  expect(taken).toMatchObject({ url: site.link('/asks?id=3') });
  expect(taken.warnings).toContain('consent');
});

test('text and Markdown that a link leads to are taken as files, whatever they are declared', async () => {
  expect(await take('/text')).toMatchObject({
    title: 'Ferry line opens',
    body: TEXT,
    url: site.link('/text'),
  });
  expect(await take('/file.md')).toMatchObject({ title: 'Ferry', warnings: ['fields', 'no-date'] });
});

test('what is no article is told', async () => {
  await expect(take('/empty')).rejects.toThrow(fault('intake.page-empty'));
  await expect(take('/pdf')).rejects.toThrow(fault('intake.file-kind'));
  await expect(take('/private')).rejects.toThrow(fault('intake.robots'));
  await expect(take('/nowhere')).rejects.toThrow(fault('intake.link-missing'));
  expect((await take('/german')).warnings).toContain('not-english');
});

test('HTML becomes headings, paragraphs, lists, quotes and emphasis, and nothing else', async () => {
  const article = `<article><p>${PARAGRAPHS[0] ?? ''}</p><h2>What next</h2>
    <p>They <b>said</b> “[we] do” and <i>went</i> to <a href="javascript:alert(1)">the pier</a>: 2 * 3, &lt;b&gt;.</p>
    <ul><li>one ship</li><li>two ships<ol><li>old</li></ol></li></ul><blockquote><p>${PARAGRAPHS[1] ?? ''}</p></blockquote>
    <table><tr><th>Ship</th><th>Seats</th></tr><tr><td>Ada</td><td>90</td></tr></table>
    <figure><img src="a.png" onerror="alert(1)"><figcaption>A ship</figcaption></figure>
    <script>alert(1)</script><iframe src="https://a.example"></iframe><p>${PARAGRAPHS[2] ?? ''}</p></article>`;
  const { body } = await takeFile({ name: 'a.html', bytes: bytesOf(page(article)) });
  expect(body).toBe(
    [
      PARAGRAPHS[0],
      '## What next',
      'They **said** “[we] do” and *went* to the pier: 2 * 3, < b>.',
      '- one ship\n- two ships\n  - old',
      `> ${PARAGRAPHS[1] ?? ''}`,
      'Ship Seats',
      'Ada 90',
      PARAGRAPHS[2],
    ].join('\n\n'),
  );
});

test('a page that leaves out what HTML lets it leave out is read', async () => {
  const html = `<!doctype html><title>Ferry</title>${PARAGRAPHS.map((words) => `<p>${words}`).join('\n')}`;
  expect(await takeFile({ name: '', bytes: bytesOf(html) })).toMatchObject({
    title: 'Ferry',
    body: TEXT,
  });
});

test('a page that takes too long or too much memory is stopped, and the next one is read', async () => {
  const heavy = `<html><body><p>${'<'.repeat(4_000_000)}`;
  await expect(readHtmlApart(heavy, { memory: 48 })).rejects.toThrow(fault('intake.page-heavy'));
  await expect(readHtmlApart(heavy, { time: 50 })).rejects.toThrow(fault('intake.page-heavy'));
  expect((await readHtmlApart(page(ARTICLE))).body).toBe(TEXT);
});

const COMPILED = new URL('../../dist/src/intake/html-thread.js', import.meta.url);

test.skipIf(!existsSync(COMPILED))(
  'the compiled worker reads as the one of the sources',
  async () => {
    const compiled: typeof Thread = await import(COMPILED.href);
    expect((await compiled.readHtmlApart(page(ARTICLE))).body).toBe(TEXT);
  },
);

test('many pages at once are read one after another', async () => {
  const pages = Array.from({ length: 5 }, () => readHtmlApart(page(ARTICLE)));
  expect(new Set((await Promise.all(pages)).map(({ body }) => body))).toEqual(new Set([TEXT]));
});
