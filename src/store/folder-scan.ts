import { readdir } from 'node:fs/promises';
import type { ArticleId } from '../article/article.ts';
import {
  type Folder,
  type Glance,
  isArticleFile,
  isSettled,
  readArticleFile,
  type Reading,
} from './article-file.ts';
import type { Problem } from './article-store.ts';
import { codeOf, ifPresent } from './file-error.ts';
import { UserError } from '../article/user-error.ts';
import { mapParallel } from './parallel.ts';

export type ArticleReading = Extract<Reading, { readonly kind: 'article' }>;

/** What a folder holds, each id once. */
export interface Scan {
  /** By file, to save the next scan from reading what has not changed. */
  readonly glances: ReadonlyMap<string, Glance>;
  readonly articles: ReadonlyMap<ArticleId, ArticleReading>;
  readonly problems: readonly Problem[];
  /** Every id that a file has, readable or not. */
  readonly ids: ReadonlySet<ArticleId>;
}

/** Ids that differ only in case are one: on some file systems their files are. */
export const foldId = (id: string): string => id.normalize('NFC').toLowerCase();

/**
 * Reads a folder's articles; undefined if there is no such folder. Of files with the same id, the one
 * that `isServed` already is taken, else the first; the others are problems. With `suspects`, other
 * files that are known are not looked at again.
 */
export async function scanFolder(
  folder: Folder,
  known: ReadonlyMap<string, Glance>,
  isServed: (id: ArticleId) => boolean,
  suspects?: ReadonlySet<string>,
): Promise<Scan | undefined> {
  const names = await ifPresent(readdir(folder.path));
  if (names === undefined) return undefined;
  const files = names.filter(isArticleFile).toSorted();
  const seen = await mapParallel(files, async (file) => {
    const glance = known.get(file);
    const isTrusted = glance && suspects?.has(file) === false && isSettled(glance);
    return isTrusted ? glance : readArticleFile(folder, file, glance);
  });
  const glances = seen.filter((glance) => glance !== undefined);
  const served = ({ id }: Reading): boolean => id !== undefined && isServed(id);
  const readings = glances.map(({ reading }) => reading);
  return {
    ...takeEachIdOnce([
      ...readings.filter((reading) => served(reading) && isPlain(reading)),
      ...readings.filter((reading) => served(reading) && !isPlain(reading)),
      ...readings.filter((reading) => !served(reading) && isPlain(reading)),
      ...readings.filter((reading) => !served(reading) && !isPlain(reading)),
    ]),
    glances: new Map(glances.map((glance) => [glance.reading.file, glance])),
  };
}

/** `a.md` goes before `a.MD`. */
const isPlain = ({ file }: Reading): boolean => file.endsWith('.md');

function takeEachIdOnce(readings: readonly Reading[]): Omit<Scan, 'glances'> {
  const articles = new Map<ArticleId, ArticleReading>();
  const problems: Problem[] = [];
  const ids = new Set<ArticleId>();
  const holders = new Map<string, string>();
  for (const reading of readings) {
    const folded = foldId(reading.id ?? reading.file);
    const holder = holders.get(folded);
    if (holder !== undefined) problems.push(sameId(reading.file, holder));
    else if (reading.kind === 'article') articles.set(reading.id, reading);
    else problems.push(reading.problem);
    if (holder !== undefined) continue;
    holders.set(folded, reading.file);
    if (reading.id !== undefined) ids.add(reading.id);
  }
  const inOrder = problems.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  return { articles, problems: inOrder, ids };
}

const sameId = (file: string, holder: string): Problem => ({
  file,
  message: `It has the id of ${holder}, capital letters not told apart; rename one of them.`,
});

/** Why a folder cannot be read, in words for whoever keeps it. */
export function describeFault(error: unknown): string {
  if (error instanceof UserError) return error.message;
  return `It cannot be read now (${codeOf(error) ?? String(error)}); what was read before still counts.`;
}
