import { appendFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { UserError } from '../../article/user-error.ts';
import { verifyBackup } from './backup-reading.ts';
import { BACKUP_FORMAT, type Manifest, MANIFEST, NOTES_ENTRY } from './backup-format.ts';
import { type Bodies, openBodies } from '../bodies.ts';
import { type LogRecord, overlayChangeLog } from '../change-log.ts';
import { checkFormat } from '../data-format.ts';
import { syncFolder, temporaryName } from '../durable-file.ts';
import { explainWrite, ifPresent } from '../file-error.ts';
import { readableItems } from '../checking/line-check.ts';
import { isPut } from '../shelf-record.ts';
import { SHELF_NAME } from '../shelf-name.ts';
import { sealOf, writeZip, type ZipWriter } from './zip-file.ts';

/** What a backup holds. */
export interface BackupSummary {
  readonly path: string;
  readonly shelves: number;
  readonly changes: number;
  readonly bodies: number;
  /** Ids of bodies that a log names and that are lost. */
  readonly lost: readonly string[];
}

/** Bodies go together in entries of about so many bytes. */
const PACK_SIZE = 4_194_304;

/**
 * Writes everything in DATA_DIR to a zip, beside the process that has it, if any: logs only grow, so
 * their lines up to now and the bodies that they name are one state. The zip is read back before it
 * gets its name, and noted in `backups.jsonl`.
 * @throws UserError if there is nothing to back up, or the zip cannot be written.
 */
export async function backUp(dataDir: string, file: string): Promise<BackupSummary> {
  const path = resolve(file);
  await checkFormat(dataDir);
  const temporary = join(dirname(path), temporaryName());
  try {
    await mkdir(dirname(path), { recursive: true });
    const summary = await writeBackup(resolve(dataDir), temporary);
    await verifyBackup(temporary);
    await noteBackup(dataDir, path);
    await rename(temporary, path);
    await syncFolder(dirname(path));
    return { ...summary, path };
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw explainWrite(error, path);
  }
}

const noteSchema = z.readonly(z.object({ at: z.string(), path: z.string() }));

/** A backup that was made: when (ISO 8601, UTC), and where it was put. */
export type BackupNote = z.output<typeof noteSchema>;

/** Every backup that was ever made of DATA_DIR, oldest first; they may have been moved since. */
export async function listBackups(dataDir: string): Promise<readonly BackupNote[]> {
  const text = (await ifPresent(readFile(join(dataDir, 'backups.jsonl'), 'utf8'))) ?? '';
  return readableItems(text, noteSchema);
}

/**
 * Noted before it has its name, so that no backup is ever unknown to an erasure. Several processes may
 * do so at once, and one may have been killed at it: its half line is ended, not gone on with.
 */
async function noteBackup(dataDir: string, path: string): Promise<void> {
  const file = join(dataDir, 'backups.jsonl');
  const before = (await ifPresent(readFile(file, 'utf8'))) ?? '';
  const start = before === '' || before.endsWith('\n') ? '' : '\n';
  const note: BackupNote = { at: new Date().toISOString(), path };
  await appendFile(file, `${start}${JSON.stringify(note)}\n`, { flush: true });
}

/** Whether there is anything in DATA_DIR that a backup would hold. */
export async function hasContents(dataDir: string): Promise<boolean> {
  const [logs, notes] = await Promise.all([readLogs(dataDir), readNotes(dataDir)]);
  return [...logs.values()].some(({ records }) => records.length > 0) || notes.length > 0;
}

async function writeBackup(dataDir: string, path: string): Promise<Omit<BackupSummary, 'path'>> {
  const zip = await writeZip(path);
  const entries: Manifest['entries'] = {};
  // From before anything is read: what is erased meanwhile was erased since.
  const at = new Date().toISOString();
  const add = async (name: string, bytes: Uint8Array): Promise<void> => {
    entries[name] = sealOf(bytes);
    await zip.add(name, bytes);
  };
  try {
    const logs = await readLogs(dataDir);
    for (const [shelf, { bytes }] of logs) await add(`shelves/${shelf}/log.jsonl`, bytes);
    const records = [...logs.values()].flatMap((log) => log.records);
    const ids = new Set(records.flatMap((record) => (isPut(record) ? record.body : [])));
    const lost = await addBodies(openBodies(join(dataDir, 'bodies')), ids, add);
    for (const [name, bytes] of await readNotes(dataDir)) await add(name, bytes);
    if (Object.keys(entries).length === 0)
      throw new UserError(`There is nothing in ${dataDir} to back up; check DATA_DIR.`);
    await end(zip, { format: BACKUP_FORMAT, at, entries, lost });
    return { shelves: logs.size, changes: records.length, bodies: ids.size - lost.length, lost };
  } catch (error) {
    await zip.abandon().catch(() => undefined);
    throw error;
  }
}

async function end(zip: ZipWriter, manifest: Manifest): Promise<void> {
  await zip.add(MANIFEST, Buffer.from(JSON.stringify(manifest)));
  await zip.end();
}

interface WholeLog {
  readonly records: readonly LogRecord[];
  readonly bytes: Uint8Array;
}

async function readLogs(dataDir: string): Promise<ReadonlyMap<string, WholeLog>> {
  const logs = new Map<string, WholeLog>();
  const names = (await ifPresent(readdir(join(dataDir, 'shelves')))) ?? [];
  for (const name of names.filter((each) => SHELF_NAME.test(each))) {
    const log = await readWholeLog(join(dataDir, 'shelves', name, 'log.jsonl'));
    if (log !== undefined) logs.set(name, log);
  }
  return logs;
}

/** The log up to its last whole batch, which an append in progress may not have reached yet. */
async function readWholeLog(path: string): Promise<WholeLog | undefined> {
  const { records } = await overlayChangeLog(path);
  const bytes = await ifPresent(readFile(path));
  if (bytes === undefined) return undefined;
  let size = 0;
  for (let line = 0; line < records.length; line += 1) {
    const next = bytes.indexOf('\n', size) + 1;
    // An append that failed was taken back between the two looks: look again.
    if (next === 0) return readWholeLog(path);
    size = next;
  }
  return { records, bytes: bytes.subarray(0, size) };
}

/** Adds the bodies in packs; gives the ids of those that are not there. */
async function addBodies(
  bodies: Bodies,
  ids: ReadonlySet<string>,
  add: (name: string, bytes: Uint8Array) => Promise<void>,
): Promise<string[]> {
  const lost: string[] = [];
  let lines: string[] = [];
  let size = 0;
  let packs = 0;
  const flush = async (): Promise<void> => {
    if (lines.length === 0) return;
    await add(`bodies/${String(packs).padStart(4, '0')}.jsonl`, Buffer.from(lines.join('')));
    [lines, size, packs] = [[], 0, packs + 1];
  };
  for (const id of ids) {
    const bytes = await bodies.get(id);
    if (bytes === undefined) {
      lost.push(id);
      continue;
    }
    lines.push(`${JSON.stringify({ id, source: Buffer.from(bytes).toString('utf8') })}\n`);
    size += bytes.length;
    if (size >= PACK_SIZE) await flush();
  }
  await flush();
  return lost;
}

/** Servers' notes and the like, up to their last whole line. Those of backups are of this place only. */
async function readNotes(dataDir: string): Promise<[string, Uint8Array][]> {
  const notes: [string, Uint8Array][] = [];
  const names = (await ifPresent(readdir(dataDir))) ?? [];
  for (const name of names.filter((each) => NOTES_ENTRY.test(each) && each !== 'backups.jsonl')) {
    const bytes = await readFile(join(dataDir, name));
    notes.push([name, bytes.subarray(0, bytes.lastIndexOf('\n') + 1)]);
  }
  return notes;
}
