import { BASE_SHELF } from '../article/article.ts';
import type { ArticleStore } from '../store/article-store.ts';
import type { Corpus } from './corpus.ts';
import { createCorpusHolder } from './corpus-holder.ts';
import type { Amendments } from './layered-view.ts';
import { createLoadedShelves } from './loaded-shelves.ts';
import { createServerView } from './server-view.ts';
import { shelfBytes } from './shelf-size.ts';
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
  /**
   * Calls the listener with a shelf's name after each change of one that was ever asked for, until the
   * function that it gives is called.
   */
  subscribe(listener: (shelf: string) => void): () => void;
  /** Which servers' shelves are loaded now; the one that was asked for longest ago first. */
  loaded(): readonly string[];
  /** About how many bytes they take together. */
  bytes(): number;
  close(): void;
}

export interface CorporaOptions {
  readonly store: ArticleStore;
  /** What a server has decided about readings; the same object for as long as that stays the same. */
  readonly amendments: (guildId: string) => Amendments;
  readonly report: (error: unknown) => void;
  /** How many bytes the shelves of servers may take, by an estimate; without a limit when left out. */
  readonly mostBytes?: number;
}

/**
 * Follows the base shelf, and each server's shelf from when it is asked for until others need its room.
 * A question keeps the view that it took, whatever becomes of the shelf.
 */
export async function followCorpora({
  store,
  amendments,
  report,
  mostBytes = Infinity,
}: CorporaOptions): Promise<Corpora> {
  const base = await followStore(store, BASE_SHELF, report);
  const listeners = new Set<(shelf: string) => void>();
  const announce = (shelf: string): void => {
    for (const listener of listeners) listener(shelf);
  };
  base.subscribe(() => announce(BASE_SHELF));
  const servers = createLoadedShelves({
    load: open,
    drop: ({ own }) => own.close(),
    sizeOf: ({ guildId, own }) => shelfBytes(base.view.parts, own.view.parts, amendments(guildId)),
    mostBytes,
  });

  // One that is not loaded goes on being watched, since cards may show what is in it.
  const watches = new Map<string, () => void>();
  function watch(guildId: string): void {
    if (watches.has(guildId)) return;
    const look = (): void => {
      if (!servers.has(guildId)) announce(guildId);
    };
    watches.set(guildId, store.subscribe(guildId, look));
  }

  async function open(guildId: string): Promise<ServerCorpus> {
    watch(guildId);
    const holder = createCorpusHolder(undefined, base.view.parts.vocabulary);
    const own = await followStore(store, guildId, report, holder);
    own.subscribe(() => announce(guildId));
    return { guildId, own, view: createServerView(base, own, () => amendments(guildId)) };
  }

  async function catchUp(shelf: string): Promise<void> {
    if (shelf === BASE_SHELF) return base.catchUp();
    await servers.use(shelf, async ({ own, view }) => {
      await own.catchUp();
      await view();
    });
  }

  return {
    get base() {
      return base.current;
    },
    of: async (guildId) =>
      guildId === undefined
        ? base.current
        : servers.use(guildId, async ({ view }) => (await view()).corpus),
    catchUp,
    left: async (shelf) =>
      shelf === BASE_SHELF ? base.left : servers.use(shelf, async ({ own }) => own.left),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    loaded: () => servers.names(),
    bytes: () => servers.bytes(),
    close() {
      base.close();
      servers.close();
      for (const unwatch of watches.values()) unwatch();
    },
  };
}

interface ServerCorpus {
  readonly guildId: string;
  readonly own: FollowedCorpus;
  readonly view: () => Promise<View>;
}
