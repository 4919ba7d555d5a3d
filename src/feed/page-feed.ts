import { parseHTML } from 'linkedom';
import { resolveAddress } from './address.ts';

const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)/iu;
// What a page says of itself stands in its head.
const HEAD = 200_000;
const MOST_LINKS = 20;
const LINK = /<link\s[^<>]{1,2000}>/giu;

/** Whether a text is a web page: it begins as one, or says nothing else but looks like one. */
export const isPage = (text: string): boolean =>
  /^\s*(?:<\?[^>]{0,200}>\s*|<!--[^>]{0,500}-->\s*)*<(?:!doctype\s+html|html|head|body)\b/iu.test(
    text.slice(0, 5_000),
  );

/** The address of the feed that a page names, by what browsers and readers have long looked for. */
export function feedOfPage(page: string, base?: string): string | undefined {
  const tags = page.slice(0, HEAD).match(LINK) ?? [];
  for (const tag of tags.filter((it) => /alternate/iu.test(it)).slice(0, MOST_LINKS)) {
    const link = parseHTML(`<html><head>${tag}</head></html>`).document.querySelector('link');
    const rel = link?.getAttribute('rel')?.toLowerCase().split(/\s+/u) ?? [];
    const isFeed = rel.includes('alternate') && FEED_TYPES.test(link?.getAttribute('type') ?? '');
    const href = isFeed ? link?.getAttribute('href') : undefined;
    const address = href ? resolveAddress(href, base) : undefined;
    if (address) return address.href;
  }
  return undefined;
}
