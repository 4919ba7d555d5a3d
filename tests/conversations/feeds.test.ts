import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { feedQueue } from '../../src/keeping/feed-queue.ts';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import { openServerStore } from '../../src/store/folder-server-store.ts';
import type { Feed } from '../../src/store/server-store.ts';
import { say } from '../intake/local-site.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, startKept } from './kept.ts';
import { BRIDGE, LOCK, LOCK_AGAIN, type Paper, SCHOOL, type Story, openPaper } from './press.ts';

// Feeds that a server follows, over a paper that prints them.

let kept: KeptConversation;
let moderator: Driver;
let paper: Paper;

beforeAll(async () => {
  paper = await openPaper('The Paper');
  kept = await startKept();
  ({ moderator } = kept);
});

afterEach(async () => {
  kept.sandbox.setRoles('moderator', ['Moderators']);
  const { feeds, drafts } = kept.servers;
  for (const { id } of feeds.all()) await feeds.change(id, () => undefined);
  for (const { id } of drafts.all()) await drafts.change(id, () => undefined);
});

afterAll(async () => {
  expect(kept.reports).toEqual([]);
  await kept.close();
  await paper.close();
});

const SOON = { timeout: 5000 };

const followed = (): readonly Feed[] => kept.servers.feeds.of(kept.guildId);

const theFeed = (): Feed => {
  const [feed, ...others] = followed();
  if (feed === undefined || others.length > 0) throw new Error('not one feed is followed');
  return feed;
};

const follow = (path: string, mode?: 'queue' | 'save'): Promise<SeenMessage> =>
  moderator.command('feeds add', { url: paper.url(path), ...(mode === undefined ? {} : { mode }) });

/** Follows a feed that has nothing yet; what it prints then is new. */
async function followEmpty(path: string, mode: 'queue' | 'save' = 'queue'): Promise<Feed> {
  const before = new Set(followed().map(({ id }) => id));
  paper.print(path, []);
  await follow(path, mode);
  const feed = followed().find(({ id }) => !before.has(id));
  if (feed === undefined) throw new Error('the feed was not added');
  return feed;
}

const waiting = (): readonly string[][] =>
  feedQueue(kept.keeping, kept.guildId).map(({ drafts }) =>
    drafts.map(({ source }) => /title: (.*)/u.exec(source)?.[1] ?? ''),
  );

const titles = async (): Promise<readonly string[]> =>
  (await kept.corpora.of(kept.guildId)).readings.map(({ article }) => article.title);

const told = (): readonly string[] => kept.told().map(readCard);

/** Takes an article out again, so that other tests find none. */
async function moderatorRemoves(id: string): Promise<void> {
  const form = await moderator.commandForForm('corpus remove', { article: id });
  await moderator.submit(form, { reason: 'tried' });
}

describe('following a feed', () => {
  it('starts from now, and tells the server', async () => {
    paper.print('/start', [LOCK]);
    const card = await follow('/start');
    expect(card.isEphemeral).toBe(true);
    expect(readCard(card)).toContain('I follow “The Paper” from now on');
    await expect.poll(told, SOON).toContainEqual(expect.stringContaining('added the feed'));
    await kept.lookAfter(30);
    expect(waiting()).toEqual([]);
    paper.print('/start', [BRIDGE, LOCK]);
    await kept.lookAfter(30);
    expect(waiting()).toEqual([[BRIDGE.title]]);
  });

  it.each([
    ['/page', 'This is a page, not a feed. Its feed is at {at}/named.xml'],
    ['/words', 'There is no feed at this address'],
    ['/nowhere', 'The feed’s server answered with the status 404'],
  ])('says what is wrong with %s', async (path, fault) => {
    paper.answers['/page'] = say(
      '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" ' +
        'href="/named.xml"></head><body><p>News</p></body></html>',
    );
    paper.answers['/words'] = say('Only words.', { 'content-type': 'text/plain' });
    expect(readCard(await follow(path))).toContain(fault.replace('{at}', paper.url('')));
    expect(followed()).toEqual([]);
  });

  it('refuses what is no address, the same feed twice, and more than there is room for', async () => {
    for (const url of ['ftp://example.org/feed', 'http://a:b@example.org/feed'])
      expect(readCard(await moderator.command('feeds add', { url }))).toContain(
        'is no address on the public web',
      );
    for (const path of ['/a', '/b', '/c', '/d']) paper.print(path, []);
    await follow('/a');
    expect(readCard(await follow('/a/?utm_source=x'))).toContain('follows this feed already');
    await follow('/b');
    await follow('/c');
    expect(readCard(await follow('/d'))).toContain('This server follows 3 feeds');
    expect(followed()).toHaveLength(3);
  });
});

