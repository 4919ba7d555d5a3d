import { type Article, articleKey } from '../article/article.ts';
import { type ArticleReader, type ReadArticle, readArticles } from './article-reader.ts';
import type { Corpus, Reading } from './corpus.ts';
import type { Changed } from './full-names.ts';
import { type IndexedReading, indexReading } from './indexed-reading.ts';
import { type Rest, pauseNowAndThen } from './pause.ts';
import { createPostingIndex } from './posting-index.ts';
import type { PassageIndex } from './passage-index.ts';
import { draftOf, emptyShards } from './shards.ts';
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
  /**
   * Reads articles anew that are as they were, by another reader; of what is not there any more, nothing.
   * Gives the readings that were shown with those that are shown now.
   */
  reread(articles: readonly Article[], reader: ArticleReader): Promise<readonly Reread[]>;
}

/** An article that was read anew. */
export interface Reread {
  readonly was: Reading;
  readonly is: Reading;
}

export interface CorpusHolderOptions {
  readonly index?: PassageIndex;
  /** Shared by those whose views are laid over one another. */
  readonly vocabulary?: Vocabulary;
  readonly reader?: ArticleReader;
}

/** A corpus of articles in memory; without a store it stays as it is until updated. */
export async function createCorpus(articles: Iterable<Article>): Promise<CorpusHolder> {
  const holder = createCorpusHolder();
  await holder.update(Array.from(articles, (article) => ({ kind: 'put', article })));
  return holder;
}

export function createCorpusHolder({
  index = createPostingIndex(),
  vocabulary = createVocabulary(),
  reader = readArticles,
}: CorpusHolderOptions = {}): CorpusHolder {
  const articles = new Map<string, Article>();
  const removed = new Map<string, Tombstone>();
  let view = viewOf({
    indexed: emptyShards(),
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

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = last.then(work);
    last = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  /** Demonstration articles step aside as soon as there are others. */
  const shown = (key: string): Article | undefined => {
    const article = articles.get(key);
    return article?.demo === true && others.size > 0 ? undefined : article;
  };

  async function apply(changes: readonly CorpusChange[]): Promise<void> {
    const hadOthers = others.size > 0;
    for (const change of changes) note(change);
    if (hadOthers !== others.size > 0) for (const key of articles.keys()) stale.add(key);
    await renew(stale, { reader, isShown: ({ reading }, article) => reading.article === article });
    stale.clear();
  }

  /** Lets a new view replace the old, in which some articles are read by a reader. */
  async function renew(
    keys: ReadonlySet<string>,
    how: Pick<Replacing, 'reader' | 'isShown'>,
  ): Promise<Changed<IndexedReading>> {
    const rest = pauseNowAndThen();
    left = keys.size;
    const { changed, ...read } = await replaceReadings(view.parts, keys, {
      ...how,
      shown,
      rest,
      onRead: () => void (left = Math.max(0, left - 1)),
    });
    const since = { parts: new WeakRef(view.parts), keys: [...keys] };
    // Whoever asks first need not wait until everybody is put together.
    view = await nextView(view, { ...read, removed: new Map(removed), since }, changed, rest);
    left = 0;
    return changed;
  }

  async function replace(read: readonly ReadArticle[]): Promise<readonly Reread[]> {
    const there = read.filter(({ article }) => articles.get(articleKey(article)) === article);
    const { went, came } = await renew(new Set(there.map(({ article }) => articleKey(article))), {
      reader: { read: (some) => among(there, some) },
      isShown: () => false,
    });
    const now = new Map(came.map(({ key, reading }) => [key, reading]));
    return went.flatMap(({ key, reading: was }) => {
      const is = now.get(key);
      return is === undefined ? [] : [{ was, is }];
    });
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
    update: (changes) => inTurn(() => apply(changes)),
    async reread(some, by) {
      const read: ReadArticle[] = [];
      // Meanwhile others may be put in.
      for await (const one of by.read(some)) read.push(one);
      return inTurn(() => replace(read));
    },
  };
}

interface Replacing {
  readonly reader: ArticleReader;
  /** The article of a key as it is to be shown; undefined for none. */
  readonly shown: (key: string) => Article | undefined;
  /** Whether what is known shows the article as it is to be shown. */
  readonly isShown: (known: IndexedReading, article: Article) => boolean;
  readonly rest: Rest;
  /** Told of each article that was read. */
  readonly onRead: () => void;
}

async function* among(
  read: readonly ReadArticle[],
  wanted: readonly Article[],
): AsyncGenerator<ReadArticle> {
  const some = new Set(wanted);
  for (const one of read) if (some.has(one.article)) yield one;
}

/** So many articles are indexed at once: in memory that takes milliseconds. */
const ADDED = 20;

/** Reads and indexes those articles that are not in the view as they are. */
async function replaceReadings(
  before: ViewParts,
  keys: Iterable<string>,
  { reader, shown, isShown, rest, onRead }: Replacing,
): Promise<Omit<ViewParts, 'removed'> & { readonly changed: Changed<IndexedReading> }> {
  const { index, vocabulary } = before;
  const indexed = draftOf(before.indexed);
  const went: IndexedReading[] = [];
  const came: IndexedReading[] = [];
  const wanted: Article[] = [];
  for (const key of keys) {
    const [known, article] = [indexed.get(key), shown(key)];
    if (known !== undefined && article !== undefined && isShown(known, article)) continue;
    if (known !== undefined) went.push(known);
    if (article === undefined) indexed.set(key, undefined);
    else wanted.push(article);
  }
  for await (const { article, packed } of reader.read(wanted)) {
    const next = indexReading(article, packed, vocabulary);
    came.push(next);
    indexed.set(next.key, next);
    onRead();
    await rest();
  }
  await index.remove(went);
  for (let at = 0; at < came.length; at += ADDED) {
    await index.add(came.slice(at, at + ADDED));
    await rest();
  }
  const statistics = recount(before.statistics, came, went, vocabulary.size);
  return { index, vocabulary, indexed: indexed.done(), statistics, changed: { went, came } };
}
