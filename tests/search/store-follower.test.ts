import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FollowedCorpus, followStore } from '../../src/search/store-follower.ts';
import type { ArticleStore } from '../../src/store/article-store.ts';
import { openFolderStore } from '../../src/store/folder-store.ts';
import { put, remove } from '../store/edits.ts';
import { type Folders, makeFolders } from '../store/temporary-folder.ts';

let folders: Folders;
let store: ArticleStore;
let followed: FollowedCorpus;

beforeEach(async () => {
  folders = await makeFolders({ 'first.md': 'The envoys met in Oslo.' });
  store = await openFolderStore(folders);
  followed = await followStore({
    store,
    shelf: 'base',
    report: (error) => {
      throw error;
    },
  });
});

afterEach(async () => {
  followed.close();
  await store.close();
  await folders.clear();
});

const ids = (): string[] => followed.current.readings.map(({ article }) => article.id);

test('holds what the shelf held when it was opened', () => {
  expect(ids()).toEqual(['first']);
});

test('catches up with what was put, changed and removed, keeping the last of each', async () => {
  const head = await store.head('base');
  await store.append('base', head, '7', [
    put('second', 'The envoys met in Geneva.'),
    put('second', 'The envoys met in Vienna.'),
    remove('first'),
  ]);
  await followed.catchUp();
  expect(ids()).toEqual(['second']);
  expect(followed.current.reading('second')?.article.body).toContain('Vienna');
});

test('follows the store by itself', async () => {
  await store.append('base', await store.head('base'), '7', [put('third', 'They left.')]);
  await vi.waitFor(() => expect(ids()).toContain('third'));
});

test('after it is closed it stays as it is', async () => {
  followed.close();
  await store.append('base', await store.head('base'), '7', [put('third', 'They left.')]);
  expect(ids()).toEqual(['first']);
});

test('knows which revision it shows, and that it is behind until a look succeeds', async () => {
  let isOut = false;
  const flaky: ArticleStore = {
    ...store,
    changesSince: (shelf, revision) =>
      isOut ? Promise.reject(new Error('out of reach')) : store.changesSince(shelf, revision),
  };
  const other = await followStore({ store: flaky, shelf: 'base', report: () => undefined });
  expect([other.revision, other.behindSince]).toEqual([1, undefined]);
  isOut = true;
  await expect(other.catchUp()).rejects.toThrow('out of reach');
  const since = other.behindSince;
  expect(since).toBeTypeOf('number');
  await expect(other.catchUp()).rejects.toThrow('out of reach');
  expect(other.behindSince).toBe(since);
  isOut = false;
  await store.append('base', 1, '7', [put('third', 'They left.')]);
  await other.catchUp();
  expect([other.revision, other.behindSince]).toEqual([2, undefined]);
  other.close();
});
