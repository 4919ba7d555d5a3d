import { type Amendments, type Layers, createAmender, layViews } from './layered-view.ts';
import type { IndexedReading } from './indexed-reading.ts';
import { emptyShards } from './shards.ts';
import type { View } from './view.ts';

/** What goes on to newer views. */
interface Viewed {
  readonly view: View;
}

/**
 * The newest view of a server, made when it is asked for and something has changed since, from the
 * one before. One is made at a time.
 */
export function createServerView(
  base: Viewed,
  own: Viewed,
  amendments: () => Amendments,
): () => Promise<View> {
  const amender = createAmender();
  let view = base.view;
  const nothing = { ...view.parts, indexed: emptyShards<IndexedReading>(), removed: new Map() };
  let layers: Layers = { under: view.parts, over: nothing, amendments: new Map() };
  async function look(): Promise<View> {
    const below = base.view;
    const next = { under: below.parts, over: own.view.parts, amendments: amendments() };
    if (areSame(layers, next)) return view;
    view = isPlain(next)
      ? below
      : await layViews({ view, layers }, next, amender(next.amendments, next.under.vocabulary));
    layers = next;
    return view;
  }
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const done = last.then(look);
    last = done.catch(() => undefined);
    return done;
  };
}

const areSame = (a: Layers, b: Layers): boolean =>
  a.under === b.under && a.over === b.over && a.amendments === b.amendments;

/** A server that has neither articles nor decisions of its own sees the base shelf itself. */
const isPlain = ({ over: { indexed, removed }, amendments }: Layers): boolean =>
  indexed.size + removed.size + amendments.size === 0;
