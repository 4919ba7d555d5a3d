import { BASE_SHELF } from '../article/article.ts';
import type { ArticleStore } from '../store/article-store.ts';
import type { Corpus } from './corpus.ts';
import { type CorpusHolder, createCorpusHolder } from './corpus-holder.ts';
import type { Amendments } from './layered-view.ts';
import { createServerView } from './server-view.ts';
import { type FollowedCorpus, followStore } from './store-follower.ts';
import type { View } from './view.ts';

/** What every server sees: the base shelf with its own shelf over it. */
export interface Corpora {
  /** The base shelf alone, which is what those see who ask outside a server. */
  readonly base: Corpus;
  /** What a server sees now; its shelf is loaded when it is first asked for. */
  of(guildId: string | undefined): Promise<Corpus>;
  /** Reads what was changed since on a shelf; resolves when `of` shows it. */
  catchUp(shelf: string): Promise<void>;
  /** How many articles of a shelf are yet to be read before its newest changes show. */
  left(shelf: string): Promise<number>;
  /** How far the reading of all loaded shelves has got. */
  progress(): Progress;
  /** Calls the listener after each change of any shelf, until the function that it gives is called. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

interface Progress {
  /** The base shelf's revision that answers show. */
  readonly revision: number;
  /** Shelves that are loaded, the base shelf among them. */
  readonly shelves: number;
  /** Articles that are yet to be read. */
  readonly unread: number;
  /** Since when the shelf that is furthest behind has been so, in milliseconds since 1970. */
  readonly behindSince: number | undefined;
}

export interface CorporaOptions {
  readonly store: ArticleStore;
  /** What a server has decided about readings; the same object for as long as that stays the same. */
  readonly amendments: (guildId: string) => Amendments;
  readonly report: (error: unknown) => void;
  /** Holds the base shelf, for who looks at it while it is read for the first time. */
  readonly baseHolder?: CorpusHolder;
}

/** Follows the base shelf, and each server's shelf from when it is first asked for. */
export async function followCorpora({
  store,
  amendments,
  report,
  baseHolder,
}: CorporaOptions): Promise<Corpora> {
  const base = await followStore(store, BASE_SHELF, report, baseHolder);
  const loaded = new Set<FollowedCorpus>([base]);
  const listeners = new Set<() => void>();
  const announce = (): void => {
    for (const listener of listeners) listener();
  };
  base.subscribe(announce);
  const servers = new Map<string, Promise<ServerCorpus>>();

  function serverOf(guildId: string): Promise<ServerCorpus> {
    const opening = servers.get(guildId) ?? open(guildId);
    servers.set(guildId, opening);
    // One that could not be opened may open the next time.
    opening.catch(() => servers.delete(guildId));
    return opening;
  }

  async function open(guildId: string): Promise<ServerCorpus> {
    const holder = createCorpusHolder(undefined, base.view.parts.vocabulary);
    const own = await followStore(store, guildId, report, holder);
    loaded.add(own);
    own.subscribe(announce);
    return { own, view: createServerView(base, own, () => amendments(guildId)) };
  }

  async function catchUp(shelf: string): Promise<void> {
    if (shelf === BASE_SHELF) return base.catchUp();
    const { own, view } = await serverOf(shelf);
    await own.catchUp();
    await view();
  }

  return {
    get base() {
      return base.current;
    },
    async of(guildId) {
      if (guildId === undefined) return base.current;
      const { view } = await serverOf(guildId);
      return (await view()).corpus;
    },
    catchUp,
    left: async (shelf) => (shelf === BASE_SHELF ? base : (await serverOf(shelf)).own).left,
    progress: () => progressOf(base, [...loaded]),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      base.close();
      for (const opening of servers.values())
        void opening.then(
          ({ own }) => own.close(),
          () => undefined,
        );
    },
  };
}

function progressOf(base: FollowedCorpus, loaded: readonly FollowedCorpus[]): Progress {
  const behind = loaded.flatMap(({ behindSince }) => behindSince ?? []);
  return {
    revision: base.revision,
    shelves: loaded.length,
    unread: loaded.reduce((sum, { left }) => sum + left, 0),
    behindSince: behind.length === 0 ? undefined : Math.min(...behind),
  };
}

interface ServerCorpus {
  readonly own: FollowedCorpus;
  readonly view: () => Promise<View>;
}
