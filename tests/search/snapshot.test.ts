import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { READING_PACKING, packReading } from '../../src/search/packed-reading.ts';
import { type Snapshot, openSnapshot, snapshotsIn } from '../../src/search/snapshot.ts';
import { followStore } from '../../src/search/store-follower.ts';
import { openFolderStore } from '../../src/store/folder-store.ts';
import { leaveFrames, readSnapshotFile, snapshotIn } from '../../src/store/snapshot-file.ts';
import { put } from '../store/edits.ts';
import { type Folders, makeFolders } from '../store/temporary-folder.ts';
import { articleOf } from './articles.ts';

const OLD = `${READING_PACKING} a`;
const NEW = `${READING_PACKING} b`;
const OTHERWISE = '0.0 a';

let folders: Folders;
let path: string;

beforeEach(async () => {
  folders = await makeFolders({ 'oslo.md': 'Ann Petrova met Bo Lund in Oslo.' });
  path = snapshotIn(folders.dataDir, 'base');
});

afterEach(() => folders.clear());

const fail = (error: unknown): never => {
  throw error;
};

const open = (version = OLD, isReadOnly = false): Promise<Snapshot> =>
  openSnapshot({ path, version, isReadOnly, report: fail });

const ARTICLES = [
  articleOf('oslo', 'Ann Petrova met Bo Lund in Oslo.'),
  articleOf('bergen', '“The lock is safe,” Lund said in Bergen.'),
];

/** Reads through a snapshot that is open, settles it, and gives what was read, by the article's id. */
async function readAll(
  snapshot: Snapshot,
  articles: readonly Article[] = ARTICLES,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const read = new Map<string, Uint8Array>();
  for await (const { article, packed } of snapshot.read(articles))
    read.set(article.id, new Uint8Array(packed));
  await snapshot.settle(new Set(articles.map(({ shelf, id }) => `${shelf}/${id}`)));
  return read;
}

/** Which articles the file has readings of. */
const kept = async (): Promise<readonly string[]> =>
  [...(await readSnapshotFile(path)).frames.keys()].toSorted();

describe('a snapshot', () => {
  it('gives what was read before, and reads only what it does not have', async () => {
    const first = await readAll(await open());
    expect(first.get('oslo')).toEqual(packReading(ARTICLES[0] ?? fail('no article')));
    expect(await kept()).toEqual(['base/bergen', 'base/oslo']);
    const before = await readFile(path);
    expect(await readAll(await open())).toEqual(first);
    expect(await readFile(path)).toEqual(before);
  });

  it('reads an article anew that has changed, whatever its id', async () => {
    await readAll(await open());
    const changed = articleOf('oslo', 'Nora Quist met nobody.');
    const read = await readAll(await open(), [changed]);
    expect(read.get('oslo')).toEqual(packReading(changed));
  });

  it('keeps nothing of an article that is not there any more', async () => {
    await readAll(await open());
    await readAll(await open(), ARTICLES.slice(0, 1));
    expect(await kept()).toEqual(['base/oslo']);
    expect(await readFile(path, 'utf8')).not.toContain('bergen');
  });

  it('serves what older code read, says so, and keeps what newer code reads of it', async () => {
    await readAll(await open());
    const newer = await open(NEW);
    await readAll(newer);
    expect(newer.outdated.map(({ id }) => id)).toEqual(['oslo', 'bergen']);
    for await (const { article } of newer.reread.read(newer.outdated))
      expect(article).toBeDefined();
    expect(newer.outdated).toEqual([]);
    await newer.settle(new Set(['base/oslo', 'base/bergen']));
    const newest = await open(NEW);
    await readAll(newest);
    expect(newest.outdated).toEqual([]);
  });

  it('reads all anew that was packed otherwise', async () => {
    await readAll(await open(OTHERWISE));
    const other = await open();
    expect((await readAll(other)).size).toBe(2);
    expect(other.outdated).toEqual([]);
  });

  it('of a file that was cut short has the frames before', async () => {
    await readAll(await open());
    const { length } = await readFile(path);
    await truncate(path, length - 10);
    expect(await kept()).toEqual(['base/oslo']);
    expect((await readAll(await open())).size).toBe(2);
    expect(await kept()).toEqual(['base/bergen', 'base/oslo']);
  });

  it.each([
    ['is damaged', (bytes: Buffer) => bytes.fill(7, 60, 80)],
    ['is none of ours', () => Buffer.from('something else')],
    ['is empty', () => Buffer.alloc(0)],
  ])('of a file that %s reads what is lacking, and mends it', async (_, damage) => {
    await readAll(await open());
    await writeFile(path, damage(await readFile(path)));
    expect((await readAll(await open())).size).toBe(2);
    expect(await kept()).toEqual(['base/bergen', 'base/oslo']);
  });

  it('writes nothing where it is only read', async () => {
    expect((await readAll(await open(OLD, true))).size).toBe(2);
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });

  it('that cannot be written is done without, and said once', async () => {
    const told: unknown[] = [];
    await writeFile(folders.dataDir, 'no folder').catch(() => undefined);
    const snapshot = await openSnapshot({
      path: `${folders.corpusDir}/oslo.md/readings.snapshot`,
      version: OLD,
      report: (error) => told.push(error),
    }).catch(() => undefined);
    // A path through a file cannot even be looked at, which counts as none there.
    expect(snapshot === undefined || (await readAll(snapshot)).size === 2).toBe(true);
    expect(told.length).toBeLessThan(2);
  });
});

describe('a file of readings', () => {
  it('leaves out an article that is erased, and all that is torn', async () => {
    await readAll(await open());
    await appendFile(path, 'torn');
    await leaveFrames(path, (key) => key !== 'base/bergen');
    expect(await kept()).toEqual(['base/oslo']);
    expect((await readFile(path)).includes('torn')).toBe(false);
  });
});

describe('a store that is followed', () => {
  it('keeps what is read of it, and nothing of what is erased', async () => {
    const store = await openFolderStore(folders);
    const openIn = await snapshotsIn(folders.dataDir, { report: fail });
    const followed = await followStore({
      store,
      shelf: 'base',
      report: fail,
      openSnapshot: openIn,
    });
    await store.append('base', await store.head('base'), '7', [
      put('bergen', '“The lock is safe,” Lund said in Bergen.'),
    ]);
    await followed.catchUp();
    await expect.poll(kept).toEqual(['base/bergen', 'base/oslo']);
    await store.erase('base', articleOf('bergen', 'It rained.').id);
    expect(await kept()).toEqual(['base/oslo']);
    await followed.catchUp();
    expect(await kept()).toEqual(['base/oslo']);
    followed.close();
    await store.close();
  });

  it('shows what older code read until it is read anew, and says what was', async () => {
    const store = await openFolderStore(folders);
    const follow = (version: string, told: string[]) =>
      followStore({
        store,
        shelf: 'base',
        report: fail,
        openSnapshot: () => open(version),
        onReread: (reread) => told.push(...reread.map(({ is }) => is.article.id)),
      });
    const first = await follow(OLD, []);
    first.close();
    const told: string[] = [];
    const second = await follow(NEW, told);
    expect(second.current.readings.map(({ article }) => article.id)).toEqual(['oslo']);
    await expect.poll(() => told).toEqual(['oslo']);
    expect(second.current.readings.map(({ article }) => article.id)).toEqual(['oslo']);
    second.close();
    await store.close();
  });
});
