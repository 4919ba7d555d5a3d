import { type Article, type ArticleId, BASE_SHELF } from '../article/article.ts';
import { replaceWords } from '../article/markdown.ts';
import { tidyText } from '../intake/tidy.ts';
import { slice } from '../text/span.ts';
import type { Corpus } from '../search/corpus.ts';
import {
  type Edit,
  type Revision,
  type Shelf,
  StaleRevisionError,
  isChange,
} from '../store/article-store.ts';
import { historyOf } from './history.ts';
import { KeepingError } from './keeping-error.ts';
import type { Keeping } from './keeping.ts';

/** Who changes articles of which server, and why. */
export interface Change {
  readonly guildId: string;
  readonly by: string;
  readonly reason?: string | undefined;
}

/** What came of a change: the revision by which it can be undone, and what the server sees now. */
export interface Changed {
  readonly revision: Revision;
  readonly corpus: Corpus;
}

const MOST_TRIES = 5;

/**
 * Changes a server's shelf, and returns when its members are answered from it as it is then. `edits`
 * says what is to be done to the shelf as it is; it is asked again where somebody else was faster.
 * @throws KeepingError where the server has no room, or what `edits` throws
 */
export async function changeShelf(
  keeping: Keeping,
  { guildId, by, reason }: Change,
  edits: (shelf: Shelf) => readonly Edit[] | Promise<readonly Edit[]>,
): Promise<Changed> {
  const { store, shelfOf, quotas, catchUp } = keeping;
  const name = shelfOf(guildId);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const shelf = await store.load(name);
    const planned = await edits(shelf);
    if (name !== BASE_SHELF) checkRoom(shelf, planned, quotas);
    try {
      const why = reason === undefined || reason === '' ? undefined : reason;
      const revision = await store.append(name, shelf.revision, by, planned, why);
      return { revision, corpus: await catchUp(guildId) };
    } catch (error) {
      if (!(error instanceof StaleRevisionError)) throw error;
    }
  }
  throw new KeepingError('keeping.busy');
}

const MEGABYTE = 1_000_000;

/** Whoever only removes or shortens is never told that there is no room. */
function checkRoom(shelf: Shelf, edits: readonly Edit[], quotas: Keeping['quotas']): void {
  const sizes = new Map<string, number>(shelf.articles.map(({ id, body }) => [id, body.length]));
  const before = { count: sizes.size, size: total(sizes) };
  for (const edit of edits)
    if (edit.kind === 'remove') sizes.delete(edit.id);
    else sizes.set(edit.id, edit.kind === 'put' ? edit.source.length : (sizes.get(edit.id) ?? 0));
  if (sizes.size > quotas.articles && sizes.size > before.count)
    throw new KeepingError('keeping.quota.articles', { count: quotas.articles });
  if (total(sizes) > quotas.megabytes * MEGABYTE && total(sizes) > before.size)
    throw new KeepingError('keeping.quota.megabytes', { count: quotas.megabytes });
}

const total = (sizes: ReadonlyMap<string, number>): number =>
  [...sizes.values()].reduce((sum, size) => sum + size, 0);

/**
 * An article that the server's moderators may change.
 * @throws KeepingError where it is not there, or on the shelf of all servers
 */
export function ownArticle(
  id: string,
  guildId: string,
  corpus: Corpus,
  { shelfOf }: Pick<Keeping, 'shelfOf'>,
): Article {
  const article = corpus.reading(id)?.article;
  if (article === undefined) throw new KeepingError('keeping.gone', { id });
  if (article.shelf !== shelfOf(guildId)) throw new KeepingError('keeping.base', { id });
  return article;
}

/** The article on the shelf as it is now, if it is still that of the revision. */
function asItWas(shelf: Shelf, { id, revision }: Article): Article {
  const now = shelf.articles.find((each) => each.id === id);
  if (now === undefined) throw new KeepingError('keeping.gone', { id });
  if (now.revision !== revision) throw new KeepingError('keeping.changed', { id });
  return now;
}

/**
 * Gives a paragraph of an article other words; none take it out.
 * @param before the article as whoever changes it saw it
 * @throws KeepingError where it has changed since, or nothing would
 */
export function editParagraph(
  keeping: Keeping,
  change: Change,
  before: Article,
  number: number,
  words: string,
): Promise<Changed> {
  return changeShelf(keeping, change, async (shelf) => {
    const { id, revision, shelf: name, paragraphs, body } = asItWas(shelf, before);
    const paragraph = paragraphs[number - 1];
    if (paragraph === undefined)
      throw new KeepingError('keeping.paragraph', { id, count: paragraphs.length });
    const text = tidyText(words).trim();
    if (text === slice(body, paragraph)) throw new KeepingError('keeping.same');
    if (text === '' && paragraphs.length === 1) throw new KeepingError('keeping.empty');
    const source = await keeping.store.sourceAt(name, id, revision);
    if (source === undefined) throw new KeepingError('keeping.gone', { id });
    return [{ kind: 'put', id, source: replaceWords(source, paragraph, text) }];
  });
}

/** Takes an article out; what is left says that it was. */
export const removeArticle = (
  keeping: Keeping,
  change: Change,
  article: Article,
): Promise<Changed> =>
  changeShelf(keeping, change, (shelf) => [{ kind: 'remove', id: asItWas(shelf, article).id }]);

/** A version of an article, and the newest one that whoever puts it back has seen. */
export interface Version {
  readonly id: ArticleId;
  readonly revision: Revision;
  readonly newest: Revision;
}

/**
 * Puts a version of an article back.
 * @throws KeepingError where it has changed since, or never had this version
 */
export const restoreVersion = (
  keeping: Keeping,
  change: Change,
  { id, revision, newest }: Version,
): Promise<Changed> =>
  changeShelf(keeping, change, async () => {
    const versions = await historyOf(keeping, change.guildId, id);
    if (!versions.some((each) => each.kind === 'put' && each.revision === revision))
      throw new KeepingError('keeping.gone', { id });
    if (versions.at(-1)?.revision !== newest) throw new KeepingError('keeping.changed', { id });
    return [{ kind: 'restore', id, revision }];
  });

/**
 * Undoes all that was changed together with a revision.
 * @throws KeepingError where an article of it was changed again since, or nothing is left to undo
 */
export const undoChange = (
  keeping: Keeping,
  change: Change,
  revision: Revision,
): Promise<Changed> =>
  changeShelf(keeping, change, async ({ articles }) => {
    const changes = await keeping.store.changesSince(keeping.shelfOf(change.guildId), 0);
    const { batch } = changes[revision - 1] ?? {};
    // Of what was erased nothing can be put back.
    const undone = changes.filter(isChange).filter((each) => each.batch === batch);
    const first = undone[0]?.revision;
    if (batch === undefined || first === undefined) throw new KeepingError('keeping.no.change');
    const later = changes.slice(batch).filter(isChange);
    const ids = [...new Set(undone.map(({ id }) => id))];
    const edits = ids.flatMap((id): Edit[] => {
      if (later.some((each) => each.id === id)) throw new KeepingError('keeping.undone', { id });
      const before = changes
        .slice(0, first - 1)
        .filter(isChange)
        .findLast((each) => each.id === id);
      if (before?.kind === 'put') return [{ kind: 'restore', id, revision: before.revision }];
      // What came and went in one change is not there to be taken out.
      return articles.some((article) => article.id === id) ? [{ kind: 'remove', id }] : [];
    });
    if (edits.length === 0) throw new KeepingError('keeping.no.change');
    return edits;
  });
