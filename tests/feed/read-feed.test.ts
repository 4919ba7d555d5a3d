import { describe, expect, test } from 'vitest';
import { type FeedItem, readFeed } from '../../src/feed/read-feed.ts';
import {
  ADDRESS,
  ATOM_ENTRY,
  JSON_FEED,
  NOW,
  RDF,
  atom,
  bytesOf,
  numberedRss,
  rss,
  rssItem,
} from './feeds.ts';

const read = (feed: string | Uint8Array, contentType?: string) =>
  readFeed(typeof feed === 'string' ? bytesOf(feed) : feed, contentType, {
    address: ADDRESS,
    now: NOW,
  });
const firstOf = (feed: string): FeedItem | undefined => read(feed).items[0];

describe('every format is read', () => {
  test.for<[string, string, string, Partial<FeedItem>]>([
    [
      'RSS 2.0',
      rss(
        '<item><guid isPermaLink="false">g1</guid><title>Envoys meet</title>' +
          '<link>https://paper.example/1</link><pubDate>Tue, 18 Feb 2025 09:30:00 +0300</pubDate>' +
          '<description>They met.</description></item>',
      ),
      'The Paper',
      {
        id: 'g1',
        title: 'Envoys meet',
        url: 'https://paper.example/1',
        date: '2025-02-18T06:30:00.000Z',
        summary: 'They met.',
      },
    ],
    [
      'Atom',
      atom(ATOM_ENTRY),
      'The Atom',
      {
        id: 'urn:1',
        url: 'https://paper.example/news/1',
        date: '2025-02-18T06:30:00.000Z',
        summary: 'They met.',
      },
    ],
    [
      'RDF Site Summary',
      RDF,
      'The RDF',
      { id: 'https://paper.example/1', date: '2025-02-18T00:00:00.000Z' },
    ],
    [
      'JSON Feed',
      JSON_FEED,
      'The JSON',
      { id: '7', url: 'https://paper.example/news/7', summary: 'They met.' },
    ],
  ])('%s', ([, feed, title, item]) => {
    expect(read(feed).title).toBe(title);
    expect(read(feed).items).toHaveLength(1);
    expect(firstOf(feed)).toMatchObject(item);
  });

  test('a feed without items is a feed', () => {
    expect(read(rss('')).items).toEqual([]);
    expect(read(atom('')).items).toEqual([]);
  });
});

describe('an item is known by', () => {
  test.for<[string, string, string]>([
    ['its guid', '<guid isPermaLink="false">g</guid>', 'g'],
    ['its link, where it has no guid', '', 'https://paper.example/a'],
    ['its link, where its guid is empty', '<guid> </guid>', 'https://paper.example/a'],
  ])('%s', ([, inside, id]) => expect(firstOf(rss(rssItem(inside)))?.id).toBe(id));

  test('and an id that comes twice is given once, the first', () => {
    const twice = ['One', 'Two'].map((title) =>
      rssItem(`<guid isPermaLink="false">g</guid><title>${title}</title>`),
    );
    expect(read(rss(twice.join(''))).items).toMatchObject([{ title: 'One' }]);
  });
});

describe('a link', () => {
  test.for<[string, string, string | undefined]>([
    ['is resolved against the address of the feed', '<link>../a?b=1&amp;c=2</link>', '/a?b=1&c=2'],
    ['may have no scheme', '<link>//paper.example/a</link>', '/a'],
    ['may be the guid', '<guid>https://paper.example/g</guid>', '/g'],
    [
      'is no guid that says so',
      '<guid isPermaLink="false">https://paper.example/g</guid>',
      undefined,
    ],
    ['may be Atom’s', '<atom:link rel="alternate" href="/a"/>', '/a'],
    ['is not Atom’s to the feed itself', '<atom:link rel="self" href="/a"/>', undefined],
    [
      'loses what it is tracked by',
      '<link>/a?utm_source=rss&amp;id=2&amp;fbclid=x</link>',
      '/a?id=2',
    ],
    ['loses it after the hash', '<link>/a#xtor=RSS-3208</link>', '/a'],
    ['keeps another hash', '<link>/a#part-2</link>', '/a#part-2'],
    ['keeps how it is written', '<link>/a?q=b+c%20d&amp;utm_medium=x</link>', '/a?q=b+c%20d'],
    ['loses a password', '<link>https://me:secret@paper.example/a</link>', '/a'],
    ['may be of the older web', '<link>http://paper.example/a</link>', 'http://paper.example/a'],
    ['is no script', '<link>javascript:alert(1)</link>', undefined],
    ['is no file', '<link>file:///etc/passwd</link>', undefined],
    ['is no data', '<link>data:text/html,x</link>', undefined],
    ['is not missing', '<title>Untied</title>', undefined],
    ['is no endless one', `<link>/${'a'.repeat(3_000)}</link>`, undefined],
  ])('%s', ([, inside, path]) => {
    const url = path === undefined ? undefined : new URL(path, ADDRESS).href;
    expect(firstOf(rss(`<item>${inside}</item>`))?.url).toBe(url);
  });

  test('starts at what the feed and the entry name as their base', () => {
    const entry = '<entry xml:base="b/"><id>1</id><title>T</title><link href="c"/></entry>';
    const feed = atom(entry, ' xml:base="https://other.example/a/"');
    expect(firstOf(feed)?.url).toBe('https://other.example/a/b/c');
  });
});

