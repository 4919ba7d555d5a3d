import { randomUUID } from 'node:crypto';
import type { Article } from '../article/article.ts';
import { setFields } from '../article/front-matter.ts';
import { parseArticle } from '../article/markdown.ts';
import { type Taken, isBlocking, sourceOf, warningsOf } from '../intake/taken.ts';
import { type TypedFields, typedFields } from '../intake/typed-fields.ts';
import type { Corpus } from '../search/corpus.ts';
import type { Edit, Source } from '../store/article-store.ts';
import type { Draft } from '../store/server-store.ts';
import { newArticleId } from './article-id.ts';
import { type Change, type Changed, changeShelf } from './change.ts';
import { endAlike } from './feed-queue.ts';
import { KeepingError } from './keeping-error.ts';
import type { Keeping } from './keeping.ts';
import { asId, readDraft } from './read-draft.ts';

export { readDraft } from './read-draft.ts';

/** What a draft would be once it is saved. */
export interface Preview {
  readonly draft: Draft;
  readonly article: Article;
  /** An article with the same address, which the draft would be a newer version of. */
  readonly known: Article | undefined;
  /** Articles that are nearly the same, the likest first. */
  readonly alike: readonly { readonly article: Article; readonly isSame: boolean }[];
  readonly warnings: readonly string[];
  /** It is no article: a consent page, or the beginning of what is to be paid for. */
  readonly isBlocked: boolean;
}

/** What a draft is made of: what was taken in, who gave it where, and whence. */
export interface Given {
  readonly taken: Taken;
  readonly from: Source;
  readonly guildId: string;
  readonly by: string;
  readonly kind: Draft['kind'];
  /** Whether it is for its member alone until they suggest it. */
  readonly isUnshown?: boolean;
  readonly feedId?: string;
  readonly group?: string;
  readonly alikeTo?: string;
}

/** What was taken in, as the draft that it would be. */
export const draftOf = ({
  taken,
  kind,
  from,
  guildId,
  by,
  isUnshown = false,
  feedId,
  group,
  alikeTo,
}: Given): Draft => ({
  id: randomUUID(),
  guildId,
  kind,
  by,
  at: new Date().toISOString(),
  source: sourceOf(taken),
  from,
  warnings: warningsOf(taken),
  ...(isUnshown ? { isUnshown: true as const } : {}),
  ...(feedId === undefined ? {} : { feedId }),
  ...(group === undefined ? {} : { group }),
  ...(alikeTo === undefined ? {} : { alikeTo }),
});

/** Keeps what was taken in as a draft. */
export async function beginDraft(
  { servers }: Pick<Keeping, 'servers'>,
  given: Given,
): Promise<Draft> {
  const draft = draftOf(given);
  await servers.drafts.change(draft.id, () => draft);
  if (draft.isUnshown === true) await dropOldest(servers.drafts, draft);
  return draft;
}

/** A member who suggests nothing of what they begin fills nobody's disk. */
const MOST_UNSHOWN = 10;

async function dropOldest(
  drafts: Keeping['servers']['drafts'],
  { guildId, by }: Draft,
): Promise<void> {
  const own = drafts.of(guildId).filter((each) => each.by === by && isUnshownNow(each));
  for (const { id } of own.slice(0, -MOST_UNSHOWN))
    await drafts.change(id, (draft) => (draft && isUnshownNow(draft) ? undefined : draft));
}

/** Whether a draft is not for moderators to see yet. */
export const isUnshownNow = ({ kind, isUnshown }: Draft): boolean =>
  kind === 'draft' && isUnshown === true;

/**
 * A draft of a server, if it is still to be decided.
 * @throws KeepingError where it is gone
 */
export function openDraft(
  { servers }: Pick<Keeping, 'servers'>,
  guildId: string,
  id: string,
): Draft {
  const draft = servers.drafts.get(id);
  if (draft === undefined || draft.guildId !== guildId || draft.decided !== undefined)
    throw new KeepingError('keeping.draft');
  return draft;
}

/** Whether it is no article as it is: a consent page, or the beginning of what is to be paid for. */
export const isBlockedDraft = ({ warnings }: Draft): boolean => warnings.some(isBlocking);

const MOST_ALIKE = 3;