describe('what is new', () => {
  it('waits, with what the feed says of a page that cannot be read', async () => {
    const closed: Story = { ...SCHOOL, path: '/closed', answer: say('', {}, 403) };
    await followEmpty('/queue');
    paper.print('/queue', [closed, LOCK]);
    await kept.lookAfter(30);
    expect(waiting()).toEqual([[LOCK.title], [SCHOOL.title]]);
    const [, group] = feedQueue(kept.keeping, kept.guildId);
    expect(group?.drafts[0]).toMatchObject({
      kind: 'feed',
      feedId: theFeed().id,
      from: { kind: 'feed', host: '127.0.0.1' },
      warnings: expect.arrayContaining(['unread']),
    });
    expect(group?.drafts[0]?.source).toContain(`url: ${paper.url('/closed')}`);
    expect(group?.drafts[0]?.source).toContain('date: 2025-02-18T09:30:00.000Z');
    expect(await titles()).toEqual([]);
  });

  it('is saved once a moderator has pasted what could not be read', async () => {
    const closed: Story = { ...SCHOOL, path: '/paywall', answer: say('', {}, 402) };
    await followEmpty('/paste');
    paper.print('/paste', [closed]);
    await kept.lookAfter(30);
    const review = await moderator.command('review');
    const menu = review.selects.find(({ customId }) => customId.includes('draft.open'));
    const [value = ''] = menu?.options.map((option) => option.value) ?? [];
    const card = await moderator.select(review, menu?.customId ?? '', [value]);
    expect(readCard(card)).toContain('I could not read the page');
    expect(card.buttons.map(({ label }) => label)).not.toContain('Save');
    const form = await moderator.pressForForm(card, 'Paste the text');
    const pasted = await moderator.submit(form, { text1: SCHOOL.paragraphs.join('\n\n') });
    await moderator.press(pasted, 'Save');
    expect(waiting()).toEqual([]);
    const [{ article } = {}] = (await kept.corpora.of(kept.guildId)).readings;
    expect(article).toMatchObject({ title: SCHOOL.title, url: paper.url('/paywall') });
    if (article !== undefined) await moderatorRemoves(article.id);
  });

  it('is taken once, whatever it is linked as', async () => {
    await followEmpty('/first');
    await followEmpty('/second');
    paper.print('/first', [LOCK]);
    paper.print('/second', [LOCK]);
    await kept.lookAfter(30);
    await kept.lookAfter(30);
    expect(waiting()).toEqual([[LOCK.title]]);
  });

  it('is grouped where it is nearly the same, and decided on as one', async () => {
    await followEmpty('/wire');
    paper.print('/wire', [BRIDGE, LOCK_AGAIN, LOCK]);
    await kept.lookAfter(30);
    expect(waiting()).toEqual([[LOCK.title, LOCK_AGAIN.title], [BRIDGE.title]]);
    const [group] = feedQueue(kept.keeping, kept.guildId);
    const card = await moderator.command('review');
    expect(readCard(card)).toContain(`${LOCK.title} (and 1 more that is nearly the same)`);
    const menu = card.selects.find(({ customId }) => customId.includes('draft.open'));
    expect(menu?.options.map(({ label }) => label)).toEqual([LOCK.title, BRIDGE.title]);
    const draft = await moderator.select(card, menu?.customId ?? '', [group?.drafts[0]?.id ?? '']);
    await moderator.press(draft, 'Cancel');
    expect(waiting()).toEqual([[BRIDGE.title]]);
  });
});

describe('what is saved at once', () => {
  it('is saved by whoever added the feed, unless there is a doubt, and told every hour', async () => {
    // What came until now is told first.
    await kept.lookAfter(61);
    const before = told().length;
    const digests = (): readonly string[] =>
      told()
        .slice(before)
        .filter((each) => each.includes('in the last hour'));
    const short: Story = { path: '/short', title: 'Briefly', paragraphs: ['The ferry is late.'] };
    await followEmpty('/save', 'save');
    paper.print('/save', [LOCK_AGAIN, short, LOCK, BRIDGE]);
    await kept.lookAfter(30);
    expect([...(await titles())].toSorted()).toEqual([BRIDGE.title, LOCK.title]);
    expect(waiting().flat().toSorted()).toEqual(['Briefly', LOCK_AGAIN.title]);
    const article = (await kept.corpora.of(kept.guildId)).readings[0]?.article;
    expect(article?.provenance?.origin).toMatchObject({
      kind: 'feed',
      host: '127.0.0.1',
      by: theFeed().by,
    });
    expect(digests()).toEqual([]);
    await kept.lookAfter(61);
    const digest =
      'From feeds in the last hour: 2 articles saved, 2 articles to look at (/review).';
    await expect.poll(digests, SOON).toEqual([expect.stringContaining(digest)]);
    await kept.lookAfter(61);
    expect(digests()).toHaveLength(1);
  });

  it('is not taken again once it is there', async () => {
    const feed = await followEmpty('/again', 'save');
    paper.print('/again', [LOCK, { ...BRIDGE, path: '/moved/bridge' }]);
    await kept.lookAfter(30);
    expect(kept.servers.feeds.get(feed.id)?.state.seen).toHaveLength(2);
    expect(waiting()).toEqual([]);
    expect(await titles()).toHaveLength(2);
  });
});

