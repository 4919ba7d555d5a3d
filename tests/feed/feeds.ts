// Feeds of our own invention.

export const NOW = new Date('2025-02-18T12:00:00Z');
export const ADDRESS = 'https://paper.example/feeds/world.xml';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const NAMESPACES =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
  'xmlns:atom="http://www.w3.org/2005/Atom" ' +
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" ' +
  'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"';

/** RSS 2.0 of the given items, with what else the channel is to have. */
export const rss = (items: string, channel = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${NAMESPACES}><channel>` +
  `<title>The Paper</title><link>https://paper.example/</link>${channel}${items}</channel></rss>`;

export const rssItem = (inside: string): string =>
  `<item><link>https://paper.example/a</link>${inside}</item>`;

/** RSS of so many items, numbered from the one given. */
export const numberedRss = (from: number, count: number, channel = ''): string =>
  rss(
    Array.from(
      { length: count },
      (_, i) =>
        `<item><title>Story ${from + i}</title><link>/news/${from + i}</link>` +
        `<guid isPermaLink="false">story-${from + i}</guid></item>`,
    )
      .toReversed()
      .join('\n'),
    channel,
  );

export const atom = (entries: string, attributes = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>The Atom</title>` +
  `<id>urn:atom</id><updated>2025-02-18T10:00:00Z</updated>${entries}</feed>`;

export const ATOM_ENTRY =
  '<entry><id>urn:1</id><title>Envoys meet</title><link rel="self" href="/api/1"/>' +
  '<link href="/news/1"/><published>2025-02-18T09:30:00+03:00</published>' +
  '<updated>2025-02-18T11:00:00Z</updated><summary>They met.</summary></entry>';

export const RDF =
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" ' +
  'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  '<channel rdf:about="https://paper.example/"><title>The RDF</title>' +
  '<link>https://paper.example/</link></channel><item rdf:about="https://paper.example/1">' +
  '<title>Envoys meet</title><link>https://paper.example/1</link>' +
  '<dc:date>2025-02-18</dc:date></item></rdf:RDF>';

export const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The JSON',
  items: [
    {
      id: 7,
      url: '/news/7',
      title: 'Envoys meet',
      content_text: 'They met.',
      date_published: '2025-02-18T09:30:00Z',
    },
  ],
});

export const PAGE =
  '<!DOCTYPE html>\n<html><head><title>The Paper</title>' +
  '<link rel="stylesheet" href="/style.css">' +
  "<link href='/feeds/world.xml?a=1&amp;b=2' type='application/rss+xml' rel='alternate'>" +
  '</head><body><p>News</p></body></html>';
