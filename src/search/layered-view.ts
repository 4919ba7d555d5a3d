import type { Reading } from './corpus.ts';
import type { Changed } from './full-names.ts';
import { type IndexedReading, indexReading } from './indexed-reading.ts';
import type { PassageIndex } from './passage-index.ts';
import { pauseNowAndThen } from './pause.ts';
import { recount } from './statistics.ts';
import { type View, type ViewParts, nextView } from './view.ts';

/** What one server's moderators have decided about the reading of an article, by the article's key. */
export type Amendments = ReadonlyMap<string, Amend>;

type Amend = (reading: Reading) => Reading;

/**
 * A server's own shelf laid over the base shelf, made from what the server saw before. An article of
 * its own takes the place of the base shelf's of the same id; demonstration articles step aside for
 * others. What was amended is read anew: `amended` gives it.
 */
export function layViews(
  before: View,
  under: ViewParts,
  over: ViewParts,
  amended: (indexed: IndexedReading) => IndexedReading,
): Promise<View> {
  const indexed = new Map<string, IndexedReading>();
  for (const each of [...shownOf(under, over), ...over.indexed.values()])
    indexed.set(each.key, amended(each));
  const changed = difference(before.parts.indexed, indexed);
  const { vocabulary } = under;
  const parts = {
    indexed,
    removed: new Map([...under.removed, ...over.removed]),
    statistics: recount(before.parts.statistics, changed.came, changed.went, vocabulary.size),
    index: layIndexes(under.index, over.index),
    vocabulary,
  };
  return nextView(before, parts, changed, pauseNowAndThen());
}

/** What is seen of the base shelf under a server's own. */
function shownOf(under: ViewParts, over: ViewParts): readonly IndexedReading[] {
  const own = [...over.indexed.values()];
  const ids = new Set<string>(own.map(({ reading }) => reading.article.id));
  const hasOthers = own.some(({ reading }) => !reading.article.demo);
  return [...under.indexed.values()].filter(
    ({ reading: { article } }) => !ids.has(article.id) && !(hasOthers && article.demo),
  );
}

type ByKey = ReadonlyMap<string, IndexedReading>;

const difference = (before: ByKey, now: ByKey): Changed<IndexedReading> => ({
  went: [...before.values()].filter((each) => now.get(each.key) !== each),
  came: [...now.values()].filter((each) => before.get(each.key) !== each),
});

/** Proposes what either proposes. Each knows its own articles alone, so their order says nothing. */
const layIndexes = (under: PassageIndex, over: PassageIndex): PassageIndex => ({
  add: refuse,
  remove: refuse,
  propose: async (stems, limit) => [
    ...(await over.propose(stems, limit)),
    ...(await under.propose(stems, limit)),
  ],
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
    const made = indexReading(amend(indexed.reading), vocabulary);
    known.set(indexed, { amend, made });
    return made;
  };
}
