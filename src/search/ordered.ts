import { type Shards, draftOf } from './shards.ts';

/** Below zero where the first comes first; zero for one and the same alone. */
export type Order<Item> = (a: Item, b: Item) => number;

/** Sorted items without some and with others. What stays is copied in runs, and not sorted again. */
export const replaceIn = <Item extends object>(
  sorted: readonly Item[],
  went: readonly Item[],
  came: readonly Item[],
  order: Order<Item>,
): readonly Item[] => replaceSorted(sorted, went, came.toSorted(order), order);

/** As `replaceIn`, where those that came are in order among themselves. */
export function replaceSorted<Item extends object>(
  sorted: readonly Item[],
  went: readonly Item[],
  added: readonly Item[],
  order: Order<Item>,
): readonly Item[] {
  const left = takeOut(sorted, went, order);
  if (added.length === 0) return left;
  // A list that grew by and by has room for half as many more, and a copy has none.
  if (left.length === 0) return added.slice();
  const runs: (readonly Item[])[] = [];
  let from = 0;
  for (const item of added) {
    const at = placeOf(left, item, order, from);
    runs.push(left.slice(from, at), [item]);
    from = at;
  }
  runs.push(left.slice(from));
  return join(runs);
}

/** Whether the item itself, not only one that is sorted alike, is among them. */
export const hasItem = <Item extends object>(
  sorted: readonly Item[],
  item: Item,
  order: Order<Item>,
): boolean => sorted[placeOf(sorted, item, order)] === item;

function takeOut<Item extends object>(
  sorted: readonly Item[],
  went: readonly Item[],
  order: Order<Item>,
): readonly Item[] {
  if (went.length === 0) return sorted;
  const places = went
    .map((item) => ({ item, at: placeOf(sorted, item, order) }))
    .filter(({ item, at }) => sorted[at] === item)
    .map(({ at }) => at)
    .toSorted((a, b) => a - b);
  const runs = places.map((at, i) => sorted.slice((places[i - 1] ?? -1) + 1, at));
  return join([...runs, sorted.slice((places.at(-1) ?? -1) + 1)]);
}

// As many arguments as a call takes without fear for the stack.
const FEW = 10_000;

/** A few long runs are copied whole, which is many times faster than item by item. */
const join = <Item>(runs: readonly (readonly Item[])[]): readonly Item[] =>
  runs.length < FEW ? ([] as readonly Item[]).concat(...runs) : runs.flat();

/** Where the item stands, or would stand, in what is sorted: before the first that does not come before it. */
export function placeOf<Item extends object | string>(
  sorted: readonly Item[],
  item: Item,
  order: Order<Item>,
  from = 0,
): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other !== undefined && order(other, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** So many items are gone through in one step. */
const STEP = 256;

/** Sorted, step by step: runs first, then two and two of these together. */
export function* sort<Item extends object>(
  items: readonly Item[],
  order: Order<Item>,
): Generator<void, readonly Item[]> {
  let runs: (readonly Item[])[] = [];
  for (let at = 0; at < items.length; at += STEP) {
    runs.push(items.slice(at, at + STEP).toSorted(order));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly Item[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(merge(runs[at] ?? [], runs[at + 1] ?? [], order));
      yield;
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

/** Two sorted lists as one; of items that are alike those of the first come first. */
export function merge<Item extends object>(
  some: readonly Item[],
  others: readonly Item[],
  order: Order<Item>,
): readonly Item[] {
  const all: Item[] = [];
  let next = 0;
  for (const item of some) {
    for (; next < others.length; next += 1) {
      const other = others[next];
      if (other === undefined || order(item, other) <= 0) break;
      all.push(other);
    }
    all.push(item);
  }
  return [...all, ...others.slice(next)];
}

/** Items by each of some words, each list in order. */
export type Lists<Item> = Shards<readonly Item[]>;

interface Change<Item> {
  readonly went: Item[];
  readonly came: Item[];
}

/** The lists after some items went and others came; goes on word by word. */
export function* changeLists<Item extends object>(
  lists: Lists<Item>,
  { went, came }: { readonly went: readonly Item[]; readonly came: readonly Item[] },
  wordsOf: (item: Item) => Iterable<string>,
  order: Order<Item>,
): Generator<void, Lists<Item>> {
  const changes = new Map<string, Change<Item>>();
  const changeOf = (word: string): Change<Item> => {
    const change = changes.get(word) ?? { went: [], came: [] };
    changes.set(word, change);
    return change;
  };
  for (const item of went) for (const word of wordsOf(item)) changeOf(word).went.push(item);
  yield;
  // Sorted once, so that the list of each word is sorted already.
  const sorted = yield* sort(came, order);
  for (const [at, item] of sorted.entries()) {
    for (const word of wordsOf(item)) changeOf(word).came.push(item);
    if (at % STEP === 0) yield;
  }
  yield;
  const next = draftOf(lists);
  for (const [word, change] of changes) {
    const list = replaceSorted(next.get(word) ?? [], change.went, change.came, order);
    next.set(word, list.length === 0 ? undefined : list);
    yield;
  }
  return next.done();
}
