import type { ArticleStore } from './article-store.ts';
import { explainUse } from './file-error.ts';
import type { FolderShelf } from './folder-shelf.ts';
import { type ErasingFolders, type Shelves, erasingOf } from './erasing/shelf-erasing.ts';
import { SHELF_NAME } from './shelf-name.ts';

export interface OpenShelf {
  readonly shelf: FolderShelf;
  /** Ends the watch over its folder. */
  readonly stop: () => Promise<void>;
}

/** A store of shelves that are opened when they are first asked for. */
export function storeOf(
  openShelf: (name: string) => Promise<OpenShelf>,
  release: () => Promise<void>,
  folders: ErasingFolders,
): ArticleStore {
  const opened = new Map<string, Promise<OpenShelf>>();
  let closing: Promise<void> | undefined;
  // While one thing is erased after the other no shelf is opened, nor read or written: what one has just put may be
  // what another lets go.
  const erasures = new Set<Promise<unknown>>();
  let erasing: Promise<unknown> = Promise.resolve();
  const find = async (name: string): Promise<FolderShelf> => {
    if (!SHELF_NAME.test(name)) throw new RangeError(`"${name}" is no shelf's name`);
    while (erasures.size > 0 && !opened.has(name)) await Promise.all(erasures);
    if (closing) throw new Error('the store is closed');
    const opening = opened.get(name) ?? openShelf(name);
    opened.set(name, opening);
    // One that could not be opened may open the next time.
    opening.catch(() => opened.delete(name));
    return (await opening).shelf;
  };
  const openShelves = async (): Promise<Shelves> => {
    const shelves = new Map<string, FolderShelf>();
    for (const [name, opening] of opened) {
      const found = await opening.catch(() => undefined);
      if (found) shelves.set(name, found.shelf);
    }
    return shelves;
  };
  const alone = <Result>(job: (open: Shelves) => Promise<Result>): Promise<Result> => {
    const done = erasing.then(async () => {
      const shelves = await openShelves();
      return holdAll([...shelves.values()], () => job(shelves));
    });
    const ended = done.catch(() => undefined).finally(() => erasures.delete(ended));
    erasures.add(ended);
    erasing = ended;
    return done;
  };
  const erasers = erasingOf({ find, alone, folders });
  const close = async (): Promise<void> => {
    await erasing;
    const results = await Promise.allSettled(opened.values());
    const shelves = results.flatMap((result) =>
      result.status === 'fulfilled' ? result.value : [],
    );
    await Promise.all(shelves.map(({ stop }) => stop()));
    await Promise.all(shelves.map(({ shelf }) => shelf.load()));
    await release();
  };
  const on = <Result>(
    name: string,
    call: (shelf: FolderShelf) => Promise<Result>,
  ): Promise<Result> => explained(find(name).then(call), `the shelf ${name}`);
  return {
    head: (name) => on(name, (shelf) => shelf.head()),
    load: (name) => on(name, (shelf) => shelf.load()),
    changesSince: (name, revision) => on(name, (shelf) => shelf.changesSince(revision)),
    append: (name, expected, actor, edits, reason) =>
      on(name, (shelf) => shelf.append(expected, { actor, edits, reason })),
    sourceAt: (name, id, revision) => on(name, (shelf) => shelf.sourceAt(id, revision)),
    articleAt: (name, id, revision) => on(name, (shelf) => shelf.articleAt(id, revision)),
    subscribe: (name, listener) => subscribeTo(find(name), listener),
    shelves: () => folders.shelves(),
    bodiesOf: (name, id) =>
      on(name, (shelf) => shelf.hold(() => Promise.resolve(shelf.bodiesOf(id)))),
    checkErasable: (name, id) => on(name, (shelf) => shelf.hold(() => shelf.checkErasable(id))),
    erase: (name, id) => explained(erasers.erase(name, id), `the shelf ${name}`),
    eraseShelf: (name) => explained(erasers.eraseShelf(name), `the shelf ${name}`),
    forgetMember: (userId) => explained(erasers.forgetMember(userId), 'the shelves'),
    close: () => (closing ??= close()),
  };
}

async function explained<Result>(work: Promise<Result>, place: string): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw explainUse(error, place);
  }
}

/** Does something while nobody reads or writes any of the shelves. */
const holdAll = <Result>(
  [first, ...rest]: readonly FolderShelf[],
  job: () => Promise<Result>,
): Promise<Result> => (first === undefined ? job() : first.hold(() => holdAll(rest, job)));

function subscribeTo(opening: Promise<FolderShelf>, listener: () => void): () => void {
  const stop = opening.then((shelf) => shelf.subscribe(listener));
  // Whoever reads the shelf hears why it does not open.
  stop.catch(() => undefined);
  return () => {
    stop.then((unsubscribe) => unsubscribe()).catch(() => undefined);
  };
}
