import { create, insertMultiple, search } from '@orama/orama';
import { Index } from 'flexsearch';
import Database from 'libsql';
import lunr from 'lunr';
import MiniSearch from 'minisearch';

// Search libraries that a user would reach for, each as it comes, over the same passages.

/** Takes a question and gives the numbers of the passages found, best first. */
type Ask = (question: string) => Promise<readonly number[]>;

export interface Rival {
  readonly name: string;
  /** Indexes passages; their numbers are their places in the list. */
  readonly build: (passages: readonly string[]) => Promise<Ask>;
}

const SHOWN = 5;

const miniSearch: Rival = {
  name: 'MiniSearch',
  build: async (passages) => {
    const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
    index.addAll(passages.map((text, id) => ({ id, text })));
    return async (question) =>
      index
        .search(question)
        .slice(0, SHOWN)
        .map(({ id }) => Number(id));
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
    return async (question) => {
      const { hits } = await search(index, { term: question, limit: SHOWN });
      return hits.flatMap(({ id }) => places.get(id) ?? []);
    };
  },
};

const flexSearch: Rival = {
  name: 'FlexSearch',
  build: async (passages) => {
    const index = new Index();
    passages.forEach((text, id) => index.add(id, text));
    // Its default wants every word; `suggest` lets some be missing, as a question needs.
    return async (question) =>
      index.search(question, { limit: SHOWN, suggest: true }).map((id) => Number(id));
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
    return async (question) =>
      index
        .query((query) =>
          query.term(lunr.tokenizer(question), { wildcard: lunr.Query.wildcard.NONE }),
        )
        .slice(0, SHOWN)
        .map(({ ref }) => Number(ref));
  },
};

const fts5: Rival = {
  name: 'SQLite FTS5',
  build: async (passages) => {
    const database = new Database(':memory:');
    database.exec('create virtual table passages using fts5(text, tokenize = "porter unicode61")');
    const insert = database.prepare('insert into passages (rowid, text) values (?, ?)');
    passages.forEach((text, id) => insert.run(id, text));
    const found = database.prepare(
      `select rowid from passages where passages match ? order by rank limit ${SHOWN}`,
    );
    // Its query syntax wants each word quoted, and one of them is enough.
    return async (question) => {
      const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.length === 0) return [];
      const rows: unknown = found.all(words.map((word) => `"${word}"`).join(' OR '));
      return Array.isArray(rows) ? rows.map((row: { rowid: number }) => row.rowid) : [];
    };
  },
};

export const rivals: readonly Rival[] = [miniSearch, orama, flexSearch, lunrIndex, fts5];
