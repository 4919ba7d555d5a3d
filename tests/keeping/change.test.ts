import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeShelf, undoChange } from '../../src/keeping/change.ts';
import { KeepingError } from '../../src/keeping/keeping-error.ts';
import type { Keeping } from '../../src/keeping/keeping.ts';
import { amendmentsOf } from '../../src/keeping/correction.ts';
import { openKeeping } from '../../src/keeping/open.ts';
import { type Corpora, followCorpora } from '../../src/search/corpora.ts';
import type { ArticleStore, Edit } from '../../src/store/article-store.ts';
import { memoryServerStore } from '../../src/store/folder-server-store.ts';
import { openErasure } from '../../src/store/erasing/erasure.ts';
import { openFolderStore } from '../../src/store/folder-store.ts';
import { idOf } from '../article/article-id.ts';
import { type Folders, makeFolders } from '../store/temporary-folder.ts';

const GUILD = '100000000000000001';
const by = { guildId: GUILD, by: '7' };

function report(error: unknown): never {
  throw error;
}

const put = (id: string): readonly Edit[] => [
  { kind: 'put', id: idOf(id), source: `${id}.`, from: { kind: 'paste' } },
];

let folders: Folders;
let store: ArticleStore;
let corpora: Corpora;
let keeping: Keeping;
let close: () => Promise<void>;

beforeEach(async () => {
  folders = await makeFolders({ 'base.md': 'The base.' });
  store = await openFolderStore(folders);
  const servers = memoryServerStore();
  corpora = await followCorpora({ store, amendments: amendmentsOf(servers), report });
  const quotas = { articles: 4, megabytes: 1, feeds: 1 };
  const erasure = openErasure({ articles: store, servers, dataDir: folders.dataDir });
  ({ keeping, close } = openKeeping({ store, servers, corpora, quotas, erasure }));
});

afterEach(async () => {
  corpora.close();
  await store.close();
  await close();
  await folders.clear();
});

async function sources(): Promise<Readonly<Record<string, string | undefined>>> {
  const { articles, revision } = await store.load(GUILD);
  const entries = articles.map(async ({ id }): Promise<[string, string | undefined]> => [
    id,
    await store.sourceAt(GUILD, id, revision),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

const IDS = ['a', 'b', 'c'] as const;

/** What is asked for, as far as the shelf allows it. */
const wishes = fc.array(
  fc.array(
    fc.record({ id: fc.constantFrom(...IDS), text: fc.option(fc.constantFrom('One.', 'Two.')) }),
    { minLength: 1, maxLength: 3 },
  ),
  { minLength: 1, maxLength: 5 },
);

const editsOf = (
  wish: readonly { readonly id: string; readonly text: string | null }[],
  held: ReadonlySet<string>,
): readonly Edit[] => {
  const there = new Set(held);
  return wish.flatMap(({ id, text }): Edit[] => {
    if (text !== null) {
      there.add(id);
      return [{ kind: 'put', id: idOf(id), source: text, from: { kind: 'paste' } }];
    }
    return there.delete(id) ? [{ kind: 'remove', id: idOf(id) }] : [];
  });
};

describe('a change', () => {
  it('that is taken back leaves the shelf as it was before, whatever it was', async () => {
    await fc.assert(
      fc.asyncProperty(wishes, async (all) => {
        for (const wish of all) {
          const before = await sources();
          const planned = editsOf(wish, new Set(Object.keys(before)));
          if (planned.length === 0) continue;
          const { revision } = await changeShelf(keeping, by, () => planned);
          const after = await sources();
          const isNothing = planned.every(({ id }) => !(id in before) && !(id in after));
          const undone = undoChange(keeping, by, revision);
          if (isNothing) await expect(undone).rejects.toBeInstanceOf(KeepingError);
          else await undone;
          expect(await sources()).toEqual(before);
          await changeShelf(keeping, by, () => editsOf(wish, new Set(Object.keys(before))));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('of several at once is made by all, one after the other', async () => {
    await Promise.all(IDS.map((id) => changeShelf(keeping, by, () => put(id))));
    expect(Object.keys(await sources())).toEqual(['a', 'b', 'c']);
    const corpus = await corpora.of(GUILD);
    expect(corpus.readings.map(({ article }) => article.id).toSorted()).toEqual([
      'a',
      'b',
      'base',
      'c',
    ]);
  });

  it('is refused where there is no room, and removing never is', async () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((id): Edit => ({
      kind: 'put',
      id: idOf(id),
      source: id,
    }));
    await expect(changeShelf(keeping, by, () => many)).rejects.toMatchObject({
      fault: 'keeping.quota.articles',
    });
    await changeShelf(keeping, by, () => many.slice(0, 4));
    const long = { kind: 'put' as const, id: idOf('a'), source: 'x'.repeat(1_000_001) };
    await expect(changeShelf(keeping, by, () => [long])).rejects.toMatchObject({
      fault: 'keeping.quota.megabytes',
    });
    await changeShelf(keeping, by, () => [{ kind: 'remove', id: idOf('a') }]);
    expect(Object.keys(await sources())).toEqual(['b', 'c', 'd']);
  });

  it('of one server is seen by no other', async () => {
    const source = 'Ours alone, said Ann Petrova.';
    await changeShelf(keeping, by, () => [{ kind: 'put', id: idOf('ours'), source }]);
    const other = await corpora.of('100000000000000002');
    expect(other.reading('ours')).toBeUndefined();
    expect(other).toBe(corpora.base);
    expect(await other.search(other.query('Petrova'), 5)).toEqual([]);
    expect(other.alike(source, 3)).toEqual([]);
    expect((await corpora.of(undefined)).reading('ours')).toBeUndefined();
  });

  it('to an article of the same name as one of the base shelf takes its place here alone', async () => {
    await changeShelf(keeping, by, () => [
      { kind: 'put', id: idOf('base'), source: 'Our own.', from: { kind: 'paste' } },
    ]);
    expect((await corpora.of(GUILD)).reading('base')?.article.body).toBe('Our own.');
    expect(corpora.base.reading('base')?.article.body).toBe('The base.');
  });
});
