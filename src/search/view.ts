import type { Corpus, Hit, Reading, Scope } from './corpus.ts';
import type { IndexedReading } from './indexed-reading.ts';
import type { PassageIndex, WeightedStem } from './passage-index.ts';
import { findWindow } from './passage-window.ts';
import { type Query, readQuery } from './query.ts';
import { type RankedSentence, matchesOf, rankSentences } from './ranking.ts';
import type { Statistics } from './statistics.ts';
import type { Vocabulary } from './vocabulary.ts';

// So many articles are looked into for one question.
const CANDIDATES = 60;
// A stem in more of the sentences than this proposes too many articles to tell them apart, unless
// they are few anyway; the two rarest words of a question are asked for however common they are.
const COMMON = 0.03;
const FEW = 1_000;
const KEPT_ANYWAY = 2;

/** What a view is made of. The index and the vocabulary may go on; the rest never changes. */
export interface ViewParts {
  readonly indexed: ReadonlyMap<string, IndexedReading>;
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
    scope: findScope(readings),
    reading: (id) => byId.get(id),
    search: async (question, limit) => search(query(question), limit, parts),
    query,
  };
}

const dateOf = ({ article }: Reading): string => article.date ?? '';

const newestFirst = (a: Reading, b: Reading): number =>
  dateOf(a) === dateOf(b) ? (a.article.id < b.article.id ? -1 : 1) : dateOf(a) < dateOf(b) ? 1 : -1;

function findScope(readings: readonly Reading[]): Scope {
  const dates = readings.flatMap(({ article: { date } }) => (date === undefined ? [] : [date]));
  const [to, from] = [dates[0], dates.at(-1)];
  const period = from === undefined || to === undefined ? {} : { from, to };
  return { articles: readings.length, ...period };
}

async function search(query: Query, limit: number, parts: ViewParts): Promise<Hit[]> {
  const keys = await parts.index.propose(chooseStems(query, parts), CANDIDATES);
  const candidates = keys.flatMap((key) => parts.indexed.get(key) ?? []);
  const ranked = rankSentences(query, candidates, parts.statistics);
  return ranked.slice(0, limit).map(toHit);
}

/** What to ask the index for: of a question's common stems only as many as a proposal needs. */
function chooseStems({ terms }: Query, { statistics, vocabulary }: ViewParts): WeightedStem[] {
  const count = (stem: number) => statistics.inSentences[stem] ?? 0;
  const most = Math.max(FEW, COMMON * statistics.sentences);
  const rarest = terms
    .flatMap(({ forms: [own] }) => own ?? [])
    .toSorted((a, b) => count(a.stem) - count(b.stem))
    .slice(0, KEPT_ANYWAY);
  return terms
    .flatMap(({ forms }) => forms)
    .filter((form) => rarest.includes(form) || count(form.stem) <= most)
    .map(({ stem, weight }) => ({ stem: vocabulary.stem(stem), weight }));
}

function toHit(ranked: RankedSentence): Hit {
  const { index, score, coverage } = ranked;
  const { reading } = ranked.indexed;
  const { sentences } = reading.facts;
  const sentence = sentences[index] ?? { start: 0, end: 0 };
  return {
    reading,
    index,
    sentence,
    passage: findWindow(sentences, index),
    score,
    coverage,
    matches: matchesOf(ranked),
  };
}
