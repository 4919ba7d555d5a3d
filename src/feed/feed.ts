import { createHash } from 'node:crypto';
import { dayOfTime } from '../text/days.ts';
import { FeedError, type FeedFault } from './feed-error.ts';
import { type Asked, nextLook } from './pace.ts';
import { type Feed, type FeedItem, MOST_BYTES, readFeed } from './read-feed.ts';

const MOST_SEEN = 500;
const MOST_A_DAY = 30;
/** With the waits doubling up to a day, so many failures in a row take about a week. */
const GONE_AFTER = 13;
/** A longer header is not sent back. */
const LONGEST_TAG = 500;

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, ' +
  'application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1';

/** What is remembered of a feed between two looks. JSON; never changed, each look makes a new one. */
export interface FeedState {
  /** What the server gave to ask by whether anything changed (RFC 9110, section 13.1). */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Digests of the ids of items, the newest first, at most 500. */
  readonly seen: readonly string[];
  /** How many looks failed in a row. */
  readonly failures: number;
  /** When to look again, ISO 8601. */
  readonly nextAt: string;
  /** How many new items came on a day, in UTC. */
  readonly today: { readonly day: string; readonly count: number };
  /** How often the publisher wants it looked at, where the feed says so. */
  readonly minutes?: number;
  /** No look went well so far: what the first one finds was there before. */
  readonly isUnread?: true;
}

export type FeedOutcome =
  | { readonly kind: 'items'; readonly items: readonly FeedItem[]; readonly state: FeedState }
  /** With its title, where the feed itself was sent. */
  | { readonly kind: 'unchanged'; readonly state: FeedState; readonly title?: string }
  /** More than 30 new items in a day, none of which is given: the feed is to pause. */
  | { readonly kind: 'busy'; readonly state: FeedState }
  | ({ readonly kind: 'failed'; readonly state: FeedState } & FeedFailure)
  /** Its server says so, or it has failed for about a week: the feed is to be given up. */
  | ({ readonly kind: 'gone'; readonly state: FeedState } & FeedFailure);

/** What to say of a look that failed, by key, and what threw where something did. */
interface FeedFailure {
  readonly fault: FeedFault;
  readonly params: FeedError['params'];
  readonly cause?: unknown;
}

export interface FeedRequest {
  readonly accept: string;
  readonly mostBytes: number;
  /** To be sent as `If-None-Match` and `If-Modified-Since`. */
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface FeedResponse {
  readonly status: number;
  /** Where it came from in the end. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** Headers, as they were sent. */
  readonly contentType?: string | undefined;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly retryAfter?: string | undefined;
  readonly cacheControl?: string | undefined;
}

/**
 * Fetches a feed, safely: a port. It throws where no answer comes, where more than `mostBytes` do,
 * and where the address is not to be asked; every status is an answer.
 */
export type FetchFeed = (url: string, request: FeedRequest) => Promise<FeedResponse>;

/** A feed starting from now: its first look takes nothing and only notes what is there. */
export const startFeed = (now: Date): FeedState => ({
  seen: [],
  failures: 0,
  nextAt: now.toISOString(),
  today: { day: dayOfTime(now.getTime()), count: 0 },
  isUnread: true,
});

/**
 * Looks at a feed once and says what is new in it. Whether it is time is for the caller to know. An
 * item is given once, as long as it is among the last 500 that were seen or still in the feed.
 *
 * @param random from 0 to 1, as `Math.random`
 */
export async function pollFeed(
  url: string,
  state: FeedState,
  fetch: FetchFeed,
  now: Date,
  random: () => number,
): Promise<FeedOutcome> {
  const look: Look = { state, now, random };
  let response: FeedResponse;
  try {
    response = await fetch(url, requestFor(state));
  } catch (cause) {
    return fail(look, { fault: 'fault.feed.unreachable', params: {}, cause });
  }
  const { status } = response;
  if (status === 304) return { kind: 'unchanged', state: succeed(look, response, state.minutes) };
  if (status === 410) return giveUp(look, { fault: 'fault.feed.gone', params: {} });
  if (status !== 200)
    return fail(look, { fault: 'fault.feed.status', params: { status } }, response);
  try {
    return take(look, response, read(response, now));
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return fail(look, { fault: error.fault, params: error.params }, response);
  }
}

/** What a look begins with. */
interface Look {
  readonly state: FeedState;
  readonly now: Date;
  readonly random: () => number;
}

const requestFor = ({ etag, lastModified }: FeedState): FeedRequest => ({
  accept: ACCEPT,
  mostBytes: MOST_BYTES,
  ...(etag === undefined ? {} : { etag }),
  ...(lastModified === undefined ? {} : { lastModified }),
});

const read = ({ bytes, contentType, url }: FeedResponse, now: Date): Feed =>
  readFeed(bytes, contentType, { address: url, now });

/** Tells new items from old, and whether they are too many for a day. */
function take(look: Look, response: FeedResponse, feed: Feed): FeedOutcome {
  const { state, now } = look;
  const digests = feed.items.map(({ id }) => digestOf(id));
  const known = new Set(state.seen);
  const fresh = state.isUnread ? [] : feed.items.filter((_, i) => !known.has(digests[i] ?? ''));
  const day = dayOfTime(now.getTime());
  const count = (state.today.day === day ? state.today.count : 0) + fresh.length;
  // What is in the feed now goes first, so that an item that stays in it is never forgotten.
  const seen = [...new Set([...digests, ...state.seen])].slice(0, MOST_SEEN);
  const next = { ...succeed(look, response, feed.minutes), seen, today: { day, count } };
  if (fresh.length === 0) return { kind: 'unchanged', state: next, title: feed.title };
  if (count > MOST_A_DAY) return { kind: 'busy', state: next };
  return { kind: 'items', items: fresh, state: next };
}

/** The state after a look that went well; of the headers, a 304 repeats only what it likes. */
function succeed(look: Look, response: FeedResponse, minutes: number | undefined): FeedState {
  const { isUnread, etag, lastModified, minutes: _, ...kept } = look.state;
  const isSame = response.status === 304;
  const asked: Asked = { minutes, cacheControl: response.cacheControl };
  return {
    ...kept,
    ...(isSame && isUnread ? { isUnread } : {}),
    ...withHeader('etag', response.etag ?? (isSame ? etag : undefined)),
    ...withHeader('lastModified', response.lastModified ?? (isSame ? lastModified : undefined)),
    ...(minutes === undefined ? {} : { minutes }),
    failures: 0,
    nextAt: nextLook(look.now, asked, 0, look.random),
  };
}

const withHeader = (name: 'etag' | 'lastModified', value: string | undefined) =>
  value === undefined || value === '' || value.length > LONGEST_TAG ? {} : { [name]: value };

function fail(look: Look, failure: FeedFailure, asked: Asked = {}): FeedOutcome {
  const state = afterFailure(look, asked);
  return { kind: state.failures < GONE_AFTER ? 'failed' : 'gone', state, ...failure };
}

const giveUp = (look: Look, failure: FeedFailure): FeedOutcome => ({
  kind: 'gone',
  state: afterFailure(look, {}),
  ...failure,
});

function afterFailure({ state, now, random }: Look, { retryAfter }: Asked): FeedState {
  const failures = state.failures + 1;
  const asked: Asked = { minutes: state.minutes, retryAfter };
  return { ...state, failures, nextAt: nextLook(now, asked, failures, random) };
}

/** An id of any length in 16 characters, as 500 of them are kept a feed (96 bits of SHA-256). */
const digestOf = (id: string): string =>
  createHash('sha256').update(id).digest('base64url').slice(0, 16);
