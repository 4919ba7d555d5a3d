import type { Tombstone } from '../store/article-store.ts';
import { findAlike } from './alike.ts';
import type { Corpus, Hit, Reading } from './corpus.ts';
import { deriveFigures } from './figures.ts';
import type { Changed } from './full-names.ts';
import type { IndexedReading } from './indexed-reading.ts';
import { replaceIn } from './ordered.ts';
import type { PassageIndex, WeightedStem } from './passage-index.ts';
import { findWindow } from './passage-window.ts';
import type { Rest } from './pause.ts';
import { type Form, type Query, readQuery } from './query.ts';
import { type RankedSentence, rankSentences } from './ranking.ts';
import { newestFirst } from './reading-order.ts';
import { scopeOf } from './scope.ts';
import { type Shards, draftOf, emptyShards } from './shards.ts';
import type { Statistics } from './statistics.ts';
import type { Vocabulary } from './vocabulary.ts';

// So many articles are looked into for one question.
const CANDIDATES = 60;
// The index is asked for stems that stand in so many articles together, the rarest first; common
// ones cost the most and tell the least. The two rarest words are asked for however common.
const MOST_ASKED = 10_000;
const KEPT_ANYWAY = 2;

/** What a view is made of. The index and the vocabulary may go on; the rest never changes. */
export interface ViewParts {
  readonly indexed: ReadonlyMap<string, IndexedReading>;
  /** What is left of articles that are gone, by their ids. */
  readonly removed: ReadonlyMap<string, Tombstone>;
  readonly statistics: Statistics;
  readonly index: PassageIndex;
  readonly vocabulary: Vocabulary;
  /** Under which keys they have other readings than the parts that they were made from. */
  readonly since?: { readonly parts: WeakRef<ViewParts>; readonly keys: readonly string[] };
}

/** A view, and what the next is made from. */
export interface View {
  readonly corpus: Corpus;
  readonly parts: ViewParts;
  /** The readings by article id. */
  readonly byId: Shards<Reading>;
}

export const createView = (parts: ViewParts): Corpus => viewOf(parts).corpus;

/** A view of these parts and no other. */
export function viewOf(parts: ViewParts): View {
  const came = Array.from(parts.indexed.values(), ({ reading }) => reading);
  return arrange(parts, [], emptyShards(), { went: [], came });
}

/** Makes a view from one of which it differs by some readings, everybody in them put together too. */
export async function nextView(
  before: View,
  parts: ViewParts,
  { went, came }: Changed<IndexedReading>,
  rest: Rest,
): Promise<View> {
  const changed = {
    went: went.map(({ reading }) => reading),
    came: came.map(({ reading }) => reading),
  };
  const view = arrange(parts, before.corpus.readings, before.byId, changed);
  await deriveFigures(view.corpus, before.corpus, changed, rest);
  return view;
}

function arrange(
  parts: ViewParts,
  before: readonly Reading[],
  byIdBefore: Shards<Reading>,
  { went, came }: Changed<Reading>,
): View {
  const readings = replaceIn(before, went, came, newestFirst);
  const draft = draftOf(byIdBefore);
  for (const { article } of went) draft.set(article.id, undefined);
  for (const reading of came) draft.set(reading.article.id, reading);
  const byId = draft.done();
  return { parts, byId, corpus: corpusOf(parts, readings, byId) };
}

const corpusOf = (
  parts: ViewParts,
  readings: readonly Reading[],
  byId: Shards<Reading>,
): Corpus => ({
  readings,
  scope: scopeOf(readings),
  reading: (id) => byId.get(id),
  removed: (id) => (byId.get(id) === undefined ? parts.removed.get(id) : undefined),
  search: (asked, limit) => search(asked, limit, parts),
  query: (question) => readQuery(question, parts.vocabulary, parts.statistics),
  alike: (text, limit) => findAlike(text, [...parts.indexed.values()], limit),
});

async function search(query: Query, limit: number, parts: ViewParts): Promise<Hit[]> {
  const keys = await parts.index.propose(chooseStems(query, parts), CANDIDATES);
  const candidates = keys.flatMap((key) => parts.indexed.get(key) ?? []);
  const ranked = rankSentences(query, candidates, parts.statistics, limit);
  return ranked.map(toHit);
}

/** What to ask the index for: the question's own words before their paraphrases. */
function chooseStems({ terms }: Query, { statistics }: ViewParts): WeightedStem[] {
  const count = ({ stem }: Form): number => statistics.inArticles[stem] ?? 0;
  const rarestFirst = (a: Form, b: Form): number => count(a) - count(b) || a.stem - b.stem;
  const topic = terms.filter(({ weight }) => weight > 0);
  const own = topic.flatMap(({ forms: [first] }) => first ?? []).toSorted(rarestFirst);
  const others = topic.flatMap(({ forms: [, ...rest] }) => rest).toSorted(rarestFirst);
  let asked = 0;
  return [...own, ...others]
    .filter((form, i) => (asked += count(form)) <= MOST_ASKED || i < KEPT_ANYWAY)
    .map(({ stem, weight }) => ({ stem, weight }));
}

function toHit({ indexed, index, score, coverage, matches }: RankedSentence): Hit {
  const { reading } = indexed;
  const { sentences } = reading.facts;
  const sentence = sentences[index] ?? { start: 0, end: 0 };
  const passage = findWindow(sentences, index);
  return { reading, index, sentence, passage, score, coverage, matches };
}
