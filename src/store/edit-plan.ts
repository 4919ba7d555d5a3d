import type { Article, ArticleId } from '../article/article.ts';
import { parseArticle } from '../article/markdown.ts';
import { UserError } from '../article/user-error.ts';
import { decode, LARGEST_FILE, tooLarge } from './article-file.ts';
import type { Edit, Problem, Source } from './article-store.ts';
import { bodyId } from './bodies.ts';
import type { RecordedOrigin } from './change-log.ts';
import { foldId } from './folder-scan.ts';
import type { Entry } from './shelf-parts.ts';

/** What is asked for, with all that is to be put at hand. */
export type PlainEdit = Exclude<Edit, { readonly kind: 'restore' | 'put' }> | PlainPut;

interface PlainPut {
  readonly kind: 'put';
  readonly id: ArticleId;
  readonly source: string;
  /** New words are from a source; those that are put back, from where they were from. */
  readonly from?: Source | RecordedOrigin;
}

/** An edit that can be made: what it needs, read and checked. */
export type Step =
  | {
      readonly kind: 'put';
      readonly id: ArticleId;
      readonly from?: Source | RecordedOrigin;
      readonly file: string;
      readonly body: string;
      readonly bytes: Uint8Array;
      /** With revision 0, until its record has one. */
      readonly article: Article;
    }
  | { readonly kind: 'remove'; readonly id: ArticleId };

type Entries = ReadonlyMap<ArticleId, Pick<Entry, 'file'>>;

/**
 * Checks edits one after the other against what a shelf has and the files it cannot read.
 * @throws UserError (ArticleError for a bad source) at the first that cannot be made.
 */
export function planEdits(
  shelf: string,
  edits: readonly PlainEdit[],
  entries: Entries,
  problems: readonly Problem[],
): Step[] {
  const ids = new Map([...entries.keys()].map((id) => [foldId(id), id]));
  return edits.map((edit) => {
    const file = entries.get(edit.id)?.file;
    const isInTheWay = (name: string): boolean =>
      file === undefined ? foldId(name) === foldId(`${edit.id}.md`) : name === file;
    const fault = problems.find((problem) => isInTheWay(problem.file));
    if (fault)
      throw new UserError(
        `The file ${fault.file} is in the way: ${fault.message} Mend it or take it away first.`,
      );
    return edit.kind === 'put'
      ? planPut(shelf, edit, file ?? `${edit.id}.md`, ids)
      : planRemoval(edit, ids);
  });
}

function planPut(
  shelf: string,
  { id, source, from }: PlainPut,
  file: string,
  ids: Map<string, ArticleId>,
): Step {
  const namesake = ids.get(foldId(id));
  if (namesake !== undefined && namesake !== id)
    throw new UserError(`There is an article "${namesake}" already; use that id, or another one.`);
  if (id.startsWith('.')) throw new UserError('An id cannot begin with a dot; choose another one.');
  if (/\p{Cs}/u.test(source))
    throw new UserError('The text has half a character in it (a lone surrogate); take it out.');
  const bytes = Buffer.from(source);
  if (bytes.length > LARGEST_FILE) throw tooLarge(bytes.length);
  const article = parseArticle(decode(bytes), { shelf, id, revision: 0 });
  ids.set(foldId(id), id);
  const origin = from === undefined ? {} : { from };
  return { kind: 'put', id, file, body: bodyId(bytes), bytes, article, ...origin };
}

function planRemoval({ id }: PlainEdit, ids: Map<string, ArticleId>): Step {
  if (ids.get(foldId(id)) !== id)
    throw new UserError(`There is no article "${id}" to remove; look its id up first.`);
  ids.delete(foldId(id));
  return { kind: 'remove', id };
}
