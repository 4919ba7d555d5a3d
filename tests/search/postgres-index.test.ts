import { isDeepStrictEqual } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { answerQuestion } from '../../src/command/answering.ts';
import { contextOutside } from '../../src/command/context.ts';
import type { OpenIndex, PassageIndex } from '../../src/search/passage-index.ts';
import { postgresIndexes } from '../../src/search/postgres-index.ts';
import type { Query } from '../../src/search/query.ts';
import { rankSentences } from '../../src/search/ranking.ts';
import type { ViewParts } from '../../src/search/view.ts';
import { type FollowedCorpus, followStore } from '../../src/search/store-follower.ts';
import { type DatabaseStores, openDatabaseStores } from '../../src/store/postgres/open.ts';
import { slice } from '../../src/text/span.ts';
import { contentWords } from '../../src/text/stems.ts';
import { idOf } from '../article/article-id.ts';
import { put, remove } from '../store/edits.ts';
import { type TestServer, emptyTables, startServer } from '../store/postgres/server.ts';
import { demonstration } from './articles.ts';
import { passageIndexContract } from './passage-index-contract.ts';

/** So few that it matters which. */
const MOST_PROPOSED = 10;

/** The best sentences of the articles that an index proposes. */
async function best(query: Query, index: PassageIndex, parts: ViewParts): Promise<unknown> {
  const stems = query.terms.flatMap(({ forms }) => forms);
  const keys = await index.propose(stems, MOST_PROPOSED);
  const readings = keys.flatMap((key) => parts.indexed.get(key) ?? []);
  return rankSentences(query, readings, parts.statistics, 3).map(
    ({ indexed, index: at, score }) => [indexed.key, at, score],
  );
}

let server: TestServer;
let one: DatabaseStores;
let two: DatabaseStores;

const fail = (error: unknown): never => {
  throw error;
};

beforeAll(async () => {
  server = await startServer();
  const url = await server.makeUrl();
  one = await openDatabaseStores(url, { report: fail });
  two = await openDatabaseStores(url, { report: fail });
});

afterAll(async () => {
  await Promise.all([one.close(), two.close()]);
  await server.stop();
});

passageIndexContract('the index in PostgreSQL', 15, () => ({
  openIndex: postgresIndexes(one.database),
  begin: (shelf, ids) =>
    one.database.read(async (sql) => {
      await emptyTables(one.database);
      await sql`insert into shelves values (${shelf}, ${ids.length})`;
      await sql`
        insert into changes (shelf, revision, article, body, record)
        select ${shelf}, at, article, 'some', ''
        from unnest(${ids}::text[]) with ordinality as row (article, at)`;
    }),
}));

const opened: FollowedCorpus[] = [];

afterEach(() => {
  for (const followed of opened.splice(0)) followed.close();
});

async function follow(
  { articles: store }: DatabaseStores,
  openIndex: OpenIndex | undefined,
  shelf = '1',
): Promise<FollowedCorpus> {
  const followed = await followStore({ store, shelf, openIndex, report: fail });
  opened.push(followed);
  return followed;
}

const inDatabase = ({ database }: DatabaseStores): OpenIndex => postgresIndexes(database);

/** The rows of the index, as shelf and article. */
const rows = async (): Promise<readonly string[]> =>
  (
    await one.database.read(
      (sql) => sql<{ row: string }[]>`
        select shelf || '/' || article as row from candidates order by 1`,
    )
  ).map(({ row }) => row);

const found = async ({ current }: FollowedCorpus, question: string): Promise<readonly string[]> =>
  (await current.search(current.query(question), 20)).map(({ reading }) => reading.article.id);

