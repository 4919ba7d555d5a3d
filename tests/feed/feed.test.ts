import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type FeedOutcome,
  type FeedRequest,
  type FeedResponse,
  type FeedState,
  type FetchFeed,
  pollFeed,
  startFeed,
} from '../../src/feed/feed.ts';
import { ADDRESS, NOW, PAGE, bytesOf, numberedRss } from './feeds.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const after = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);
const middle = (): number => 0.5;

const answering =
  (body: string, rest: Partial<FeedResponse> = {}): FetchFeed =>
  async () => ({ status: 200, url: ADDRESS, bytes: bytesOf(body), ...rest });
const failing: FetchFeed = async () => {
  throw new Error('connection reset');
};

const poll = (
  state: FeedState,
  fetch: FetchFeed,
  now = NOW,
  random = middle,
): Promise<FeedOutcome> => pollFeed(ADDRESS, state, fetch, now, random);

/** A feed whose first look is over, with the stories from 0 up to a number in it. */
async function read(stories: number, rest: Partial<FeedResponse> = {}): Promise<FeedState> {
  return (await poll(startFeed(NOW), answering(numberedRss(0, stories), rest))).state;
}

const idsOf = (outcome: FeedOutcome): string[] =>
  outcome.kind === 'items' ? outcome.items.map(({ id }) => id) : [];
const minutesTo = (outcome: FeedOutcome, now = NOW): number =>
  (Date.parse(outcome.state.nextAt) - now.getTime()) / MINUTE;

describe('a look', () => {
  test('that is the first takes nothing and notes what is there', async () => {
    const outcome = await poll(startFeed(NOW), answering(numberedRss(0, 5)));
    expect(outcome.kind).toBe('unchanged');
    expect(outcome.state.seen).toHaveLength(5);
    expect(outcome.state.isUnread).toBeUndefined();
  });

  test('that follows gives what is new, the newest first', async () => {
    const outcome = await poll(await read(3), answering(numberedRss(1, 4)));
    expect(idsOf(outcome)).toEqual(['story-4', 'story-3']);
    expect(outcome.state.today).toEqual({ day: '2025-02-18', count: 2 });
  });

  test('at a feed that began empty gives its first item', async () => {
    expect(idsOf(await poll(await read(0), answering(numberedRss(0, 1))))).toEqual(['story-0']);
  });

  test('that failed was no first one', async () => {
    const failed = await poll(startFeed(NOW), failing);
    expect(failed.kind).toBe('failed');
    expect((await poll(failed.state, answering(numberedRss(0, 3)))).kind).toBe('unchanged');
  });

  test('finds nothing new in what is the same', async () => {
    expect((await poll(await read(3), answering(numberedRss(0, 3)))).kind).toBe('unchanged');
  });

  test('resolves links against where the feed came from in the end', async () => {
    const moved = answering(numberedRss(0, 4), { url: 'https://new.example/feed' });
    const outcome = await poll(await read(3), moved);
    expect(outcome).toMatchObject({ items: [{ url: 'https://new.example/news/3' }] });
  });
});

const waitAt = async (random: number, channel = '') =>
  minutesTo(await poll(startFeed(NOW), answering(numberedRss(0, 1, channel)), NOW, () => random));

