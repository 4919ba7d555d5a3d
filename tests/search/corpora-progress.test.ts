import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Corpora, followCorpora } from '../../src/search/corpora.ts';
import type { Amendments } from '../../src/search/layered-view.ts';
import type { ArticleStore } from '../../src/store/article-store.ts';
import { openFolderStore } from '../../src/store/folder-store.ts';
import { put } from '../store/edits.ts';
import { type Folders, makeFolders } from '../store/temporary-folder.ts';

const SERVER = '110000000000000001';
const OTHER = '110000000000000002';
const NONE: Amendments = new Map();

let folders: Folders;
let store: ArticleStore;
let corpora: Corpora;

beforeEach(async () => {
  folders = await makeFolders({ 'first.md': 'The envoys met in Oslo.' });
  store = await openFolderStore(folders);
  corpora = await followCorpora({
    store,
    amendments: () => NONE,
    report: () => undefined,
    mostBytes: 0,
  });
});

afterEach(async () => {
  corpora.close();
  await store.close();
  await folders.clear();
});

test('the progress counts what is loaded', async () => {
  expect(corpora.progress()).toEqual({
    revision: 1,
    shelves: 1,
    unread: 0,
    behindSince: undefined,
  });
  await corpora.of(SERVER);
  expect(corpora.progress().shelves).toBe(2);
  // There is room for one server's shelf alone.
  await corpora.of(OTHER);
  expect(corpora.progress().shelves).toBe(2);
});

test('the progress tells of articles that are being read, of whichever shelf', async () => {
  await corpora.of(SERVER);
  const many = Array.from({ length: 40 }, (_, at) => put(`some-${at}`, 'They left.'.repeat(99)));
  const reading = expect
    .poll(() => corpora.progress(), { interval: 1 })
    .toMatchObject({
      unread: expect.toSatisfy((unread) => Number(unread) > 0),
      behindSince: expect.any(Number),
    });
  await store.append(SERVER, 0, '7', many);
  await reading;
  await corpora.catchUp(SERVER);
  await expect.poll(() => corpora.progress()).toMatchObject({ unread: 0, behindSince: undefined });
});
