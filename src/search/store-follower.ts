import type { ArticleId } from '../article/article.ts';
import type { ArticleStore, Change } from '../store/article-store.ts';
import type { Corpus } from './corpus.ts';
import { type CorpusChange, type CorpusHolder, createCorpusHolder } from './corpus-holder.ts';
import type { View } from './view.ts';

/** A corpus that keeps up with a shelf of a store. */
export interface FollowedCorpus {
  readonly current: Corpus;
  /** The newest view with what it is made of. */
  readonly view: View;
  /** How many articles are yet to be read before the newest changes show. */
  readonly left: number;
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
  holder: CorpusHolder = createCorpusHolder(),
): Promise<FollowedCorpus> {
  const { articles, removed, revision } = await store.load(shelf);
  await holder.update([
    ...articles.map((article): CorpusChange => ({ kind: 'put', article })),
    ...removed.map((tombstone): CorpusChange => ({
      kind: 'remove',
      article: { shelf, id: tombstone.id },
      tombstone,
    })),
  ]);
  let seen = revision;
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
    get view() {
      return holder.view;
    },
    get left() {
      return holder.left;
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
  const read = [...last.values()].map(async (change): Promise<CorpusChange> => {
    const { id, kind, revision, actor, at, reason } = change;
    const article = kind === 'put' ? await store.articleAt(shelf, id, revision) : undefined;
    if (article) return { kind: 'put', article };
    const tombstone = { id, actor, at, ...(reason === undefined ? {} : { reason }) };
    return { kind: 'remove', article: { shelf, id }, tombstone };
  });
  return Promise.all(read);
}
