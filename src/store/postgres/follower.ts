import type { Revision } from '../article-store.ts';
import type { Database } from './database.ts';

/** Looks what other processes have changed, and tells those who want to know. */
export interface Follower {
  /** Calls the listener soon after a shelf may have changed, until the function that it gives is called. */
  watchShelf(shelf: string, listener: () => void): () => void;
  /** The same for what servers keep. */
  watchNotes(listener: () => void): () => void;
  /** Looks now. Never throws. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

export interface FollowerOptions {
  /** Told once when the database is lost, and once when it is there again. */
  readonly onLost?: (error: unknown) => void;
  readonly onFound?: () => void;
}

/** How often to look without being told, in milliseconds. */
const LOOK_EVERY = 2000;
/** A look that takes so long has a connection that is dead without saying so. */
const PATIENCE = 15_000;

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
  let isLost = false;
  let stopListening: (() => void) | undefined;
  let looking: Promise<void> | undefined;
  let isAsked = false;

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
    if (names.length === 0) return;
    const rows = await database.read(
      (sql) => sql<{ name: string; revision: number }[]>`
        select name, revision from shelves where name in ${sql(names)}
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
    stopListening = await database.listen(() => void look());
  }

  /** Gives whether another look is worth while. */
  async function lookOnce(): Promise<boolean> {
    try {
      await withPatience(compare(), () => database.renew());
      // Whoever was listening was cut off, too.
      if (isLost) stopListening = undefined;
      await hearHints();
      if (isLost) options.onFound?.();
      isLost = false;
    } catch (error) {
      if (!isLost && !isStopped) options.onLost?.(error);
      isLost = true;
    }
    return !isLost && !isStopped;
  }

  async function lookUntilDone(): Promise<void> {
    let isWorthWhile = true;
    while (isAsked && isWorthWhile) {
      isAsked = false;
      isWorthWhile = await lookOnce();
    }
    looking = undefined;
  }

  function look(): Promise<void> {
    if (isStopped) return Promise.resolve();
    isAsked = true;
    looking ??= lookUntilDone();
    return looking;
  }

  const timer = setInterval(() => void look(), LOOK_EVERY).unref();
  return {
    watchShelf: watch,
    watchNotes: (listener) => watch(NOTES, listener),
    look,
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await looking;
      stopListening?.();
    },
  };
}

async function withPatience(work: Promise<void>, onImpatience: () => void): Promise<void> {
  const timer = setTimeout(onImpatience, PATIENCE).unref();
  try {
    await work;
  } finally {
    clearTimeout(timer);
  }
}
