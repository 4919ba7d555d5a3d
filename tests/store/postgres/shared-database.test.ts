import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { followStore } from '../../../src/search/store-follower.ts';
import { isChange } from '../../../src/store/article-store.ts';
import { openErasure } from '../../../src/store/erasing/erasure.ts';
import { exportFrom } from '../../../src/store/erasing/member-export.ts';
import { openFollower } from '../../../src/store/postgres/follower.ts';
import { migrate } from '../../../src/store/postgres/migrations.ts';
import { type DatabaseStores, openDatabaseStores } from '../../../src/store/postgres/open.ts';
import { insertNotes, readNotes } from '../../../src/store/postgres/postgres-notes.ts';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { sweepShelves } from '../../../src/store/postgres/shelf-erasing.ts';
import { DEFAULT_SETTINGS } from '../../../src/store/server-store.ts';
import { turns } from '../../../src/store/turns.ts';
import { idOf } from '../../article/article-id.ts';
import { bodiesOf, put, remove } from '../edits.ts';
import { GUILD, MEMBER, OTHER, SECRET, fillStores } from '../erasable.ts';
import { report } from '../server-store-contract.ts';
import { type TestServer, startServer, withConnection } from './server.ts';

// Two processes, as far as the database can tell, that share it.

let server: TestServer;
let url: string;
let one: DatabaseStores;
let two: DatabaseStores;

const fail = (error: unknown): never => {
  throw error;
};

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.stop());

beforeEach(async () => {
  url = await server.makeUrl();
  // At once, so that they make the tables at once, too.
  [one, two] = await Promise.all([
    openDatabaseStores(url, { report: fail }),
    openDatabaseStores(url, { report: fail }),
  ]);
});

afterEach(() => Promise.all([one.close(), two.close()]));

const erasureOf = ({ articles, servers, book }: DatabaseStores) =>
  openErasure({ articles, servers, book, dataDir: '/nowhere' });

