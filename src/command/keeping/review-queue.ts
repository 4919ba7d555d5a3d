import { doubtfulFacts } from '../../answer/doubt.ts';
import { type QueueGroup, chosenOf, feedQueue } from '../../keeping/feed-queue.ts';
import { isUnshownNow } from '../../keeping/draft.ts';
import { correctionOf, openCorrections } from '../../keeping/correction.ts';
import type { Correction, Draft } from '../../store/server-store.ts';
import type { Corpus, Reading } from '../../search/corpus.ts';
import { remembered } from '../../text/remembered.ts';
import type { Context, MistakeReport } from '../command.ts';
import type { Keeper } from './access.ts';
import { type Fact, type Place, factsAt, toFact } from './fact.ts';

/** Something for a moderator to decide. Its key finds it again, and is short enough for a button. */
export type ReviewItem = { readonly key: string } & (
  | { readonly kind: 'report'; readonly reports: readonly MistakeReport[] }
  | { readonly kind: 'correction'; readonly correction: Correction }
  | { readonly kind: 'suggestion' | 'draft'; readonly draft: Draft }
  | { readonly kind: 'feed'; readonly feedId: string; readonly drafts: readonly Draft[] }
  | { readonly kind: 'doubt'; readonly fact: Fact }
);

const MOST_DOUBTS = 50;

/** What waits for a moderator: reports, then suggestions, drafts, what came from feeds, and doubts. */
export function reviewQueue({ servers }: Context, keeper: Keeper): readonly ReviewItem[] {
  const drafts = servers.drafts.of(keeper.guildId).filter(({ decided }) => decided === undefined);
  const one = (kind: 'suggestion' | 'draft'): readonly ReviewItem[] =>
    drafts
      .filter((draft) => draft.kind === kind && !isUnshownNow(draft))
      .map((draft) => ({ key: `d.${draft.id}`, kind, draft }));
  return [
    ...mergedReports(servers.reports(keeper.guildId)),
    ...disputed(keeper),
    ...one('suggestion'),
    ...one('draft'),
    ...fromFeeds(feedQueue(keeper.keeping, keeper.guildId)),
    ...doubts(keeper),
  ];
}

/** Reports of one mistake in the same passages are one. */
function mergedReports(reports: readonly MistakeReport[]): readonly ReviewItem[] {
  const merged = new Map<string, MistakeReport[]>();
  for (const report of reports) {
    if (report.verdict !== undefined) continue;
    const key = `${report.mistake} ${report.places.toSorted().join(' ')}`;
    merged.set(key, [...(merged.get(key) ?? []), report]);
  }
  return Array.from(merged.values(), (same) => ({
    key: `r.${same[0]?.id ?? ''}`,
    kind: 'report',
    reports: same,
  }));
}

const disputed = ({ keeping, guildId, corpus }: Keeper): readonly ReviewItem[] =>
  openCorrections(keeping, guildId, (shelf, id) => {
    const reading = corpus.reading(id);
    return reading?.article.shelf === shelf ? reading : undefined;
  }).map((correction) => ({ key: `c.${correction.id}`, kind: 'correction', correction }));

/** Of what is nearly the same just one, which stands for the others. */
function fromFeeds(groups: readonly QueueGroup[]): readonly ReviewItem[] {
  const byFeed = new Map<string, Draft[]>();
  for (const draft of groups.flatMap((group) => chosenOf(group) ?? []))
    byFeed.set(draft.feedId ?? '', [...(byFeed.get(draft.feedId ?? '') ?? []), draft]);
  return Array.from(byFeed, ([feedId, own]) => ({
    key: `f.${feedId}`,
    kind: 'feed',
    feedId,
    drafts: own,
  }));
}

/** Asked for again at every press, for every article that was shown. */
const doubtsIn = remembered((reading: Reading): readonly Fact[] =>
  doubtfulFacts(reading).map((read) => toFact(reading.article, reading.facts, read)),
);

/** What is hardly sure in the articles of cards that members were shown, and nobody has looked at. */
function doubts({ keeping, guildId, corpus }: Keeper): readonly ReviewItem[] {
  const cards = keeping.servers.cards().filter((card) => card.guildId === guildId);
  const ids = new Set(cards.flatMap(({ articles }) => Object.keys(articles)));
  const found: ReviewItem[] = [];
  for (const id of ids) {
    const reading = corpus.reading(id);
    if (reading === undefined) continue;
    for (const fact of doubtsIn(reading)) {
      if (correctionOf(keeping, guildId, reading.article, fact.key) === undefined)
        found.push({ key: `q.${fact.id}`, kind: 'doubt', fact });
      if (found.length >= MOST_DOUBTS) return found;
    }
  }
  return found;
}

/** The passages that an item is about. */
export function placesOf(item: ReviewItem, corpus: Corpus): readonly Place[] {
  switch (item.kind) {
    case 'report':
      return [...new Set(item.reports.flatMap(({ places }) => places))].flatMap(
        (place) => readPlace(place, corpus) ?? [],
      );
    case 'doubt':
      return [{ article: item.fact.article, paragraph: item.fact.paragraph }];
    case 'correction': {
      const article = corpus.reading(item.correction.article)?.article;
      return article === undefined
        ? []
        : article.paragraphs.map((_, at) => ({ article, paragraph: at + 1 }));
    }
    case 'suggestion':
    case 'draft':
    case 'feed':
      return [];
    default:
      return item satisfies never;
  }
}

/** The paragraph that `riyadh-talks 3` names, as it is now. */
export function readPlace(place: string, corpus: Corpus): Place | undefined {
  const [id = '', number = ''] = place.trim().split(/[\s¶§#]+/u);
  const article = corpus.reading(id)?.article;
  const paragraph = Number(number);
  return article?.paragraphs[paragraph - 1] === undefined ? undefined : { article, paragraph };
}

/** The facts of an item: of a disputed one just that which is in dispute. */
export function factsOfItem(item: ReviewItem, corpus: Corpus): readonly Fact[] {
  const facts = factsAt(placesOf(item, corpus));
  return item.kind === 'correction'
    ? facts.filter(({ key }) => key === item.correction.fact)
    : item.kind === 'doubt'
      ? facts.filter(({ id }) => id === item.fact.id)
      : facts;
}
