import { setImmediate } from 'node:timers/promises';
import { type Article, articleKey } from '../article/article.ts';
import { extractFacts } from '../extraction/extract.ts';
import type { Corpus } from './corpus.ts';
import { figuresOf } from './figures.ts';
import { type IndexedReading, indexReading, indexedText } from './indexed-reading.ts';
import { createPostingIndex } from './posting-index.ts';
import type { PassageIndex } from './passage-index.ts';
import { emptyStatistics, recount } from './statistics.ts';
import type { Tombstone } from '../store/article-store.ts';
import { type ViewParts, createView } from './view.ts';
import { type Vocabulary, createVocabulary } from './vocabulary.ts';

export type CorpusChange =
  | { readonly kind: 'put'; readonly article: Article }
  | {
      readonly kind: 'remove';
      readonly article: Pick<Article, 'shelf' | 'id'>;
      readonly tombstone?: Tombstone;
    };

/** Holds the newest view of some articles. A question takes `current` once and keeps to it. */
export interface CorpusHolder {
  readonly current: Corpus;
  /** What the newest view is made of. */
  readonly parts: ViewParts;
  /** Reads and indexes what changed, then lets one new view replace the old. */
  update(changes: readonly CorpusChange[]): Promise<void>;
}

// Reading an article takes milliseconds; a thousand in one go would stop the heartbeat.
const LONGEST_TURN = 15;

/** A corpus of articles in memory; without a store it stays as it is until updated. */
export async function createCorpus(articles: Iterable<Article>): Promise<CorpusHolder> {
  const holder = createCorpusHolder();
  await holder.update(Array.from(articles, (article) => ({ kind: 'put', article })));
  return holder;
}

/** @param vocabulary shared by those whose views are laid over one another */
export function createCorpusHolder(
  index: PassageIndex = createPostingIndex(),
  vocabulary: Vocabulary = createVocabulary(),
): CorpusHolder {
  const articles = new Map<string, Article>();
  const removed = new Map<string, Tombstone>();
  let parts: ViewParts = {
    indexed: new Map(),
    removed: new Map(),
    statistics: emptyStatistics,
    index,
    vocabulary,
  };
  let current = createView(parts);
  let last: Promise<void> = Promise.resolve();

  async function apply(changes: readonly CorpusChange[]): Promise<void> {
    for (const change of changes) note(change);
    const read = await replaceReadings(parts, findVisible([...articles.values()]));
    parts = { ...read, removed: new Map(removed) };
    const next = createView(parts);
    // Whoever asks first need not wait until everybody is put together.
    figuresOf(next);
    current = next;
  }

  function note(change: CorpusChange): void {
    const key = articleKey(change.article);
    removed.delete(change.article.id);
    if (change.kind === 'put') articles.set(key, change.article);
    else articles.delete(key);
    if (change.kind === 'remove' && change.tombstone !== undefined)
      removed.set(change.article.id, change.tombstone);
  }

  return {
    get current() {
      return current;
    },
    get parts() {
      return parts;
    },
    update(changes) {
      const done = last.then(() => apply(changes));
      last = done.catch(() => undefined);
      return done;
    },
  };
}

/** Demonstration articles step aside as soon as there are others. */
function findVisible(articles: readonly Article[]): readonly Article[] {
  const others = articles.filter(({ demo }) => !demo);
  return others.length > 0 ? others : articles;
}

async function replaceReadings(
  before: ViewParts,
  articles: readonly Article[],
): Promise<Omit<ViewParts, 'removed'>> {
  const { index, vocabulary } = before;
  const kept = new Map<string, IndexedReading>();
  const came: IndexedReading[] = [];
  const rest = pauseNowAndThen();
  for (const article of articles) {
    const known = before.indexed.get(articleKey(article));
    const reading = known?.reading.article === article ? known : undefined;
    const indexed = reading ?? indexReading({ article, facts: extractFacts(article) }, vocabulary);
    if (!reading) came.push(indexed);
    kept.set(indexed.key, indexed);
    await rest();
  }
  const went = [...before.indexed.values()].filter((old) => kept.get(old.key) !== old);
  for (const old of went) await index.remove(indexedText(old, vocabulary));
  for (const next of came) {
    await index.add(indexedText(next, vocabulary));
    await rest();
  }
  const statistics = recount(before.statistics, came, went, vocabulary.size);
  return { index, vocabulary, indexed: kept, statistics };
}

function pauseNowAndThen(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < LONGEST_TURN) return;
    await setImmediate();
    since = performance.now();
  };
}