describe('the tables', () => {
  it('of a newer version are left alone', async () => {
    await withConnection(url, (client) => client.query('update schema_version set version = 99'));
    await expect(openDatabaseStores(url, { report: fail })).rejects.toThrow(
      /set up by a newer Verbatim \(version 99 .*Run that version/u,
    );
    expect(await server.dump(url)).toContain('schema_version (99)');
  });

  it('get what a later version adds, all of it or nothing', async () => {
    const broken = [[], [], ['create table more (a text)', 'nonsense']];
    await expect(migrate(one.database, broken)).rejects.toThrow('nonsense');
    expect(await server.dump(url)).toContain('schema_version (2)');
    await migrate(one.database, [[], [], ['create table more (a text)']]);
    await migrate(two.database, [[], [], ['create table more (a text)']]);
    expect(await server.dump(url)).toContain('schema_version (3)');
  });

  it('cannot be made where the database is not to be reached, which is told without the password', async () => {
    const opening = openDatabaseStores('postgres://bot:hush@127.0.0.1:1/x', { report: fail });
    await expect(opening).rejects.toThrow(/DATABASE_URL cannot be used \(connect ECONNREFUSED/u);
    await expect(opening).rejects.not.toThrow('hush');
  });
});

describe('articles of two processes', () => {
  it('are seen by both, and a stale writer is told', async () => {
    await one.articles.append('1', 0, '7', [put('a', 'One.')]);
    expect(await bodiesOf(two.articles, '1')).toEqual({ a: 'One.' });
    await two.articles.append('1', 1, '8', [put('a', 'Two.'), put('b', 'x')]);
    await expect(one.articles.append('1', 1, '7', [remove('a')])).rejects.toMatchObject({
      name: 'StaleRevisionError',
      expected: 1,
      head: 3,
    });
    expect(await bodiesOf(one.articles, '1')).toEqual({ a: 'Two.', b: 'x' });
  });

  it('written at once are those of one of them', async () => {
    await Promise.all([one.articles.load('1'), two.articles.load('1')]);
    const results = await Promise.allSettled(
      [one, two, one, two].map(({ articles }, at) =>
        articles.append('1', 0, String(at), [put(`a${String(at)}`, 'x')]),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await one.articles.changesSince('1', 0)).map(({ revision }) => revision)).toEqual([1]);
  });

  it('never skip a revision for whoever follows them while many write', async () => {
    const seen: number[] = [];
    const inTurn = turns();
    const read = (): Promise<void> =>
      inTurn(async () => {
        const since = seen.at(-1) ?? 0;
        for (const { revision } of await two.articles.changesSince('1', since)) seen.push(revision);
      });
    const write = async (id: string): Promise<void> => {
      let done = 0;
      while (done < 5) {
        const head = await one.articles.head('1');
        const edit = put(id, `${id} ${String(done)}`);
        const isDone = await one.articles.append('1', head, '7', [edit]).then(
          () => true,
          () => false,
        );
        if (isDone) done += 1;
        await read();
      }
    };
    await Promise.all(['a', 'b', 'c'].map(write));
    await read();
    expect(seen).toEqual([...Array(15).keys()].map((at) => at + 1));
  });

  it('are told of even where no hint comes through', async () => {
    const deaf = { ...two.database, listen: () => Promise.resolve(() => Promise.resolve()) };
    const follower = openFollower(deaf);
    const store = openPostgresStore(deaf, follower);
    const followed = await followStore({ store, shelf: '1', report: fail });
    const told = new Promise<void>((resolve) => followed.subscribe(resolve));
    await one.articles.append('1', 0, '7', [put('a', 'One.')]);
    await told;
    expect(followed.current.reading('a')?.article.body).toBe('One.');
    followed.close();
    await follower.stop();
  });

  it('that one erases are gone from what the other sees', async () => {
    await one.articles.append('1', 0, MEMBER, [put('a', 'One.'), put('b', 'Two.')], 'Why.');
    const followed = await followStore({ store: two.articles, shelf: '1', report: fail });
    await one.articles.erase('1', idOf('a'));
    await followed.catchUp();
    expect(followed.current.readings.map(({ article }) => article.id)).toEqual(['b']);
    await one.articles.forgetMember(MEMBER);
    await followed.catchUp();
    expect(followed.current.reading('b')?.article.provenance?.origin.by).toBe('erased');
    await one.articles.eraseShelf('1');
    await followed.catchUp();
    expect(followed.current.readings).toEqual([]);
    followed.close();
  });

  it('of a shelf that begins anew long after it was erased are seen by who knew the old one', async () => {
    await one.articles.append('1', 0, '7', [put('a', 'One.'), put('b', 'Two.')]);
    const followed = await followStore({ store: two.articles, shelf: '1', report: fail });
    await one.articles.eraseShelf('1');
    await withConnection(url, (client) =>
      client.query("update shelves set erased_at = now() - interval '2 days'"),
    );
    await one.database.change(sweepShelves);
    expect(await one.articles.append('1', 0, '8', [put('c', 'Three.')])).toBe(1);
    await followed.catchUp();
    expect(followed.current.readings.map(({ article }) => article.id)).toEqual(['c']);
    followed.close();
  });

  it('are read anew where the text of one is lost, which is named', async () => {
    await one.articles.append('1', 0, '7', [put('a', 'One.'), put('b', 'Two.')]);
    await withConnection(url, (client) => client.query("delete from bodies where bytes = 'One.'"));
    const { articles, problems } = await two.articles.load('1');
    expect(articles.map(({ id }) => id)).toEqual(['b']);
    expect(problems).toEqual([{ file: 'a.md', message: expect.stringContaining('lost') }]);
  });
});

describe('what servers keep in two processes', () => {
  const verdict = { isUpheld: true, by: 'mo', at: '2025-02-19T00:00:00Z', reason: '' };

  it('is decided once', async () => {
    await one.servers.saveReport(report('1'));
    const decided = await Promise.all(
      [one, two, one, two].map(({ servers }) => servers.decideReport('1', verdict)),
    );
    expect(decided.filter(Boolean)).toHaveLength(1);
  });

  it('is changed by each from what the other made of it', async () => {
    await fillStores(one);
    await Promise.all(
      [one, two, one, two].map(({ servers }) =>
        servers.corrections.change(
          'other',
          (now) => now && { ...now, reversals: now.reversals + 1 },
        ),
      ),
    );
    const { corrections } = one.servers;
    await corrections.change('other', (now) => now);
    expect(corrections.get('other')?.reversals).toBe(4);
  });

  it('is followed, also where it was written anew, and what is the same stays the same object', async () => {
    await fillStores(one);
    await expect.poll(() => two.servers.settings(GUILD).cooldown, SOON).toBe(30);
    await expect.poll(() => two.servers.feeds.get('feed'), SOON).toBeDefined();
    const before = two.servers.corrections.get('secret');
    await one.servers.forgetMember(OTHER);
    await expect
      .poll(() => two.servers.corrections.get('secret')?.earlier[0]?.by, SOON)
      .toBe('erased');
    expect(two.servers.corrections.get('secret')).not.toBe(before);
    expect(two.servers.feeds.get('feed')).toMatchObject({ by: MEMBER });
    const kept = two.servers.feeds.get('feed');
    await one.servers.eraseServer(GUILD);
    await expect.poll(() => two.servers.corrections.all(), SOON).toEqual([]);
    expect(two.servers.feeds.get('feed')).toBe(kept);
  });

  it('does not grow with cards that change', async () => {
    const shown = { guildId: 'g', channelId: 'c', messageId: 'm', articles: {} };
    const at = new Date().toISOString();
    const cards = Array.from({ length: 1001 }, (_, owner) => ({
      kind: 'card',
      card: { ...shown, at, ownerId: String(owner) },
    }));
    await one.database.change(async (sql) => {
      await insertNotes(sql, 1, cards);
      await sql`update note_log set revision = ${cards.length}`;
    });
    await one.servers.keepCard({ ...shown, at, ownerId: 'last' });
    const notes = await two.database.read((sql) => readNotes(sql));
    expect(notes.length).toBe(1);
    await two.servers.saveSettings('g', DEFAULT_SETTINGS);
    expect(two.servers.card('m')?.ownerId).toBe('last');
  });
});

const SOON = { timeout: 10_000 };

describe('erasing from a database', () => {
  beforeEach(() => fillStores(one));

  it('leaves nothing of an article but on a card that is yet to be mended', async () => {
    expect(await server.dump(url)).toContain(SECRET);
    const outcome = await erasureOf(one).article(GUILD, idOf('secret-talks'));
    expect(outcome.backups).toBeUndefined();
    const dump = await server.dump(url);
    expect(dump).not.toContain(SECRET);
    expect(dump.split('\n').filter((line) => line.includes('secret-talks'))).toEqual([
      expect.stringContaining('"card"'),
    ]);
    expect(two.servers.drafts.all()).toBeDefined();
    await expect(erasureOf(two).article(GUILD, idOf('secret-talks'))).rejects.toThrow(
      'There is no',
    );
  });

  it('leaves nothing of a member', async () => {
    expect((await erasureOf(one).member(MEMBER)).reports).toBe(2);
    expect(await server.dump(url)).not.toContain(MEMBER);
    const notes = await two.database.read((sql) => readNotes(sql));
    const { member: _, ...kept } = await exportFrom(two.articles, notes, MEMBER);
    expect(Object.values(kept).flat()).toEqual([]);
  });

  it('leaves nothing of a server, a day later not even its id', async () => {
    await erasureOf(one).server(GUILD);
    const dump = await server.dump(url);
    for (const words of [SECRET, 'Else.']) expect(dump).not.toContain(words);
    expect(await two.articles.shelves()).toEqual(['99']);
    await withConnection(url, (client) =>
      client.query(
        "update shelves set erased_at = now() - interval '2 days' where erased_at is not null",
      ),
    );
    await one.database.change(sweepShelves);
    expect(await server.dump(url)).not.toContain(GUILD);
  });

  it('that was cut short is ended by whoever starts next, and recorded once', async () => {
    await one.book.begin(
      JSON.stringify({ what: 'member', userId: MEMBER, at: '2025-03-03T00:00:00.000Z' }),
    );
    await Promise.all([erasureOf(one).finish(), erasureOf(two).finish()]);
    const dump = await server.dump(url);
    expect(dump).not.toContain(MEMBER);
    expect(dump.match(/^erasures .*member/gmu)).toHaveLength(1);
    expect(dump).toMatch(/^erased_digests /mu);
    const changes = (await two.articles.changesSince(GUILD, 0)).filter(isChange);
    expect(changes.map(({ actor }) => actor)).toContain('erased');
  });
});
