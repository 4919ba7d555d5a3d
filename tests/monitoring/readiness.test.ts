import { describe, expect, it } from 'vitest';
import { type Watched, createStoreProbe, lacksOf } from '../../src/monitoring/readiness.ts';

const corpora = (isRead: boolean) => () => ({
  isRead,
  revision: 1,
  articles: 1,
  shelves: 1,
  bytes: 0,
  unread: 0,
  behind: 0,
});
const shard = (id: number, isReady: boolean) => ({ id, isReady, ping: 1 });

const ready: Watched = {
  head: async () => 1,
  corpora: corpora(true),
  shards: () => [shard(0, true), shard(1, true)],
  isStopping: () => false,
};

const lacks = (watched: Watched): Promise<readonly string[]> =>
  lacksOf(
    watched,
    createStoreProbe(() => watched, 1),
  );

describe('a bot', () => {
  it.each<[string, Watched, readonly string[]]>([
    ['has all that it needs', ready, []],
    ['has only begun to start', {}, ['corpus', 'store', 'gateway']],
    ['is still reading', { ...ready, corpora: corpora(false) }, ['corpus']],
    ['has no connection yet', { ...ready, shards: () => [] }, ['gateway']],
    [
      'lost one of its connections',
      { ...ready, shards: () => [shard(0, true), shard(1, false)] },
      ['gateway'],
    ],
    [
      'has a store that fails',
      { ...ready, head: () => Promise.reject(new Error('gone')) },
      ['store'],
    ],
    ['has a store that hangs', { ...ready, head: () => new Promise(() => undefined) }, ['store']],
    ['is about to leave', { ...ready, isStopping: () => true }, ['stopping']],
  ])('that %s lacks what it says', async (_what, watched, expected) => {
    expect(await lacks(watched)).toEqual(expected);
  });
});

describe('a store that hangs', () => {
  it('is asked once, and asked again when it has answered', async () => {
    const answers: ((head: number) => void)[] = [];
    const head = (): Promise<number> => new Promise((resolve) => answers.push(resolve));
    const ask = createStoreProbe(() => ({ head }), 1);
    expect(await Promise.all([ask(), ask()])).toEqual([
      { isReachable: false, head: undefined },
      { isReachable: false, head: undefined },
    ]);
    expect(answers).toHaveLength(1);
    answers[0]?.(7);
    await Promise.resolve();
    await expect.poll(async () => (void ask(), answers.length)).toBe(2);
    answers[1]?.(8);
    await expect.poll(async () => (await ask()).isReachable || answers.at(-1)?.(9)).toBeTruthy();
  });
});
