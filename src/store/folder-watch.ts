import { type FSWatcher, watch } from 'node:fs';
import { SETTLING_TIME } from './folder-difference.ts';

/** Events come in bursts, and a file that has just been touched is not believed yet. */
const AFTER_EVENT = SETTLING_TIME + 20;

/** Looking takes a twentieth of the time at most, however large the folder. */
const PAUSE_PER_LOOK = 20;

/**
 * Calls `look` soon after a folder changes, and now and then in any case, because not every file
 * system tells of changes. `look` gives whether it wants to be called again shortly; one call runs at
 * a time. Gives what stops it. Does not keep the process alive.
 */
export function watchFolder(
  folder: string,
  everyMilliseconds: number,
  look: () => Promise<boolean>,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let due = Infinity;
  let looking = Promise.resolve();
  let isOver = false;
  let watcher: FSWatcher | undefined;
  const lookIn = (milliseconds: number): void => {
    const at = performance.now() + milliseconds;
    if (isOver || at >= due) return;
    due = at;
    clearTimeout(timer);
    timer = setTimeout(run, milliseconds).unref();
  };
  const soon = (): void => {
    lookIn(AFTER_EVENT);
  };
  const lookOnce = async (): Promise<void> => {
    watcher ??= tryWatch(folder, soon, () => (watcher = undefined));
    const start = performance.now();
    if (await look()) soon();
    else lookIn(Math.max(everyMilliseconds, PAUSE_PER_LOOK * (performance.now() - start)));
  };
  const run = (): void => {
    due = Infinity;
    if (!isOver) looking = looking.then(lookOnce);
  };
  watcher = tryWatch(folder, soon, () => (watcher = undefined));
  soon();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    watcher?.close();
    await looking;
  };
}

/** Undefined where there is no such folder, or too many are watched: looking now and then must do. */
function tryWatch(folder: string, onEvent: () => void, onEnd: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, onEvent);
    return watcher.on('error', () => {
      watcher.close();
      onEnd();
    });
  } catch {
    return undefined;
  }
}
