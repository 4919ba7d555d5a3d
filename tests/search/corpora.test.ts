import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Corpora, type CorporaOptions, followCorpora } from '../../src/search/corpora.ts';
import type { Amendments } from '../../src/search/layered-view.ts';
import type { ArticleStore } from '../../src/store/article-store.ts';
import { openFolderStore } from '../../src/store/folder-store.ts';
import { put, remove } from '../store/edits.ts';
import { type Folders, makeFolders } from '../store/temporary-folder.ts';

// Servers' shelves come when they are asked for, and go when others need their room.

let folders: Folders;
let store: Mutable<ArticleStore>;
let corpora: Corpora;
type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** How many listen to each shelf of the store. */
let listening: Map<string, number>;

const NONE: Amendments = new Map();

beforeEach(async () => {
  folders = await makeFolders({ 'base.md': 'The envoys met in Oslo.' });
  const folderStore = await openFolderStore(folders);
  listening = new Map();
  const count = (shelf: string, by: number): void =>
    void listening.set(shelf, (listening.get(shelf) ?? 0) + by);
  store = {
    ...folderStore,
    subscribe: (shelf, listener) => {
      const stop = folderStore.subscribe(shelf, listener);
      count(shelf, 1);
      return () => {
        count(shelf, -1);
        stop();
      };
    },
  };
});

afterEach(async () => {
  corpora.close();
  expect([...listening.values()].every((count) => count === 0)).toBe(true);
  await store.close();
  await folders.clear();
});

const follow = async (changed: Partial<CorporaOptions> = {}): Promise<void> => {
  corpora = await followCorpora({
    store,
    amendments: () => NONE,
    report: (error) => {
      throw error;
    },
    ...changed,
  });
};

const serverOf = (number: number): string => String(100_000_000_000_000_000n + BigInt(number));

async function save(number: number, id: string, text: string): Promise<void> {
  const shelf = serverOf(number);
  await store.append(shelf, await store.head(shelf), '7', [put(id, text)]);
}

/** What a server sees. */
const seen = async (number: number): Promise<readonly string[]> =>
  (await corpora.of(serverOf(number))).readings.map(({ article }) => article.id).toSorted();

const loaded = (): readonly string[] => corpora.loaded();

/** Room for about two shelves of a few words. */
const TWO = 2_100_000;

describe('a server', () => {
  it('sees the same whether its shelf was let go meanwhile or not', async () => {
    await follow({ mostBytes: TWO });
    for (const number of [1, 2, 3])
      await save(number, `own-${number}`, `The envoy ${number} left.`);
    for (const number of [1, 2, 3, 1, 2, 3])
      expect(await seen(number)).toEqual(['base', `own-${number}`]);
    expect(loaded()).toEqual([serverOf(2), serverOf(3)]);
  });

  it('sees what was saved, removed and decided while its shelf was not loaded', async () => {
    let decided: Amendments = NONE;
    await follow({ mostBytes: TWO, amendments: (id) => (id === serverOf(1) ? decided : NONE) });
    for (const number of [1, 2, 3]) await save(number, 'own', 'The envoy left.');
    for (const number of [1, 2, 3]) await seen(number);
    expect(loaded()).not.toContain(serverOf(1));
    await store.append(serverOf(1), await store.head(serverOf(1)), '7', [remove('own')]);
    await save(1, 'other', 'The envoy came back.');
    decided = new Map([['base/base', (reading) => ({ ...reading, amended: 'so' })]]);
    expect(await seen(1)).toEqual(['base', 'other']);
    const corpus = await corpora.of(serverOf(1));
    expect(corpus.reading('base')?.amended).toBe('so');
    expect(corpus.removed('own')).toMatchObject({ actor: '7' });
  });

  it('that keeps nothing costs next to nothing', async () => {
    await follow({ mostBytes: TWO });
    for (let number = 0; number < 50; number += 1)
      expect(await corpora.of(serverOf(number))).toBe(corpora.base);
    expect(loaded()).toHaveLength(50);
  });
});