/** Reads a draft as the article that it would be. */
export function previewDraft(draft: Draft, corpus: Corpus, shelf: string): Preview {
  const article = draftedArticle(draft, corpus, shelf);
  const known = corpus.readings.find(
    (reading) => article.url !== undefined && reading.article.url === article.url,
  )?.article;
  const alike = corpus
    .alike(article.body, MOST_ALIKE)
    .filter(
      ({ reading: { article: other }, isSame }) =>
        // A newer version is like the older one; that it is the same is worth telling.
        isSame || (other !== known && other.id !== draft.revises),
    )
    .map(({ reading, isSame }) => ({ article: reading.article, isSame }));
  const warnings = warningsNow(draft, article);
  return {
    draft,
    article,
    known,
    alike,
    warnings,
    isBlocked: isBlockedDraft(draft),
  };
}

/** What was filled in since is not warned of any more. */
const warningsNow = ({ warnings }: Draft, article: Article): readonly string[] =>
  warnings.filter(
    (warning) =>
      !((warning === 'no-date' || warning === 'date') && article.date !== undefined) &&
      !(warning === 'no-title' && article.title !== article.id),
  );

/** @throws ArticleError where its fields cannot be read */
function draftedArticle({ source, revises }: Draft, corpus: Corpus, shelf: string): Article {
  const place = { shelf, revision: 0 };
  const known = revises === undefined ? undefined : corpus.reading(revises)?.article;
  if (known !== undefined) return parseArticle(source, { ...place, id: known.id });
  const { title } = parseArticle(source, { ...place, id: newArticleId('', corpus) });
  return parseArticle(source, { ...place, id: newArticleId(title, corpus) });
}

/**
 * Changes fields of a draft, or its words.
 * @throws KeepingError where it is gone; ArticleError where a field is not what it must be
 */
export async function changeDraft(
  { servers }: Pick<Keeping, 'servers'>,
  { id }: Draft,
  change: (draft: Draft) => Draft,
): Promise<Draft> {
  const changed = await servers.drafts.change(id, (draft) =>
    draft === undefined || draft.decided !== undefined ? draft : checked(change(draft)),
  );
  if (changed === undefined || changed.decided !== undefined)
    throw new KeepingError('keeping.draft');
  return changed;
}

export const withFields =
  (fields: TypedFields) =>
  (draft: Draft): Draft => ({ ...draft, source: setFields(draft.source, typedFields(fields)) });

