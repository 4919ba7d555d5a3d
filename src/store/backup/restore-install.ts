import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../article/user-error.ts';
import {
  BODIES_ENTRY,
  bodySchema,
  LOG_ENTRY,
  type Manifest,
  NOTES_ENTRY,
} from './backup-format.ts';
import { readBackup } from './backup-reading.ts';
import { type Bodies, bodyId, openBodies } from '../bodies.ts';
import { type LogRecord, overlayChangeLog } from '../change-log.ts';
import { makeFolder, replaceFile, writeBeside } from '../durable-file.ts';
import { bodiesNamed, withoutLeftOut } from '../erasing/erased-records.ts';
import type { LeftOut } from '../erasing/erased-things.ts';
import { ifPresent } from '../file-error.ts';
import { notesOf, replay } from '../kept-notes.ts';
import { openPendingWrite } from '../pending-write.ts';
import { leaveOutOf } from '../erasing/server-erasing.ts';
import { isPut } from '../shelf-record.ts';

// What a backup brings where there is nothing, and how its entries are read.

/** Puts logs and notes of a backup where there are none, with the bodies that they name. */
export async function installMissing(
  {
    dataDir,
    corpusDir,
    file,
  }: { readonly dataDir: string; readonly corpusDir: string; readonly file: string },
  manifest: Manifest,
  leftOut: LeftOut,
): Promise<void> {
  const bodies = openBodies(join(dataDir, 'bodies'));
  const logs: { readonly shelf: string; readonly bytes: Uint8Array }[] = [];
  const named = new Set<string>();
  await readBackup(file, manifest, async (name, bytes) => {
    const shelf = LOG_ENTRY.exec(name)?.[1];
    if (shelf !== undefined) {
      if (leftOut.isServer(shelf) || (await readRecords(dataDir, shelf)).length > 0) return;
      const records = await parseLog(dataDir, bytes);
      const kept = withoutLeftOut(shelf, records, leftOut);
      for (const id of bodiesNamed(kept)) if (!leftOut.isBody(id)) named.add(id);
      const isWhole = kept.every((record, at) => record === records[at]);
      logs.push({ shelf, bytes: isWhole ? bytes : linesOf(kept) });
    } else if (BODIES_ENTRY.test(name) && logs.length > 0)
      await bodies.put(readBodies(file, bytes).filter((source) => named.has(bodyId(source))));
    else if (NOTES_ENTRY.test(name) && (await isMissing(join(dataDir, name))))
      await replaceFile(join(dataDir, name), notesWithout(name, bytes, leftOut));
  });
  for (const { shelf, bytes } of logs)
    await installLog(dataDir, shelf, corpusDir, { bytes, bodies });
}

export const linesOf = (items: readonly unknown[]): Uint8Array =>
  Buffer.from(items.map((item) => `${JSON.stringify(item)}\n`).join(''));

/** A backup's notes without what was erased since, as they are where nothing was. */
function notesWithout(name: string, bytes: Uint8Array, leftOut: LeftOut): Uint8Array {
  if (name !== 'servers.jsonl') return bytes;
  const kept = replay(parseLines(bytes), Date.now);
  const before = linesOf(notesOf(kept));
  leaveOutOf(kept, leftOut);
  const after = linesOf(notesOf(kept));
  return Buffer.compare(before, after) === 0 ? bytes : after;
}

/** The articles' files follow when the shelf is opened, as after a kill; none is written over. */
export async function installLog(
  dataDir: string,
  shelf: string,
  corpusDir: string,
  { bytes, bodies }: { readonly bytes: Uint8Array; readonly bodies: Bodies },
): Promise<void> {
  const home = join(dataDir, 'shelves', shelf);
  const folder = shelf === 'base' ? corpusDir : join(home, 'articles');
  await makeFolder(home);
  await makeFolder(folder);
  const temporary = await writeBeside(home, bytes);
  try {
    const { records } = await overlayChangeLog(temporary);
    const files = Array.from(currentBodies(records), ([id, after]) => ({
      file: `${id}.md`,
      after,
    }));
    const head = (): number => records.length;
    await openPendingWrite(join(home, 'pending.json'), folder, head, bodies).begin({
      revision: records.length,
      files,
    });
    await rename(temporary, join(home, 'log.jsonl'));
  } finally {
    await rm(temporary, { force: true });
  }
}

const isMissing = async (path: string): Promise<boolean> =>
  ((await ifPresent(readFile(path))) ?? []).length === 0;

export const readRecords = async (dataDir: string, shelf: string): Promise<readonly LogRecord[]> =>
  (await overlayChangeLog(join(dataDir, 'shelves', shelf, 'log.jsonl'))).records;

/** What each article's file held after the last of the records. */
export function currentBodies(records: readonly LogRecord[]): Map<string, string> {
  const current = new Map<string, string>();
  for (const record of records)
    if (isPut(record)) current.set(record.id, record.body);
    else if (record.kind !== 'erased') current.delete(record.id);
  return current;
}

/** @throws UserError if a body is not what its id says. */
export function readBodies(file: string, bytes: Uint8Array): Uint8Array[] {
  return parseLines(bytes).map((line) => {
    const body = bodySchema.safeParse(line).data;
    const source = Buffer.from(body?.source ?? '');
    if (body !== undefined && bodyId(source) === body.id) return source;
    throw new UserError(`${file} is damaged: a text is not what was written. Use another backup.`);
  });
}

/** What is no JSON is left out. */
export function parseLines(bytes: Uint8Array): unknown[] {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  return lines.flatMap((line): unknown[] => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}

export async function parseLog(dataDir: string, bytes: Uint8Array): Promise<readonly LogRecord[]> {
  const temporary = await writeBeside(dataDir, bytes);
  return overlayChangeLog(temporary)
    .then(({ records }) => records)
    .finally(() => rm(temporary, { force: true }));
}
