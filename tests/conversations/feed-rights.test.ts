import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFeed } from '../../src/feed/feed.ts';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { Feed } from '../../src/store/server-store.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, startKept } from './kept.ts';
import { type Paper, openPaper } from './press.ts';

// Who sees and changes which feeds.

let kept: KeptConversation;
let moderator: Driver;
let paper: Paper;
/** The one that the server follows. */
let id: string;

beforeAll(async () => {
  paper = await openPaper('The Paper');
  paper.print('/own', []);
  kept = await startKept();
  ({ moderator } = kept);
});

beforeEach(async () => {
  kept.sandbox.setRoles('moderator', ['Moderators']);
  const { feeds } = kept.servers;
  for (const feed of feeds.all()) await feeds.change(feed.id, () => undefined);
  await moderator.command('feeds add', { url: paper.url('/own') });
  id = feeds.of(kept.guildId)[0]?.id ?? '';
});

afterAll(async () => {
  expect(kept.reports).toEqual([]);
  await kept.close();
  await paper.close();
});

const elsewhere = (): Promise<Feed | undefined> =>
  kept.servers.feeds.change('elsewhere', () => ({
    id: 'elsewhere',
    guildId: '1',
    url: 'https://example.org/secret',
    title: 'Secret',
    mode: 'queue',
    by: '2',
    at: new Date().toISOString(),
    state: startFeed(new Date()),
  }));

describe('nobody else', () => {
  it.each(['elsewhere', 'https://example.org/secret', 'Secret'])(
    'sees or changes a feed of another server, called %s',
    async (feed) => {
      await elsewhere();
      for (const act of ['pause', 'resume', 'remove'])
        expect(readCard(await moderator.command(`feeds ${act}`, { feed }))).toContain(
          'This server follows no such feed',
        );
      expect(readCard(await moderator.command('feeds list'))).not.toContain('Secret');
      expect(await moderator.complete('feeds pause', { feed: 'secret' }, 'feed')).toEqual([]);
      expect(kept.servers.feeds.get('elsewhere')?.paused).toBeUndefined();
    },
  );

  it('presses a button whose feed is of another server', async () => {
    const list = await moderator.command('feeds list');
    const card = await moderator.select(list, list.selects[0]?.customId ?? '', [id]);
    await kept.servers.feeds.change(id, (feed) => feed && { ...feed, guildId: '1' });
    for (const button of ['Pause', 'Save at once', 'Remove'])
      expect(readCard(await moderator.press(card, button))).toContain('follows no such feed');
    expect(kept.servers.feeds.get(id)).toMatchObject({ guildId: '1', mode: 'queue' });
    const reopened = await moderator.select(list, list.selects[0]?.customId ?? '', [id]);
    expect(readCard(reopened)).toContain('follows no such feed');
  });

  it('acts who may not any more', async () => {
    const list = await moderator.command('feeds list');
    const card = await moderator.select(list, list.selects[0]?.customId ?? '', [id]);
    kept.sandbox.setRoles('moderator', []);
    for (const button of ['Pause', 'Save at once', 'Remove'])
      expect(readCard(await moderator.press(card, button))).toContain('You may not do this here');
    expect(kept.servers.feeds.get(id)).toMatchObject({ mode: 'queue' });
    expect(kept.servers.feeds.get(id)?.paused).toBeUndefined();
  });

  it('is offered the commands', () => {
    const names = kept.member.commands().map(({ name }) => name);
    expect(names).not.toContain('feeds');
  });
});
