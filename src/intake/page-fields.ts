import { readJsonLd } from './json-ld.ts';

/** As much of a DOM as is read here; linkedom's types want a browser's. */
interface PageElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}
export interface PageDocument {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** What a page says of its article, as written there; none of it is checked yet. */
export interface PageFields {
  readonly title?: string;
  readonly date?: string;
  readonly publisher?: string;
  /** The link that the page gives as its own. */
  readonly canonical?: string;
  readonly authors: readonly string[];
  /** Whether the page says that it is to be paid for (schema.org's `isAccessibleForFree`). */
  readonly isPaid: boolean;
}

/** Reads schema.org's JSON-LD first, then Open Graph's and other `meta` elements, then the page. */
export function readPageFields(document: PageDocument): PageFields {
  const linked = readJsonLd(textsOf(document, 'script[type="application/ld+json"]'));
  const publisher = first(metaOf(document, SITE), linked.publisher);
  const title = first(linked.title, metaOf(document, TITLE), ...headingsOf(document));
  const date = first(
    linked.date,
    metaOf(document, DATE),
    attributeOf(document, '[itemprop="datePublished"]', 'content'),
    attributeOf(document, '[itemprop="datePublished"]', 'datetime'),
    attributeOf(document, 'article time[datetime], main time[datetime]', 'datetime'),
    attributeOf(document, 'time[datetime]', 'datetime'),
  );
  const canonical = first(
    attributeOf(document, 'link[rel="canonical"]', 'href'),
    metaOf(document, ['og:url']),
  );
  const authors = linked.authors.length > 0 ? linked.authors : writtenAuthors(document);
  return {
    ...(title !== undefined && { title: withoutSite(title, publisher) }),
    ...(date !== undefined && { date }),
    ...(publisher !== undefined && { publisher }),
    ...(canonical !== undefined && { canonical }),
    authors,
    isPaid: linked.isPaid,
  };
}

const TITLE = ['og:title', 'twitter:title', 'dc.title'];
const SITE = ['og:site_name', 'application-name', 'dc.publisher'];
const DATE = [
  'article:published_time',
  'og:article:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'datepublished',
  'publish-date',
  'publication_date',
  'pubdate',
  'dc.date.issued',
  'dc.date',
  'date',
];
const AUTHOR = ['author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator'];

const first = (...found: readonly (string | undefined)[]): string | undefined =>
  found.map((words) => words?.trim()).find((words) => words !== undefined && words !== '');

const textsOf = (document: PageDocument, selector: string): string[] =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');

const attributeOf = (document: PageDocument, selector: string, name: string): string | undefined =>
  document.querySelector(selector)?.getAttribute(name) ?? undefined;

/** The content of the first `meta` element that has one of the names, the first name before others. */
function metaOf(document: PageDocument, names: readonly string[]): string | undefined {
  const found = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? '').toLowerCase();
    if (!found.has(name)) found.set(name, meta.getAttribute('content') ?? '');
  }
  return first(...names.map((name) => found.get(name)));
}

/** `title` may stand within an SVG, too; the page's own is the first. */
const headingsOf = (document: PageDocument): (string | undefined)[] =>
  ['h1', 'title'].map((name) => document.querySelector(name)?.textContent ?? undefined);

/** Characters of a title that are looked at. */
const LONGEST_TITLE = 1000;

/** `Talks end | The Courier` → `Talks end`, where the site is The Courier. */
function withoutSite(whole: string, site: string | undefined): string {
  const title = whole.slice(0, LONGEST_TITLE);
  const [, head, tail] = /^(.+)\s[|–—·»-]\s([^|–—·»]+)$/su.exec(title) ?? [];
  const isSite = tail !== undefined && tail.trim().toLowerCase() === site?.toLowerCase();
  return isSite && head !== undefined ? head.trim() : title;
}

function writtenAuthors(document: PageDocument): readonly string[] {
  const written = first(
    metaOf(document, AUTHOR.slice(0, 1)),
    ...AUTHOR.map((name) => metaOf(document, [name])),
    document.querySelector('[rel="author"], [itemprop="author"]')?.textContent ?? undefined,
  );
  return written === undefined ? [] : splitAuthors(written);
}

/** `By Ada Moss, Ben Orr and Cy Poe` → three names; a link to a profile is no name. */
export function splitAuthors(byline: string): readonly string[] {
  const words = byline.replaceAll(/\s+/gu, ' ').trim();
  if (/^https?:/iu.test(words) || words.length > 300) return [];
  return words
    .replace(/^(?:written\s+)?by:?\s+/iu, '')
    .split(/, ?(?:and )?| (?:and|&) | ?[;|] ?/u)
    .map((name) => name.trim())
    .filter((name) => /\p{L}/u.test(name));
}
