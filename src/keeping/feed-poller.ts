import { type FeedOutcome, pollFeed } from '../feed/feed.ts';
import type { FeedItem } from '../feed/read-feed.ts';
import { type DueFeed, createPoller } from '../feed/schedule.ts';
import type { Feed } from '../store/server-store.ts';
import { takeItem } from './feed-item.ts';
import { feedQueue } from './feed-queue.ts';
import type { Keeping } from './keeping.ts';

/** What a server is to be told of its feeds. */
export type FeedNews =
  /** What came in the last hour: how many were saved, and how many wait. */
  | { readonly kind: 'digest'; readonly saved: number; readonly waiting: number }
  /** A feed was paused, having brought too much or being no more there. */
  | { readonly kind: 'busy' | 'gone'; readonly feed: Feed };

export interface FeedPollerParts {
  readonly keeping: Keeping;
  readonly tell: (guildId: string, news: FeedNews) => Promise<void>;
  /** Told what went wrong here. */
  readonly report: (error: unknown) => void;
  /** Milliseconds since 1970; `Date` where left out. */
  readonly clock?: { now(): number };
  /** Whether the bot is in a server still; the feeds of others rest. */
  readonly isIn?: (guildId: string) => boolean;
}

export interface FeedPoller {
  /** Looks at what is due now and every minute, without keeping the process alive. */
  start(): void;
  /** Looks at what is due, and tells what there is to tell. Never throws. */
  look(): Promise<void>;
  /** Begins nothing more, and waits for what goes on. */
  stop(): Promise<void>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** No more of one server wait: whoever does not look at them is not brought more. */
const MOST_WAITING = 200;

interface Counts {
  readonly since: number;
  saved: number;
  waiting: number;
}

/** Follows the feeds of all servers. */
export function createFeedPoller(parts: FeedPollerParts): FeedPoller {
  const { keeping, report, clock = Date, isIn = () => true } = parts;
  const { feeds } = keeping.servers;
  /** By server, what came since it was last told. */
  const counts = new Map<string, Counts>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const tell = async (guildId: string, news: FeedNews): Promise<void> => {
    try {
      await parts.tell(guildId, news);
    } catch (error) {
      report(error);
    }
  };

  function due(): readonly Feed[] {
    const now = clock.now();
    return feeds
      .all()
      .filter(
        ({ paused, guildId, state }) =>
          paused === undefined && isIn(guildId) && timeOf(state) <= now,
      )
      .toSorted((a, b) => timeOf(a.state) - timeOf(b.state));
  }

  /** The feed as it is, unless it was paused, begun anew or let go while it was looked at. */
  function stillLooked({ id, state }: DueFeed): Feed | undefined {
    const feed = feeds.get(id);
    return feed?.paused === undefined && feed?.state === state ? feed : undefined;
  }

  async function keep(looked: DueFeed, { state }: FeedOutcome, paused?: 'busy' | 'gone') {
    const isPaused = paused !== undefined && stillLooked(looked) !== undefined;
    const feed = await feeds.change(looked.id, (before) =>
      before === undefined || before.state !== looked.state
        ? before
        : { ...before, state, ...(isPaused ? { paused } : {}) },
    );
    if (feed !== undefined && isPaused) await tell(feed.guildId, { kind: paused, feed });
  }

  function count(guildId: string, what: 'saved' | 'waiting'): void {
    const counted = counts.get(guildId) ?? { since: clock.now(), saved: 0, waiting: 0 };
    counted[what] += 1;
    counts.set(guildId, counted);
  }

  /** Gives why it did not take all of them; those that it took are known the next time. */
  async function takeAll(
    looked: DueFeed,
    items: readonly FeedItem[],
  ): Promise<'stopped' | 'busy' | undefined> {
    // The oldest first, as if each had been found when it came.
    for (const item of items.toReversed()) {
      const feed = stillLooked(looked);
      if (isStopped || feed === undefined) return 'stopped';
      const waiting = feedQueue(keeping, feed.guildId).flatMap(({ drafts }) => drafts);
      if (waiting.length >= MOST_WAITING) return 'busy';
      const what = await takeItem(keeping, feed, item, report);
      if (what !== 'known') count(feed.guildId, what);
    }
    return undefined;
  }

  async function settle(looked: DueFeed, outcome: FeedOutcome): Promise<void> {
    switch (outcome.kind) {
      case 'items': {
        const why = await takeAll(looked, outcome.items);
        if (why !== 'stopped') await keep(looked, outcome, why);
        break;
      }
      case 'unchanged':
      case 'failed':
        await keep(looked, outcome);
        break;
      case 'busy':
      case 'gone':
        await keep(looked, outcome, outcome.kind);
        break;
      default:
        outcome satisfies never;
    }
  }

  async function tellDigests(): Promise<void> {
    for (const [guildId, { since, saved, waiting }] of counts) {
      if (clock.now() < since + HOUR) continue;
      counts.delete(guildId);
      await tell(guildId, { kind: 'digest', saved, waiting });
    }
  }

  const poller = createPoller({
    due,
    clock,
    poll: ({ url, state }) =>
      pollFeed(url, state, keeping.intake.fetchFeed, new Date(clock.now()), Math.random),
    onOutcome: settle,
    onFault: report,
  });

  return {
    look: async () => {
      await poller.look();
      await tellDigests();
    },
    start() {
      if (isStopped || timer) return;
      timer = setInterval(() => void tellDigests(), MINUTE).unref();
      poller.start();
    },
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await poller.stop();
    },
  };
}

const timeOf = ({ nextAt }: Feed['state']): number => Date.parse(nextAt);
