import { Locale } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openDatabaseStores } from '../../src/store/postgres/open.ts';
import { createFetcher } from '../../src/intake/fetcher.ts';
import { amendmentsOf } from '../../src/keeping/correction.ts';
import { takeItem } from '../../src/keeping/feed-item.ts';
import type { Keeping } from '../../src/keeping/keeping.ts';
import { openKeeping } from '../../src/keeping/open.ts';
import { followCorpora } from '../../src/search/corpora.ts';
import type { Feed } from '../../src/store/server-store.ts';
import { put } from '../store/edits.ts';
import { type TestServer, startServer } from '../store/postgres/server.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, fileOf, startKept } from './kept.ts';
import { LOCK, SCHOOL, openPaper } from './press.ts';

// The bot over a database, which is lost on the way.

let server: TestServer;
let url: string;
let kept: KeptConversation;

const fail = (error: unknown): never => {
  throw error;
};

beforeAll(async () => {
  server = await startServer();
  url = await server.makeUrl();
  kept = await startKept({ databaseUrl: url });
});

afterAll(async () => {
  await kept.close();
  await server.stop();
});

const article = (title: string, words: string): string => `---\ntitle: ${title}\n---\n\n${words}\n`;

const add = async (title: string, words: string): Promise<string> => {
  const file = fileOf('x.md', article(title, words));
  const preview = await kept.moderator.command('corpus add', { file });
  if (!readCard(preview).includes(title)) return readCard(preview);
  return readCard(await kept.moderator.press(preview, 'Save'));
};

const ask = async (question: string): Promise<string> =>
  readCard(await kept.member.command('ask', { question }));

it('A moderator saves to the database, and members are answered from it', async () => {
  await add('Talks', 'Ann Petrova opened the northern lock on Monday.');
  expect(await ask('Who opened the northern lock?')).toContain('Ann Petrova opened');
  const other = await openDatabaseStores(url, { report: fail });
  const { articles } = await other.articles.load(kept.guildId);
  expect(articles.map(({ title }) => title)).toEqual(['Talks']);
  // What another process writes is followed.
  await other.articles.append(kept.guildId, 1, '7', [put('school', 'Bo Lind shut the school.')]);
  await expect.poll(() => ask('Who shut the school?'), { timeout: 10_000 }).toContain('Bo Lind');
  await other.close();
});

/** Lets nobody through until so many have come. */
function meetingOf(count: number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === count) for (const go of waiting) go();
    });
}

/** Goes on once both have looked for the last time whether the article is there already. */
function held(keeping: Keeping, meet: () => Promise<void>): Keeping {
  let looks = 0;
  return {
    ...keeping,
    catchUp: async (guildId) => {
      const corpus = await keeping.catchUp(guildId);
      looks += 1;
      if (looks === 2) await meet();
      return corpus;
    },
  };
}

it('Of a feed that two processes follow, by mistake, each article is saved once', async () => {
  const paper = await openPaper('The Paper');
  const other = await openDatabaseStores(url, { report: fail });
  const corpora = await followCorpora({
    store: other.articles,
    amendments: amendmentsOf(other.servers),
    report: fail,
  });
  const { keeping, close } = openKeeping({
    store: other.articles,
    servers: other.servers,
    corpora,
    erasure: kept.keeping.erasure,
    quotas: kept.keeping.quotas,
    fetcher: createFetcher({ isAllowed: () => true, isAllowedName: () => true, ports: 'any' }),
  });
  paper.print('/feed', [LOCK, SCHOOL]);
  // Loaded once more, it does not wait for those who take turns here, as another process would not.
  vi.resetModules();
  const elsewhere = await import('../../src/keeping/feed-item.ts');
  const feed: Feed = {
    id: 'feed',
    guildId: kept.guildId,
    url: paper.url('/feed'),
    title: 'The Paper',
    mode: 'save',
    by: '7',
    at: new Date().toISOString(),
    state: { seen: [], failures: 0, nextAt: '', today: { day: '', count: 0 } },
  };
  for (const { path, title } of [LOCK, SCHOOL]) {
    const date = '2025-02-18T09:30:00.000Z';
    const item = { id: path, url: paper.url(path), title, date, summary: 'Of it.' };
    const meet = meetingOf(2);
    const outcomes = await Promise.all([
      takeItem(held(kept.keeping, meet), feed, item, fail),
      elsewhere.takeItem(held(keeping, meet), feed, item, fail),
    ]);
    expect(outcomes.toSorted()).toEqual(['known', 'saved']);
  }
  const { articles } = await other.articles.load(kept.guildId);
  expect(articles.filter(({ title }) => [LOCK.title, SCHOOL.title].includes(title))).toHaveLength(
    2,
  );
  await expect.poll(() => kept.servers.drafts.all(), { timeout: 10_000 }).toEqual([]);
  corpora.close();
  await close();
  await other.close();
  await paper.close();
});

it('While the database is gone, answers go on, and nothing is said to be saved', async () => {
  await server.kill();
  expect(await ask('Who opened the northern lock?')).toContain('Ann Petrova opened');
  expect(await add('More', 'Cy Moss left.')).toContain('cannot be reached just now');
  const there = await kept.sandbox
    .as('moderator', { locale: Locale.Ukrainian })
    .command('corpus add', { file: fileOf('x.md', article('Ще', 'Слова.')) });
  expect(readCard(there)).toContain('Сховище статей зараз недоступне, тож нічого не змінено.');
  expect(kept.reports.join('\n')).not.toContain('only-for-tests');
});

it('When it is there again, all goes on by itself, and nothing was half saved', async () => {
  await server.restart();
  await expect
    .poll(() => add('More', 'Cy Moss left the harbour.'), { timeout: 20_000, interval: 1000 })
    .not.toContain('cannot be reached');
  expect(await ask('Who left the harbour?')).toContain('Cy Moss left the harbour');
  const { articles } = await kept.store.load(kept.guildId);
  expect(articles.map(({ title }) => title).toSorted()).toEqual(
    expect.arrayContaining(['More', 'Talks', 'school']),
  );
});
