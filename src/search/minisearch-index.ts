import MiniSearch from 'minisearch';
import type { IndexedText, PassageIndex, WeightedStem } from './passage-index.ts';

// A title says in few words what the article is about.
const TITLE_BOOST = 1.5;

/** A passage index in memory. */
export function createMiniSearchIndex(): PassageIndex {
  const index = new MiniSearch<IndexedText>({
    idField: 'key',
    fields: ['title', 'body'],
    tokenize: (stems) => stems.split(' '),
    processTerm: (stem) => stem,
  });
  return {
    add: async (text) => index.add(text),
    // `discard` and `replace` skew the scores until the index is vacuumed; `remove` does not.
    remove: async (text) => index.remove(text),
    propose: async (stems, limit) => propose(index, stems, limit),
  };
}

function propose(
  index: MiniSearch<IndexedText>,
  stems: readonly WeightedStem[],
  limit: number,
): string[] {
  const weights = new Map(stems.map(({ stem, weight }) => [stem, weight]));
  const found = index.search([...weights.keys()].join(' '), {
    boost: { title: TITLE_BOOST },
    boostTerm: (stem) => weights.get(stem) ?? 1,
  });
  const least = rounded(found[Math.min(limit, found.length) - 1]?.score ?? 0);
  return found
    .filter(({ score }) => rounded(score) >= least)
    .map(({ id, score }) => ({ key: String(id), score: rounded(score) }))
    .toSorted((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
    .slice(0, limit)
    .map(({ key }) => key);
}

// The index keeps a running mean of field lengths, so its scores differ in the last digits from
// those of an index built afresh.
const rounded = (score: number): number => Math.fround(score);
