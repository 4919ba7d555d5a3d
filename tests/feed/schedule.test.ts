import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FeedOutcome, startFeed } from '../../src/feed/feed.ts';
import { type DueFeed, type PollerParts, createPoller } from '../../src/feed/schedule.ts';
import { NOW } from './feeds.ts';

const MINUTE = 60_000;
const state = startFeed(NOW);
const unchanged: FeedOutcome = { kind: 'unchanged', state };
const feedAt = (id: string, url = `https://${id}.example/feed`): DueFeed => ({ id, url, state });

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds));

/** A poller of feeds that are always due and take a second each, with what became of them. */
function observed(feeds: readonly DueFeed[], parts: Partial<PollerParts> = {}) {
  const running: DueFeed[] = [];
  const seen = { polled: [] as string[], most: 0, clashes: 0, faults: [] as unknown[] };
  const poller = createPoller({
    due: () => feeds,
    clock: Date,
    onOutcome: () => undefined,
    onFault: (error, feed) => void seen.faults.push([String(error), feed?.id]),
    async poll(feed) {
      const host = new URL(feed.url).host;
      if (running.some(({ url }) => new URL(url).host === host)) seen.clashes += 1;
      running.push(feed);
      seen.most = Math.max(seen.most, running.length);
      seen.polled.push(feed.id);
      await pause(1_000);
      running.splice(running.indexOf(feed), 1);
      return unchanged;
    },
    ...parts,
  });
  return { poller, seen };
}

describe('a poller', () => {
  test('looks at four at once, and never at two of one server', async () => {
    const feeds = Array.from({ length: 20 }, (_, i) =>
      feedAt(`f${i}`, `https://host${i % 7}.example/${i}`),
    );
    const { poller, seen } = observed(feeds);
    const turn = poller.look();
    await vi.runAllTimersAsync();
    await turn;
    expect(seen.polled.toSorted()).toEqual(feeds.map(({ id }) => id).toSorted());
    expect(seen).toMatchObject({ most: 4, clashes: 0, faults: [] });
  });

  test('looks at once when it starts, and then every minute', async () => {
    const { poller, seen } = observed([feedAt('a')]);
    poller.start();
    await vi.advanceTimersByTimeAsync(3 * MINUTE + 2_000);
    expect(seen.polled).toHaveLength(4);
    await poller.stop();
  });

  test('never overlaps itself, however long a look takes', async () => {
    const feeds = Array.from({ length: 200 }, (_, i) =>
      feedAt(`f${i}`, `https://one.example/${i}`),
    );
    const { poller, seen } = observed(feeds);
    poller.start();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(seen).toMatchObject({ most: 1, clashes: 0 });
    expect(poller.look()).toBe(poller.look());
    const stopping = poller.stop();
    await vi.runAllTimersAsync();
    await stopping;
  });

  test('stops before the next feed, and after the one that it looks at', async () => {
    const outcomes: string[] = [];
    const feeds = ['a', 'b', 'c'].map((id) => feedAt(id, `https://one.example/${id}`));
    const { poller, seen } = observed(feeds, { onOutcome: ({ id }) => void outcomes.push(id) });
    poller.start();
    await vi.advanceTimersByTimeAsync(500);
    const stopping = poller.stop();
    await vi.runAllTimersAsync();
    await stopping;
    expect([seen.polled, outcomes]).toEqual([['a'], ['a']]);
    poller.start();
    await poller.look();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(seen.polled).toEqual(['a']);
  });

  test('waits until an outcome is kept before it goes on with its server', async () => {
    const steps: string[] = [];
    const feeds = ['a', 'b'].map((id) => feedAt(id, `https://one.example/${id}`));
    const { poller } = observed(feeds, {
      async poll({ id }) {
        steps.push(`poll ${id}`);
        return unchanged;
      },
      async onOutcome({ id }) {
        await pause(100);
        steps.push(`kept ${id}`);
      },
    });
    const turn = poller.look();
    await vi.runAllTimersAsync();
    await turn;
    expect(steps).toEqual(['poll a', 'kept a', 'poll b', 'kept b']);
  });

  test('does not keep the process alive', () => {
    vi.useRealTimers();
    const before = process.getActiveResourcesInfo().filter((it) => it === 'Timeout').length;
    const { poller } = observed([]);
    poller.start();
    const now = process.getActiveResourcesInfo().filter((it) => it === 'Timeout').length;
    expect(now).toBe(before);
    void poller.stop();
  });
});

describe('what throws is reported, and the rest goes on', () => {
  test.for<[string, Partial<PollerParts>, unknown[]]>([
    ['a look', { poll: () => Promise.reject(new Error('no')) }, ['Error: no', 'a']],
    [
      'a look at once',
      {
        poll() {
          throw new Error('no');
        },
      },
      ['Error: no', 'a'],
    ],
    [
      'keeping the outcome',
      { onOutcome: () => Promise.reject(new Error('full')) },
      ['Error: full', 'a'],
    ],
  ])('%s', async ([, parts, fault]) => {
    const { poller, seen } = observed([feedAt('a'), feedAt('b')], parts);
    poller.start();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(seen.faults).toEqual([fault, [fault[0], 'b']]);
    // It rests, so as not to be asked every minute.
    await vi.advanceTimersByTimeAsync(14 * MINUTE);
    expect(seen.faults).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(seen.faults).toHaveLength(4);
    await poller.stop();
  });

  test('not knowing what is due', async () => {
    let asked = 0;
    const { poller, seen } = observed([], {
      due() {
        asked += 1;
        if (asked === 1) throw new Error('no list');
        return [feedAt('a')];
      },
    });
    poller.start();
    await vi.advanceTimersByTimeAsync(MINUTE + 2_000);
    expect(seen.faults).toEqual([['Error: no list', undefined]]);
    expect(seen.polled).toEqual(['a']);
    await poller.stop();
  });

  test('reporting itself', async () => {
    const { poller, seen } = observed([feedAt('a')], {
      due() {
        throw new Error('no list');
      },
      onFault() {
        throw new Error('nobody listens');
      },
    });
    await poller.look();
    expect(seen.polled).toEqual([]);
  });

  test('a feed without a proper address', async () => {
    const { poller, seen } = observed([feedAt('a', 'nowhere'), feedAt('b')]);
    const turn = poller.look();
    await vi.runAllTimersAsync();
    await turn;
    expect(seen.polled).toEqual(['b']);
    expect(seen.faults).toHaveLength(1);
  });
});
