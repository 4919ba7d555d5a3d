import type { Reading } from './corpus.ts';
import { type IndexedReading, indexReading } from './indexed-reading.ts';
import type { PassageIndex } from './passage-index.ts';
import { recount } from './statistics.ts';
import type { ViewParts } from './view.ts';

/** What one server's moderators have decided about the reading of an article, by the article's key. */
export type Amendments = ReadonlyMap<string, Amend>;

type Amend = (reading: Reading) => Reading;

/**
 * A server's own shelf laid over the base shelf. An article of its own takes the place of the base
 * shelf's of the same id; demonstration articles step aside for others. What was amended is read anew:
 * `amended` gives it.
 */
export function layViews(
  under: ViewParts,
  over: ViewParts,
  amended: (indexed: IndexedReading) => IndexedReading,
): ViewParts {
  const own = [...over.indexed.values()];
  const ids = new Set<string>(own.map(({ reading }) => reading.article.id));
  const hasOthers = own.some(({ reading }) => !reading.article.demo);
  const isHidden = ({ reading: { article } }: IndexedReading): boolean =>
    ids.has(article.id) || (hasOthers && article.demo);
  const below = [...under.indexed.values()];
  const hidden = below.filter(isHidden);
  const shown = hidden.length === 0 ? below : below.filter((indexed) => !isHidden(indexed));
  const { vocabulary } = under;
  return {
    indexed: new Map([...shown, ...own].map((indexed) => [indexed.key, amended(indexed)])),
    removed: new Map([...under.removed, ...over.removed]),
    statistics: recount(under.statistics, own, hidden, vocabulary.size),
    index: layIndexes(under.index, over.index),
    vocabulary,
  };
}

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
