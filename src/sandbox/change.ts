/** Tells waiters that something happened; each looks for itself whether it is what it waits for. */
export interface Changes {
  readonly announce: () => void;
  /** Calls the listener at every change, until the function that it gives is called. */
  readonly watch: (listener: () => void) => () => void;
  /** The first defined value that `probe` gives; rejects with `late()` after `ms` milliseconds. */
  readonly until: <T>(probe: () => T | undefined, ms: number, late: () => Error) => Promise<T>;
}

export function createChanges(): Changes {
  const waiters = new Set<() => void>();
  return {
    announce: () => {
      for (const look of waiters) look();
    },
    watch: (listener) => {
      waiters.add(listener);
      return () => void waiters.delete(listener);
    },
    until: <T>(probe: () => T | undefined, ms: number, late: () => Error) =>
      new Promise<T>((resolve, reject) => {
        const look = (): void => {
          const found = probe();
          if (found === undefined) return;
          leave();
          resolve(found);
        };
        const timer = setTimeout(() => {
          leave();
          reject(late());
        }, ms);
        const leave = (): void => {
          waiters.delete(look);
          clearTimeout(timer);
        };
        waiters.add(look);
        look();
      }),
  };
}
