import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FeedError, type FeedFault } from '../../src/feed/feed-error.ts';
import { MOST_BYTES, readFeed } from '../../src/feed/read-feed.ts';
import { ADDRESS, ATOM_ENTRY, JSON_FEED, PAGE, RDF, atom, bytesOf, rss, rssItem } from './feeds.ts';

const faultOf = (feed: string | Uint8Array): FeedError | undefined => {
  try {
    readFeed(typeof feed === 'string' ? bytesOf(feed) : feed, undefined, { address: ADDRESS });
    return undefined;
  } catch (error) {
    if (error instanceof FeedError) return error;
    throw error;
  }
};

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">${Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(10)}">`,
).join('')}]>${rss(rssItem('<title>&a8;</title>')).replace(/^.*\n/u, '')}`;

describe('is refused', () => {
  test.for<[string, string | Uint8Array, FeedFault]>([
    ['nothing', '', 'fault.feed.none'],
    ['words', 'Envoys met in Oslo.', 'fault.feed.none'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff]), 'fault.feed.none'],
    ['zeros', new Uint8Array(1_000), 'fault.feed.none'],
    ['other XML', '<?xml version="1.0"?><opml><body/></opml>', 'fault.feed.none'],
    ['a root called as what every object has', '<constructor></constructor>', 'fault.feed.none'],
    ['RSS with nothing in it', '<rss/>', 'fault.feed.none'],
    ['other JSON', '{"items":[]}', 'fault.feed.none'],
    ['broken JSON', JSON_FEED.slice(0, -5), 'fault.feed.none'],
    ['a billion laughs', LAUGHS, 'fault.feed.doctype'],
    [
      'an entity from outside',
      `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(rssItem('<title>&x;</title>')).replace(/^.*\n/u, '')}`,
      'fault.feed.doctype',
    ],
    ['a document type', '<!DOCTYPE rss><rss version="2.0"><channel/></rss>', 'fault.feed.doctype'],
    ['an entity inside', rss(rssItem('<!ENTITY a "b">')), 'fault.feed.doctype'],
    ['a deep nest', rss('<a>'.repeat(5_000) + '</a>'.repeat(5_000)), 'fault.feed.deep'],
    ['a nest without end', rss('<a>'.repeat(5_000)), 'fault.feed.deep'],
    ['elements without number', rss('<a/>'.repeat(200_000)), 'fault.feed.deep'],
    ['a soup of tags', rss(rssItem('<title>A<b></title></b>')), 'fault.feed.broken'],
    ['half a feed', rss(rssItem('')).slice(0, -20), 'fault.feed.broken'],
    ['half a tag', rss('').slice(0, -1), 'fault.feed.broken'],
    ['two roots', `${rss('')}<rss version="2.0"></rss>`, 'fault.feed.broken'],
    ['a comment without end', rss('<!-- '), 'fault.feed.broken'],
    ['an attribute without end', rss('<a b="c>'), 'fault.feed.broken'],
    ['an endless tag', rss(`<a b="${'c'.repeat(30_000)}" d="e"/>`), 'fault.feed.broken'],
    ['a reserved name', rss(rssItem('<__proto__>x</__proto__>')), 'fault.feed.none'],
    ['a page', '<!doctype html><p>News', 'fault.feed.page'],
    ['a page without its type', '\n<!-- hi --><HTML><body>News', 'fault.feed.page'],
    [
      'a page of XHTML',
      '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html/>',
      'fault.feed.page',
    ],
    ['a page that names its feed', PAGE, 'fault.feed.page.link'],
    ['what is too large', new Uint8Array(MOST_BYTES + 1), 'fault.feed.size'],
    [
      'an encoding nobody knows',
      Uint8Array.from(rss(rssItem('<title>É</title>')).replace('UTF-8', 'x-klingon'), (it) =>
        it.charCodeAt(0),
      ),
      'fault.feed.encoding',
    ],
  ])('%s', ([, feed, fault]) => expect(faultOf(feed)?.fault).toBe(fault));
});

test('a page’s feed is named, so that it can be given instead', () => {
  const error = faultOf(PAGE);
  expect(error?.params).toEqual({ feed: 'https://paper.example/feeds/world.xml?a=1&b=2' });
  expect(error?.message).toContain('https://paper.example/feeds/world.xml?a=1&b=2');
});

test('a page that names only a script for a feed names none', () => {
  const page = PAGE.replace('/feeds/world.xml?a=1&amp;b=2', 'javascript:alert(1)');
  expect(faultOf(page)?.fault).toBe('fault.feed.page');
});

test('what is broken is found by its line', () => {
  expect(faultOf(rss('\n\n<item></title>'))?.params).toEqual({ line: 4 });
});

describe('is read all the same', () => {
  test.for<[string, string]>([
    [
      'what only speaks of document types',
      rss(rssItem('<title><![CDATA[<!DOCTYPE html>]]></title>')),
    ],
    ['a document type in a comment', rss(rssItem('<!-- <!DOCTYPE x> --><title>T</title>'))],
    ['a bare ampersand', rss(rssItem('<title>Q & A</title>'))],
    ['an entity of HTML', rss(rssItem('<title>Q&nbsp;A</title>'))],
    ['an unknown entity', rss(rssItem('<title>Q &nosuch; A</title>'))],
    ['white space before the declaration', `\n\n ${rss(rssItem('<title>T</title>'))}`],
    [
      'names in capitals',
      '<RSS version="2.0"><CHANNEL><ITEM><LINK>http://a.example/</LINK></ITEM></CHANNEL></RSS>',
    ],
    ['a tag in an attribute’s words', rss(rssItem('<media a="x > y"/><title>T</title>'))],
  ])('%s', ([, feed]) => {
    expect(readFeed(bytesOf(feed)).items).toHaveLength(1);
  });
});

