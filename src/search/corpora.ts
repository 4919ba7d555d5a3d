import { BASE_SHELF } from '../article/article.ts';
import type { Corpus } from './corpus.ts';
import type { Amendments } from './layered-view.ts';
import { createLoadedShelves } from './loaded-shelves.ts';
import { createServerView } from './server-view.ts';
import { shelfBytes } from './shelf-size.ts';
import { type FollowOptions, type FollowedCorpus, followStore } from './store-follower.ts';
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

export interface CorporaOptions extends Omit<FollowOptions, 'shelf' | 'vocabulary'> {
  /** What a server has decided about readings; the same object for as long as that stays the same. */
  readonly amendments: (guildId: string) => Amendments;
  /** How many bytes the shelves of servers may take, by an estimate; without a limit when left out. */
  readonly mostBytes?: number;
}

/**
 * Follows the base shelf, and each server's shelf from when it is asked for until others need its room.
 * A question keeps the view that it took, whatever becomes of the shelf.
 */
export async function followCorpora({
  amendments,
  mostBytes = Infinity,
  onProgress,
  ...options
}: CorporaOptions): Promise<Corpora> {
  const base = await followStore({ ...options, onProgress, shelf: BASE_SHELF });
  const loaded = new Set<FollowedCorpus>([base]);
  const listeners = new Set<(shelf: string) => void>();
  const announce = (shelf: string): void => {
    for (const listener of listeners) listener(shelf);
  };
  base.subscribe(() => announce(BASE_SHELF));
  const servers = createLoadedShelves({
    load: open,
    drop: ({ own }) => {
      loaded.delete(own);
      own.close();
    },
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
    watches.set(guildId, options.store.subscribe(guildId, look));
  }

  async function open(guildId: string): Promise<ServerCorpus> {
    watch(guildId);
    const { vocabulary } = base.view.parts;
    const own = await followStore({ ...options, vocabulary, shelf: guildId });
    loaded.add(own);
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
    progress: () => progressOf(base, [...loaded]),
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
  readonly guildId: string;
  readonly own: FollowedCorpus;
  readonly view: () => Promise<View>;
}