/** Pasted words take the place of those that were fetched, under the same fields. */
export const withWords =
  (taken: Taken) =>
  (draft: Draft): Draft => {
    const old = readDraft(draft);
    const { title, date, publisher, url } = old;
    const merged = {
      ...taken,
      // An id in a title's place is none.
      ...(title === old.id ? {} : { title }),
      authors: old.authors,
      ...(date === undefined ? {} : { date }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(url === undefined ? {} : { url }),
    };
    const from: Source = { kind: 'paste' };
    return { ...draft, source: sourceOf(merged), from, warnings: warningsOf(merged) };
  };

/** @throws ArticleError where it cannot be read as an article */
function checked(draft: Draft): Draft {
  readDraft(draft);
  return draft;
}

/**
 * A draft that takes the place of an article, as a newer version of it. Fields that the draft does not
 * have stay as the article has them: a text file knows neither a date nor a publisher.
 */
export const asRevision =
  (article: Article) =>
  (draft: Draft): Draft => {
    const { date, publisher, url, title } = readDraft(draft);
    const isUntitled = draft.warnings.includes('no-title');
    const fields = {
      title: isUntitled ? article.title : title,
      date: date ?? article.date,
      publisher: publisher ?? article.publisher,
      url: url ?? article.url,
    };
    const source = setFields(draft.source, fields);
    return { ...draft, source, revises: article.id, revisesAt: article.revision };
  };

/** @throws KeepingError where somebody has changed the article of which a draft is a newer version */
function checkRevised({ revises, revisesAt }: Draft, corpus: Corpus): void {
  const known = revises === undefined ? undefined : corpus.reading(revises)?.article;
  if (known !== undefined && revisesAt !== undefined && known.revision !== revisesAt)
    throw new KeepingError('keeping.changed', { id: known.id });
}

/** What came of saving drafts. */
export interface Saved extends Changed {
  readonly articles: readonly Article[];
}

/**
 * Saves drafts as articles, all together, and answers from them when it returns.
 * @throws KeepingError where one is gone or no article, or there is no room
 */
export async function saveDrafts(
  keeping: Keeping,
  change: Change,
  drafts: readonly Draft[],
): Promise<Saved> {
  if (drafts.some(isBlockedDraft)) throw new KeepingError('keeping.blocked');
  const { guildId } = change;
  return alone(drafts, async () => {
    for (const { id } of drafts) openDraft(keeping, guildId, id);
    let ids: readonly Article['id'][] = [];
    // The articles come first: a draft that is left behind says that it is there already.
    const changed = await changeShelf(keeping, change, async () => {
      // Their ids are chosen anew each time: a colleague may have taken one for another article.
      const corpus = await keeping.catchUp(guildId);
      for (const draft of drafts) checkRevised(draft, corpus);
      ids = idsFor(drafts, corpus, keeping.shelfOf(guildId));
      return drafts.flatMap(({ source, from }, at): Edit[] => {
        const id = ids[at];
        return id === undefined ? [] : [{ kind: 'put', id, source, from }];
      });
    });
    for (const draft of drafts) await decideOne(keeping, draft, change.by, true);
    for (const draft of drafts) await endAlike(keeping, draft);
    const articles = ids.flatMap((id) => changed.corpus.reading(id)?.article ?? []);
    return { ...changed, articles };
  });
}

/** What each draft is called once it is saved; no two alike. */
function idsFor(drafts: readonly Draft[], corpus: Corpus, shelf: string): readonly Article['id'][] {
  const ids: Article['id'][] = [];
  for (const draft of drafts) ids.push(draftedArticle(draft, beside(corpus, ids), shelf).id);
  return ids;
}

/** Drafts that are being decided on at this moment: a second press comes too late. */
const inHand = new Set<string>();

async function alone<Result>(
  drafts: readonly Draft[],
  decide: () => Promise<Result>,
): Promise<Result> {
  if (drafts.some(({ id }) => inHand.has(id))) throw new KeepingError('keeping.draft');
  for (const { id } of drafts) inHand.add(id);
  try {
    return await decide();
  } finally {
    for (const { id } of drafts) inHand.delete(id);
  }
}

/** The corpus as if it had some more ids. */
const beside = (corpus: Corpus, ids: readonly string[]): Corpus => ({
  ...corpus,
  reading: (id) => corpus.reading(id),
  removed: (id) =>
    ids.some((each) => each === id) ? { id: asId(id), actor: '', at: '' } : corpus.removed(id),
});

/**
 * Ends a draft: of a suggestion stays what came of it, without its words. One of a feed takes those
 * with it that wait and are nearly the same.
 * @throws KeepingError where somebody else was first
 */
export async function decideDraft(
  keeping: Pick<Keeping, 'servers'>,
  draft: Draft,
  by: string,
  isSaved: boolean,
): Promise<void> {
  // Not while it is being saved: whoever saves it is told so, and it is ended then.
  await alone([draft], async () => {
    await decideOne(keeping, draft, by, isSaved);
    await endAlike(keeping, draft);
  });
}

async function decideOne(
  { servers }: Pick<Keeping, 'servers'>,
  { id, kind }: Draft,
  by: string,
  isSaved: boolean,
): Promise<void> {
  let isFirst = false;
  await servers.drafts.change(id, (draft) => {
    isFirst = draft !== undefined && draft.decided === undefined;
    if (draft === undefined || !isFirst) return draft;
    const decided = { by, at: new Date().toISOString(), isSaved };
    return kind === 'suggestion' ? { ...draft, source: '', decided } : undefined;
  });
  if (!isFirst) throw new KeepingError('keeping.draft');
}

const HOUR = 3_600_000;

/** Whether a member has begun as many drafts within an hour as are kept of them at all. */
export const isCrowding = (
  { servers }: Pick<Keeping, 'servers'>,
  guildId: string,
  by: string,
): boolean =>
  servers.drafts
    .of(guildId)
    .filter((draft) => draft.by === by && isUnshownNow(draft))
    .filter(({ at }) => Date.parse(at) > Date.now() - HOUR).length >= MOST_UNSHOWN;

/** A member may suggest so many a day. */
const MOST_SUGGESTED = 3;
const DAY = 24 * 3_600_000;

/** How many more a member may suggest now. */
export const suggestionsLeft = (
  { servers }: Pick<Keeping, 'servers'>,
  guildId: string,
  by: string,
): number =>
  MOST_SUGGESTED -
  servers.drafts
    .of(guildId)
    .filter(
      (draft) =>
        draft.kind === 'suggestion' && draft.by === by && Date.parse(draft.at) > Date.now() - DAY,
    ).length;
