import type { ArticleId } from '../article/article.ts';
import type { ArticleStore, Change } from '../store/article-store.ts';
import type { Corpus } from './corpus.ts';
import { type CorpusChange, createCorpusHolder } from './corpus-holder.ts';

/** A corpus that keeps up with a shelf of a store. */
export interface FollowedCorpus {
  readonly current: Corpus;
  /** Reads what was appended since; resolves when `current` shows it. */
  catchUp(): Promise<void>;
  /** Calls the listener after each change, until the function that it gives is called. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/**
 * Loads a shelf and follows its changes by revision; the store's hints only say when to look.
 * `report` is told when a look fails; the next hint tries again from where the last got to.
 */
export async function followStore(
  store: ArticleStore,
  shelf: string,
  report: (error: unknown) => void,
): Promise<FollowedCorpus> {
  const holder = createCorpusHolder();
  const loaded = await store.load(shelf);
  await holder.update(loaded.articles.map((article) => ({ kind: 'put', article })));
  let seen = loaded.revision;
  let last: Promise<void> = Promise.resolve();
  const listeners = new Set<() => void>();

  async function look(): Promise<void> {
    const changes = await store.changesSince(shelf, seen);
    const newest = changes.at(-1);
    if (!newest) return;
    await holder.update(await readChanges(store, shelf, changes));
    seen = newest.revision;
    for (const listener of listeners) listener();
  }

  function catchUp(): Promise<void> {
    const done = last.then(look);
    last = done.catch(() => undefined);
    return done;
  }

  const unsubscribe = store.subscribe(shelf, () => void catchUp().catch(report));
  await catchUp();
  return {
    get current() {
      return holder.current;
    },
    catchUp,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: unsubscribe,
  };
}

/** Of several changes to one article only the last matters. */
async function readChanges(
  store: ArticleStore,
  shelf: string,
  changes: readonly Change[],
): Promise<CorpusChange[]> {
  const last = new Map<ArticleId, Change>(changes.map((change) => [change.id, change]));
  const read = [...last.values()].map(async ({ id, kind, revision }): Promise<CorpusChange> => {
    const article = kind === 'put' ? await store.articleAt(shelf, id, revision) : undefined;
    return article ? { kind: 'put', article } : { kind: 'remove', article: { shelf, id } };
  });
  return Promise.all(read);
}
