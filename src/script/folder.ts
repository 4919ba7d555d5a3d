import type { Article } from '../article/article.ts';
import { UserError } from '../article/user-error.ts';
import type { Problem } from '../store/article-store.ts';
import { scanFolder } from '../store/folder-scan.ts';

/** A folder's articles as they stand, and what is wrong with the others. */
export interface FolderContents {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a folder of Markdown articles without writing or locking anything.
 * @throws UserError if there is no such folder.
 */
export async function readFolder(path: string): Promise<FolderContents> {
  const scan = await scanFolder({ path, shelf: 'base' }, new Map(), () => false);
  if (scan === undefined) throw new UserError(`there is no folder ${path}`);
  const articles = Array.from(scan.articles.values(), ({ article }) => article);
  return { articles, problems: scan.problems };
}

/** `riyadh.md:3: the date is not a date`. */
export const describeProblem = ({ file, line, message }: Problem): string =>
  `${file}:${line === undefined ? '' : `${line}:`} ${message}`;