describe('a shelf', () => {
  it('stays for as long as it is the one asked for last, however large', async () => {
    await follow({ mostBytes: 0 });
    for (const number of [1, 2]) await save(number, 'own', 'The envoy left.');
    const first = await corpora.of(serverOf(1));
    expect(await corpora.of(serverOf(1))).toBe(first);
    await corpora.of(serverOf(2));
    expect(loaded()).toEqual([serverOf(2)]);
  });

  it('that is let go leaves the questions that were asked of it as they are', async () => {
    await follow({ mostBytes: 0 });
    await save(1, 'own', 'The envoy Ann Petrova left for Geneva.');
    const corpus = await corpora.of(serverOf(1));
    await seen(2);
    await save(1, 'own', 'Nobody left.');
    await seen(1);
    const [hit] = await corpus.search(corpus.query('envoy Geneva'), 1);
    expect(hit?.reading.article.body).toContain('Ann Petrova');
  });

  it('stays while it catches up, and shows what was saved', async () => {
    await follow({ mostBytes: 0 });
    await save(1, 'own', 'The envoy left.');
    await seen(1);
    await save(1, 'more', 'The envoy came back.');
    const caughtUp = corpora.catchUp(serverOf(1));
    await seen(2);
    await caughtUp;
    expect(await seen(1)).toEqual(['base', 'more', 'own']);
  });

  it('that could not be loaded is loaded the next time', async () => {
    let isBroken = true;
    const { load } = store;
    store = {
      ...store,
      load: (shelf) =>
        isBroken && shelf === serverOf(1) ? Promise.reject(new Error('broken')) : load(shelf),
    };
    await follow({ mostBytes: 0 });
    await save(1, 'own', 'The envoy left.');
    await expect(corpora.of(serverOf(1))).rejects.toThrow('broken');
    expect(loaded()).toEqual([]);
    isBroken = false;
    expect(await seen(1)).toEqual(['base', 'own']);
  });

  it('is told of when it changes, loaded or not', async () => {
    await follow({ mostBytes: 0 });
    const told: string[] = [];
    corpora.subscribe((shelf) => told.push(shelf));
    for (const number of [1, 2]) {
      await save(number, 'own', 'The envoy left.');
      await seen(number);
    }
    for (const number of [1, 2]) await save(number, 'more', 'The envoy came back.');
    await expect.poll(() => told.toSorted()).toEqual([serverOf(1), serverOf(2)]);
    expect(loaded()).toEqual([serverOf(2)]);
  });

  it('that loads gives others their turn between its articles', async () => {
    await follow();
    const text = '“The lock is safe,” Ann Petrova said in Oslo. '.repeat(40);
    const edits = Array.from({ length: 20 }, (_, at) => put(`own-${at}`, text));
    await store.append(serverOf(1), 0, '7', edits);
    let [isLoaded, turns] = [false, 0];
    const take = (): void => {
      turns += 1;
      if (!isLoaded) setImmediate(take);
    };
    const { load } = store;
    // What is read from the disk gives turns by itself.
    store.load = async (shelf) => {
      const read = await load(shelf);
      take();
      return read;
    };
    await corpora.of(serverOf(1));
    isLoaded = true;
    expect(turns).toBeGreaterThan(edits.length / 2);
  });
});

/** Collects what nobody can reach; a WeakRef is kept until the turn ends. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new TypeError('there is no collector to call');
  for (let turn = 0; turn < 2; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
}

it('of shelves that come and go nothing is kept, and no more listeners than there are servers', async () => {
  await follow({ mostBytes: 0 });
  const servers = [1, 2, 3, 4, 5];
  for (const number of servers) await save(number, 'own', `The envoy ${number} left.`);
  const views: WeakRef<object>[] = [];
  const loadAll = async (): Promise<void> => {
    for (const number of servers) views.push(new WeakRef(await corpora.of(serverOf(number))));
  };
  const counts = (): readonly number[] =>
    servers.map((number) => listening.get(serverOf(number)) ?? 0);
  await loadAll();
  const listeners = counts();
  for (let round = 0; round < 5; round += 1) await loadAll();
  expect(counts()).toEqual(listeners);
  await collectGarbage();
  // The last is loaded still.
  expect(views.flatMap((view) => view.deref() ?? [])).toEqual([await corpora.of(serverOf(5))]);
});
