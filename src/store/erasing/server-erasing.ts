import { type ArticleId, BASE_SHELF, isArticleId } from '../../article/article.ts';
import { parseArticle } from '../../article/markdown.ts';
import { UserError } from '../../article/user-error.ts';
import { bodyId } from '../bodies.ts';
import { ERASED } from '../article-store.ts';
import { nameWithout, textWithout } from './erased-records.ts';
import type { LeftOut } from './erased-things.ts';
import { type Kept, serversIn } from '../kept-notes.ts';
import type {
  Correction,
  Draft,
  ErasedArticle,
  MistakeReport,
  ShownCard,
} from '../server-store.ts';
import type { KeptTable, Row } from '../server-table.ts';

// What erasing makes of all that servers keep beside articles.

/** Stands on a card for an article that it is yet to stop citing. */
const ERASED_MARK = ERASED;

/** Whether a card still names what was erased, to be mended. */
export const isMarked = (card: ShownCard | undefined): boolean =>
  Object.values(card?.articles ?? {}).includes(ERASED_MARK);

/** Nothing stays of an article but that cards cite it, for as long as they do. */
export function eraseArticleIn(kept: Kept, article: ErasedArticle): void {
  const { shelf, id } = article;
  // An article of the base shelf is every server's.
  const isHere = ({ guildId }: { readonly guildId: string }): boolean =>
    shelf === BASE_SHELF || guildId === shelf;
  const isMeantIn = ({ guildId }: { readonly guildId: string }): boolean =>
    isHere({ guildId }) && article.hiddenIn?.includes(guildId) !== true;
  const words = wordsOf(article);
  const { draft, correction } = kept.tables;
  dropRows(
    draft,
    (each) =>
      (each.revises === id && each.guildId === (article.writer ?? shelf)) ||
      (isHere(each) && hasWords(each, words)),
  );
  dropRows(correction, (each) => each.shelf === shelf && each.article === id);
  for (const report of kept.reports.values()) if (isMeantIn(report)) stripReport(kept, report, id);
  for (const card of kept.cards.values())
    if (isMeantIn(card) && Object.hasOwn(card.articles, id))
      kept.cards.set(card.messageId, {
        ...card,
        articles: { ...card.articles, [id]: ERASED_MARK },
      });
}

/** Every version's words: a draft may have them with other front matter. */
const wordsOf = ({ sources }: ErasedArticle): ReadonlySet<string> => new Set(sources.map(wordsId));

const hasWords = ({ source }: Draft, words: ReadonlySet<string>): boolean =>
  source !== '' && words.has(wordsId(source));

/** What the words of a Markdown file are known by: the SHA-256 of all but its front matter. */
export const wordsId = (source: string): string => bodyId(Buffer.from(textOf(source)));

/** The words of a Markdown file without its front matter; the whole where that cannot be read. */
function textOf(source: string): string {
  try {
    return parseArticle(source, { shelf: '', id: anyId(), revision: 0 }).body;
  } catch (error) {
    if (error instanceof UserError) return source;
    throw error;
  }
}

function anyId(): ArticleId {
  const id: string = ERASED;
  if (isArticleId(id)) return id;
  throw new RangeError(`"${id}" is no id`);
}

/** `riyadh-talks 3` is a place of riyadh-talks. */
const isPlaceOf = (id: string, place: string): boolean => place.split(' ')[0] === id;

function stripReport({ reports }: Kept, report: MistakeReport, id: string): void {
  const places = report.places.filter((place) => !isPlaceOf(id, place));
  if (places.length === report.places.length) return;
  if (places.length === 0) reports.delete(report.id);
  // What was put right was shown in the article's own words.
  else reports.set(report.id, { ...report, places, ...withoutNames(report) });
}

const withoutNames = ({ verdict }: MistakeReport): Pick<MistakeReport, 'verdict'> =>
  verdict?.corrected === undefined ? {} : { verdict: { ...verdict, corrected: {} } };

function dropRows<Item extends Row>({ rows }: KeptTable<Item>, isMeant: (row: Item) => boolean) {
  for (const [key, row] of rows) if (isMeant(row)) rows.delete(key);
}

function changeRows<Item extends Row>({ rows }: KeptTable<Item>, change: (row: Item) => Item) {
  for (const [key, row] of rows) rows.set(key, change(row));
}