describe('a title is plain text', () => {
  test.for<[string, string]>([
    ['AT&amp;T', 'AT&T'],
    ['AT&amp;amp;T', 'AT&T'],
    ['<![CDATA[<b>Envoys</b> meet &amp; part]]>', 'Envoys meet & part'],
    ['&lt;i&gt;Envoys&lt;/i&gt; meet', 'Envoys meet'],
    ['Caf&eacute; &#8220;Oslo&#8221;', 'Café “Oslo”'],
    ['5 &lt; 6', '5 < 6'],
    ['One\n   two\t three', 'One two three'],
    ['Right\u202eto\u2066 left', 'Rightto left'],
    ['Bell\u0007 rings', 'Bell rings'],
    ['<![CDATA[<p>One</p><p>two</p>]]>', 'One two'],
    ['<![CDATA[a<script>alert(1)</script>b]]>', 'ab'],
    ['Київ: 👩‍🚀', 'Київ: 👩‍🚀'],
    [`${'a'.repeat(298)}👩👩`, `${'a'.repeat(298)}…`],
  ])('%j', ([title, expected]) =>
    expect(firstOf(rss(rssItem(`<title>${title}</title>`)))?.title).toBe(expected),
  );

  test('an item without a title has its summary for one, or its link', () => {
    const summed = rssItem('<description>&lt;p&gt;They met.&lt;/p&gt;</description>');
    expect(firstOf(rss(summed))).toMatchObject({ title: 'They met.', summary: 'They met.' });
    expect(firstOf(rss(rssItem('')))?.title).toBe('https://paper.example/a');
  });
});

describe('a date', () => {
  test.for<[string, string | undefined]>([
    ['Tue, 18 Feb 2025 09:30:00 GMT', '2025-02-18T09:30:00.000Z'],
    ['18 Feb 2025 09:30 EST', '2025-02-18T14:30:00.000Z'],
    ['Tue, 18 Feb 25 09:30:00 -0800', '2025-02-18T17:30:00.000Z'],
    ['18 February 2025', '2025-02-18T00:00:00.000Z'],
    ['Tue, 18 Feb 2025 09:30:00', '2025-02-18T09:30:00.000Z'],
    ['2025-02-18T09:30:00+05:30', '2025-02-18T04:00:00.000Z'],
    ['2025-02-18 09:30', '2025-02-18T09:30:00.000Z'],
    ['2025-02-18T09:30:00.123Z', '2025-02-18T09:30:00.000Z'],
    ['2025-02-19T11:00:00Z', '2025-02-19T11:00:00.000Z'],
    ['2025-02-20T11:00:00Z', undefined],
    ['2099-01-01', undefined],
    ['1970-01-01T00:00:00Z', undefined],
    ['2025-02-30', undefined],
    ['31 Apr 2024 10:00:00 GMT', undefined],
    ['2025-02-18T09:30:00 XYZ', undefined],
    ['yesterday', undefined],
    ['5', undefined],
  ])('%s', ([date, expected]) =>
    expect(firstOf(rss(rssItem(`<pubDate>${date}</pubDate>`)))?.date).toBe(expected),
  );
});

test('of more than a hundred items the newest are read, wherever they stand', () => {
  const dated = Array.from(
    { length: 150 },
    (_, i) =>
      `<item><link>/${i}</link><dc:date>${new Date(NOW.getTime() - (150 - i) * 60_000).toISOString()}</dc:date></item>`,
  );
  const { items } = read(rss(dated.join('')));
  expect(items).toHaveLength(100);
  expect(items[0]?.url).toBe('https://paper.example/149');
  expect(read(numberedRss(0, 150)).items.at(0)?.id).toBe('story-149');
});

test.for<[string, number | undefined]>([
  ['', undefined],
  ['<ttl>60</ttl>', 60],
  ['<ttl>-5</ttl>', undefined],
  ['<ttl>soon</ttl>', undefined],
  ['<sy:updatePeriod>hourly</sy:updatePeriod>', 60],
  ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>', 360],
  ['<ttl>30</ttl><sy:updatePeriod>hourly</sy:updatePeriod>', 60],
])('the pace of a feed: %s', ([channel, minutes]) =>
  expect(read(rss('', channel)).minutes).toBe(minutes),
);

const written = (encoding: string) =>
  rss(rssItem('<title>Élysée</title>')).replace('UTF-8', encoding);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(isBig ? bytes.swap16() : bytes);
};

describe('an encoding is found out', () => {
  test.for<[string, Uint8Array, string | undefined]>([
    ['UTF-8', bytesOf(written('UTF-8')), undefined],
    ['UTF-8 with a mark', bytesOf(`\ufeff${written('UTF-8')}`), undefined],
    ['ISO-8859-1, as the feed says', latin(written('ISO-8859-1')), 'application/xml'],
    ['ISO-8859-1, as the server says', latin(written('UTF-8')), 'text/xml; charset="iso-8859-1"'],
    [
      'ISO-8859-1, as the feed says against the server',
      latin(written('ISO-8859-1')),
      'text/xml; charset=utf-8',
    ],
    ['UTF-16 from its little end', utf16(written('UTF-16'), false), undefined],
    ['UTF-16 from its big end', utf16(written('UTF-16'), true), undefined],
    ['UTF-16 without a mark', utf16(written('UTF-16'), false).subarray(2), undefined],
    ['an encoding nobody knows, but UTF-8 in truth', bytesOf(written('x-klingon')), undefined],
  ])('%s', ([, bytes, contentType]) =>
    expect(read(bytes, contentType).items).toMatchObject([{ title: 'Élysée' }]),
  );

  test('half a letter costs that letter, not the feed', () => {
    const bytes = bytesOf(rss(rssItem('<title>Élysée!</title>')));
    const [first, ...rest] = bytesOf('É');
    const at = bytes.indexOf(first ?? 0);
    const cut = Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + rest.length)]);
    expect(read(cut).items).toMatchObject([{ title: '�lysée!' }]);
  });
});
