import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/article/user-error.ts';
import {
  type ArticleStore,
  type Shelf,
  StaleRevisionError,
} from '../../src/store/article-store.ts';
import { openFolderStore, readFolderStore } from '../../src/store/folder-store.ts';
import { idOf } from '../article/article-id.ts';
import { articleStoreContract } from './contract.ts';
import { bodiesOf, put, remove } from './edits.ts';
import { type Folders, makeFolders } from './temporary-folder.ts';

articleStoreContract('the folder store', async () => {
  const folders = await makeFolders();
  const store = await openFolderStore(folders);
  return {
    store,
    end: async () => {
      await store.close();
      await folders.clear();
    },
  };
});

const BAD = '---\ntitle: a: b\n---\n';

let folders: Folders;
let store: ArticleStore;

beforeEach(async () => {
  folders = await makeFolders({ 'a.md': 'One.', 'b.md': 'Two.' });
  store = await openFolderStore(folders);
});

afterEach(async () => {
  await store.close();
  await folders.clear();
});

const inCorpus = (...names: string[]): string => join(folders.corpusDir, ...names);

/** Closes the store, does something meanwhile, and opens it again. */
async function restart(meanwhile: () => Promise<unknown> = () => Promise.resolve()) {
  await store.close();
  await meanwhile();
  store = await openFolderStore(folders);
}

/** Waits until the base shelf is as it should be; the store tells when to look. */
async function until(isSo: (shelf: Shelf) => boolean): Promise<Shelf> {
  for (;;) {
    const next = nextHint();
    const shelf = await store.load('base');
    if (isSo(shelf)) return shelf;
    await next;
  }
}

const nextHint = (): Promise<void> =>
  new Promise((resolve) => {
    const leave = store.subscribe('base', () => {
      leave();
      resolve();
    });
  });

const actors = async (since = 0): Promise<string[]> =>
  (await store.changesSince('base', since)).map(
    ({ kind, id, actor, revision }) => `${String(revision)} ${kind} ${id} by ${actor}`,
  );

describe('what is edited on disk', () => {
  it('is logged at the first start', async () => {
    expect(await actors()).toEqual(['1 put a by disk', '2 put b by disk']);
    expect(await bodiesOf(store, 'base')).toEqual({ a: 'One.', b: 'Two.' });
  });

  it('counts while running: new, changed, removed, and back again', async () => {
    await folders.write('c.md', 'Three.');
    await until(({ revision }) => revision === 3);
    await folders.write('a.md', 'Uno.');
    await until(({ revision }) => revision === 4);
    await rm(inCorpus('b.md'));
    await until(({ revision }) => revision === 5);
    await folders.write('b.md', 'Two.');
    await until(({ revision }) => revision === 6);
    expect(await actors(2)).toEqual([
      '3 put c by disk',
      '4 put a by disk',
      '5 remove b by disk',
      '6 put b by disk',
    ]);
    expect(await bodiesOf(store, 'base')).toEqual({ a: 'Uno.', b: 'Two.', c: 'Three.' });
  });

  it('counts on a shelf of a server, too', async () => {
    await store.append('42', 0, '7', [put('x', 'One.')]);
    const path = join(folders.dataDir, 'shelves', '42', 'articles', 'x.md');
    expect(await readFile(path, 'utf8')).toBe('One.');
    await restart(() => writeFile(path, 'Two.'));
    expect(await bodiesOf(store, '42')).toEqual({ x: 'Two.' });
    expect(await store.changesSince('42', 1)).toMatchObject([{ actor: 'disk', revision: 2 }]);
  });

  it('counts while off, and is logged at the next start', async () => {
    await restart(async () => {
      await folders.write('a.md', 'Uno.');
      await rm(inCorpus('b.md'));
      await folders.write('c.md', 'Three.');
    });
    expect(await actors(2)).toEqual(['3 remove b by disk', '4 put a by disk', '5 put c by disk']);
  });

  it('is not logged again when nothing changed but the time of the file', async () => {
    await restart(() => utimes(inCorpus('a.md'), new Date(), new Date(0)));
    expect(await store.head('base')).toBe(2);
  });

  it('may change the case of a name', async () => {
    await restart(() => rename(inCorpus('a.md'), inCorpus('A.md')));
    expect(await actors(2)).toEqual(['3 remove a by disk', '4 put A by disk']);
  });

  it('makes a writer stale who has not seen it', async () => {
    await folders.write('a.md', 'By hand.');
    await expect(store.append('base', 2, '7', [put('a', 'By bot.')])).rejects.toThrow(
      StaleRevisionError,
    );
    expect(await readFile(inCorpus('a.md'), 'utf8')).toBe('By hand.');
    expect(await bodiesOf(store, 'base')).toMatchObject({ a: 'By hand.' });
  });
});