/** Gives how many reports were the member's. */
export function forgetMemberIn(kept: Kept, userId: string): number {
  const name = (by: string): string => nameWithout(by, userId);
  const text = (words: string): string => textWithout(words, userId);
  const own = [...kept.reports.values()].filter((report) => report.userId === userId);
  for (const report of own) forgetReporter(kept, report);
  for (const report of kept.reports.values())
    kept.reports.set(report.id, reportWithout(report, name, text));
  for (const card of kept.cards.values())
    if (card.ownerId === userId) kept.cards.set(card.messageId, { ...card, ownerId: '' });
  const { draft, feed, correction } = kept.tables;
  dropRows(draft, (each) => each.by === userId && each.kind !== 'feed');
  changeRows(draft, (each) => ({
    ...each,
    by: name(each.by),
    ...(each.decided && { decided: { ...each.decided, by: name(each.decided.by) } }),
  }));
  changeRows(feed, (each) => ({ ...each, by: name(each.by) }));
  changeRows(correction, (each) => correctionWithout(each, name, text));
  return own.length;
}

type Rename = (words: string) => string;

function reportWithout(report: MistakeReport, name: Rename, text: Rename): MistakeReport {
  const { verdict } = report;
  return {
    ...report,
    detail: text(report.detail),
    ...(verdict && {
      verdict: { ...verdict, by: name(verdict.by), reason: text(verdict.reason) },
    }),
  };
}

const correctionWithout = (correction: Correction, name: Rename, text: Rename): Correction => ({
  ...correction,
  by: name(correction.by),
  reason: text(correction.reason),
  earlier: correction.earlier.map(({ by, at, reason }) => ({
    by: name(by),
    at,
    reason: text(reason),
  })),
});

/** What a moderator upheld stays on the cards, without who reported it and in which words. */
function forgetReporter({ reports }: Kept, report: MistakeReport): void {
  if (report.verdict?.isUpheld === true)
    reports.set(report.id, { ...report, userId: '', detail: '' });
  else reports.delete(report.id);
}

/** Nothing stays of a server. */
export function eraseServerIn(kept: Kept, guildId: string): void {
  kept.settings.delete(guildId);
  kept.left.delete(guildId);
  for (const [id, report] of kept.reports) if (report.guildId === guildId) kept.reports.delete(id);
  for (const [id, card] of kept.cards) if (card.guildId === guildId) kept.cards.delete(id);
  const isIts = (row: Row): boolean => row.guildId === guildId;
  dropRows(kept.tables.draft, isIts);
  dropRows(kept.tables.feed, isIts);
  dropRows(kept.tables.correction, isIts);
}

/** Takes out of what a backup has what was erased since. */
export function leaveOutOf(kept: Kept, leftOut: LeftOut): void {
  for (const guildId of serversIn(kept))
    if (leftOut.isServer(guildId)) eraseServerIn(kept, guildId);
  for (const userId of membersIn(kept)) if (leftOut.isMember(userId)) forgetMemberIn(kept, userId);
  dropRows(
    kept.tables.draft,
    ({ source }) => leftOut.isBody(bodyId(Buffer.from(source))) || leftOut.isWords(wordsId(source)),
  );
  for (const { shelf, id } of articlesIn(kept))
    if (leftOut.isArticle(shelf, id)) eraseArticleIn(kept, { shelf, id, sources: [] });
}

const membersIn = ({ reports, cards, tables }: Kept): ReadonlySet<string> =>
  new Set([
    ...[...reports.values()].flatMap(({ userId, verdict }) => [userId, verdict?.by ?? '']),
    ...Array.from(cards.values(), ({ ownerId }) => ownerId),
    ...[...tables.draft.rows.values()].flatMap(({ by, decided }) => [by, decided?.by ?? '']),
    ...Array.from(tables.feed.rows.values(), ({ by }) => by),
    ...[...tables.correction.rows.values()].flatMap(({ by, earlier }) => [
      by,
      ...earlier.map((each) => each.by),
    ]),
  ]);

/** Every article that is named, on each of the shelves that may be meant. */
function articlesIn({ reports, cards, tables }: Kept): ErasedArticle[] {
  const named = new Map<string, ErasedArticle>();
  const note = (shelf: string, id: string): void =>
    void named.set(`${shelf}/${id}`, { shelf, id, sources: [] });
  const noteIn = (guildId: string, id: string): void => {
    note(guildId, id);
    note(BASE_SHELF, id);
  };
  for (const { guildId, places } of reports.values())
    for (const place of places) noteIn(guildId, place.split(' ')[0] ?? '');
  for (const { guildId, articles } of cards.values())
    for (const id of Object.keys(articles)) noteIn(guildId, id);
  for (const { guildId, revises } of tables.draft.rows.values())
    if (revises !== undefined) noteIn(guildId, revises);
  for (const { shelf, article } of tables.correction.rows.values()) note(shelf, article);
  return [...named.values()];
}
