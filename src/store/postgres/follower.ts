import type { Revision } from '../article-store.ts';
import type { Database } from './database.ts';

/** Looks what other processes have changed, and tells those who want to know. */
export interface Follower {
  /** Calls the listener soon after a shelf may have changed, until the function that it gives is called. */
  watchShelf(shelf: string, listener: () => void): () => void;
  /** The same for what servers keep. */
  watchNotes(listener: () => void): () => void;
  /** Tells again of what could not be read when it was told of; of the notes where no shelf is named. */
  missed(shelf?: string): void;
  stop(): Promise<void>;
}

export interface FollowerOptions {
  /** Told once when the database is lost, and once when it is there again. */
  readonly onLost?: (error: unknown) => void;
  readonly onFound?: () => void;
}

/** How often to look without being told, in milliseconds. */
const LOOK_EVERY = 2000;
/** How long to wait before the next look at a lost database, at most. */
const LONGEST_WAIT = 16_000;

/** Names what is no shelf: the notes of servers. */
const NOTES = '';

/**
 * Asks for the heads of all that is followed, every two seconds and whenever it is hinted that one has
 * changed. So a lost hint costs seconds, and never a change. Does not keep the process alive.
 */
export function openFollower(database: Database, options: FollowerOptions = {}): Follower {
  const listeners = new Map<string, Set<() => void>>();
  const seen = new Map<string, Revision>();
  let isStopped = false;
  let stopListening: (() => Promise<void>) | undefined;
  let looking: Promise<void> | undefined;
  let isAsked = false;
  /** How long the database has been given, in milliseconds; 0 where it is there. */
  let wait = 0;
  let timer: NodeJS.Timeout | undefined;

  function watch(name: string, listener: () => void): () => void {
    const own = listeners.get(name) ?? new Set();
    listeners.set(name, own.add(listener));
    return () => {
      own.delete(listener);
      if (own.size > 0 || listeners.get(name) !== own) return;
      listeners.delete(name);
      seen.delete(name);
    };
  }

  async function compare(): Promise<void> {
    const names = [...listeners.keys()];
    const rows = await database.read(
      (sql) => sql<{ name: string; revision: number }[]>`
        select name, revision from shelves where name = any(${names})
        union all select ${NOTES}, revision from note_log`,
    );
    const heads = new Map(rows.map(({ name, revision }) => [name, revision]));
    for (const name of names) {
      const head = heads.get(name) ?? 0;
      const before = seen.get(name);
      seen.set(name, head);
      // What was not looked at before may have changed since whoever follows it has read it.
      if (before !== head) for (const listener of listeners.get(name) ?? []) listener();
    }
  }

  /** Asks to be told, where nobody tells yet, or any more. */
  async function hearHints(): Promise<void> {
    if (stopListening !== undefined || isStopped) return;
    stopListening = await database.listen(
      () => void look(),
      () => {
        stopListening = undefined;
      },
    );
  }

  async function lookOnce(): Promise<void> {
    try {
      await compare();
      await hearHints();
      if (wait > 0) options.onFound?.();
      wait = 0;
    } catch (error) {
      if (wait === 0 && !isStopped) options.onLost?.(error);
      wait = Math.min(Math.max(LOOK_EVERY, 2 * wait), LONGEST_WAIT);
    }
  }

  async function lookAll(): Promise<void> {
    clearTimeout(timer);
    while (isAsked) {
      isAsked = false;
      await lookOnce();
    }
    looking = undefined;
    if (!isStopped) timer = setTimeout(() => void look(), wait === 0 ? LOOK_EVERY : wait).unref();
  }

  function look(): Promise<void> {
    if (isStopped) return Promise.resolve();
    isAsked = true;
    looking ??= lookAll();
    return looking;
  }

  void look();
  return {
    watchShelf: watch,
    watchNotes: (listener) => watch(NOTES, listener),
    missed: (shelf = NOTES) => void seen.delete(shelf),
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await looking;
      await stopListening?.();
    },
  };
}
