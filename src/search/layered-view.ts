import { type Article, BASE_SHELF, articleKey } from '../article/article.ts';
import type { Reading } from './corpus.ts';
import { type IndexedReading, indexReading } from './indexed-reading.ts';
import { packReading } from './packed-reading.ts';
import type { PassageIndex } from './passage-index.ts';
import { pauseNowAndThen } from './pause.ts';
import { type Shards, draftOf } from './shards.ts';
import { recount } from './statistics.ts';
import { type View, type ViewParts, nextView } from './view.ts';

/** What one server's moderators have decided about the reading of an article, by the article's key. */
export type Amendments = ReadonlyMap<string, Amend>;

type Amend = (reading: Reading) => Reading;

/** What a server's view is laid together from. Never changed. */
export interface Layers {
  readonly under: ViewParts;
  readonly over: ViewParts;
  readonly amendments: Amendments;
}

/**
 * A server's own shelf laid over the base shelf. An article of its own takes the place of the base
 * shelf's of the same id; demonstration articles step aside for others. What was amended is read anew:
 * `amended` gives it.
 * @param before what the server saw of other layers: only what differs is laid anew
 */
export async function layViews(
  before: { readonly view: View; readonly layers: Layers },
  layers: Layers,
  amended: (indexed: IndexedReading) => IndexedReading,
): Promise<View> {
  const { under, over } = layers;
  const { parts } = before.view;
  const indexed = draftOf(parts.indexed);
  const went: IndexedReading[] = [];
  const came: IndexedReading[] = [];
  const find = createFinder(layers);
  const rest = pauseNowAndThen();
  for (const key of differingKeys(before.layers, layers)) {
    await rest();
    const [old, found] = [indexed.get(key), find(key)];
    const now = found && amended(found);
    if (old === now) continue;
    if (old !== undefined) went.push(old);
    if (now !== undefined) came.push(now);
    indexed.set(key, now);
  }
  const { vocabulary } = under;
  const next = {
    indexed: indexed.done(),
    removed: new Map([...under.removed, ...over.removed]),
    statistics: recount(parts.statistics, came, went, vocabulary.size),
    index: layIndexes(under.index, over.index),
    vocabulary,
  };
  return nextView(before.view, next, { went, came }, rest);
}

/** Finds what the layers show under a key. */
function createFinder({ under, over }: Layers): (key: string) => IndexedReading | undefined {
  const isOthers = hasOthers(over);
  const [own] = over.indexed.values();
  const isHidden = ({ id, demo }: Article): boolean =>
    own !== undefined &&
    ((isOthers && demo) ||
      over.indexed.get(articleKey({ shelf: own.reading.article.shelf, id })) !== undefined);
  return (key) => {
    const below = under.indexed.get(key);
    const shown = below && isHidden(below.reading.article) ? undefined : below;
    return over.indexed.get(key) ?? shown;
  };
}

const hasOthers = ({ indexed }: ViewParts): boolean => {
  for (const { reading } of indexed.values()) if (!reading.article.demo) return true;
  return false;
};

/** The keys under which two layerings may show something else. */
function differingKeys(a: Layers, b: Layers): ReadonlySet<string> {
  const keys = new Set(changedKeys(a.under, b.under));
  for (const key of changedKeys(a.over, b.over)) {
    keys.add(key);
    const article = (a.over.indexed.get(key) ?? b.over.indexed.get(key))?.reading.article;
    if (article !== undefined) keys.add(articleKey({ shelf: BASE_SHELF, id: article.id }));
  }
  for (const key of differing(a.amendments, b.amendments)) keys.add(key);
  if (hasOthers(a.over) !== hasOthers(b.over))
    for (const key of b.under.indexed.words()) keys.add(key);
  return keys;
}

/** Parts that were made from the others say themselves what changed. */
function changedKeys(a: ViewParts, b: ViewParts): readonly string[] {
  if (a === b) return [];
  return b.since?.parts.deref() === a ? b.since.keys : differingIn(a.indexed, b.indexed);
}

/** The same of what is cut into shards: those that both share are passed over. */
const differingIn = <Value>(a: Shards<Value>, b: Shards<Value>): readonly string[] =>
  a.shards.flatMap((shard = new Map(), at) => differing(shard, b.shards[at] ?? new Map()));

/** The keys that have something else in one map than in the other. */
function differing<Value>(
  a: ReadonlyMap<string, Value>,
  b: ReadonlyMap<string, Value>,
): readonly string[] {
  if (a === b) return [];
  const keys = [...b.keys()].filter((key) => a.get(key) !== b.get(key));
  for (const key of a.keys()) if (!b.has(key)) keys.push(key);
  return keys;
}

/** Proposes what either proposes. Each knows its own articles alone, so their order says nothing. */
const layIndexes = (under: PassageIndex, over: PassageIndex): PassageIndex => ({
  add: refuse,
  remove: refuse,
  propose: async (stems, limit) =>
    (await Promise.all([over, under].map((each) => each.propose(stems, limit)))).flat(),
});

const refuse = (): Promise<never> =>
  Promise.reject(new Error('a layered view is changed in its layers'));

/** Amends readings, each once for as long as neither it nor what is decided of it changes. */
export function createAmender(): (
  amendments: Amendments,
  vocabulary: ViewParts['vocabulary'],
) => (indexed: IndexedReading) => IndexedReading {
  const known = new WeakMap<
    IndexedReading,
    { readonly amend: Amend; readonly made: IndexedReading }
  >();
  return (amendments, vocabulary) => (indexed) => {
    const amend = amendments.get(indexed.key);
    if (amend === undefined) return indexed;
    const last = known.get(indexed);
    if (last?.amend === amend) return last.made;
    const { article, facts, amended } = amend(indexed.reading);
    const made = indexReading(article, packReading(article, facts), vocabulary, amended);
    known.set(indexed, { amend, made });
    return made;
  };
}