describe('what is put', () => {
  it('is in its file, as it was given, and stays where it was through a restart', async () => {
    const source = '\uFEFF---\r\ntitle: T\r\n---\r\nUno.\r\n';
    await store.append('base', 2, '7', [put('a', source), remove('b')]);
    expect(await readFile(inCorpus('a.md'), 'utf8')).toBe(source);
    expect(await readdir(folders.corpusDir)).toEqual(['a.md']);
    const before = [await store.load('base'), await store.changesSince('base', 0)];
    await restart();
    expect([await store.load('base'), await store.changesSince('base', 0)]).toEqual(before);
    expect(await store.articleAt('base', idOf('b'), 3)).toMatchObject({ body: 'Two.' });
    expect(await store.articleAt('base', idOf('a'), 1)).toMatchObject({ body: 'One.' });
  });

  it('goes into the file that the article has, whatever the case of its ending', async () => {
    await restart(() => rename(inCorpus('a.md'), inCorpus('a.MD')));
    await store.append('base', 2, '7', [put('a', 'Uno.')]);
    expect(await readdir(folders.corpusDir)).toEqual(['a.MD', 'b.md']);
  });

  it('changes nothing if it cannot be written', async () => {
    await mkdir(inCorpus('c.md'));
    const appending = store.append('base', 2, '7', [put('a', 'Uno.'), remove('b'), put('c', 'x')]);
    await expect(appending).rejects.toThrow(UserError);
    await expect(appending).rejects.toThrow('a folder stands where a file is needed');
    expect(await bodiesOf(store, 'base')).toEqual({ a: 'One.', b: 'Two.' });
    expect(await readdir(folders.corpusDir)).toEqual(['a.md', 'b.md', 'c.md']);
    await restart();
    expect(await actors()).toEqual(['1 put a by disk', '2 put b by disk']);
    expect(await store.append('base', 2, '7', [put('a', 'Uno.')])).toBe(3);
  });

  // Nothing is read-only to the superuser.
  it.skipIf(process.getuid?.() === 0)('says so if the folder is read-only', async () => {
    await chmod(folders.corpusDir, 0o555);
    const edits = [put('c', 'x'), put('a', 'x'), remove('a')];
    for (const edit of edits)
      await expect(store.append('base', 2, '7', [edit])).rejects.toThrow('permission denied');
    await restart();
    expect(await bodiesOf(store, 'base')).toEqual({ a: 'One.', b: 'Two.' });
    await chmod(folders.corpusDir, 0o755);
  });

  it('never goes over a file that could not be read', async () => {
    await restart(() => folders.write('c.md', BAD));
    const appending = store.append('base', 2, '7', [put('c', 'x')]);
    await expect(appending).rejects.toThrow('c.md is in the way');
    expect(await readFile(inCorpus('c.md'), 'utf8')).toBe(BAD);
  });
});

