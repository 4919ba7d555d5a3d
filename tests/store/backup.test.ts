import { appendFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { UserError } from '../../src/article/user-error.ts';
import { backUp, listBackups } from '../../src/store/backup/backup.ts';
import { LIMITS } from '../../src/store/backup/backup-format.ts';
import { verifyBackup } from '../../src/store/backup/backup-reading.ts';
import { openServerStore } from '../../src/store/folder-server-store.ts';
import { openFolderStore } from '../../src/store/folder-store.ts';
import { openErasure } from '../../src/store/erasing/erasure.ts';
import { requestHandlers } from '../../src/script/request-handlers.ts';
import { doOrRequest, watchRequests } from '../../src/store/requests.ts';
import { restoreHere } from '../../src/store/backup/restore.ts';
import { DEFAULT_SETTINGS } from '../../src/store/server-store.ts';
import { sealOf } from '../../src/store/backup/zip-file.ts';
import { idOf } from '../article/article-id.ts';
import { bodiesOf, put, remove } from './edits.ts';
import { type Folders, makeFolders } from './temporary-folder.ts';

const BOM_SOURCE = '\uFEFF---\r\ntitle: T\r\n---\r\nUno — “dos”.\r\n';

let folders: Folders;
let other: Folders;
let zip: string;

beforeEach(async () => {
  folders = await makeFolders({ 'a.md': 'One.' });
  other = await makeFolders();
  zip = join(other.dataDir, '..', 'backup.zip');
});

afterEach(() => Promise.all([folders.clear(), other.clear()]));

const open = async ({ corpusDir, dataDir }: Folders) => {
  const articles = await openFolderStore({ corpusDir, dataDir });
  return { articles, servers: await openServerStore(dataDir) };
};
type Stores = Awaited<ReturnType<typeof open>>;

const during = async <T>(where: Folders, use: (stores: Stores) => Promise<T>): Promise<T> => {
  const stores = await open(where);
  return use(stores).finally(() => stores.articles.close());
};

const report = (id: string) => ({
  id,
  guildId: '42',
  userId: 'mia',
  at: '2025-02-18T12:00:00Z',
  mistake: 'speaker' as const,
  detail: 'It was the deputy.',
  places: [],
});

/** History on two shelves, and notes. */
const fill = async ({ articles, servers }: Stores): Promise<void> => {
  await articles.append('base', 1, '7', [put('a', 'Two.'), put('b', BOM_SOURCE)]);
  await articles.append('base', 3, '7', [remove('a'), put('c', 'Three.')]);
  await articles.append('42', 0, '8', [put('x', 'Ten.')]);
  await servers.saveSettings('42', { ...DEFAULT_SETTINGS, cooldown: 30 });
  await servers.saveReport(report('r1'));
};

/** Every file that is to be the same, by its path, in hexadecimal. */
async function contentsOf(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    const isOfPlace = /^(?:owner\.json|backups)/u.test(name);
    if (!isOfPlace && (await stat(path)).isFile())
      files[name] = (await readFile(path)).toString('hex');
  }
  return files;
}

const restoreTo = ({ corpusDir, dataDir }: Folders): Promise<string> =>
  restoreHere({ corpusDir, dataDir, file: zip });