describe('the rows of an index in PostgreSQL', () => {
  beforeEach(() => emptyTables(one.database));

  it('are there once for all processes, and go with their articles', async () => {
    await one.articles.append('1', 0, '7', [put('a', 'An envoy.'), put('b', 'A truce.')]);
    await one.articles.append('2', 0, '7', [put('a', 'An envoy of others.')]);
    const here = await follow(one, inDatabase(one));
    const there = await follow(two, inDatabase(two));
    await follow(one, inDatabase(one), '2');
    expect(await rows()).toEqual(['1/a', '1/b', '2/a']);
    expect(await found(there, 'envoy')).toEqual(['a']);
    await one.articles.append('1', 2, '7', [remove('b'), put('a', 'A treaty.')]);
    expect(await rows()).toEqual(['1/a', '2/a']);
    await Promise.all([here.catchUp(), there.catchUp()]);
    for (const followed of [here, there]) {
      expect(await found(followed, 'treaty')).toEqual(['a']);
      expect(await found(followed, 'traety')).toEqual(['a']);
      expect(await found(followed, 'envoy')).toEqual([]);
    }
    expect(await rows()).toEqual(['1/a', '2/a']);
  });

  it('are removed by whatever erases, and never put again by who has read the article before', async () => {
    await one.articles.append('1', 0, '7', [put('a', 'An envoy.'), put('b', 'A truce.')]);
    await one.articles.append('2', 0, '7', [put('a', 'An envoy.')]);
    const late = await two.articles.load('1');
    await follow(one, inDatabase(one));
    await follow(one, inDatabase(one), '2');
    await one.articles.erase('1', idOf('a'));
    expect(await rows()).toEqual(['1/b', '2/a']);
    // One that has not heard of the erasure yet, nor of the next.
    await follow(
      { ...two, articles: { ...two.articles, load: async () => late } },
      inDatabase(two),
    );
    expect(await rows()).toEqual(['1/b', '2/a']);
    await one.articles.eraseShelf('2');
    expect(await rows()).toEqual(['1/b']);
  });
});

describe('answers from candidates in PostgreSQL', () => {
  beforeEach(() => emptyTables(one.database));

  it('are nearly always those that memory gives', async () => {
    // Each paragraph as an article, so that there are many more than are proposed.
    const edits = demonstration.flatMap(({ id, body, paragraphs }) =>
      paragraphs.map((place, at) => put(`${id}-${at}`, slice(body, place))),
    );
    await one.articles.append('1', 0, '7', edits);
    const { current, view } = await follow(one, undefined);
    const { parts } = view;
    const indexed = [...parts.indexed.values()];
    const table = inDatabase(one)('1', parts.vocabulary);
    await table.add(indexed);
    const questions = current.readings.flatMap(({ article, facts }) =>
      facts.sentences.map((span) => contentWords(slice(article.body, span)).slice(1, 7).join(' ')),
    );
    expect(questions.length).toBeGreaterThan(3 * MOST_PROPOSED);
    let same = 0;
    for (const question of questions) {
      const [here, there] = await Promise.all(
        [parts.index, table].map(async (index) => best(current.query(question), index, parts)),
      );
      if (isDeepStrictEqual(here, there)) same += 1;
    }
    expect(same / questions.length).toBeGreaterThan(0.95);
  });

  it('cannot be had while the database is lost, but for what was just asked or asks by name; then they are back', async () => {
    await one.articles.append('1', 0, '7', [
      put('a', '“We tried,” Ada Vogt, the mayor of Bern, told reporters.'),
    ]);
    const { current } = await follow(one, inDatabase(one));
    const context = contextOutside(current, commands, fail);
    const ask = async (command: string, options: Record<string, string>): Promise<unknown> =>
      (await answerQuestion({ command, options }, context)).heading;
    const passages = await ask('ask', { question: 'Who tried?' });
    const quotes = await ask('quote', { who: 'Vogt' });
    const person = await ask('who-is', { who: 'Vogt' });
    await server.kill();
    const unasked = { question: 'Who told reporters?' };
    expect(await ask('ask', unasked)).toMatchObject({ key: 'search.lost' });
    expect(await ask('ask', { question: 'Who tried?' })).toEqual(passages);
    expect(await ask('quote', { who: 'Vogt' })).toEqual(quotes);
    expect(await ask('who-is', { who: 'Vogt' })).toEqual(person);
    await server.restart();
    await expect
      .poll(() => ask('ask', unasked), { timeout: 10_000 })
      .not.toMatchObject({ key: 'search.lost' });
  });

  it('are up to date with what changed while the database was lost', async () => {
    await one.articles.append('1', 0, '7', [put('a', 'An envoy.'), put('b', 'Envoys left.')]);
    const { parts } = (await follow(one, undefined)).view;
    const [a, b] = ['1/a', '1/b'].flatMap((key) => parts.indexed.get(key) ?? []);
    const index = inDatabase(one)('1', parts.vocabulary);
    const asked = [{ stem: parts.vocabulary.find('envoy') ?? -1, weight: 1 }];
    await index.add(a === undefined ? [] : [a]);
    expect(await index.propose(asked, 5)).toEqual(['1/a']);
    await server.kill();
    await index.remove(a === undefined ? [] : [a]);
    await index.add(b === undefined ? [] : [b]);
    await expect(index.propose(asked, 5)).rejects.toMatchObject({ fault: 'search.lost' });
    await server.restart();
    await expect
      .poll(() => index.propose(asked, 5).catch(() => 'lost'), { timeout: 10_000 })
      .toEqual(['1/b']);
  });
});
