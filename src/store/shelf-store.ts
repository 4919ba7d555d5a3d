import type { ArticleStore } from './article-store.ts';
import { explainUse } from './file-error.ts';
import type { FolderShelf } from './folder-shelf.ts';

export interface OpenShelf {
  readonly shelf: FolderShelf;
  /** Ends the watch over its folder. */
  readonly stop: () => Promise<void>;
}

/** `base`, or a server's id. */
export const SHELF_NAME = /^(?:base|\d{1,20})$/u;

/** A store of shelves that are opened when they are first asked for. */
export function storeOf(
  openShelf: (name: string) => Promise<OpenShelf>,
  release: () => Promise<void>,
): ArticleStore {
  const opened = new Map<string, Promise<OpenShelf>>();
  let closing: Promise<void> | undefined;
  const find = async (name: string): Promise<FolderShelf> => {
    if (!SHELF_NAME.test(name)) throw new RangeError(`"${name}" is no shelf's name`);
    if (closing) throw new Error('the store is closed');
    const opening = opened.get(name) ?? openShelf(name);
    opened.set(name, opening);
    // One that could not be opened may open the next time.
    opening.catch(() => opened.delete(name));
    return (await opening).shelf;
  };
  const close = async (): Promise<void> => {
    const results = await Promise.allSettled(opened.values());
    const shelves = results.flatMap((result) =>
      result.status === 'fulfilled' ? result.value : [],
    );
    await Promise.all(shelves.map(({ stop }) => stop()));
    await Promise.all(shelves.map(({ shelf }) => shelf.load()));
    await release();
  };
  const on = async <Result>(
    name: string,
    call: (shelf: FolderShelf) => Promise<Result>,
  ): Promise<Result> => {
    try {
      return await call(await find(name));
    } catch (error) {
      throw explainUse(error, `the shelf ${name}`);
    }
  };
  return {
    head: (name) => on(name, (shelf) => shelf.head()),
    load: (name) => on(name, (shelf) => shelf.load()),
    changesSince: (name, revision) => on(name, (shelf) => shelf.changesSince(revision)),
    append: (name, expected, actor, edits, reason) =>
      on(name, (shelf) => shelf.append(expected, { actor, edits, reason })),
    sourceAt: (name, id, revision) => on(name, (shelf) => shelf.sourceAt(id, revision)),
    articleAt: (name, id, revision) => on(name, (shelf) => shelf.articleAt(id, revision)),
    subscribe: (name, listener) => subscribeTo(find(name), listener),
    close: () => (closing ??= close()),
  };
}

function subscribeTo(opening: Promise<FolderShelf>, listener: () => void): () => void {
  const stop = opening.then((shelf) => shelf.subscribe(listener));
  // Whoever reads the shelf hears why it does not open.
  stop.catch(() => undefined);
  return () => {
    stop.then((unsubscribe) => unsubscribe()).catch(() => undefined);
  };
}
