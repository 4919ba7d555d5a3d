import { expect, it } from 'vitest';
import { type ArticleStore, isChange } from '../../src/store/article-store.ts';
import { followStore } from '../../src/search/store-follower.ts';
import { idOf } from '../article/article-id.ts';
import { bodiesOf, put, remove } from './edits.ts';

const MEMBER = '1100000000000000021';

const noReport = (error: unknown): never => {
  throw error;
};

/** What of the contract is about erasing. */
export function erasingContract(storeNow: () => ArticleStore): void {
  it('nothing of an article that is erased, but that there was one', async () => {
    const store = storeNow();
    await store.append('1', 0, MEMBER, [put('a', 'One.'), put('b', 'Two.')], 'A reason.');
    await store.append('1', 2, MEMBER, [put('a', 'Three.')]);
    await store.erase('1', idOf('a'));
    expect(await bodiesOf(store, '1')).toEqual({ b: 'Two.' });
    const changes = await store.changesSince('1', 0);
    expect(changes.map(({ kind, revision }) => [revision, kind])).toEqual([
      [1, 'erased'],
      [2, 'put'],
      [3, 'erased'],
      [4, 'erased'],
    ]);
    expect(changes[0]).toEqual({
      revision: 1,
      kind: 'erased',
      at: expect.any(String),
      batch: 2,
      ids: [],
    });
    expect(await store.articleAt('1', idOf('a'), 3)).toBeUndefined();
    expect(await store.sourceAt('1', idOf('a'), 1)).toBeUndefined();
    expect((await store.articleAt('1', idOf('b'), 2))?.body).toBe('Two.');
    expect((await store.load('1')).removed).toEqual([]);
  });

  it('words that another article has, too', async () => {
    const store = storeNow();
    await store.append('1', 0, '7', [put('a', 'Same.'), put('b', 'Same.')]);
    await store.append('2', 0, '7', [put('c', 'Same.')]);
    await store.erase('1', idOf('a'));
    expect((await store.articleAt('1', idOf('b'), 2))?.body).toBe('Same.');
    await store.erase('1', idOf('b'));
    expect((await store.articleAt('2', idOf('c'), 1))?.body).toBe('Same.');
  });

  it('an article that comes again under the id of one that was erased', async () => {
    const store = storeNow();
    await store.append('1', 0, '7', [put('a', 'One.')]);
    await store.erase('1', idOf('a'));
    await store.erase('1', idOf('a'));
    await store.erase('1', idOf('never'));
    expect(await store.head('1')).toBe(2);
    expect(await store.append('1', 2, '8', [put('a', 'Two.')])).toBe(3);
    const [article] = (await store.load('1')).articles;
    expect(article?.provenance?.origin.by).toBe('8');
  });

  it('nothing of one that was removed before it was erased', async () => {
    const store = storeNow();
    await store.append('1', 0, '7', [put('a', 'One.')]);
    await store.append('1', 1, '7', [remove('a')], 'A hoax.');
    await store.erase('1', idOf('a'));
    expect((await store.load('1')).removed).toEqual([]);
    await expect(
      store.append('1', 3, '7', [{ kind: 'restore', id: idOf('a'), revision: 1 }]),
    ).rejects.toThrow('There is no version 1');
  });

  it('views up to date with what was erased', async () => {
    const store = storeNow();
    await store.append('1', 0, MEMBER, [put('a', 'One.'), put('b', 'Two.'), put('c', 'x')]);
    await store.append('1', 3, MEMBER, [remove('c')]);
    const followed = await followStore({ store, shelf: '1', report: noReport });
    await store.erase('1', idOf('a'));
    await followed.catchUp();
    const ids = (): string[] => followed.current.readings.map(({ article }) => article.id);
    expect(ids()).toEqual(['b']);
    expect(followed.current.removed('a')).toBeUndefined();
    await store.forgetMember(MEMBER);
    await followed.catchUp();
    expect(followed.current.reading('b')?.article.provenance?.origin.by).toBe('erased');
    expect(followed.current.removed('c')?.actor).toBe('erased');
    await store.eraseShelf('1');
    await followed.catchUp();
    expect(ids()).toEqual([]);
    expect(followed.current.removed('c')).toBeUndefined();
    await store.append('1', await store.head('1'), '8', [put('d', 'Four.')]);
    await followed.catchUp();
    expect(ids()).toEqual(['d']);
    followed.close();
  });

  it('a member who is forgotten nowhere', async () => {
    const store = storeNow();
    const from = { kind: 'link', host: 'example.org' } as const;
    await store.append('1', 0, MEMBER, [{ ...put('a', 'One.'), from }]);
    await store.append('1', 1, '8', [put('a', 'Two.')], `As <@${MEMBER}> said.`);
    await store.append('1', 2, MEMBER, [put('a', 'Three.')]);
    await store.append('2', 0, '8', [put('a', 'One.')]);
    await store.forgetMember(MEMBER);
    expect(JSON.stringify(await store.load('1'))).not.toContain(MEMBER);
    const changes = (await store.changesSince('1', 0)).filter(isChange);
    expect(changes.map(({ actor, origin, reason }) => [actor, origin?.by, reason])).toEqual([
      ['erased', 'erased', undefined],
      ['8', 'erased', 'As <@erased> said.'],
      ['erased', 'erased', undefined],
    ]);
    expect(await store.head('2')).toBe(1);
    await store.forgetMember(MEMBER);
    expect(await store.head('1')).toBe(4);
  });

  it('nothing of a shelf that is erased, and gives no revision twice', async () => {
    const store = storeNow();
    await store.append('1', 0, '7', [put('a', 'One.'), put('b', 'Same.')]);
    await store.append('2', 0, '7', [put('b', 'Same.')]);
    await store.eraseShelf('1');
    expect((await store.load('1')).articles).toEqual([]);
    expect(await store.sourceAt('1', idOf('a'), 1)).toBeUndefined();
    expect(await store.shelves()).toEqual(['2']);
    expect(await bodiesOf(store, '2')).toEqual({ b: 'Same.' });
    expect((await store.articleAt('2', idOf('b'), 1))?.body).toBe('Same.');
    const head = await store.head('1');
    expect(head).toBe(3);
    expect(await store.append('1', head, '7', [put('c', 'Three.')])).toBe(4);
    expect(await bodiesOf(store, '1')).toEqual({ c: 'Three.' });
    await store.eraseShelf('3');
    expect(await store.head('3')).toBe(0);
  });

  it('of many who erase and write at once, all', async () => {
    const store = storeNow();
    const names = ['1', '2', '3', '4'];
    for (const name of names) await store.append(name, 0, '7', [put('a', 'Same.')]);
    await Promise.all(
      names.flatMap((name) => [
        store.erase(name, idOf('a')),
        store.append(`${name}0`, 0, '7', [put('b', 'Same.')]),
        store.forgetMember('7'),
      ]),
    );
    for (const name of names) {
      expect(await bodiesOf(store, name)).toEqual({});
      expect((await store.articleAt(`${name}0`, idOf('b'), 1))?.body).toBe('Same.');
    }
  });
}
