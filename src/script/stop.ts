import { EventEmitter, once } from 'node:events';
import { constants } from 'node:os';

/** What ends a program that serves. */
export interface Stop {
  /** Resolves when told to stop; rejects when it cannot go on. */
  readonly stopped: Promise<unknown>;
  readonly isStopping: () => boolean;
  readonly request: () => void;
  readonly fail: (reason: unknown) => void;
  /** Leaves signals to whoever else minds them. */
  readonly release: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * A first signal asks to stop. A second one ends the process at once, with the exit code that a shell
 * gives for the signal; as the first process of a container it would not end by itself.
 */
export function awaitStop(exit = (code: number): void => process.exit(code)): Stop {
  const events = new EventEmitter();
  let isStopping = false;
  const stopped = once(events, 'stop');
  // Whoever waits for it learns of a failure; until then it is no unhandled one.
  stopped.catch(() => undefined);
  const request = (): void => {
    isStopping = true;
    events.emit('stop');
  };
  const heeds = SIGNALS.map((signal) => {
    const heed = (): void => {
      if (isStopping) exit(128 + constants.signals[signal]);
      else request();
    };
    process.on(signal, heed);
    return [signal, heed] as const;
  });
  return {
    stopped,
    isStopping: () => isStopping,
    request,
    fail: (reason) => {
      isStopping = true;
      // After the end of the session there may be a second one, and nobody waits any more.
      if (events.listenerCount('error') > 0) events.emit('error', reason);
    },
    release: () => {
      for (const [signal, heed] of heeds) process.off(signal, heed);
    },
  };
}