describe('politeness', () => {
  test('asks by what the server gave, and keeps it when nothing changed', async () => {
    const state = await read(1, { etag: 'W/"a"', lastModified: 'Tue, 18 Feb 2025 09:00:00 GMT' });
    const asked: FeedRequest[] = [];
    const outcome = await poll(state, async (_, request) => {
      asked.push(request);
      return { status: 304, url: ADDRESS, bytes: new Uint8Array(), etag: 'W/"a"' };
    });
    const tags = { etag: 'W/"a"', lastModified: 'Tue, 18 Feb 2025 09:00:00 GMT' };
    expect(asked).toMatchObject([{ ...tags, mostBytes: 2 * 1024 * 1024 }]);
    expect(outcome).toMatchObject({ kind: 'unchanged', state: { ...tags, seen: state.seen } });
  });

  test('asks for nothing by a header that is gone, or too long to keep', async () => {
    const state = await read(1, { etag: '"a"', lastModified: 'x'.repeat(5_000) });
    expect(state.lastModified).toBeUndefined();
    const { state: next } = await poll(state, answering(numberedRss(0, 1)));
    expect(next.etag).toBeUndefined();
  });

  test.for<[string, string, Partial<FeedResponse>, number]>([
    ['a quarter of an hour', '', {}, 15],
    ['what the feed asks for', '<ttl>60</ttl>', {}, 60],
    ['no less than a quarter of an hour', '<ttl>1</ttl>', {}, 15],
    ['no more than a day', '<ttl>100000</ttl>', {}, 24 * 60],
    ['the module’s period', '<sy:updatePeriod>daily</sy:updatePeriod>', {}, 24 * 60],
    ['how long the answer stays fresh', '', { cacheControl: 'public, max-age=7200' }, 120],
    ['not what only shared caches keep', '', { cacheControl: 's-maxage=7200' }, 15],
    ['not what is not to be kept', '', { cacheControl: 'no-cache, max-age=7200' }, 15],
  ])('waits %s', async ([, channel, headers, minutes]) => {
    const outcome = await poll(startFeed(NOW), answering(numberedRss(0, 1, channel), headers));
    expect(minutesTo(outcome)).toBe(minutes);
  });

  test('chance moves a look by a fifth, but never before it is asked for', async () => {
    expect([await waitAt(0), await waitAt(0.5), await waitAt(1)]).toEqual([12, 15, 18]);
    expect([await waitAt(0, '<ttl>60</ttl>'), await waitAt(1, '<ttl>60</ttl>')]).toEqual([60, 72]);
  });

  test('the pace that a feed asks for holds when nothing changed', async () => {
    const first = await poll(startFeed(NOW), answering(numberedRss(0, 1, '<ttl>60</ttl>')));
    const next = await poll(first.state, answering('', { status: 304 }));
    expect(minutesTo(next)).toBe(60);
  });

  test('each failure doubles the wait, up to a day; the next success ends it', async () => {
    let state = await read(1);
    const waits: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      const outcome = await poll(state, failing);
      waits.push(minutesTo(outcome));
      state = outcome.state;
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1_440, 1_440]);
    const { state: well } = await poll(state, answering(numberedRss(0, 1)));
    expect(well.failures).toBe(0);
  });

  test.for<[string | undefined, number]>([
    [undefined, 30],
    ['7200', 120],
    ['60', 30],
    ['Tue, 18 Feb 2025 18:00:00 GMT', 360],
    ['Tue, 18 Feb 2020 18:00:00 GMT', 30],
    ['999999999', 1_440],
    ['later', 30],
  ])('a server that asks to be tried after %s is, in %i minutes', async ([retryAfter, minutes]) => {
    const outcome = await poll(await read(1), answering('', { status: 429, retryAfter }));
    expect(outcome).toMatchObject({ fault: 'fault.feed.status', params: { status: 429 } });
    expect(minutesTo(outcome)).toBe(minutes);
  });
});

describe('what goes wrong is told by key', () => {
  test.for<[string, FetchFeed, string, object]>([
    ['no answer', failing, 'fault.feed.unreachable', {}],
    ['not found', answering('', { status: 404 }), 'fault.feed.status', { status: 404 }],
    ['server trouble', answering('', { status: 503 }), 'fault.feed.status', { status: 503 }],
    [
      'a page',
      answering(PAGE),
      'fault.feed.page.link',
      { feed: 'https://paper.example/feeds/world.xml?a=1&b=2' },
    ],
    ['nonsense', answering('nonsense'), 'fault.feed.none', {}],
  ])('%s', async ([, fetch, fault, params]) => {
    const state = await read(3, { etag: '"a"' });
    const outcome = await poll(state, fetch);
    expect(outcome).toMatchObject({ kind: 'failed', fault, params });
    // What was known stays known.
    expect(outcome.state).toMatchObject({ seen: state.seen, etag: '"a"', failures: 1 });
  });

  test('a feed is gone when its server says so', async () => {
    const outcome = await poll(await read(1), answering('', { status: 410 }));
    expect(outcome).toMatchObject({ kind: 'gone', fault: 'fault.feed.gone' });
  });

  test('a feed is gone when it has failed for a week, not before', async () => {
    let state = await read(1);
    let now = NOW;
    for (;;) {
      const outcome = await poll(state, failing, now);
      if (outcome.kind === 'gone') break;
      state = outcome.state;
      now = new Date(state.nextAt);
    }
    expect((now.getTime() - NOW.getTime()) / DAY).toBeGreaterThan(6);
    expect((now.getTime() - NOW.getTime()) / DAY).toBeLessThan(9);
  });
});

