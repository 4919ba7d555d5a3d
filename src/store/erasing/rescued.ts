import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { replaceFile, syncFolder } from '../durable-file.ts';
import { ifPresent } from '../file-error.ts';

/** What tells that a copy has something of what is to be erased. */
export interface Traces {
  /** Ids and the like, as they stand in lines of JSON. */
  readonly marks: readonly string[];
  /** Whole files, of which a copy may be the beginning. */
  readonly sources: readonly string[];
  /** Names of files, and of folders in which everything is to go. */
  readonly names: readonly string[];
}

/** Takes out of the copies that `check --repair` has made whatever has a trace of what is erased. */
export async function scrubRescued(dataDir: string, traces: Traces): Promise<void> {
  const home = join(dataDir, 'repaired');
  const entries = (await ifPresent(readdir(home, { recursive: true, withFileTypes: true }))) ?? [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if (
      relative(home, path)
        .split(/[/\\]/u)
        .some((name) => traces.names.includes(name))
    )
      await removeCopy(path);
    else if (basename(path).endsWith('.jsonl')) await scrubLines(path, traces);
    else if (isTrace(await readFile(path), traces)) await removeCopy(path);
  }
}

async function removeCopy(path: string): Promise<void> {
  await rm(path, { force: true });
  await syncFolder(join(path, '..'));
}

async function scrubLines(path: string, traces: Traces): Promise<void> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  const kept = lines.filter((line) => !isTrace(Buffer.from(line), traces));
  if (kept.length < lines.length) await replaceFile(path, Buffer.from(kept.join('\n')));
}

/** Enough of a text to know it by. */
const BEGINNING = 64;

function isTrace(bytes: Buffer, { marks, sources }: Traces): boolean {
  if (bytes.length === 0) return false;
  const beginning = bytes.subarray(0, BEGINNING);
  return (
    marks.some((mark) => bytes.includes(mark)) ||
    sources.some(
      (source) => Buffer.from(source).includes(beginning) || bytes.includes(JSON.stringify(source)),
    )
  );
}
