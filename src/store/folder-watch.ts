import { type FSWatcher, watch } from 'node:fs';
import { isArticleFile } from './article-file.ts';
import { SETTLING_TIME } from './folder-difference.ts';

/** Events come in bursts, and a file that has just been touched is not believed yet. */
const AFTER_EVENT = SETTLING_TIME + 20;

/** Looking takes a twentieth of the time at most, however large the folder. */
const PAUSE_PER_LOOK = 20;

/** Looks at some files, or at all; gives whether to look again shortly. */
type Look = (files: ReadonlySet<string> | undefined) => Promise<boolean>;

/**
 * Calls `look` soon after files of a folder change, with their names, and now and then for all of
 * them, because not every file system tells of changes. One call runs at a time. Gives what stops it.
 * Does not keep the process alive.
 * @param looked how long all of them took to look at just now, in milliseconds
 */
export function watchFolder(
  folder: string,
  everyMilliseconds: number,
  look: Look,
  looked: number,
): () => Promise<void> {
  const roundAfter = (took: number): number => Math.max(everyMilliseconds, PAUSE_PER_LOOK * took);
  let touched = new Set<string>();
  let nextRound = performance.now() + roundAfter(looked);
  let watcher: FSWatcher | undefined;
  const timer = startTimer(async () => {
    watcher ??= tryWatch(folder, onEvent, () => (watcher = undefined));
    const files = touched;
    touched = new Set();
    const start = performance.now();
    const isRound = start >= nextRound;
    const isUnsettled = await look(isRound ? undefined : files);
    const end = performance.now();
    if (isRound) nextRound = end + roundAfter(end - start);
    timer.ringAt(isUnsettled ? end + AFTER_EVENT : nextRound);
  });
  const onEvent = (file: string | null): void => {
    // A whole folder may be swapped in by a link that begins with two dots, as Kubernetes does.
    if (file === null || file.startsWith('..')) nextRound = 0;
    else if (isArticleFile(file)) touched.add(file);
    else return;
    timer.ringAt(performance.now() + AFTER_EVENT);
  };
  watcher = tryWatch(folder, onEvent, () => (watcher = undefined));
  timer.ringAt(performance.now() + everyMilliseconds);
  return async () => {
    await timer.stop();
    watcher?.close();
  };
}

/** Runs a task at the earliest of the times that it is given until then, never twice at once. */
function startTimer(task: () => Promise<void>) {
  let timeout: NodeJS.Timeout | undefined;
  let due = Infinity;
  let running = Promise.resolve();
  let isOver = false;
  return {
    /** A time as `performance.now()` gives it. */
    ringAt(time: number): void {
      if (isOver || time >= due) return;
      due = time;
      clearTimeout(timeout);
      const ring = (): void => {
        due = Infinity;
        running = running.then(() => (isOver ? undefined : task()));
      };
      timeout = setTimeout(ring, Math.max(0, time - performance.now())).unref();
    },
    async stop(): Promise<void> {
      isOver = true;
      clearTimeout(timeout);
      await running;
    },
  };
}

/** Undefined where there is no such folder, or too many are watched: looking now and then must do. */
function tryWatch(
  folder: string,
  onEvent: (file: string | null) => void,
  onEnd: () => void,
): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, (_kind, file) => {
      onEvent(file);
    });
    return watcher.on('error', () => {
      watcher.close();
      onEnd();
    });
  } catch {
    return undefined;
  }
}