describe('a file that cannot be read', () => {
  it('is reported by name and line, and the rest load', async () => {
    const outside = join(folders.dataDir, '..', 'outside.md');
    await writeFile(outside, 'Secret.');
    await restart(async () => {
      await folders.write('yaml.md', BAD);
      await folders.write('latin.md', Buffer.from('Fine.\nna\xEFve\n', 'latin1'));
      await folders.write('large.md', 'x'.repeat(1_048_577));
      await folders.write('B.md', 'Another b.');
      await folders.write('a.MD', 'Another a.');
      await folders.write('not an id.md', 'x');
      await folders.write('.hidden.md', 'x');
      await folders.write('notes.txt', 'x');
      await mkdir(inCorpus('folder.md'));
      await symlink(outside, inCorpus('outside.md'));
      await symlink(inCorpus('nothing'), inCorpus('nowhere.md'));
      await symlink(inCorpus('a.md'), inCorpus('inside.md'));
    });
    const { articles, problems } = await store.load('base');
    expect(articles.map(({ id, body }) => [id, body])).toEqual([
      ['a', 'One.'],
      ['b', 'Two.'],
      ['inside', 'One.'],
    ]);
    expect(problems).toEqual([
      { file: 'B.md', message: expect.stringContaining('the id of b.md') },
      { file: 'a.MD', message: expect.stringContaining('the id of a.md') },
      { file: 'large.md', message: expect.stringContaining('1,048,576') },
      { file: 'latin.md', line: 2, message: expect.stringContaining('UTF-8') },
      { file: 'not an id.md', message: expect.stringContaining('rename it') },
      { file: 'nowhere.md', message: expect.stringContaining('leads nowhere') },
      { file: 'outside.md', message: expect.stringContaining('outside the folder') },
      { file: 'yaml.md', line: 2, message: expect.stringContaining('YAML') },
    ]);
  });

  it('after it could be is served as it last was, even after a restart, until it is mended', async () => {
    await folders.write('a.md', BAD);
    const { articles } = await until(({ problems }) => problems.length === 1);
    expect(articles.map(({ body }) => body)).toEqual(['One.', 'Two.']);
    await restart();
    expect(await bodiesOf(store, 'base')).toEqual({ a: 'One.', b: 'Two.' });
    expect((await store.load('base')).problems).toMatchObject([{ file: 'a.md', line: 2 }]);
    await expect(store.append('base', 2, '7', [remove('a')])).rejects.toThrow('in the way');
    await folders.write('a.md', 'Uno.');
    await until(({ problems }) => problems.length === 0);
    expect(await actors(2)).toEqual(['3 put a by disk']);
  });

  it('does not make its namesake in other letters take over', async () => {
    await restart(async () => {
      await folders.write('a.md', BAD);
      await folders.write('A.md', 'Another a.');
    });
    expect(await bodiesOf(store, 'base')).toEqual({ a: 'One.', b: 'Two.' });
  });

  it('nor is one lost with its folder', async () => {
    await rename(folders.corpusDir, `${folders.corpusDir}.away`);
    const { articles, problems } = await until((shelf) => shelf.problems.length > 0);
    expect(articles).toHaveLength(2);
    expect(problems[0]?.message).toContain('Put it back');
    await expect(store.append('base', 2, '7', [put('a', 'x')])).rejects.toThrow('folder is gone');
    await rename(`${folders.corpusDir}.away`, folders.corpusDir);
    await until((shelf) => shelf.problems.length === 0);
    expect(await store.head('base')).toBe(2);
  });
});

describe('a corpus that is only read', () => {
  it('is read beside the process that has it, and nothing is written', async () => {
    await store.append('base', 2, '7', [put('a', 'Uno.')]);
    const before = await readdir(folders.dataDir, { recursive: true });
    await folders.write('b.md', BAD);
    await folders.write('c.md', 'Three.');
    const reader = await readFolderStore(folders);
    expect(await bodiesOf(reader, 'base')).toEqual({ a: 'Uno.', b: 'Two.', c: 'Three.' });
    expect(await reader.articleAt('base', idOf('a'), 2)).toMatchObject({ body: 'One.' });
    expect((await reader.load('base')).problems).toHaveLength(1);
    await expect(reader.append('base', 4, '7', [])).rejects.toThrow(UserError);
    await reader.close();
    await until(({ revision }) => revision === 4);
    expect(await readdir(folders.dataDir, { recursive: true })).toEqual(
      expect.arrayContaining(before),
    );
  });

  it('needs no place for history', async () => {
    const reader = await readFolderStore({ corpusDir: folders.corpusDir });
    expect(await bodiesOf(reader, 'base')).toEqual({ a: 'One.', b: 'Two.' });
    expect(await bodiesOf(reader, '42')).toEqual({});
    await reader.close();
  });

  it('must be a folder', async () => {
    const opening = readFolderStore({ corpusDir: inCorpus('nowhere') });
    await expect(opening).rejects.toThrow('Create it, or set CORPUS_DIR');
    await expect(readFolderStore({ corpusDir: inCorpus('a.md') })).rejects.toThrow('not a folder');
  });
});
