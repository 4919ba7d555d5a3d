// Parameters that tell a publisher where a reader came from, and change nothing on the page. After
// Brave's and Firefox's lists of stripped query parameters, and what feeds of the press carry.
const TRACKING = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh ' +
    'mc_cid mc_eid mkt_tok vero_id _hsenc _hsmi __hssc __hstc oly_anon_id oly_enc_id rb_clickid ' +
    's_cid icid cmpid cmp ns_campaign ns_mchannel ns_source ns_linkname xtor wt_mc wt.mc_id ' +
    'ftag smid guccounter guce_referrer guce_referrer_sig taid traffic_source sr_share'
  ).split(' '),
);
const TRACKING_PREFIX = /^(?:utm|at|pk|mtm|matomo|hsa|itm)_/u;

const LONGEST = 2_000;

/**
 * A link as an address that the same article always has; undefined where it leads to no page.
 *
 *     /news/1?utm_source=rss&id=2 at https://example.org → https://example.org/news/1?id=2
 */
export function articleAddress(link: string, base?: string): string | undefined {
  const url = resolveAddress(link, base);
  if (!url) return undefined;
  url.username = '';
  url.password = '';
  // By hand, so that what stays is written as it was.
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !isTracking(pair));
  const search = kept.join('&');
  if (search !== url.search.slice(1)) url.search = search;
  if (isTracking(url.hash.slice(1))) url.hash = '';
  return url.href.length <= LONGEST ? url.href : undefined;
}

/** A link made whole; undefined unless it is of the web: `javascript:` is not. */
export function resolveAddress(link: string, base?: string): URL | undefined {
  const url = URL.canParse(link.trim(), base) ? new URL(link.trim(), base) : undefined;
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined;
}

function isTracking(pair: string): boolean {
  const name = (pair.split('=', 1)[0] ?? '').toLowerCase();
  return TRACKING.has(name) || TRACKING_PREFIX.test(name);
}
