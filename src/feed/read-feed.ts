import { articleAddress, resolveAddress } from './address.ts';
import { readDate } from './date.ts';
import { decodeFeed } from './decode.ts';
import { FeedError } from './feed-error.ts';
import { type FeedSource, type ItemSource, XML_FORMATS, readJsonFeed } from './feed-source.ts';
import { feedOfPage, isPage } from './page-feed.ts';
import { cutText, plainText } from './plain-text.ts';
import { checkXml } from './xml-root.ts';

/** The size beyond which no feed is read, in bytes. */
export const MOST_BYTES = 2 * 1024 * 1024;

const MOST_ITEMS = 100;
const LONGEST_ID = 2_000;
const LONGEST_TITLE = 300;
const LONGEST_SUMMARY = 600;

/** An article that a feed names. */
export interface FeedItem {
  /** What the feed knows it by, else its link; unique in the feed. */
  readonly id: string;
  /** Plain text, at most 300 UTF-16 code units. */
  readonly title: string;
  /** Where it can be read, without what only tells where a reader came from. */
  readonly url: string;
  /** ISO 8601, in UTC. */
  readonly date?: string;
  /** Plain text, at most 600 UTF-16 code units. */
  readonly summary?: string;
}

export interface Feed {
  readonly title: string;
  /** At most 100; the newest first where all have a date, else as the feed has them. */
  readonly items: FeedItem[];
  /** How often its publisher wants it looked at, where the feed says so. */
  readonly minutes?: number;
}

export interface FeedPlace {
  /** Where the feed came from; its relative links start there. */
  readonly address?: string;
  /** Dates more than a day after this are dropped; the present if left out. */
  readonly now?: Date;
}

/**
 * Reads RSS 0.9 to 2.0, Atom, RDF Site Summary and JSON Feed.
 *
 * @throws FeedError where it is none, and nothing else whatever the bytes are
 */
export function readFeed(bytes: Uint8Array, contentType?: string, place: FeedPlace = {}): Feed {
  const { address, now = new Date() } = place;
  if (bytes.length > MOST_BYTES)
    throw new FeedError('fault.feed.size', { most: MOST_BYTES / 1024 ** 2 });
  const source = parse(decodeFeed(bytes, contentType).trim(), address);
  const base = wholeBase(source.base, address ?? source.home);
  const items = chooseItems(source.items, now).flatMap((item) => readItem(item, base, now) ?? []);
  return {
    title: plainText(source.title, LONGEST_TITLE),
    items: [...new Map(items.toReversed().map((item) => [item.id, item])).values()].toReversed(),
    ...(source.minutes ? { minutes: source.minutes } : {}),
  };
}

function parse(text: string, address: string | undefined): FeedSource {
  if (isPage(text)) {
    const feed = feedOfPage(text, address);
    throw feed ? new FeedError('fault.feed.page.link', { feed }) : new FeedError('fault.feed.page');
  }
  // Binary files have zeros, which neither XML nor JSON may have.
  const reader = text.includes('\0') ? undefined : readerOf(text);
  if (!reader) throw new FeedError('fault.feed.none');
  try {
    return reader(text);
  } catch (error) {
    // What feedsmith or `JSON.parse` says of it tells nobody what to do.
    if (error instanceof FeedError) throw error;
    throw new FeedError('fault.feed.none');
  }
}

function readerOf(text: string): ((text: string) => FeedSource) | undefined {
  if (text.startsWith('{')) return readJsonFeed;
  if (!text.startsWith('<')) return undefined;
  // `rdf:RDF` → rdf
  const root = checkXml(text).toLowerCase().split(':').at(-1) ?? '';
  return Object.hasOwn(XML_FORMATS, root) ? XML_FORMATS[root] : undefined;
}

/** A feed may name a base of its own, which may be relative itself. */
function wholeBase(named: string | undefined, address: string | undefined): string | undefined {
  return named === undefined ? address : (resolveAddress(named, address)?.href ?? address);
}

/** The newest; some feeds are archives, and some of those have the oldest first. */
function chooseItems(items: readonly ItemSource[], now: Date): readonly ItemSource[] {
  const dated = items.map((item) => ({ item, date: readDate(item.date ?? '', now) }));
  const chosen = dated.every(({ date }) => date !== undefined)
    ? dated.toSorted((a, b) => compare(b.date ?? '', a.date ?? ''))
    : dated;
  return chosen.slice(0, MOST_ITEMS).map(({ item }) => item);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function readItem(source: ItemSource, base: string | undefined, now: Date): FeedItem | undefined {
  const url = source.link && articleAddress(source.link, wholeBase(source.base, base));
  if (!url) return undefined;
  const summary = plainText(source.summary ?? '', LONGEST_SUMMARY);
  const date = readDate(source.date ?? '', now);
  return {
    id: source.id?.trim().slice(0, LONGEST_ID) || url,
    title: plainText(source.title ?? '', LONGEST_TITLE) || cutText(summary || url, LONGEST_TITLE),
    url,
    ...(date ? { date } : {}),
    ...(summary ? { summary } : {}),
  };
}
