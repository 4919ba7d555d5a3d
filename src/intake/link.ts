import { isPublicName } from './address.ts';
import { IntakeError } from './intake-error.ts';

/** Characters; as many as an article's `url` may have. */
const LONGEST_LINK = 2000;

/** The ports of http and https; `URL` says '' for the usual one of its scheme. */
const WEB_PORTS: readonly number[] = [80, 443];

/** What a link may be beside a public one; for tests and the sandbox. */
export interface LinkRules {
  readonly ports?: readonly number[] | 'any';
  /** Whether a host that is not public by its name may be asked. */
  readonly isAllowedName?: (host: string) => boolean;
}

/**
 * Reads a link that somebody typed; `<https://example.org/a>`, which keeps Discord from showing the
 * page, is one, too. Odd spellings of addresses (`0x7f.1`, `2130706433`) come out as plain ones.
 * @throws IntakeError if it is none, or leads where nothing is read.
 */
export function readLink(words: string, rules: LinkRules = {}): URL {
  const text = words.trim().replace(/^<(.*)>$/u, '$1');
  const isOdd = text.length > LONGEST_LINK || /[\s\p{Cc}\\]/u.test(text) || !URL.canParse(text);
  if (isOdd) throw new IntakeError('intake.link', { link: shorten(text) });
  return checkLink(new URL(text), rules);
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

/** The link itself, if it may be followed; its fragment, which is not for the site, goes. */
function checkLink(url: URL, { ports = WEB_PORTS, isAllowedName = isPublicName }: LinkRules): URL {
  if (!/^https?:$/u.test(url.protocol)) throw new IntakeError('intake.link-scheme');
  if (url.username !== '' || url.password !== '') throw new IntakeError('intake.link-credentials');
  const isUsual = url.port === '' || ports === 'any' || ports.includes(Number(url.port));
  if (!isUsual) throw new IntakeError('intake.link-port', { port: url.port });
  if (!isAllowedName(url.hostname))
    throw new IntakeError('intake.link-private', { host: url.hostname });
  const bare = new URL(url);
  bare.hash = '';
  return bare;
}

/**
 * Where a redirect leads, `location` as the site wrote it, relative or not.
 * @throws IntakeError if that may not be followed, or would go from https to http.
 */
export function redirectTarget(
  from: URL,
  location: string | undefined,
  rules: LinkRules = {},
): URL {
  if (location === undefined || !URL.canParse(location, from.href))
    throw new IntakeError('intake.link-broken', { host: from.hostname });
  const target = checkLink(new URL(location, from), rules);
  if (from.protocol === 'https:' && target.protocol === 'http:')
    throw new IntakeError('intake.link-downgrade');
  return target;
}

/** Parameters that tell a site where a reader came from, and nothing about the page. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hs\w+|vero_id|oly_\w+|wt_mc|cmpid|ocid|smid|ref_src|__twitter_impression|at_medium|at_campaign)$/iu;

/** `https://example.org/a?utm_source=x&page=2#top` → `https://example.org/a?page=2`. */
export function dropTracking(link: string): string {
  const url = new URL(link);
  url.hash = '';
  for (const name of new Set(url.searchParams.keys()))
    if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/**
 * Whether two hosts seem to be of one owner: `www.example.org` and `m.example.org`, but not
 * `a.co.uk` and `b.co.uk`. A guess by the last labels; the list of public suffixes is not asked.
 */
export const isSameSite = (a: string, b: string): boolean => siteOf(a) === siteOf(b);

function siteOf(host: string): string {
  const labels = host.toLowerCase().replace(/\.$/u, '').split('.');
  const isCountry = (labels.at(-1)?.length ?? 0) === 2 && (labels.at(-2)?.length ?? 9) <= 3;
  return labels.slice(isCountry ? -3 : -2).join('.');
}
