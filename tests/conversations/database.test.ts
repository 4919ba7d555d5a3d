import { Locale } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabaseStores } from '../../src/store/postgres/open.ts';
import { put } from '../store/edits.ts';
import { type TestServer, startServer } from '../store/postgres/server.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, fileOf, startKept } from './kept.ts';

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
  expect(articles.map(({ title }) => title).toSorted()).toEqual(['More', 'Talks', 'school']);
});