const numbered = (count: number): readonly Story[] =>
  Array.from({ length: count }, (_, at) => ({ ...LOCK, path: `/n/${at}` }));

const busyNotices = (): readonly string[] => told().filter((each) => each.includes('more than 30'));

describe('a feed', () => {
  it('is paused where it brings too much, told once, and resumed from then', async () => {
    await followEmpty('/busy');
    paper.print('/busy', numbered(31));
    await kept.lookAfter(30);
    await kept.lookAfter(30);
    expect(theFeed().paused).toBe('busy');
    expect(waiting()).toEqual([]);
    await expect.poll(busyNotices, SOON).toHaveLength(1);
    const card = await moderator.command('feeds resume', { feed: paper.url('/busy') });
    expect(readCard(card)).toContain('State: followed');
    await kept.lookAfter(30);
    paper.print('/busy', [SCHOOL, ...numbered(31)]);
    await kept.lookAfter(30);
    expect(waiting()).toEqual([[SCHOOL.title]]);
  });

  it('is paused where it is gone, and left alone where it fails', async () => {
    await followEmpty('/gone');
    paper.answers['/gone'] = say('', {}, 503);
    await kept.lookAfter(30);
    expect(theFeed()).toMatchObject({ state: { failures: 1 } });
    expect(readCard(await moderator.command('feeds list'))).toContain('cannot be read at present');
    paper.answers['/gone'] = say('', {}, 410);
    await kept.lookAfter(90);
    expect(theFeed().paused).toBe('gone');
    await expect.poll(told, SOON).toContainEqual(expect.stringContaining('is not there any more'));
  });

  it('is paused, changed and removed from its card, each of which is told', async () => {
    await followEmpty('/card');
    const list = await moderator.command('feeds list');
    const menu = list.selects[0];
    const card = await moderator.select(list, menu?.customId ?? '', [theFeed().id]);
    const paused = await moderator.press(card, 'Pause');
    expect(readCard(paused)).toContain('State: paused');
    paper.print('/card', [LOCK]);
    await kept.lookAfter(30);
    expect(waiting()).toEqual([]);
    const saving = await moderator.press(paused, 'Save at once');
    expect(theFeed().mode).toBe('save');
    const removed = await moderator.press(saving, 'Remove');
    expect(readCard(removed)).toContain('I follow “The Paper” no more');
    expect(followed()).toEqual([]);
    for (const what of ['paused', 'changed', 'removed'])
      await expect
        .poll(told, SOON)
        .toContainEqual(expect.stringContaining(`${what} the feed “The Paper”`));
  });

  it('is offered by its address while a moderator types', async () => {
    await followEmpty('/typed');
    const offered = await moderator.complete('feeds pause', { feed: 'paper' }, 'feed');
    expect(offered).toEqual([{ name: 'The Paper (127.0.0.1)', value: paper.url('/typed') }]);
    await moderator.command('feeds pause', { feed: paper.url('/typed') });
    expect(theFeed().paused).toBe('moderator');
    await moderator.command('feeds remove', { feed: paper.url('/typed') });
    expect(followed()).toEqual([]);
  });

  it('is there after a restart', async () => {
    const feed = await followEmpty('/restart');
    const reopened = await openServerStore(kept.folders.dataDir);
    expect(reopened.feeds.of(kept.guildId)).toEqual([feed]);
    await kept.restart();
    paper.print('/restart', [SCHOOL]);
    await kept.lookAfter(30);
    expect(waiting()).toEqual([[SCHOOL.title]]);
  });
});

it('is paused where more than anybody looks at waits', async () => {
  const feed = await followEmpty('/piled');
  const at = new Date().toISOString();
  const { drafts } = kept.servers;
  const pile = { guildId: kept.guildId, kind: 'feed', by: feed.by, at, warnings: [] } as const;
  for (let i = 0; i < 200; i += 1)
    await drafts.change(`pile-${i}`, () => ({
      ...pile,
      id: `pile-${i}`,
      source: `Story number ${i}`,
      from: { kind: 'feed' },
    }));
  paper.print('/piled', [LOCK]);
  await kept.lookAfter(30);
  expect(theFeed().paused).toBe('busy');
  expect(waiting()).toHaveLength(200);
});
