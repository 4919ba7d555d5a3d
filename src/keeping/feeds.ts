import { randomUUID } from 'node:crypto';
import { resolveAddress } from '../feed/address.ts';
import { FeedError } from '../feed/feed-error.ts';
import { type FeedOutcome, type FetchFeed, pollFeed, startFeed } from '../feed/feed.ts';
import { MOST_BYTES } from '../feed/read-feed.ts';
import { IntakeError } from '../intake/intake-error.ts';
import type { Feed } from '../store/server-store.ts';
import { pageOf } from './feed-queue.ts';
import { KeepingError } from './keeping-error.ts';
import type { Keeping } from './keeping.ts';

// What moderators do with the feeds that their server follows.

/** A feed that is to be followed: of whom, and whether what comes waits or is saved at once. */
export interface Wish extends Pick<Feed, 'guildId' | 'by' | 'mode'> {
  readonly url: string;
}

/**
 * Follows a feed from now on: what is in it already is not taken.
 * @throws FeedError where there is none, or it is followed already; KeepingError at the server's most
 */
export async function addFeed(keeping: Keeping, wish: Wish, now = new Date()): Promise<Feed> {
  const { guildId, by, mode } = wish;
  const url = addressOf(wish.url);
  checkNew(keeping, guildId, [url]);
  let end = url;
  const fetch: FetchFeed = async (...asked) => {
    const response = await keeping.intake.fetchFeed(...asked);
    end = response.url;
    return response;
  };
  const outcome = await pollFeed(url, startFeed(now), fetch, now, Math.random);
  if (outcome.kind === 'failed' || outcome.kind === 'gone') throw faultOf(outcome, url);
  const named = outcome.kind === 'unchanged' ? outcome.title : undefined;
  const title = named || new URL(url).hostname;
  const { state } = outcome;
  const feed = { id: randomUUID(), guildId, url, title, mode, by, at: now.toISOString(), state };
  // Looked at again in its turn: somebody else may have added one meanwhile.
  await keeping.servers.feeds.change(feed.id, () => {
    checkNew(keeping, guildId, [url, end]);
    return feed;
  });
  return feed;
}

const LONGEST_TOLD = 100;

/** `example.org/rss`, `<https://example.org/rss>` → `https://example.org/rss` */
function addressOf(typed: string): string {
  const bare = typed.trim().replace(/^<(.*)>$/u, '$1');
  const address = resolveAddress(/^[a-z][a-z+.-]*:/iu.test(bare) ? bare : `https://${bare}`);
  if (address === undefined) throw noAddress(typed);
  address.hash = '';
  return address.href;
}

const noAddress = (url: string): FeedError =>
  new FeedError('fault.feed.address', { url: url.slice(0, LONGEST_TOLD) });

function checkNew(
  { servers, quotas }: Keeping,
  guildId: string,
  addresses: readonly string[],
): void {
  const followed = servers.feeds.of(guildId);
  const pages = new Set(addresses.map(pageOf));
  const same = followed.find(({ url }) => pages.has(pageOf(url)));
  if (same !== undefined) throw new FeedError('fault.feed.same', { title: same.title });
  if (followed.length >= quotas.feeds)
    throw new KeepingError('keeping.quota.feeds', { count: quotas.feeds });
}

const OF_LINK: ReadonlySet<string> = new Set(
  ['', '-scheme', '-credentials', '-port', '-private'].map((what) => `intake.link${what}`),
);

type Failed = Extract<FeedOutcome, { readonly kind: 'failed' | 'gone' }>;

/** What fetching says is of pages, whose text one can paste; of feeds one cannot. */
function faultOf({ fault, params, cause }: Failed, url: string): FeedError {
  if (!(cause instanceof IntakeError)) return new FeedError(fault, params);
  if (OF_LINK.has(cause.fault)) return noAddress(url);
  return cause.fault === 'intake.link-large'
    ? new FeedError('fault.feed.size', { most: MOST_BYTES / 1024 ** 2 })
    : new FeedError(fault, params);
}

/**
 * A feed of a server, by its id, its address or its title.
 * @throws FeedError where the server follows none such
 */
export function ownFeed(
  { servers }: Pick<Keeping, 'servers'>,
  guildId: string,
  named: string,
): Feed {
  const found = servers.feeds
    .of(guildId)
    .find(({ id, url, title }) => id === named || title === named || pageOf(url) === pageOf(named));
  if (found === undefined) throw new FeedError('fault.feed.unlisted');
  return found;
}

export const pauseFeed = (feed: Feed): Feed => ({ ...feed, paused: 'moderator' });

/** Begins anew from now: what came while it was paused is not taken. */
export function resumeFeed({ paused: _paused, ...feed }: Feed): Feed {
  return { ...feed, state: { ...startFeed(new Date()), seen: feed.state.seen } };
}

export const withMode =
  (mode: Feed['mode']) =>
  (feed: Feed): Feed => ({ ...feed, mode });

/**
 * Changes a feed of a server, or lets it go; gives it as it is then, or was.
 * @throws FeedError where the server follows it no more
 */
export async function changeFeed(
  { servers }: Pick<Keeping, 'servers'>,
  { id, guildId }: Feed,
  change: (feed: Feed) => Feed | undefined,
): Promise<Feed> {
  let feed: Feed | undefined;
  await servers.feeds.change(id, (before) => {
    if (before === undefined || before.guildId !== guildId) return before;
    const after = change(before);
    feed = after ?? before;
    return after;
  });
  if (feed === undefined) throw new FeedError('fault.feed.unlisted');
  return feed;
}
