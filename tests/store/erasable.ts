import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { ArticleStore } from '../../src/store/article-store.ts';
import { DEFAULT_SETTINGS, type Draft, type ServerStore } from '../../src/store/server-store.ts';
import { idOf } from '../article/article-id.ts';
import { put } from './edits.ts';

// Stores with something to erase in each corner.

export const GUILD = '1100000000000000002';
export const MEMBER = '1100000000000000021';
export const OTHER = '1100000000000000022';
export const SECRET = 'The seal is broken';

const AT = new Date().toISOString();
const FIRST = `---\ntitle: A title\n---\n\n${SECRET}, Ann Petrova said.`;
const SECOND = `${FIRST}\n\nThey left.`;

const draft = (id: string, change: Partial<Draft>): Draft => ({
  id,
  guildId: GUILD,
  kind: 'draft',
  by: OTHER,
  at: AT,
  source: 'Something.',
  from: { kind: 'paste' },
  warnings: [],
  ...change,
});

const report = (id: string, places: readonly string[], userId = MEMBER, guildId = GUILD) => ({
  id,
  guildId,
  userId,
  at: AT,
  mistake: 'speaker' as const,
  detail: 'It was the deputy.',
  places,
});

/** Articles on two shelves, with a draft, a report, a correction, a card and a feed of each kind. */
export async function fillStores({
  articles,
  servers,
}: {
  readonly articles: ArticleStore;
  readonly servers: ServerStore;
}): Promise<void> {
  await articles.append('99', 0, MEMBER, [put('far', 'Far away.')]);
  await articles.append(GUILD, 0, MEMBER, [put('secret-talks', FIRST), put('other', 'Else.')]);
  await articles.append(GUILD, 2, OTHER, [put('secret-talks', SECOND)], `<@${MEMBER}> asked.`);
  await servers.saveSettings(GUILD, { ...DEFAULT_SETTINGS, cooldown: 30 });
  await servers.saveReport(report('whole', ['secret-talks 1', 'secret-talks 2']));
  await servers.saveReport({
    ...report('half', ['secret-talks 1', 'other 1']),
    verdict: { isUpheld: true, by: OTHER, at: AT, reason: '', corrected: { is: 'Ann Petrova' } },
  });
  await servers.saveReport({
    ...report('far', ['far 1'], OTHER, '99'),
    verdict: { isUpheld: false, by: MEMBER, at: AT, reason: `<@${MEMBER}>` },
  });
  for (const each of [
    draft('revision', { revises: 'secret-talks', by: OTHER }),
    draft('words', { source: `---\ntitle: Another\n---\n${FIRST.split('---\n\n')[1] ?? ''}` }),
    draft('mine', { by: MEMBER, kind: 'suggestion' }),
    draft('again', { guildId: '99' }),
    draft('fed', { guildId: '99', by: MEMBER, kind: 'feed' }),
    draft('elsewhere', { guildId: '99' }),
  ])
    await servers.drafts.change(each.id, () => each);
  await servers.corrections.change('secret', () => correction('secret', 'secret-talks'));
  await servers.corrections.change('other', () => correction('other', 'other'));
  await servers.keepCard({
    guildId: GUILD,
    channelId: '5',
    messageId: 'card',
    ownerId: MEMBER,
    at: AT,
    articles: { 'secret-talks': 'f00d', other: 'abc' },
  });
  await addFeed(servers);
}

const correction = (id: string, article: string) => ({
  id,
  guildId: GUILD,
  shelf: GUILD,
  article: idOf(article),
  fact: 'quotation 1',
  ruling: article === 'secret-talks' ? { kind: 'speaker', of: { words: SECRET } } : null,
  by: MEMBER,
  at: AT,
  reason: '',
  reversals: 0,
  earlier: [
    { by: OTHER, at: AT, reason: '' },
    { by: MEMBER, at: AT, reason: '' },
  ],
});

async function addFeed(servers: ServerStore): Promise<void> {
  await servers.feeds.change('feed', () => ({
    id: 'feed',
    guildId: '99',
    url: 'https://example.org/feed',
    title: 'A feed',
    mode: 'queue' as const,
    by: MEMBER,
    at: AT,
    state: { seen: [], failures: 0, nextAt: AT, today: { day: '2025-01-01', count: 0 } },
  }));
}

/** The files in which one of the marks stands, but for backups; a path from the folders' own. */
export async function tracesIn(
  { dataDir }: { readonly dataDir: string },
  marks: readonly string[],
): Promise<readonly string[]> {
  const root = dirname(dataDir);
  const found: string[] = [];
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const isNamed = marks.some((mark) => entry.name.includes(mark));
    if (isNamed || (await hasMark(path, entry.isFile(), marks))) found.push(relative(root, path));
  }
  return found.toSorted();
}

async function hasMark(path: string, isFile: boolean, marks: readonly string[]): Promise<boolean> {
  if (!isFile || path.endsWith('.zip')) return false;
  const bytes = await readFile(path);
  return marks.some((mark) => bytes.includes(mark));
}