const samples = [rss(rssItem('<title>A &amp; B</title>')), atom(ATOM_ENTRY), RDF, JSON_FEED, PAGE];
const pieces = fc.oneof(
  fc.constantFrom('<', '>', '"', "'", '&', ';', '</', '/>', '=', '\0', '{', '}', '[', '\ud800'),
  fc.constantFrom('<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '\ufeff', '&#x0;', '&#xD800;'),
  fc.constantFrom('<item>', '</item>', '<title>', '</rss>', '<link/>', '<guid a="1">', 'null'),
  fc.constantFrom('<__proto__>', '<toString/>', ' xmlns:a="b"', ' xml:base="::"'),
);
const mutated = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 30 }), pieces), { maxLength: 8 }),
  )
  .map(([feed, edits]) =>
    edits.reduce((text, [at, cut, piece]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + piece + text.slice(place + cut);
    }, feed),
  );

/** Whatever else an item is, it leads to the web and fits. */
function checkFeed(bytes: Uint8Array): void {
  try {
    const { title, items } = readFeed(bytes, undefined, { address: ADDRESS });
    expect(title.length).toBeLessThanOrEqual(300);
    expect(items.length).toBeLessThanOrEqual(100);
    for (const item of items) {
      expect(item.url).toMatch(/^https?:\/\//u);
      expect(item.title.length).toBeGreaterThan(0);
      expect(item.title.length).toBeLessThanOrEqual(300);
      expect(item.title).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
  }
}

describe('nothing but a FeedError is thrown', () => {
  test('at any bytes', () =>
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), checkFeed), { numRuns: 500 }));

  test('at feeds with anything in them', () =>
    fc.assert(
      fc.property(mutated, (feed) => checkFeed(bytesOf(feed))),
      { numRuns: 3_000 },
    ));

  test('at JSON Feeds of anything', () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (title, items) => {
        const version = 'https://jsonfeed.org/version/1.1';
        checkFeed(bytesOf(JSON.stringify({ version, title, items })));
        checkFeed(bytesOf(JSON.stringify({ version, items: [items, { id: title, url: items }] })));
      }),
      { numRuns: 300 },
    ));
});

const filled = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length));

describe('time grows with the size', () => {
  const shapes: readonly (readonly [string, (size: number) => string])[] = [
    ['many items', (size) => rss(filled(rssItem('<title>Envoys meet</title>'), size))],
    ['one long title', (size) => rss(rssItem(`<title>${filled('a&lt;b ', size)}</title>`))],
    ['open comments', (size) => rss(rssItem(`<title>${filled('<!--', size)}--></title>`))],
    ['open CDATA', (size) => rss(rssItem(`<title>${filled('<![CDATA[', size)}]]></title>`))],
    ['ampersands', (size) => rss(rssItem(`<title>${filled('&', size)};</title>`))],
    ['quotes', (size) => rss(filled(`<a b='"' c="'"/>`, size))],
    ['attributes', (size) => rss(filled(`<a ${filled('b="c" ', 15_000)}/>`, size))],
    ['spaces in tags', (size) => rss(filled(`<a${' '.repeat(15_000)}b/>`, size))],
    ['equals signs', (size) => rss(filled(`<a ${'b= '.repeat(5_000)}/>`, size))],
    ['small elements', (size) => rss(filled('<a/>', size))],
    ['nested titles', (size) => rss(rssItem(filled('<title><title></title></title>', size)))],
    ['names', (size) => rss(filled('<a xmlns:b="c"/>', size))],
    ['spaces', (size) => `<rss${' '.repeat(size)}`],
    ['version', (size) => `<rss ${filled('version ', 15_000)}>${filled('version ', size)}</rss>`],
    ['links on a page', (size) => `<html>${filled('<link rel=alternate ', size)}`],
    ['link tags on a page', (size) => `<html>${filled('<link rel=alternate>', size)}`],
    ['brackets', (size) => filled('<', size)],
    ['JSON arrays', (size) => JSON_FEED.replace('[', `[${filled('{},', size)}`)],
    [
      'deep JSON',
      (size) => `{"version":"https://jsonfeed.org/version/1","items":${filled('[', size)}`,
    ],
  ];

  test.for(shapes)('%s', ([, shape]) => {
    const timeOf = (size: number): number => {
      const bytes = bytesOf(shape(size));
      const start = performance.now();
      checkFeed(bytes);
      return performance.now() - start;
    };
    timeOf(20_000);
    const small = Math.min(timeOf(100_000), timeOf(100_000), timeOf(100_000));
    // Sixteen times the size: 16 if linear, 256 if each character is met by every other.
    const large = Math.min(timeOf(1_600_000), timeOf(1_600_000));
    expect(large).toBeLessThan(60 * small + 250);
  });
});
