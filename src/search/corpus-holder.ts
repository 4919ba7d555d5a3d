import { type Article, articleKey } from '../article/article.ts';
import { extractFacts } from '../extraction/extract.ts';
import type { Corpus } from './corpus.ts';
import type { Changed } from './full-names.ts';
import { type IndexedReading, indexReading, indexedText } from './indexed-reading.ts';
import { type Rest, pauseNowAndThen } from './pause.ts';
import { createPostingIndex } from './posting-index.ts';
import type { PassageIndex } from './passage-index.ts';
import { emptyStatistics, recount } from './statistics.ts';
import type { Tombstone } from '../store/article-store.ts';
import { type View, type ViewParts, nextView, viewOf } from './view.ts';
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
  /** The newest view with what it is made of. */
  readonly view: View;
  /** How many articles are yet to be read before the newest changes show. */
  readonly left: number;
  /** Reads and indexes what changed, then lets one new view replace the old. */
  update(changes: readonly CorpusChange[]): Promise<void>;
}

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
  let view = viewOf({
    indexed: new Map(),
    removed: new Map(),
    statistics: emptyStatistics,
    index,
    vocabulary,
  });
  // Keys of articles that the view may not show as they are.
  const stale = new Set<string>();
  const others = new Set<string>();
  let last: Promise<void> = Promise.resolve();
  let left = 0;

  /** Demonstration articles step aside as soon as there are others. */
  const shown = (key: string): Article | undefined => {
    const article = articles.get(key);
    return article?.demo === true && others.size > 0 ? undefined : article;
  };

  async function apply(changes: readonly CorpusChange[]): Promise<void> {
    const hadOthers = others.size > 0;
    for (const change of changes) note(change);
    if (hadOthers !== others.size > 0) for (const key of articles.keys()) stale.add(key);
    const rest = pauseNowAndThen();
    left = stale.size;
    const restOne = async (): Promise<void> => {
      left = Math.max(0, left - 1);
      await rest();
    };
    const { changed, ...read } = await replaceReadings(view.parts, stale, shown, restOne);
    const since = { parts: new WeakRef(view.parts), keys: [...stale] };
    // Whoever asks first need not wait until everybody is put together.
    view = await nextView(view, { ...read, removed: new Map(removed), since }, changed, rest);
    stale.clear();
    left = 0;
  }

  function note(change: CorpusChange): void {
    const key = articleKey(change.article);
    stale.add(key);
    removed.delete(change.article.id);
    others.delete(key);
    if (change.kind === 'put') {
      articles.set(key, change.article);
      if (!change.article.demo) others.add(key);
    } else articles.delete(key);
    if (change.kind === 'remove' && change.tombstone !== undefined)
      removed.set(change.article.id, change.tombstone);
  }

  return {
    get current() {
      return view.corpus;
    },
    get view() {
      return view;
    },
    get left() {
      return left;
    },
    update(changes) {
      const done = last.then(() => apply(changes));
      last = done.catch(() => undefined);
      return done;
    },
  };
}

/**
 * Reads and indexes those articles that are not in the view as they are.
 * @param shown the article of a key as it is to be shown; undefined for none
 */
async function replaceReadings(
  before: ViewParts,
  keys: Iterable<string>,
  shown: (key: string) => Article | undefined,
  rest: Rest,
): Promise<Omit<ViewParts, 'removed'> & { readonly changed: Changed<IndexedReading> }> {
  const { index, vocabulary } = before;
  const indexed = new Map(before.indexed);
  const went: IndexedReading[] = [];
  const came: IndexedReading[] = [];
  for (const key of keys) {
    const [known, article] = [indexed.get(key), shown(key)];
    if (known?.reading.article === article) continue;
    if (known !== undefined) went.push(known);
    if (article === undefined) indexed.delete(key);
    else {
      const next = indexReading({ article, facts: extractFacts(article) }, vocabulary);
      came.push(next);
      indexed.set(key, next);
    }
    await rest();
  }
  for (const old of went) await index.remove(indexedText(old, vocabulary));
  for (const next of came) {
    await index.add(indexedText(next, vocabulary));
    await rest();
  }
  const statistics = recount(before.statistics, came, went, vocabulary.size);
  return { index, vocabulary, indexed, statistics, changed: { went, came } };
}
