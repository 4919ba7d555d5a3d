import type { ArticleId } from '../article/article.ts';
import {
  type ArticleStore,
  type Change,
  type Erased,
  type Revision,
  type Tombstone,
  isChange,
} from '../store/article-store.ts';
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
  /** The revision that `current` shows. */
  readonly revision: Revision;
  /** Since when it may not show all that there is, in milliseconds since 1970; undefined if it does. */
  readonly behindSince: number | undefined;
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

  // A look that fails leaves it behind until one succeeds.
  let behindSince: number | undefined;
  let looks = 0;

  async function lookAs(number: number): Promise<void> {
    await look();
    if (number === looks) behindSince = undefined;
  }

  function catchUp(): Promise<void> {
    behindSince ??= Date.now();
    const number = (looks += 1);
    const done = last.then(() => lookAs(number));
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
    get revision() {
      return seen;
    },
    get behindSince() {
      return behindSince;
    },
    catchUp,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: unsubscribe,
  };
}

/** Of several changes to one article only the last matters; what was erased is looked at anew. */
async function readChanges(
  store: ArticleStore,
  shelf: string,
  changes: readonly (Change | Erased)[],
): Promise<CorpusChange[]> {
  const last = new Map<ArticleId, Change | Erased>();
  for (const change of changes)
    for (const id of isChange(change) ? [change.id] : change.ids) last.set(id, change);
  const read = Array.from(last, async ([id, change]): Promise<CorpusChange> => {
    const article =
      change.kind === 'remove' ? undefined : await store.articleAt(shelf, id, change.revision);
    if (article) return { kind: 'put', article };
    const tombstone = isChange(change)
      ? tombstoneOf(change)
      : await findTombstone(store, shelf, id);
    return { kind: 'remove', article: { shelf, id }, ...(tombstone && { tombstone }) };
  });
  return Promise.all(read);
}

const tombstoneOf = ({ id, actor, at, reason }: Change): Tombstone => ({
  id,
  actor,
  at,
  ...(reason === undefined ? {} : { reason }),
});

/** Of an article that was erased there is none; of one whose actor was, another. */
const findTombstone = async (
  store: ArticleStore,
  shelf: string,
  id: ArticleId,
): Promise<Tombstone | undefined> =>
  (await store.load(shelf)).removed.find((tombstone) => tombstone.id === id);
