import { articleKey } from '../article/article.ts';
import type { Tombstone } from '../store/article-store.ts';
import { rememberedLately } from '../text/remembered.ts';
import type { Span } from '../text/span.ts';
import { findAlike } from './alike.ts';
import type { Corpus, Hit, Reading } from './corpus.ts';
import { digestOf } from './digest.ts';
import { sentencesOf } from './digested.ts';
import { type NamedEvent, byTold, eventsIn } from './events.ts';
import { deriveFigures } from './figures.ts';
import type { Changed } from './full-names.ts';
import {
  type HashPlaces,
  moveHashes,
  movesBetween,
  noHashPlaces,
  placesOf,
} from './hash-places.ts';
import type { IndexedReading } from './indexed-reading.ts';
import { replaceIn } from './ordered.ts';
import type { PassageIndex, WeightedStem } from './passage-index.ts';
import { findWindow } from './passage-window.ts';
import { type Rest, runResting, runThrough } from './pause.ts';
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
  readonly indexed: Shards<IndexedReading>;
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
  readonly hashes: Hashes;
  readonly events: readonly NamedEvent[];
}

/** By what is looked up in all readings. */
interface Hashes {
  readonly parts: HashPlaces;
  readonly strangers: HashPlaces;
}

const noHashes: Hashes = { parts: noHashPlaces, strangers: noHashPlaces };

export const createView = (parts: ViewParts): Corpus => viewOf(parts).corpus;

/** A view of these parts and no other. */
export function viewOf(parts: ViewParts): View {
  const came = Array.from(parts.indexed.values(), ({ reading }) => reading);
  return runThrough(arrange(parts, nothing, { went: [], came }));
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
  const { corpus } = before;
  const view = await runResting(
    arrange(parts, { ...before, readings: corpus.readings }, changed),
    rest,
  );
  await deriveFigures(view.corpus, corpus, changed, rest);
  return view;
}

interface Arranged extends Pick<View, 'byId' | 'hashes' | 'events'> {
  readonly readings: readonly Reading[];
}

const nothing: Arranged = {
  readings: [],
  byId: emptyShards(),
  hashes: noHashes,
  events: [],
};

/** Goes on step by step, since each goes through all that there is. */
function* arrange(
  parts: ViewParts,
  before: Arranged,
  { went, came }: Changed<Reading>,
): Generator<void, View> {
  yield;
  const readings = replaceIn(before.readings, went, came, newestFirst);
  yield;
  const draft = draftOf(before.byId);
  for (const { article } of went) draft.set(article.id, undefined);
  for (const reading of came) draft.set(reading.article.id, reading);
  const byId = draft.done();
  yield;
  const moves = movesBetween(before.readings, readings, came);
  yield;
  const parted = moveHashes(before.hashes.parts, moves, (reading) => digestOf(reading).parts);
  yield;
  const { strangers } = before.hashes;
  const hashes = {
    parts: parted,
    strangers: moveHashes(strangers, moves, (reading) => digestOf(reading).strangers),
  };
  yield;
  const [old, fresh] = [went, came].map((some) => some.flatMap(eventsIn));
  const events = replaceIn(before.events, old ?? [], fresh ?? [], byTold);
  const corpus = corpusOf(parts, { readings, byId, hashes, events });
  return { parts, byId, hashes, events, corpus };
}

function corpusOf(parts: ViewParts, { readings, byId, hashes, events }: Arranged): Corpus {
  const at = (places: readonly number[]): readonly Reading[] =>
    places.flatMap((place) => readings[place] ?? []);
  return {
    readings,
    scope: scopeOf(readings),
    events,
    reading: (id) => byId.get(id),
    removed: (id) => (byId.get(id) === undefined ? parts.removed.get(id) : undefined),
    search: searchAgain((asked, limit) => search(asked, limit, parts)),
    query: rememberedLately(
      (question) => readQuery(question, parts.vocabulary, parts.statistics),
      LATELY,
    ),
    has({ article }, word) {
      const stem = parts.vocabulary.find(word);
      const own = parts.indexed.get(articleKey(article));
      return stem !== undefined && own?.said.stems.includes(stem) === true;
    },
    having: (words) => having(words, readings, parts),
    quoting: (hash) => at(placesOf(hashes.parts, hash)),
    hearing: (asked) => {
      const places = new Set(asked.flatMap((hash) => placesOf(hashes.strangers, hash)));
      return at([...places].toSorted((a, b) => a - b));
    },
    alike: (text, limit) => findAlike(text, parts.indexed.values(), limit),
  };
}

/** One answer asks the same question for several things. */
const LATELY = 10;

/** The same search, which has the hits for a query that it was asked before, or the first of them. */
function searchAgain(searchOnce: Corpus['search']): Corpus['search'] {
  const known = new WeakMap<Query, { readonly hits: readonly Hit[]; readonly limit: number }>();
  return async (query, limit) => {
    const before = known.get(query);
    if (before !== undefined && before.limit >= limit) return before.hits.slice(0, limit);
    const hits = await searchOnce(query, limit);
    known.set(query, { hits, limit });
    return hits;
  };
}

async function having(
  words: readonly string[],
  readings: readonly Reading[],
  { index, indexed, vocabulary, statistics }: ViewParts,
): Promise<readonly Reading[]> {
  const count = (stems: readonly number[]): number =>
    stems.reduce((sum, stem) => sum + (statistics.inArticles[stem] ?? 0), 0);
  const [rarest, ...others] = words
    .map((word) => vocabulary.havingPart(word))
    .toSorted((a, b) => count(a) - count(b));
  if (rarest === undefined) return readings;
  const asked = rarest.map((stem) => ({ stem, weight: 1 }));
  const keys = await index.propose(asked, Number.MAX_SAFE_INTEGER);
  return keys
    .flatMap((key) => indexed.get(key) ?? [])
    .filter(({ said, title }) =>
      others.every((stems) =>
        stems.some((stem) => said.stems.includes(stem) || title.includes(stem)),
      ),
    )
    .map(({ reading }) => reading)
    .toSorted(newestFirst);
}

async function search(query: Query, limit: number, parts: ViewParts): Promise<Hit[]> {
  const keys = await parts.index.propose(chooseStems(query, parts), CANDIDATES);
  const candidates = keys.flatMap((key) => parts.indexed.get(key) ?? []);
  const ranked = rankSentences(query, candidates, parts.statistics, limit);
  return ranked.map((sentence) => new RankedHit(sentence));
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

/** Many are looked up for their articles alone, so that their places are read when asked for. */
class RankedHit implements Hit {
  readonly reading: Reading;
  readonly index: number;
  readonly score: number;
  readonly coverage: number;
  readonly matches: readonly number[];

  constructor({ indexed, index, score, coverage, matches }: RankedSentence) {
    this.reading = indexed.reading;
    this.index = index;
    this.score = score;
    this.coverage = coverage;
    this.matches = matches;
  }

  get sentence(): Span {
    return sentencesOf(this.reading)[this.index] ?? { start: 0, end: 0 };
  }

  get passage(): Span {
    return findWindow(sentencesOf(this.reading), this.index);
  }
}
