import { BASE_SHELF } from '../article/article.ts';
import type { Corpus } from './corpus.ts';
import type { Amendments } from './layered-view.ts';
import { createServerView } from './server-view.ts';
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
  /** Calls the listener after each change of any shelf, until the function that it gives is called. */
  subscribe(listener: () => void): () => void;
  /** Resolves when nothing is written any more. */
  close(): Promise<void>;
}

export interface CorporaOptions extends Omit<FollowOptions, 'shelf' | 'vocabulary'> {
  /** What a server has decided about readings; the same object for as long as that stays the same. */
  readonly amendments: (guildId: string) => Amendments;
}

/** Follows the base shelf, and each server's shelf from when it is first asked for. */
export async function followCorpora({
  amendments,
  onProgress,
  ...options
}: CorporaOptions): Promise<Corpora> {
  const base = await followStore({ ...options, onProgress, shelf: BASE_SHELF });
  const listeners = new Set<() => void>();
  const announce = (): void => {
    for (const listener of listeners) listener();
  };
  base.subscribe(announce);
  const servers = new Map<string, Promise<ServerCorpus>>();

  function serverOf(guildId: string): Promise<ServerCorpus> {
    const opening = servers.get(guildId) ?? openServer(guildId);
    servers.set(guildId, opening);
    // One that could not be opened may open the next time.
    opening.catch(() => servers.delete(guildId));
    return opening;
  }

  async function openServer(guildId: string): Promise<ServerCorpus> {
    const { vocabulary } = base.view.parts;
    const own = await followStore({ ...options, vocabulary, shelf: guildId });
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
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      const open = await Promise.allSettled(servers.values());
      const own = open.flatMap((one) => (one.status === 'fulfilled' ? [one.value.own] : []));
      await Promise.all([base, ...own].map((one) => one.close()));
    },
  };
}

interface ServerCorpus {
  readonly own: FollowedCorpus;
  readonly view: () => Promise<View>;
}