describe('a busy feed', () => {
  test('has more than thirty new items in a day, over however many looks', async () => {
    const most = await poll(await read(1), answering(numberedRss(0, 31)));
    expect(idsOf(most)).toHaveLength(30);
    const more = await poll(most.state, answering(numberedRss(0, 32)));
    expect(more.kind).toBe('busy');
  });

  test('takes up after what it had when it was busy', async () => {
    const busy = await poll(await read(1), answering(numberedRss(0, 60)));
    expect(busy.kind).toBe('busy');
    const next = await poll(busy.state, answering(numberedRss(0, 61)), after(DAY));
    expect(idsOf(next)).toEqual(['story-60']);
  });

  test('is busy by days, in UTC', async () => {
    const evening = new Date('2025-02-18T23:50:00Z');
    const first = await poll(await read(1), answering(numberedRss(0, 31)), evening);
    const next = await poll(first.state, answering(numberedRss(0, 40)), after(DAY));
    expect(idsOf(next)).toHaveLength(9);
    expect(next.state.today).toEqual({ day: '2025-02-19', count: 9 });
  });
});

test('an item that stays in the feed is never forgotten, however many pass by', async () => {
  let state = (await poll(startFeed(NOW), answering(numberedRss(0, 1)))).state;
  for (let i = 1; i < 60; i += 1) {
    // The pinned item, last in the feed, and twenty others.
    const [head = '', tail = ''] = numberedRss(i * 20, 20).split('</channel>');
    const pinned = '<item><link>/news/0</link><guid isPermaLink="false">story-0</guid></item>';
    const feed = `${head}${pinned}</channel>${tail}`;
    const outcome = await poll(state, answering(feed), after(i * DAY));
    expect(idsOf(outcome)).not.toContain('story-0');
    state = outcome.state;
  }
  expect(state.seen).toHaveLength(500);
});

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ from: fc.nat({ max: 40 }), count: fc.nat({ max: 25 }) }) },
  { weight: 1, arbitrary: fc.constantFrom(304, 404, 429, 500, 0) },
);

test('no item is given twice, and the state is as good out of JSON', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, fc.integer({ min: 1, max: 3_000 })), { maxLength: 25 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (steps, random) => {
        let state = startFeed(NOW);
        let now = NOW;
        const given: string[] = [];
        for (const [what, minutes] of steps) {
          now = new Date(now.getTime() + minutes * MINUTE);
          const fetch: FetchFeed =
            what === 0
              ? failing
              : typeof what === 'number'
                ? answering('', { status: what })
                : answering(numberedRss(what.from, what.count));
          const outcome = await poll(state, fetch, now, () => random);
          given.push(...idsOf(outcome));
          const copy: unknown = JSON.parse(JSON.stringify(outcome.state));
          expect(copy).toEqual(outcome.state);
          const wait = Date.parse(outcome.state.nextAt) - now.getTime();
          expect(wait).toBeGreaterThanOrEqual(12 * MINUTE);
          expect(wait).toBeLessThanOrEqual(DAY);
          expect(outcome.state.seen.length).toBeLessThanOrEqual(500);
          state = outcome.state;
        }
        expect(new Set(given).size).toBe(given.length);
      },
    ),
    { numRuns: 150 },
  ));
