/** Shelves that are loaded when they are asked for, and let go when all together take too much. */
export interface LoadedShelves<Shelf> {
  /** Does something with a shelf, which is loaded for it, and stays so meanwhile. */
  use<Result>(name: string, job: (shelf: Shelf) => Promise<Result>): Promise<Result>;
  /** Which are loaded now, or being so; the one that was asked for longest ago first. */
  names(): readonly string[];
  has(name: string): boolean;
  /** About how many bytes all take together. */
  bytes(): number;
  /** Lets all go. */
  close(): void;
}

export interface Loading<Shelf> {
  readonly load: (name: string) => Promise<Shelf>;
  readonly drop: (shelf: Shelf) => void;
  /** About how many bytes it takes; asked for often. */
  readonly sizeOf: (shelf: Shelf) => number;
  readonly mostBytes: number;
}

interface Held<Shelf> {
  readonly opening: Promise<Shelf>;
  /** Undefined while it is yet to be loaded. */
  shelf: Shelf | undefined;
  users: number;
}

/**
 * Keeps shelves within a number of bytes; those that were asked for longest ago go first. One that is
 * in use never goes, nor the one that was asked for last, so that the greatest of shelves can serve.
 */
export function createLoadedShelves<Shelf>(loading: Loading<Shelf>): LoadedShelves<Shelf> {
  const { load, drop, sizeOf, mostBytes } = loading;
  // In the order in which they were last asked for.
  const held = new Map<string, Held<Shelf>>();

  function begin(name: string): Held<Shelf> {
    const one: Held<Shelf> = { opening: load(name), shelf: undefined, users: 0 };
    void settle(name, one);
    return one;
  }

  async function settle(name: string, one: Held<Shelf>): Promise<void> {
    try {
      const shelf = await one.opening;
      if (held.get(name) === one) one.shelf = shelf;
      else drop(shelf);
    } catch {
      // One that could not be loaded may be the next time; whoever asked for it is told.
      if (held.get(name) === one) held.delete(name);
    }
  }

  const sizes = (): readonly number[] =>
    Array.from(held.values(), ({ shelf }) => (shelf === undefined ? 0 : sizeOf(shelf)));

  function trim(): void {
    const each = sizes();
    let excess = sum(each) - mostBytes;
    for (const [at, [name, { shelf, users }]] of [...held].slice(0, -1).entries()) {
      if (excess <= 0) return;
      if (shelf === undefined || users > 0) continue;
      excess -= each[at] ?? 0;
      held.delete(name);
      drop(shelf);
    }
  }

  return {
    async use(name, job) {
      const one = held.get(name) ?? begin(name);
      held.delete(name);
      held.set(name, one);
      one.users += 1;
      try {
        return await job(await one.opening);
      } finally {
        one.users -= 1;
        trim();
      }
    },
    names: () => [...held.keys()],
    has: (name) => held.has(name),
    bytes: () => sum(sizes()),
    close() {
      for (const { shelf } of held.values()) if (shelf !== undefined) drop(shelf);
      held.clear();
    },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
