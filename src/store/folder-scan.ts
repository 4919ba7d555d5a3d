import { readdir } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { ArticleId } from '../article/article.ts';
import {
  type Folder,
  type Glance,
  isArticleFile,
  isSettled,
  quickCalls,
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
 * that is served already is taken, else the first; the others are problems.
 * @param servedAs the id of the body that an article is served with; undefined for one that is not
 * @param suspects where these are told, other files that are known are not looked at again
 */
export async function scanFolder(
  folder: Folder,
  known: ReadonlyMap<string, Glance>,
  servedAs: (id: ArticleId) => string | undefined,
  suspects?: ReadonlySet<string>,
): Promise<Scan | undefined> {
  const names = await ifPresent(readdir(folder.path));
  if (names === undefined) return undefined;
  const files = names.filter(isArticleFile).toSorted();
  const seen =
    known.size === 0
      ? await readFirst(folder, files, servedAs)
      : await mapParallel(files, async (file) => {
          const glance = known.get(file);
          const isTrusted = glance && suspects?.has(file) === false && isSettled(glance);
          return isTrusted ? glance : readArticleFile(folder, file, glance);
        });
  const glances = seen.filter((glance) => glance !== undefined);
  const served = ({ id }: Reading): boolean => id !== undefined && servedAs(id) !== undefined;
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

/** So many files are read in a few milliseconds. */
const AT_ONCE = 50;

/** Reads all files where none is known: of a large folder, thousands. */
async function readFirst(
  folder: Folder,
  files: readonly string[],
  servedAs: (id: ArticleId) => string | undefined,
): Promise<readonly (Glance | undefined)[]> {
  const seen: (Glance | undefined)[] = [];
  for (const [at, file] of files.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate();
    const glance = await readArticleFile(folder, file, undefined, quickCalls);
    seen.push(glance && withoutKept(glance, servedAs));
  }
  return seen;
}

/** Without the bytes of what is served as it is, of which nothing is left to be done. */
function withoutKept(
  { bytes, ...glance }: Glance,
  servedAs: (id: ArticleId) => string | undefined,
): Glance {
  const { reading } = glance;
  const isKept = reading.kind === 'article' && servedAs(reading.id) === reading.body;
  return isKept || bytes === undefined ? glance : { ...glance, bytes };
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
