import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { ArticleError, UserError } from '../../src/article/user-error.ts';
import { type ArticleStore, type Edit, StaleRevisionError } from '../../src/store/article-store.ts';
import { idOf } from '../article/article-id.ts';
import { bodiesOf, put, remove } from './edits.ts';
import { erasingContract } from './erasing-contract.ts';

/** An empty store, and what closes it and clears up after it. */
export interface Trial {
  readonly store: ArticleStore;
  readonly end: () => Promise<void>;
}

const EMPTY = { revision: 0, articles: [], problems: [], removed: [] };

/** What every ArticleStore does, whatever it keeps its articles in. */
export function articleStoreContract(name: string, make: () => Promise<Trial>): void {
  describe(`${name} keeps articles`, () => {
    let trial: Trial;
    let store: ArticleStore;

    beforeEach(async () => {
      trial = await make();
      store = trial.store;
    });

    afterEach(() => trial.end());

    for (const shelf of ['base', '123456789012345678']) {
      it(`${shelf} starts empty, at revision 0`, async () => {
        expect(await store.head(shelf)).toBe(0);
        expect(await store.load(shelf)).toEqual(EMPTY);
        expect(await store.changesSince(shelf, 0)).toEqual([]);
      });

      it(`${shelf} gives back what was put, in the order of ids`, async () => {
        const source = '---\ntitle: Talks\ntags: [a]\n---\r\n\r\nThey met.\r\n\r\nThey left.\r\n';
        expect(await store.append(shelf, 0, '7', [put('b', source), put('a', '# A')])).toBe(2);
        const { revision, articles } = await store.load(shelf);
        expect(revision).toBe(2);
        expect(articles.map(({ id }) => id)).toEqual(['a', 'b']);
        expect(articles[1]).toEqual({
          shelf,
          id: 'b',
          revision: 1,
          title: 'Talks',
          authors: [],
          tags: ['a'],
          demo: false,
          body: 'They met.\n\nThey left.',
          paragraphs: [
            { start: 0, end: 9 },
            { start: 11, end: 21 },
          ],
          provenance: { origin: { kind: 'file', by: '7', at: expect.any(String) } },
        });
      });
    }

    it('one change an edit, with who and when', async () => {
      await store.append('base', 0, '7', [put('a', 'One.'), put('b', 'Two.')]);
      await store.append('base', 2, '8', [put('a', 'Three.'), remove('b')]);
      const changes = await store.changesSince('base', 1);
      expect(changes).toEqual([
        expect.objectContaining({ revision: 2, kind: 'put', id: 'b', actor: '7', batch: 2 }),
        expect.objectContaining({ revision: 3, kind: 'put', id: 'a', actor: '8', batch: 4 }),
        expect.objectContaining({ revision: 4, kind: 'remove', id: 'b', actor: '8', batch: 4 }),
      ]);
      for (const { at } of changes) expect(new Date(at).toISOString()).toBe(at);
      expect(await store.changesSince('base', 4)).toEqual([]);
      expect(await bodiesOf(store, 'base')).toEqual({ a: 'Three.' });
    });

    it('where words are from, and what was changed in them since, by whom and why', async () => {
      const from = { kind: 'link', host: 'example.org' } as const;
      await store.append('1', 0, '7', [{ ...put('a', 'One.\n\nTwo.\n\nThree.'), from }]);
      await store.append('1', 1, '8', [put('a', 'One.\n\nNew.\n\nTwo.\n\n3.')], 'A slip.');
      const [article] = (await store.load('1')).articles;
      const origin = { ...from, by: '7', at: expect.any(String) };
      const edited = { by: '8', at: expect.any(String), reason: 'A slip.', paragraphs: [2, 4] };
      expect(article?.provenance).toEqual({ origin, edited });
      expect((await store.articleAt('1', idOf('a'), 1))?.provenance).toEqual({ origin });
      expect((await store.articleAt('1', idOf('a'), 2))?.provenance).toEqual({ origin, edited });
      await store.append('1', 2, '9', [{ ...put('a', 'Else.'), from: { kind: 'paste' } }]);
      const [other] = (await store.load('1')).articles;
      expect(other?.provenance).toEqual({
        origin: { kind: 'paste', by: '9', at: expect.any(String) },
      });
      const changes = await store.changesSince('1', 0);
      expect(changes.map(({ origin: each, reason }) => [each?.kind, reason])).toEqual([
        ['link', undefined],
        ['link', 'A slip.'],
        ['paste', undefined],
      ]);
    });

    it('versions that are put back, as they were, whence they were', async () => {
      const from = { kind: 'link', host: 'example.org' } as const;
      const source = '\uFEFF---\ntitle: A\n---\r\nOne.\r\n';
      await store.append('1', 0, '7', [{ ...put('a', source), from }]);
      const before = (await store.load('1')).articles;
      await store.append('1', 1, '8', [put('a', 'Two.')]);
      await store.append('1', 2, '8', [remove('a')]);
      await store.append('1', 3, '9', [{ kind: 'restore', id: idOf('a'), revision: 1 }]);
      const shelf = await store.load('1');
      expect(shelf.articles).toEqual(before.map((each) => ({ ...each, revision: 4 })));
      expect(shelf.removed).toEqual([]);
      await store.append('1', 4, '9', [{ kind: 'restore', id: idOf('a'), revision: 2 }]);
      const [edited] = (await store.load('1')).articles;
      expect(edited?.provenance?.edited).toMatchObject({ by: '9', paragraphs: [1] });
      for (const revision of [0, 3, 9])
        await expect(
          store.append('1', 5, '9', [{ kind: 'restore', id: idOf('a'), revision }]),
        ).rejects.toThrow(UserError);
    });

    it('of what was removed, that it was, by whom and why', async () => {
      await store.append('1', 0, '7', [put('a', 'One.'), put('b', 'Two.')]);
      await store.append('1', 2, '8', [remove('a')], 'A hoax.');
      expect((await store.load('1')).removed).toEqual([
        { id: 'a', actor: '8', at: expect.any(String), reason: 'A hoax.' },
      ]);
    });

    it('several edits of one article, the last of which counts', async () => {
      const edits = [put('a', 'One.'), remove('a'), put('a', 'Two.'), put('b', 'x'), remove('b')];
      expect(await store.append('base', 0, '7', edits)).toBe(5);
      expect(await bodiesOf(store, 'base')).toEqual({ a: 'Two.' });
      expect(await store.articleAt('base', idOf('a'), 1)).toMatchObject({ body: 'One.' });
    });

    it('old revisions for good', async () => {
      await store.append('base', 0, '7', [put('a', 'One.')]);
      await store.append('base', 1, '7', [put('b', 'Else.')]);
      await store.append('base', 2, '7', [put('a', 'Two.')]);
      await store.append('base', 3, '7', [remove('a')]);
      const bodyAt = async (revision: number) => {
        const article = await store.articleAt('base', idOf('a'), revision);
        return article && [article.body, article.revision];
      };
      expect(await bodyAt(0)).toBeUndefined();
      expect(await bodyAt(1)).toEqual(['One.', 1]);
      expect(await bodyAt(2)).toEqual(['One.', 1]);
      expect(await bodyAt(3)).toEqual(['Two.', 3]);
      expect(await bodyAt(4)).toBeUndefined();
      expect(await bodyAt(99)).toBeUndefined();
      expect(await store.articleAt('base', idOf('c'), 4)).toBeUndefined();
    });

    it('shelves apart', async () => {
      await store.append('1', 0, '7', [put('a', 'One.')]);
      await store.append('2', 0, '7', [put('a', 'Two.')]);
      expect(await bodiesOf(store, '1')).toEqual({ a: 'One.' });
      expect(await bodiesOf(store, '2')).toEqual({ a: 'Two.' });
      expect(await store.head('base')).toBe(0);
    });

    it('from a stale writer', async () => {
      await store.append('base', 0, '7', [put('a', 'One.')]);
      await expect(store.append('base', 0, '8', [put('b', 'x')])).rejects.toThrow(
        StaleRevisionError,
      );
      await expect(store.append('base', 2, '8', [put('b', 'x')])).rejects.toMatchObject({
        expected: 2,
        head: 1,
      });
      expect(await bodiesOf(store, 'base')).toEqual({ a: 'One.' });
    });

    it('of writers at once, one', async () => {
      const writers = ['a', 'b', 'c', 'd'].map((id) => store.append('base', 0, id, [put(id, id)]));
      const results = await Promise.allSettled(writers);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await store.head('base')).toBe(1);
      expect(Object.keys(await bodiesOf(store, 'base'))).toHaveLength(1);
    });

    const refused: [string, Edit[]][] = [
      ['bad front matter', [put('b', 'Fine.'), put('a', '---\ntitle: a: b\n---\n')]],
      ['too long an article', [put('b', 'Fine.'), put('a', 'x'.repeat(1_048_577))]],
      ['half a character', [put('b', 'Fine.'), put('a', 'x\uD800y')]],
      ['the removal of what is not there', [put('b', 'Fine.'), remove('a')]],
      ['an id that differs in case from another', [put('Ab', 'One.'), put('aB', 'Two.')]],
      ['an id that begins with a dot', [put('b', 'Fine.'), put('.a', 'x')]],
    ];

    test.each(refused)('but not %s, nor what came with it', async (_name, edits) => {
      const appending = store.append('base', 0, '7', edits);
      await expect(appending).rejects.toThrow(UserError);
      expect(await store.load('base')).toEqual(EMPTY);
      expect(await store.append('base', 0, '7', [put('b', 'Fine.')])).toBe(1);
    });

    it('and says where the front matter of a put is wrong', async () => {
      const appending = store.append('base', 0, '7', [put('a', '---\n\ndate: soon\n---\n')]);
      await expect(appending).rejects.toMatchObject({ line: 3 });
      await expect(appending).rejects.toBeInstanceOf(ArticleError);
    });

    it('and tells subscribers of changes, until they leave', async () => {
      let calls = 0;
      const told = new Promise<void>((resolve) => {
        const leave = store.subscribe('base', () => {
          calls += 1;
          leave();
          resolve();
        });
      });
      await store.append('1', 0, '7', [put('a', 'One.')]);
      await store.append('base', 0, '7', [put('a', 'One.')]);
      await told;
      await store.append('base', 1, '7', [put('a', 'Two.')]);
      expect(calls).toBe(1);
    });

    test.each(['', '..', 'Base', '1/2', 'base/../1', '1'.repeat(21)])(
      'on no shelf called %j',
      async (other) => {
        await expect(store.load(other)).rejects.toThrow(RangeError);
      },
    );

    erasingContract(() => store);

    it('and closes, once', async () => {
      await store.close();
      await store.close();
      await expect(store.head('base')).rejects.toThrow('closed');
    });
  });
}
