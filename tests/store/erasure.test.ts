import { judgeCalls, pardonCalls } from '../faults/fault-injector.ts';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp, listBackups } from '../../src/store/backup/backup.ts';
import { type Erasure, openErasure } from '../../src/store/erasing/erasure.ts';
import { listErasures } from '../../src/store/erasing/erasure-record.ts';
import { openServerStore } from '../../src/store/folder-server-store.ts';
import { openFolderStore, readFolderStore } from '../../src/store/folder-store.ts';
import { exportMember } from '../../src/store/erasing/member-export.ts';
import { restoreHere, restoreInto } from '../../src/store/backup/restore.ts';
import type { ArticleStore } from '../../src/store/article-store.ts';
import { DEFAULT_SETTINGS, type ServerStore } from '../../src/store/server-store.ts';
import { checkData } from '../../src/store/checking/data-check.ts';
import { idOf } from '../article/article-id.ts';
import { bodiesOf, put } from './edits.ts';
import { GUILD, MEMBER, OTHER, SECRET, fillStores, tracesIn } from './erasable.ts';
import { type Folders, makeFolders } from './temporary-folder.ts';

let folders: Folders;
let articles: ArticleStore;
let servers: ServerStore;
let erasure: Erasure;

async function open(): Promise<void> {
  articles = await openFolderStore(folders);
  servers = await openServerStore(folders.dataDir);
  erasure = openErasure({ articles, servers, dataDir: folders.dataDir });
}

beforeEach(async () => {
  folders = await makeFolders();
  await open();
  await fillStores({ articles, servers });
});

afterEach(async () => {
  await articles.close();
  await folders.clear();
});

const traces = (...marks: readonly string[]): Promise<readonly string[]> =>
  tracesIn(folders, marks);

describe('erasing an article', () => {
  it('is refused where it cannot be done, and nothing of it is begun', async () => {
    await articles.append('base', 0, OTHER, [put('talks', 'Mine.')]);
    judgeCalls(({ name, path }) =>
      name === 'access' && path === folders.corpusDir
        ? { kind: 'fail', code: 'EROFS' }
        : { kind: 'through' },
    );
    await expect(erasure.article('base', idOf('talks'))).rejects.toThrow('read-only file system');
    pardonCalls();
    expect(await bodiesOf(articles, 'base')).toEqual({ talks: 'Mine.' });
    expect(await tracesIn(folders, ['erasing'])).toEqual([]);
    await erasure.article('base', idOf('talks'));
    expect(await traces('Mine.')).toEqual([]);
  });

  it('is refused by a store that only reads', async () => {
    const reader = await readFolderStore(folders);
    for (const refused of [
      reader.erase(GUILD, idOf('other')),
      reader.forgetMember(MEMBER),
      reader.eraseShelf(GUILD),
      reader.checkErasable(GUILD),
    ])
      await expect(refused).rejects.toThrow('only read here');
    await reader.close();
  });

  it('leaves nothing of its words or its name in any file', async () => {
    expect(await traces(SECRET)).not.toEqual([]);
    await erasure.article(GUILD, idOf('secret-talks'));
    expect(await traces(SECRET, 'Petrova')).toEqual([]);
    // A card is yet to be mended, for which it takes the id.
    const named = await traces('secret-talks');
    expect(named).toEqual(['data/servers.jsonl']);
    const [card] = servers.cards();
    expect(card?.articles).toEqual({ 'secret-talks': 'erased', other: 'abc' });
    if (card !== undefined) await servers.keepCard({ ...card, articles: { other: 'abc' } });
    expect(await traces('secret-talks')).toEqual([]);
    expect(await bodiesOf(articles, GUILD)).toEqual({ other: 'Else.' });
    expect(await checkData(folders)).toEqual([]);
  });

  it('takes what servers keep about it, and nothing else', async () => {
    await erasure.article(GUILD, idOf('secret-talks'));
    expect(servers.reports(GUILD).map(({ id, places }) => [id, places])).toEqual([
      ['half', ['other 1']],
    ]);
    expect(servers.reports(GUILD)[0]?.verdict?.corrected).toEqual({});
    expect(servers.drafts.all().map(({ id }) => id)).toEqual(['mine', 'again', 'fed', 'elsewhere']);
    expect(servers.corrections.all().map(({ id }) => id)).toEqual(['other']);
    expect(servers.settings(GUILD).cooldown).toBe(30);
  });

  it('is on record without what it was, once, with the backups that may hold it', async () => {
    const file = join(folders.dataDir, '..', 'monday.zip');
    await backUp(folders.dataDir, file);
    const { backups } = await erasure.article(GUILD, idOf('secret-talks'));
    expect(backups?.map(({ path }) => path)).toEqual([file]);
    expect(await listErasures(folders.dataDir)).toEqual([
      { at: expect.any(String), what: 'article' },
    ]);
    await expect(erasure.article(GUILD, idOf('secret-talks'))).rejects.toThrow(
      'There is no article "secret-talks"',
    );
    expect(await listErasures(folders.dataDir)).toHaveLength(1);
  });

  it('reaches copies that were made when something was mended', async () => {
    const rescued = join(folders.dataDir, 'repaired', 'then');
    await mkdir(rescued, { recursive: true });
    await writeFile(join(rescued, 'half.tmp'), `---\ntitle: A title\n---\n\n${SECRET}`);
    await writeFile(join(rescued, 'log.jsonl'), '{"id":"secret-talks"}\n{"id":"other"}\n');
    await writeFile(join(rescued, 'own.tmp'), 'Else.');
    await erasure.article(GUILD, idOf('secret-talks'));
    expect((await readdir(rescued)).toSorted()).toEqual(['log.jsonl', 'own.tmp']);
    expect(await readFile(join(rescued, 'log.jsonl'), 'utf8')).toBe('{"id":"other"}\n');
  });
});

