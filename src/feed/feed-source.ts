import {
  type AtomFeed,
  type JsonFeed,
  type RdfFeed,
  type RssFeed,
  parseAtomFeed,
  parseJsonFeed,
  parseRdfFeed,
  parseRssFeed,
} from 'feedsmith';

/** A feed as its publisher wrote it, whatever its format: nothing is cleaned yet. */
export interface FeedSource {
  readonly title: string;
  /** What its links are relative to, where it says so. */
  readonly base?: string | undefined;
  /** The site that it is of. */
  readonly home?: string | undefined;
  readonly minutes?: number | undefined;
  readonly items: readonly ItemSource[];
}

export interface ItemSource {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  readonly base?: string | undefined;
  readonly date?: string | undefined;
  readonly summary?: string | undefined;
}

/** By the name of an XML document's root, in lower case and without its prefix. */
export const XML_FORMATS: Readonly<Record<string, (xml: string) => FeedSource>> = {
  rss: (xml) => sourceOfRss(parseRssFeed(xml)),
  feed: (xml) => sourceOfAtom(parseAtomFeed(xml)),
  rdf: (xml) => sourceOfRdf(parseRdfFeed(xml)),
};

/** @throws what feedsmith throws at what is no JSON Feed */
export const readJsonFeed = (json: string): FeedSource => sourceOfJson(parseJsonFeed(json));

const sourceOfRss = (feed: RssFeed.Feed<string>): FeedSource => ({
  title: feed.title ?? '',
  base: feed.xml?.base,
  home: feed.link,
  minutes: Math.max(feed.ttl ?? 0, minutesOf(feed.sy)),
  items: (feed.items ?? []).map((item) => ({
    id: item.guid?.value,
    title: item.title,
    link: item.link ?? permanentLink(item.guid) ?? linkOf(item.atom?.links),
    base: item.xml?.base,
    date: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published ?? item.atom?.updated,
    summary: item.description ?? item.content?.encoded,
  })),
});

const sourceOfRdf = (feed: RdfFeed.Feed<string>): FeedSource => ({
  title: feed.title ?? '',
  base: feed.xml?.base,
  home: feed.link,
  minutes: minutesOf(feed.sy),
  items: (feed.items ?? []).map((item) => ({
    id: item.rdf?.about,
    title: item.title,
    link: item.link ?? item.rdf?.about,
    base: item.xml?.base,
    date: item.dc?.dates?.[0],
    summary: item.description ?? item.content?.encoded,
  })),
});

const sourceOfAtom = (feed: AtomFeed.Feed<string>): FeedSource => ({
  title: feed.title?.value ?? '',
  base: feed.xml?.base,
  minutes: minutesOf(feed.sy),
  items: (feed.entries ?? []).map((entry) => ({
    id: entry.id,
    title: entry.title?.value,
    link: linkOf(entry.links) ?? entry.content?.src,
    base: entry.xml?.base,
    date: entry.published ?? entry.updated,
    summary: entry.summary?.value ?? entry.content?.value,
  })),
});

const sourceOfJson = (feed: JsonFeed.Feed<string>): FeedSource => ({
  title: feed.title ?? '',
  home: feed.home_page_url,
  items: (feed.items ?? []).map((item) => ({
    id: item.id,
    title: item.title,
    link: item.url ?? item.external_url,
    date: item.date_published ?? item.date_modified,
    summary: item.summary ?? item.content_text ?? item.content_html,
  })),
});

/** A guid is the article's address unless it says that it is not (RSS 2.0). */
function permanentLink(guid: RssFeed.Guid | undefined): string | undefined {
  const isLink = guid?.isPermaLink !== false && /^https?:\/\//iu.test(guid?.value ?? '');
  return isLink ? guid?.value : undefined;
}

/** The page that an entry is about; a link without `rel` is to it (RFC 4287, section 4.2.7.2). */
function linkOf(links: readonly AtomFeed.Link<string>[] = []): string | undefined {
  const pages = links.filter(({ rel }) => rel === undefined || rel === 'alternate');
  const html = pages.find(({ type }) => type === undefined || type.includes('html'));
  return (html ?? pages[0])?.href;
}

const DAY = 24 * 60;
const PERIODS: ReadonlyMap<string, number> = new Map([
  ['hourly', 60],
  ['daily', DAY],
  ['weekly', 7 * DAY],
  ['monthly', 30 * DAY],
  ['yearly', 365 * DAY],
]);

/** `daily`, four times → 360 (RDF Site Summary 1.0, syndication module); 0 where nothing is said. */
function minutesOf(pace?: { updatePeriod?: string; updateFrequency?: number }): number {
  const period = PERIODS.get(pace?.updatePeriod?.trim().toLowerCase() ?? '') ?? 0;
  return period / Math.max(1, pace?.updateFrequency ?? 1);
}
