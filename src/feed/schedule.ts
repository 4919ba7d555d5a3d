import type { FeedOutcome, FeedState } from './feed.ts';

const MOST_AT_ONCE = 4;
/** How often it is asked what is due. */
const TURN_MS = 60 * 1_000;
/** How long a feed rests whose look or whose outcome threw, as no state says when to look again. */
const REST_MS = 15 * TURN_MS;

export interface DueFeed {
  readonly id: string;
  readonly url: string;
  readonly state: FeedState;
}

export interface PollerParts {
  /** The feeds that it is time to look at, the longest due first. */
  readonly due: () => readonly DueFeed[];
  readonly poll: (feed: DueFeed) => Promise<FeedOutcome>;
  /** Milliseconds since 1970, as `Date`. */
  readonly clock: { now(): number };
  /** Keeps the outcome; until it has, no other feed of the same server is looked at. */
  readonly onOutcome: (feed: DueFeed, outcome: FeedOutcome) => void | Promise<void>;
  /** Told what threw; by no feed where `due` did. */
  readonly onFault: (error: unknown, feed?: DueFeed) => void;
}

export interface Poller {
  /** Looks at once and then every minute, without keeping the process alive. */
  start(): void;
  /** Looks at what is due, once; joins the look that goes on. Never throws. */
  look(): Promise<void>;
  /** Begins no other look at a feed, and waits for those that go on. */
  stop(): Promise<void>;
}

/** Looks at feeds when they are due: at most four at once, and one at a time of each server. */
export function createPoller(parts: PollerParts): Poller {
  const restsUntil = new Map<string, number>();
  let turn: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const isRested = ({ id }: DueFeed): boolean => (restsUntil.get(id) ?? 0) <= parts.clock.now();

  async function lookAt(feed: DueFeed): Promise<void> {
    try {
      restsUntil.delete(feed.id);
      await parts.onOutcome(feed, await parts.poll(feed));
    } catch (error) {
      restsUntil.set(feed.id, parts.clock.now() + REST_MS);
      report(error, feed);
    }
  }

  /** Takes one server after the other, and the feeds of each in turn. */
  async function work(servers: DueFeed[][]): Promise<void> {
    for (let feeds = servers.shift(); feeds; feeds = servers.shift())
      for (const feed of feeds) if (!isStopped) await lookAt(feed);
  }

  async function lookOnce(): Promise<void> {
    try {
      const servers = groupByServer(parts.due().filter(isRested));
      await Promise.all(Array.from({ length: MOST_AT_ONCE }, () => work(servers)));
    } catch (error) {
      report(error);
    }
  }

  function report(error: unknown, feed?: DueFeed): void {
    try {
      parts.onFault(error, feed);
    } catch {
      // Nobody is left to tell, and the other feeds are still to be looked at.
    }
  }

  const look = (): Promise<void> => {
    if (isStopped) return turn ?? Promise.resolve();
    turn ??= lookOnce().finally(() => (turn = undefined));
    return turn;
  };

  return {
    look,
    start() {
      if (isStopped || timer) return;
      timer = setInterval(() => void look(), TURN_MS).unref();
      void look();
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await turn;
    },
  };
}

/** The feeds of each server, in the order in which they came. */
function groupByServer(feeds: readonly DueFeed[]): DueFeed[][] {
  const servers = new Map<string, DueFeed[]>();
  for (const feed of feeds) {
    const server = URL.canParse(feed.url) ? new URL(feed.url).host : feed.url;
    const known = servers.get(server);
    if (known) known.push(feed);
    else servers.set(server, [feed]);
  }
  return [...servers.values()];
}