describe('forgetting a member', () => {
  it('leaves nothing of their id in any file, in open shelves and others', async () => {
    await articles.close();
    await open();
    await articles.load(GUILD);
    const { reports } = await erasure.member(MEMBER);
    expect(reports).toBe(2);
    expect(await traces(MEMBER)).toEqual([]);
    expect(servers.drafts.all().map(({ id, by }) => [id, by])).toEqual([
      ['revision', OTHER],
      ['words', OTHER],
      ['again', OTHER],
      ['fed', 'erased'],
      ['elsewhere', OTHER],
    ]);
    expect(servers.feeds.get('feed')?.by).toBe('erased');
    expect(servers.corrections.get('other')).toMatchObject({
      by: 'erased',
      earlier: [{ by: OTHER }, { by: 'erased' }],
    });
    const [article] = (await articles.load('99')).articles;
    expect(article?.provenance?.origin.by).toBe('erased');
    const kept = await exportMember(articles, folders.dataDir, MEMBER);
    expect(Object.values(kept).filter((each) => Array.isArray(each) && each.length > 0)).toEqual(
      [],
    );
  });
});

describe('erasing a server', () => {
  it('leaves nothing of it', async () => {
    await erasure.server(GUILD);
    expect(await traces(GUILD, SECRET, 'Else.')).toEqual([]);
    expect(await articles.shelves()).toEqual(expect.arrayContaining(['99']));
    expect(servers.known()).toEqual(['99']);
    expect(await bodiesOf(articles, '99')).toEqual({ far: 'Far away.' });
    await articles.close();
    await open();
    expect(await bodiesOf(articles, GUILD)).toEqual({});
  });
});

describe('an access request', () => {
  it('gives everything about a member', async () => {
    const kept = await exportMember(articles, folders.dataDir, MEMBER);
    const { member, changes, ...rest } = kept;
    expect(member).toBe(MEMBER);
    expect(changes.map(({ shelf, id, revision }) => `${shelf} ${id} ${revision}`)).toEqual(
      expect.arrayContaining([
        '99 far 1',
        `${GUILD} secret-talks 1`,
        `${GUILD} other 2`,
        `${GUILD} secret-talks 3`,
      ]),
    );
    expect(rest).toMatchObject({
      drafts: [{ id: 'fed' }],
      suggestions: [{ id: 'mine' }],
      reports: [{ id: 'whole' }, { id: 'half' }],
      decisions: [{ id: 'far' }],
      corrections: [{ id: 'secret' }, { id: 'other' }],
      cards: [{ messageId: 'card' }],
      feeds: [{ id: 'feed' }],
    });
  });
});

describe('a restore', () => {
  let file: string;

  beforeEach(async () => {
    file = join(folders.dataDir, '..', 'monday.zip');
    await backUp(folders.dataDir, file);
  });

  it('beside the bot leaves out what was erased since the backup was made', async () => {
    await erasure.article(GUILD, idOf('secret-talks'));
    await erasure.member(MEMBER);
    await servers.dropCard('card');
    const said = await restoreInto({ articles, servers }, folders.dataDir, file);
    expect(said).toMatch(/Left out, as erased since: \d+ articles and notes\./u);
    expect(await tracesIn(folders, [SECRET, MEMBER])).toEqual([]);
    expect(await bodiesOf(articles, GUILD)).toEqual({ other: 'Else.' });
    await erasure.server(GUILD);
    await restoreInto({ articles, servers }, folders.dataDir, file);
    expect(await bodiesOf(articles, GUILD)).toEqual({});
    expect(servers.settings(GUILD)).toEqual(DEFAULT_SETTINGS);
  });

  it('where history is missing leaves it out of that, too', async () => {
    await erasure.article(GUILD, idOf('secret-talks'));
    await erasure.member(MEMBER);
    await articles.eraseShelf(GUILD);
    await articles.eraseShelf('99');
    await servers.eraseServer(GUILD);
    await writeFile(join(folders.dataDir, 'servers.jsonl'), '');
    await articles.close();
    const said = await restoreHere({ ...folders, file });
    expect(said).toContain('Left out');
    await open();
    expect(await tracesIn(folders, [SECRET, MEMBER])).toEqual([]);
    expect(await bodiesOf(articles, GUILD)).toEqual({ other: 'Else.' });
    expect(await bodiesOf(articles, '99')).toEqual({ far: 'Far away.' });
    expect(servers.settings(GUILD).cooldown).toBe(30);
  });

  it('of a backup made after brings back what came again', async () => {
    await erasure.article(GUILD, idOf('secret-talks'));
    await articles.append(GUILD, await articles.head(GUILD), OTHER, [put('secret-talks', 'New.')]);
    const after = join(folders.dataDir, '..', 'tuesday.zip');
    await backUp(folders.dataDir, after);
    await articles.append(GUILD, await articles.head(GUILD), OTHER, [
      put('secret-talks', 'Newer.'),
    ]);
    await restoreInto({ articles, servers }, folders.dataDir, after);
    expect((await bodiesOf(articles, GUILD))['secret-talks']).toBe('New.');
    expect((await listBackups(folders.dataDir)).length).toBe(3);
  });
});
