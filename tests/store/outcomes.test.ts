import { judgeCalls, pardonCalls } from '../faults/fault-injector.ts';
import { renameSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { UserError } from '../../src/article/user-error.ts';
import { type ArticleStore, StaleRevisionError } from '../../src/store/article-store.ts';
import { openFolderStore } from '../../src/store/folder-store.ts';
import { failAt, type Failures } from '../faults/failures.ts';
import { idOf } from '../article/article-id.ts';
import { bodiesOf, put } from './edits.ts';
import { type Folders, makeFolders } from './temporary-folder.ts';

// The rows of docs/durability.md that no other test is about.

/** Every call to the file system is met by `npm run test:faults`, and some by `npm test`. */
const STEP = process.env['EVERY_CALL'] === 'yes' ? 1 : 3;

let folders: Folders;
let store: ArticleStore;

beforeEach(async () => {
  folders = await makeFolders({ 'a.md': 'One.' });
  store = await openFolderStore(folders);
});

afterEach(async () => {
  pardonCalls();
  await store.close().catch(() => undefined);
  await folders.clear();
});

const restart = async (): Promise<void> => {
  await store.close();
  store = await openFolderStore(folders);
};

const WRITING: ReadonlySet<string> = new Set(['access', 'link', 'mkdir', 'rename', 'rm']);

/** Every write fails, of temporary files and the names in a folder. */
const failWrites = (code: string, folder: string, isOpening = false): void => {
  judgeCalls(({ name, path }, isWrite) => {
    // What is asked about first is whether it can be read.
    if (isOpening && name === 'access') return { kind: 'through' };
    const isHere = path?.startsWith(folder) === true;
    const isNew = name === 'open' && path?.includes('.verbatim-') === true;
    const fails = isHere ? isNew || WRITING.has(name) : isWrite && folder === '/';
    return fails ? { kind: 'fail', code } : { kind: 'through' };
  });
};

describe('a store whose disk fails', () => {
  const cases: [string, string, () => string, string][] = [
    ['is full', 'ENOSPC', () => '/', 'the disk is full. Free some space and try again'],
    ['may not be written to', 'EACCES', () => folders.corpusDir, 'the right to write there'],
    ['is read-only', 'EROFS', () => folders.corpusDir, 'Mount it for writing, or edit the files'],
  ];

  test.each(cases)(
    'because it %s says so, serves, and goes on',
    async (_name, code, where, said) => {
      failWrites(code, where());
      const appending = store.append('base', 1, '7', [put('a', 'Two.'), put('b', 'x')]);
      await expect(appending).rejects.toThrow(UserError);
      await expect(appending).rejects.toThrow(said);
      expect(await bodiesOf(store, 'base')).toEqual({ a: 'One.' });
      pardonCalls();
      expect(await store.append('base', 1, '7', [put('a', 'Two.')])).toBe(2);
      await restart();
      expect(await bodiesOf(store, 'base')).toEqual({ a: 'Two.' });
      expect(await readdir(folders.corpusDir)).toEqual(['a.md']);
    },
  );

  it('starts from a corpus that is read-only', async () => {
    await store.close();
    failWrites('EROFS', folders.corpusDir, true);
    store = await openFolderStore(folders);
    failWrites('EROFS', folders.corpusDir);
    expect(await bodiesOf(store, 'base')).toEqual({ a: 'One.' });
    await expect(store.append('base', 1, '7', [put('a', 'x')])).rejects.toThrow('read-only');
  });

  it.each(['EIO', 'ENOSPC'])('with %s at some of its calls tells or recovers', async (code) => {
    const tally: Failures = { failures: 0, told: 0, faults: [] };
    for (const count of [1, 25])
      for (let at = 30; !(await failAt({ at, code, count }, tally)); at += 97);
    expect(tally.faults).toEqual([]);
    expect(tally.failures).toBeGreaterThan(3);
  });
});

const overwrite = (path: string): void => {
  writeFileSync(path, 'By hand.');
};
/** As most editors save. */
const replace = (path: string): void => {
  writeFileSync(`${path}~`, 'By hand.');
  renameSync(`${path}~`, path);
};

/** Edits before the nth call of an append; false where it has fewer. */
const race = async (id: string, at: number, byHand: (path: string) => void) => {
  let isEdited = false;
  judgeCalls(({ index }) => {
    if (index === at) {
      byHand(join(folders.corpusDir, `${id}.md`));
      isEdited = true;
    }
    return { kind: 'through' };
  });
  const appending = store.append('base', 1, '7', [put(id, 'By bot.')]);
  const told = await appending.catch((error: unknown) => error);
  pardonCalls();
  return { isEdited, told };
};

describe('a file edited by hand at the same moment as an append', () => {
  const ways: [string, string, (path: string) => void][] = [
    ['over an article', 'a', overwrite],
    ['in place of an article', 'a', replace],
    ['of a new article', 'n', overwrite],
  ];

  test.each(ways)('%s loses no words', async (name, id, byHand) => {
    let stale = 0;
    let edits = 0;
    for (let at = 1; ; at += STEP) {
      await store.close();
      await folders.clear();
      folders = await makeFolders({ 'a.md': 'One.' });
      store = await openFolderStore(folders);
      const { isEdited, told } = await race(id, at, byHand);
      if (!isEdited) break;
      edits += 1;
      await restart();
      expect([at, await bodiesOf(store, 'base')]).toMatchObject([at, { [id]: 'By hand.' }]);
      const changes = await store.changesSince('base', 1);
      expect(changes.at(-1)).toMatchObject({ id, actor: 'disk' });
      if (told instanceof StaleRevisionError) stale += 1;
      else expect(await store.articleAt('base', idOf(id), 2)).toMatchObject({ body: 'By bot.' });
      expect(changes).toHaveLength(told instanceof StaleRevisionError ? 1 : 2);
    }
    expect(stale).toBeGreaterThan(3);
    if (STEP === 1)
      process.stdout.write(
        `hand edits ${name}: at ${String(edits)} calls, ${String(stale)} told to look again\n`,
      );
  });
});

describe('a folder for data', () => {
  it('that is taken away while it is used is not begun anew', async () => {
    await store.append('base', 1, '7', [put('a', 'Two.')]);
    await rename(folders.dataDir, `${folders.dataDir}.away`);
    const appending = store.append('base', 2, '7', [put('a', 'Three.')]);
    await expect(appending).rejects.toThrow('Put it back');
    expect(await bodiesOf(store, 'base')).toEqual({ a: 'Two.' });
    await rm(folders.dataDir, { recursive: true, force: true });
    await rename(`${folders.dataDir}.away`, folders.dataDir);
    expect(await store.append('base', 2, '7', [put('a', 'Three.')])).toBe(3);
    await restart();
    expect(await store.articleAt('base', idOf('a'), 1)).toMatchObject({ body: 'One.' });
  });

  it('that is missing at the start is made, and history begins with the articles as they are', async () => {
    await store.close();
    await rm(folders.dataDir, { recursive: true });
    store = await openFolderStore(folders);
    expect(await store.changesSince('base', 0)).toMatchObject([{ id: 'a', actor: 'disk' }]);
  });

  it('that a newer version wrote is left alone', async () => {
    await store.close();
    await writeFile(join(folders.dataDir, 'format.json'), '{"format":99}');
    await expect(openFolderStore(folders)).rejects.toThrow(
      /written by a newer Verbatim \(format 99; this one knows 2\)\. Run that version/u,
    );
  });

  it('whose log something else writes to is not written to', async () => {
    const log = join(folders.dataDir, 'shelves', 'base', 'log.jsonl');
    await writeFile(log, `${await readFile(log, 'utf8')}{"by":"something else"}\n`);
    await expect(store.append('base', 1, '7', [put('a', 'x')])).rejects.toThrow('or restart');
    await restart();
    expect(await store.append('base', 1, '7', [put('a', 'x')])).toBe(2);
  });
});
