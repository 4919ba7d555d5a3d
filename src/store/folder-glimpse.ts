import { readdir } from 'node:fs/promises';
import type { ArticleId } from '../article/article.ts';
import {
  type Folder,
  type Glance,
  isArticleFile,
  isSettled,
  readArticleFile,
} from './article-file.ts';
import { ifPresent } from './file-error.ts';
import type { Scan } from './folder-scan.ts';
import type { Entry } from './shelf-parts.ts';

/**
 * Looks at the files that may have changed, and gives what was seen of them if the folder holds just
 * what the entries do, each in a file of its own; undefined where it takes a whole scan to tell. A
 * save is seen so among thousands of files without a look at each.
 */
export async function glimpseFolder(
  folder: Folder,
  known: ReadonlyMap<string, Glance>,
  entries: ReadonlyMap<ArticleId, Entry>,
  suspects: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Glance> | undefined> {
  const files = (await ifPresent(readdir(folder.path)))?.filter(isArticleFile);
  if (files?.length !== entries.size) return undefined;
  const seen = new Map<string, Glance>();
  for (const file of files) {
    const before = known.get(file);
    if (before !== undefined && !suspects.has(file) && isSettled(before)) continue;
    const glance = await readArticleFile(folder, file, before);
    if (glance === undefined || !isAsKept(glance, entries)) return undefined;
    const { reading, signature, changedAt } = glance;
    seen.set(file, { reading, signature, changedAt });
  }
  return seen;
}

function isAsKept({ reading }: Glance, entries: ReadonlyMap<ArticleId, Entry>): boolean {
  if (reading.kind !== 'article') return false;
  const entry = entries.get(reading.id);
  return entry?.article !== undefined && entry.body === reading.body && entry.file === reading.file;
}

/** What the next scan need not read again, without the bytes. */
export function settledGlances(scan: Scan, unsettled: ReadonlySet<string>): Map<string, Glance> {
  const settled = [...scan.glances].filter(([file]) => !unsettled.has(file));
  return new Map(
    settled.map(([file, { reading, signature, changedAt }]) => [
      file,
      { reading, signature, changedAt },
    ]),
  );
}
