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
import {
  type CorpusChange,
  type CorpusHolder,
  type Reread,
  createCorpusHolder,
} from './corpus-holder.ts';
import type { OpenIndex } from './passage-index.ts';
import type { OpenSnapshot, Snapshot } from './snapshot.ts';
import type { View } from './view.ts';
import { type Vocabulary, createVocabulary } from './vocabulary.ts';

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

export interface FollowOptions {
  readonly store: ArticleStore;
  readonly shelf: string;
  /** Told when a look fails; the next hint tries again from where the last got to. */
  readonly report: (error: unknown) => void;
  /** Shared by those whose views are laid over one another. */
  readonly vocabulary?: Vocabulary;
  /** Makes the index that proposes candidates; else it is in memory. */
  readonly openIndex?: OpenIndex | undefined;
  /** Opens what was read of the shelf's articles before; else all are read. */
  readonly openSnapshot?: OpenSnapshot | undefined;
  /** Told how far the first reading is, now and then. */
  readonly onProgress?: ((left: number, all: number) => void) | undefined;
  /** Told of articles that older code had read, when they are shown as read anew. */
  readonly onReread?: ((reread: readonly Reread[]) => void) | undefined;
}

/** Loads a shelf and follows its changes by revision; the store's hints only say when to look. */
export async function followStore(options: FollowOptions): Promise<FollowedCorpus> {
  const { store, shelf, report, openIndex, openSnapshot, onReread } = options;
  const { vocabulary = createVocabulary() } = options;
  const snapshot = await openSnapshot?.(shelf);
  const closing = new AbortController();
  const holder = createCorpusHolder({
    vocabulary,
    ...(openIndex && { index: openIndex(shelf, vocabulary) }),
    ...(snapshot && { reader: snapshot }),
  });
  const { articles, removed, revision } = await store.load(shelf);
  const progress = tellProgress(holder, articles.length, options.onProgress);
  const first = holder.update([
    ...articles.map((article): CorpusChange => ({ kind: 'put', article })),
    ...removed.map((tombstone): CorpusChange => ({
      kind: 'remove',
      article: { shelf, id: tombstone.id },
      tombstone,
    })),
  ]);
  await first.finally(progress.stop);
  await settle();
  let seen = revision;
  let last: Promise<void> = Promise.resolve();
  const listeners = new Set<() => void>();

  async function look(): Promise<void> {
    const changes = await store.changesSince(shelf, seen);
    const newest = changes.at(-1);
    if (!newest) return;
    await holder.update(await readChanges(store, shelf, changes));
    seen = newest.revision;
    announce();
    // What was erased may stay nowhere.
    if (!changes.every(isChange)) await settle();
  }

  function announce(): void {
    for (const listener of listeners) listener();
  }

  async function settle(): Promise<void> {
    await snapshot?.settle(new Set(holder.view.parts.indexed.words()));
  }

  /** A few at a time, so that their readings are neither late nor many at once. */
  async function rereadOutdated({ outdated, reread }: Snapshot): Promise<void> {
    for (let at = 0; at < outdated.length && !closing.signal.aborted; at += REREAD) {
      onReread?.(await holder.reread(outdated.slice(at, at + REREAD), reread));
      announce();
    }
    if (outdated.length > 0) await settle();
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
  if (snapshot !== undefined) rereadOutdated(snapshot).catch(report);
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
    close() {
      closing.abort();
      unsubscribe();
    },
  };
}

/** So many articles are read anew at once. */
const REREAD = 50;
/** Milliseconds. */
const PROGRESS = 5_000;

function tellProgress(
  holder: CorpusHolder,
  all: number,
  tell: FollowOptions['onProgress'],
): { readonly stop: () => void } {
  const timer = setInterval(() => tell?.(holder.left, all), PROGRESS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
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
