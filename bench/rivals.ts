import { create, insertMultiple, search } from '@orama/orama';
import { Index } from 'flexsearch';
import Database from 'libsql';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { Client } from 'pg';
import { startPostgres } from './postgres-server.ts';

// Search engines that a user would reach for, each as it comes, over the same passages.

export interface Rival {
  readonly name: string;
  /** Indexes passages; their numbers are their places in the list. */
  readonly build: (passages: readonly string[]) => Promise<Built>;
}

interface Built {
  /** Takes a question and gives the numbers of the passages found, best first. */
  readonly ask: (question: string) => Promise<readonly number[]>;
  readonly close?: () => Promise<void>;
}

const SHOWN = 5;

const miniSearch: Rival = {
  name: 'MiniSearch',
  build: async (passages) => {
    const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
    index.addAll(passages.map((text, id) => ({ id, text })));
    return {
      ask: async (question) =>
        index
          .search(question)
          .slice(0, SHOWN)
          .map(({ id }) => Number(id)),
    };
  },
};

const orama: Rival = {
  name: 'Orama',
  build: async (passages) => {
    const index = create({ schema: { text: 'string' } });
    const ids = await insertMultiple(
      index,
      passages.map((text) => ({ text })),
    );
    const places = new Map(ids.map((id, at) => [id, at]));
    return {
      ask: async (question) => {
        const { hits } = await search(index, { term: question, limit: SHOWN });
        return hits.flatMap(({ id }) => places.get(id) ?? []);
      },
    };
  },
};

const flexSearch: Rival = {
  name: 'FlexSearch',
  build: async (passages) => {
    const index = new Index();
    passages.forEach((text, id) => index.add(id, text));
    // Its default wants every word; `suggest` lets some be missing, as a question needs.
    return {
      ask: async (question) =>
        index.search(question, { limit: SHOWN, suggest: true }).map((id) => Number(id)),
    };
  },
};

const lunrIndex: Rival = {
  name: 'Lunr',
  build: async (passages) => {
    const index = lunr(function define() {
      this.ref('id');
      this.field('text');
      passages.forEach((text, id) => this.add({ id, text }));
    });
    // Its query syntax is kept out of the way: the words alone.
    return {
      ask: async (question) =>
        index
          .query((query) =>
            query.term(lunr.tokenizer(question), { wildcard: lunr.Query.wildcard.NONE }),
          )
          .slice(0, SHOWN)
          .map(({ ref }) => Number(ref)),
    };
  },
};

const fts5: Rival = {
  name: 'SQLite FTS5 (libSQL)',
  build: async (passages) => {
    const database = new Database(':memory:');
    database.exec('create virtual table passages using fts5(text, tokenize = "porter unicode61")');
    const insert = database.prepare('insert into passages (rowid, text) values (?, ?)');
    passages.forEach((text, id) => insert.run(id, text));
    const found = database.prepare(
      `select rowid from passages where passages match ? order by rank limit ${SHOWN}`,
    );
    return {
      ask: async (question) => {
        const wanted = anyWordOf(question);
        const rows: unknown = wanted === '' ? [] : found.all(wanted);
        return Array.isArray(rows) ? rows.map((row: { rowid: number }) => row.rowid) : [];
      },
    };
  },
};

/** @param rank its function that tells how well a passage fits */
const postgres = (rank: 'ts_rank' | 'ts_rank_cd'): Rival => ({
  name: `PostgreSQL, \`${rank}\``,
  build: async (passages) => {
    const server = await startPostgres();
    const client = new Client({ connectionString: server.url });
    await client.connect();
    await client.query(
      `create table passages (id int primary key, text text not null,
         words tsvector generated always as (to_tsvector('english', text)) stored)`,
    );
    await client.query(
      'insert into passages select at - 1, text from unnest($1::text[]) with ordinality as p (text, at)',
      [passages],
    );
    await client.query('create index on passages using gin (words)');
    await client.query('analyze passages');
    // One word is enough: with all of them, most questions find nothing. A long passage counts for less
    // (the 1), as it does to the others; both rank worse without.
    const found = `select id from passages, websearch_to_tsquery('english', $1) as query
      where words @@ query order by ${rank}(words, query, 1) desc, id limit ${SHOWN}`;
    return {
      ask: async (question) => {
        const { rows } = await client.query<{ id: number }>(found, [anyWordOf(question)]);
        return rows.map(({ id }) => id);
      },
      close: async () => {
        await client.end();
        await server.stop();
      },
    };
  },
});

/** Their query syntax wants each word quoted, and one of them is enough: `"who" OR "met"`. */
const anyWordOf = (question: string): string =>
  (question.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' OR ');

export const rivals: readonly Rival[] = [
  miniSearch,
  orama,
  flexSearch,
  lunrIndex,
  fts5,
  postgres('ts_rank'),
  postgres('ts_rank_cd'),
];
