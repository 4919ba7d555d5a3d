import type { Tombstone } from '../store/article-store.ts';
import { findAlike } from './alike.ts';
import type { Corpus, Hit, Reading } from './corpus.ts';
import type { IndexedReading } from './indexed-reading.ts';
import type { PassageIndex, WeightedStem } from './passage-index.ts';
import { findWindow } from './passage-window.ts';
import { type Form, type Query, readQuery } from './query.ts';
import { type RankedSentence, rankSentences } from './ranking.ts';
import { scopeOf } from './scope.ts';
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
}

export function createView(parts: ViewParts): Corpus {
  const readings = [...parts.indexed.values()].map(({ reading }) => reading).toSorted(newestFirst);
  const byId = new Map(readings.map((reading) => [reading.article.id as string, reading]));
  const query = (question: string) => readQuery(question, parts.vocabulary, parts.statistics);
  return {
    readings,
    scope: scopeOf(readings),
    reading: (id) => byId.get(id),
    removed: (id) => (byId.has(id) ? undefined : parts.removed.get(id)),
    search: (asked, limit) => search(asked, limit, parts),
    query,
    alike: (text, limit) => findAlike(text, [...parts.indexed.values()], limit),
  };
}

const dateOf = ({ article }: Reading): string => article.date ?? '';

const newestFirst = (a: Reading, b: Reading): number =>
  dateOf(a) === dateOf(b) ? (a.article.id < b.article.id ? -1 : 1) : dateOf(a) < dateOf(b) ? 1 : -1;

async function search(query: Query, limit: number, parts: ViewParts): Promise<Hit[]> {
  const keys = await parts.index.propose(chooseStems(query, parts), CANDIDATES);
  const candidates = keys.flatMap((key) => parts.indexed.get(key) ?? []);
  const ranked = rankSentences(query, candidates, parts.statistics, limit);
  return ranked.map(toHit);
}

/** What to ask the index for: the question's own words before their paraphrases. */
function chooseStems({ terms }: Query, { statistics, vocabulary }: ViewParts): WeightedStem[] {
  const count = ({ stem }: Form): number => statistics.inArticles[stem] ?? 0;
  const rarestFirst = (a: Form, b: Form): number => count(a) - count(b) || a.stem - b.stem;
  const topic = terms.filter(({ weight }) => weight > 0);
  const own = topic.flatMap(({ forms: [first] }) => first ?? []).toSorted(rarestFirst);
  const others = topic.flatMap(({ forms: [, ...rest] }) => rest).toSorted(rarestFirst);
  let asked = 0;
  return [...own, ...others]
    .filter((form, i) => (asked += count(form)) <= MOST_ASKED || i < KEPT_ANYWAY)
    .map(({ stem, weight }) => ({ stem: vocabulary.stem(stem), weight }));
}

function toHit({ indexed, index, score, coverage, matches }: RankedSentence): Hit {
  const { reading } = indexed;
  const { sentences } = reading.facts;
  const sentence = sentences[index] ?? { start: 0, end: 0 };
  const passage = findWindow(sentences, index);
  return { reading, index, sentence, passage, score, coverage, matches };
}