describe('a backup', () => {
  it('made while the store is open brings everything back elsewhere, byte for byte', async () => {
    await during(folders, async (stores) => {
      await fill(stores);
      expect(await backUp(folders.dataDir, zip)).toMatchObject({
        shelves: 2,
        changes: 6,
        lost: [],
      });
    });
    expect(await restoreTo(other)).toContain('0 changes to articles');
    expect(await contentsOf(other.dataDir)).toEqual(await contentsOf(folders.dataDir));
    expect(await contentsOf(other.corpusDir)).toEqual(await contentsOf(folders.corpusDir));
    await during(other, async ({ articles, servers }) => {
      expect(await articles.head('base')).toBe(5);
      expect(await articles.articleAt('base', idOf('a'), 2)).toMatchObject({ body: 'Two.' });
      expect(await bodiesOf(articles, '42')).toEqual({ x: 'Ten.' });
      expect(servers.reports('42')).toEqual([report('r1')]);
    });
  });

  it('is noted, so that it can be found again', async () => {
    await during(folders, fill);
    await backUp(folders.dataDir, zip);
    await backUp(folders.dataDir, zip);
    await appendFile(join(folders.dataDir, 'backups.jsonl'), '{"at":"2025');
    await Promise.all(['x', 'y'].map((name) => backUp(folders.dataDir, `${zip}.${name}`)));
    const notes = await listBackups(folders.dataDir);
    expect(notes.slice(0, 2)).toEqual([
      { at: expect.stringMatching(/^\d{4}-/u), path: zip },
      { at: expect.any(String), path: zip },
    ]);
    expect(
      notes
        .slice(2)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual([`${zip}.x`, `${zip}.y`]);
  });

  it('is a state that there was, however much is written meanwhile', async () => {
    await during(folders, async ({ articles }) => {
      const stop = new AbortController();
      const writing = (async (): Promise<void> => {
        for (let at = 0; !stop.signal.aborted; at += 1) {
          const words = `Version ${String(at)}.`;
          await articles.append('base', await articles.head('base'), '7', [
            put('p', words),
            put('q', words),
          ]);
        }
      })();
      for (let round = 0; round < 5; round += 1) {
        await backUp(folders.dataDir, zip);
        const copy = await makeFolders();
        await restoreTo(copy);
        await during(copy, async (restored) => {
          const { p, q } = await bodiesOf(restored.articles, 'base');
          expect(p).toBe(q);
          const actors = await restored.articles.changesSince('base', 1);
          expect(actors.every(({ actor }) => actor === '7')).toBe(true);
        });
        await copy.clear();
      }
      stop.abort();
      await writing;
    });
  });

  it('says which texts DATA_DIR has lost', async () => {
    await during(folders, fill);
    await rm(join(folders.dataDir, 'bodies'), { recursive: true });
    expect((await backUp(folders.dataDir, zip)).lost).toHaveLength(5);
  });

  it('of nothing is refused', async () => {
    await mkdir(other.dataDir);
    await expect(backUp(other.dataDir, zip)).rejects.toThrow('There is nothing in');
    expect(await readdir(join(zip, '..'))).toEqual(['corpus', 'data']);
  });
});

describe('a restore over what is there', () => {
  it('brings articles back by changes of their own, and keeps what is newer in history', async () => {
    await during(folders, fill);
    await backUp(folders.dataDir, zip);
    await during(folders, async ({ articles }) => {
      await articles.append('base', 5, '7', [put('b', 'Newer.'), put('d', 'New.'), remove('c')]);
    });
    await rm(join(folders.dataDir, 'servers.jsonl'));
    const said = await restoreTo(folders);
    expect(said).toContain('3 changes to articles');
    const saved = /before is in (.*)\.$/mu.exec(said)?.[1] ?? '';
    expect(await verifyBackup(saved)).toMatchObject({ lost: [] });
    expect(await readFile(join(folders.corpusDir, 'b.md'), 'utf8')).toBe(BOM_SOURCE);
    await during(folders, async ({ articles, servers }) => {
      expect(Object.keys(await bodiesOf(articles, 'base'))).toEqual(['b', 'c']);
      expect(await articles.articleAt('base', idOf('d'), 7)).toMatchObject({ body: 'New.' });
      const changes = await articles.changesSince('base', 8);
      expect(changes.map(({ kind, id, actor }) => `${kind} ${id} ${actor}`)).toEqual([
        'remove d restore',
        'put b restore',
        'put c restore',
      ]);
      expect(servers.settings('42').cooldown).toBe(30);
      expect(servers.reports('42')).toHaveLength(1);
    });
    expect(await restoreTo(folders)).toContain('0 changes to articles, 0 notes');
  });

  it('is carried out by the process that has the folder', async () => {
    const stores = await open(folders);
    await fill(stores);
    await backUp(folders.dataDir, zip);
    await stores.articles.append('base', 5, '7', [put('b', 'Newer.')]);
    await stores.servers.saveSettings('42', { ...DEFAULT_SETTINGS, cooldown: 5 });
    const handlers = requestHandlers(
      { ...stores, erasure: openErasure({ ...stores, dataDir: folders.dataDir }) },
      folders.dataDir,
    );
    const stop = await watchRequests(folders.dataDir, handlers, () => undefined);
    const said = await doOrRequest(folders.dataDir, { kind: 'restore', file: zip }, () =>
      restoreTo(folders),
    );
    expect(said).toContain('1 change to articles, 0 notes');
    expect(await bodiesOf(stores.articles, 'base')).toMatchObject({ c: 'Three.' });
    expect(stores.servers.settings('42').cooldown).toBe(5);
    await stop();
    await stores.articles.close();
  });

  it('leaves alone what was put into the folder by hand, in history at least', async () => {
    await during(folders, fill);
    await backUp(folders.dataDir, zip);
    await other.write('b.md', 'By hand.');
    await other.write('z.md', 'Mine.');
    await restoreTo(other);
    await during(other, async ({ articles }) => {
      expect(Object.keys(await bodiesOf(articles, 'base'))).toEqual(['b', 'c']);
      const changes = await articles.changesSince('base', 5);
      expect(changes.map(({ kind, id, actor }) => `${kind} ${id} ${actor}`)).toEqual([
        'put b disk',
        'put z disk',
        'remove z restore',
        'put b restore',
      ]);
      expect(await articles.articleAt('base', idOf('z'), 7)).toMatchObject({ body: 'Mine.' });
    });
  });
});

/** Entries of a zip, with the manifest that fits them. */
const sealed = (entries: Record<string, Uint8Array>, change: object = {}) => ({
  ...entries,
  'manifest.json': strToU8(
    JSON.stringify({
      format: 1,
      at: '2025-02-18T12:00:00Z',
      lost: [],
      entries: Object.fromEntries(
        Object.entries(entries).map(([name, bytes]) => [name, sealOf(bytes)]),
      ),
      ...change,
    }),
  ),
});

describe('a zip that is no backup', () => {
  const log = strToU8(
    `${JSON.stringify({ revision: 1, kind: 'remove', id: 'a', actor: '7', at: '', batch: 1 })}\n`,
  );
  const NAME = 'shelves/base/log.jsonl';
  const hostile: [string, Record<string, Uint8Array>, string][] = [
    ['leads out of the folder', sealed({ '../../evil.jsonl': log }), 'it has an entry'],
    ['names a path from the root', sealed({ '/etc/passwd': log }), 'it has an entry'],
    ['has a shelf of another name', sealed({ 'shelves/../log.jsonl': log }), 'it has an entry'],
    ['lacks its manifest', { [NAME]: log }, 'its end is missing'],
    ['has other bytes', { ...sealed({ [NAME]: log }), [NAME]: log.slice(1) }, 'is not what was'],
    ['lacks an entry', sealed({}, { entries: { [NAME]: sealOf(log) } }), 'an entry is missing'],
    ['is of a newer version', sealed({ [NAME]: log }, { format: 99 }), 'a newer Verbatim'],
    ['has a manifest of nonsense', { 'manifest.json': strToU8('[]') }, 'cannot be read'],
    [
      'has a text that is not what its id says',
      sealed({
        'bodies/0000.jsonl': strToU8(`{"id":"${'0'.repeat(64)}","source":"x"}\n`),
        [NAME]: log,
      }),
      'a text is not what was written',
    ],
  ];

  test.each(hostile)('because it %s is refused', async (_name, entries, said) => {
    await writeFile(zip, zipSync(entries));
    const restoring = restoreTo(other);
    await expect(restoring).rejects.toThrow(UserError);
    await expect(restoring).rejects.toThrow(said);
    expect(await readdir(other.corpusDir)).toEqual([]);
  });

  it('because it unpacks to far too much is refused before it does', async () => {
    const bomb = zipSync({ 'servers.jsonl': new Uint8Array(50_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    await writeFile(zip, bomb);
    for (const limits of [{ entryBytes: 1_000_000 }, { bytes: 1_000_000 }])
      await expect(verifyBackup(zip, { ...LIMITS, ...limits })).rejects.toThrow('unpacks to more');
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('%PDF-1.7 hello')],
    ['changed in one byte', (bytes: Buffer) => bytes.fill(7, 60, 61)],
  ])('because it is %s is refused', async (_name, change) => {
    await during(folders, fill);
    await backUp(folders.dataDir, zip);
    await writeFile(zip, change(await readFile(zip)));
    await expect(restoreTo(other)).rejects.toThrow(UserError);
    await expect(restoreTo(other)).rejects.toThrow(/another backup|no backup/u);
  });

  it('because it is not there is refused', async () => {
    await expect(restoreTo(other)).rejects.toThrow('There is no file');
  });
});

describe('a restore after a kill', () => {
  it('goes on where it was when it is asked for again', async () => {
    await during(folders, fill);
    await backUp(folders.dataDir, zip);
    await restoreTo(other);
    await rm(join(other.corpusDir, 'b.md'));
    await appendFile(join(other.dataDir, 'servers.jsonl'), '{"kind":"rep');
    expect(await restoreTo(other)).toContain('1 change to articles');
    expect(await readFile(join(other.corpusDir, 'b.md'), 'utf8')).toBe(BOM_SOURCE);
  });
});
