import { type ArticleId, BASE_SHELF } from '../../article/article.ts';
import { UserError } from '../../article/user-error.ts';
import { idOfFile } from '../article-file.ts';
import {
  type ArticleStore,
  type Edit,
  type Problem,
  StaleRevisionError,
} from '../article-store.ts';
import { readFolderStore } from '../folder-store.ts';
import { DISK } from '../shelf-record.ts';

/** What came of it: how many articles were put or taken out, and which files cannot be read. */
export interface Brought {
  readonly put: number;
  readonly removed: number;
  readonly problems: readonly Problem[];
}

/** Changes of one append, so that memory holds few articles at a time. */
const BATCH = 200;

/**
 * Makes the base shelf of a store what a folder of Markdown files is, by changes of the actor `disk`;
 * nothing of the history is lost. Where the folder has what the shelf has, nothing changes.
 * @throws UserError if there is no such folder, or no article in it
 */
export async function bringCorpus(corpusDir: string, store: ArticleStore): Promise<Brought> {
  const folder = await readFolderStore({ corpusDir });
  try {
    const { articles, problems } = await folder.load(BASE_SHELF);
    if (articles.length === 0)
      throw new UserError(
        `There is no article in ${corpusDir}. It is not taken to mean that all are to go; check CORPUS_DIR.`,
      );
    // A file that cannot be read now leaves the article that it was.
    const unread = new Set(problems.flatMap(({ file }) => idOfFile(file) ?? []));
    const wanted = new Set([...articles.map(({ id }) => id), ...unread]);
    const removed = await appendAll(store, DISK, (shelf) =>
      shelf.filter((id) => !wanted.has(id)).map((id) => ({ kind: 'remove', id })),
    );
    let put = 0;
    for (let at = 0; at < articles.length; at += BATCH) {
      const chunk = articles.slice(at, at + BATCH);
      put += await appendAll(store, DISK, () => differing(folder, store, chunk));
    }
    return { put, removed, problems };
  } finally {
    await folder.close();
  }
}

/** Puts of those whose file has other words than the store has. */
async function differing(
  folder: ArticleStore,
  store: ArticleStore,
  articles: readonly { readonly id: ArticleId; readonly revision: number }[],
): Promise<readonly Edit[]> {
  const head = await store.head(BASE_SHELF);
  const edits: Edit[] = [];
  for (const { id, revision } of articles) {
    const source = await folder.sourceAt(BASE_SHELF, id, revision);
    if (source !== undefined && source !== (await store.sourceAt(BASE_SHELF, id, head)))
      edits.push({ kind: 'put', id, source });
  }
  return edits;
}

/** Appends what is to be done to the shelf as it is, also where others write to it; gives how much. */
async function appendAll(
  store: ArticleStore,
  actor: string,
  plan: (ids: readonly ArticleId[]) => readonly Edit[] | Promise<readonly Edit[]>,
): Promise<number> {
  for (;;) {
    const { revision, articles } = await store.load(BASE_SHELF);
    const edits = await plan(articles.map(({ id }) => id));
    try {
      if (edits.length > 0) await store.append(BASE_SHELF, revision, actor, edits);
      return edits.length;
    } catch (error) {
      if (!(error instanceof StaleRevisionError)) throw error;
    }
  }
}
