import { readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import { isArticleId } from '../article/article.ts';
import { ORIGIN_KINDS } from '../article/provenance.ts';
import { UserError } from '../article/user-error.ts';
import type { Revision } from './article-store.ts';
import { appendSafely, cutFile, replaceFile, syncFolder } from './durable-file.ts';
import { explainWrite, ifPresent } from './file-error.ts';

/** The bytes of a file, by their id among the bodies. */
const bodySchema = z.string().regex(/^[0-9a-f]{64}$/u);

const originSchema = z.readonly(
  z.object({
    kind: z.enum(ORIGIN_KINDS),
    by: z.string(),
    at: z.string(),
    host: z.string().exactOptional(),
    /** What came here then. */
    body: bodySchema,
  }),
);

export type RecordedOrigin = z.output<typeof originSchema>;

const changeSchema = z.readonly(
  z.object({
    revision: z.int().positive(),
    kind: z.enum(['put', 'remove']),
    id: z.string().refine(isArticleId),
    /** Of a put, like the next two. */
    body: bodySchema.exactOptional(),
    origin: originSchema.exactOptional(),
    /** The paragraphs, from 1, that the origin's body does not have so. */
    edited: z.readonly(z.array(z.int().positive())).exactOptional(),
    actor: z.string(),
    at: z.string(),
    reason: z.string().exactOptional(),
    /** The last revision of those that were appended together: all of them count, or none. */
    batch: z.int().positive(),
  }),
);

/** A record of a change that is kept. */
export type ChangeRecord = z.output<typeof changeSchema>;

/** What is left of a record whose article was erased: that there was one. */
const erasedSchema = z.readonly(
  z.object({
    revision: z.int().positive(),
    kind: z.literal('erased'),
    at: z.string(),
    batch: z.int().positive(),
  }),
);

export type ErasedRecord = z.output<typeof erasedSchema>;

export const recordSchema = z.union([changeSchema, erasedSchema]);

/** One line of a shelf's `log.jsonl`. */
export type LogRecord = z.output<typeof recordSchema>;

/** A shelf's changes, oldest first; the record of revision n is the nth. */
export interface ChangeLog {
  readonly records: readonly LogRecord[];
  /** Appends all or none of the records, and returns when they are safe on the disk. */
  append(records: readonly LogRecord[]): Promise<void>;
  /** Takes back all after a revision; only for what nobody has been told of. */
  cutAfter(revision: Revision): Promise<void>;
  /** Puts other records in the place of all, in one step. */
  rewrite(records: readonly LogRecord[]): Promise<void>;
  /**
   * Removes the file. The records given stand for what was there, so that no revision is given twice
   * while the process lives; a new file begins with them.
   */
  clear(records: readonly ErasedRecord[]): Promise<void>;
}

/**
 * Opens a log for writing, and cuts off what a killed process left half written at its end.
 * @throws UserError if the log is damaged before its end.
 */
export async function openChangeLog(path: string): Promise<ChangeLog> {
  const { records, ends } = await readLog(path);
  const size = (count: number): number => ends[count - 1] ?? 0;
  // Whether the file is known to end with the last record; if not, it is cut before it is written to.
  let isSure = true;
  // Whether there is no file any more, and all records are to be written to a new one.
  let isCleared = false;
  const cut = async (count: number): Promise<void> => {
    isSure = false;
    records.length = count;
    ends.length = Math.min(count, ends.length);
    await cutFile(path, size(isCleared ? 0 : count));
    isSure = true;
  };
  /** Takes over what the file was found or made to hold. */
  const become = (others: readonly LogRecord[], otherEnds: readonly number[]): void => {
    records.splice(0, records.length, ...others);
    ends.splice(0, ends.length, ...otherEnds);
  };
  await cut(records.length);
  return {
    records,
    cutAfter: cut,
    async append(added) {
      if (!isSure) await cut(records.length);
      const start = isCleared ? 0 : size(records.length);
      const lines = (isCleared ? [...records, ...added] : added).map(lineOf);
      try {
        isSure = false;
        await appendSafely(path, Buffer.concat(lines), start);
        isSure = true;
      } catch (error) {
        await cut(records.length).catch(() => undefined);
        throw explainWrite(error, path);
      }
      ends.push(...endsOf(lines, start));
      records.push(...added);
      isCleared = false;
    },
    async rewrite(others) {
      const lines = others.map(lineOf);
      if (!isCleared)
        await replaceFile(path, Buffer.concat(lines)).catch((error: unknown) => {
          throw explainWrite(error, path);
        });
      become(others, isCleared ? [] : endsOf(lines, 0));
    },
    async clear(others) {
      await rm(path, { force: true });
      if (await ifPresent(stat(dirname(path)))) await syncFolder(dirname(path));
      become(others, []);
      [isCleared, isSure] = [true, true];
    },
  };
}

const lineOf = (record: LogRecord): Buffer => Buffer.from(`${JSON.stringify(record)}\n`);

/** Where each of the lines ends, the first of which begins at `start`; in bytes. */
function endsOf(lines: readonly Uint8Array[], start: number): number[] {
  let end = start;
  return lines.map(({ length }) => (end += length));
}

/** A log for one who may only read: what is appended is kept in memory. */
export async function overlayChangeLog(path: string | undefined): Promise<ChangeLog> {
  const records = path === undefined ? [] : (await readLog(path)).records;
  return {
    records,
    append(added) {
      records.push(...added);
      return Promise.resolve();
    },
    cutAfter(revision) {
      records.length = revision;
      return Promise.resolve();
    },
    rewrite: refuseToWrite,
    clear: refuseToWrite,
  };
}

const refuseToWrite = (): Promise<never> =>
  Promise.reject(new Error('a log that is only read cannot be written anew'));

/** The whole records of a log, and where each one's line ends, in bytes. */
async function readLog(path: string): Promise<{ records: LogRecord[]; ends: number[] }> {
  const bytes = (await ifPresent(readFile(path))) ?? Buffer.alloc(0);
  const records: LogRecord[] = [];
  const ends: number[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf('\n', start);
    const record = end === -1 ? undefined : readRecord(bytes.toString('utf8', start, end));
    const isLast = end === -1 || end === bytes.length - 1;
    if (record?.revision !== records.length + 1) {
      if (isLast) break;
      throw damaged(path, records.length + 1);
    }
    records.push(record);
    ends.push(end + 1);
    start = end + 1;
  }
  const whole = wholeBatches(records);
  return { records: records.slice(0, whole), ends: ends.slice(0, whole) };
}

function readRecord(line: string): LogRecord | undefined {
  try {
    return recordSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** How many records there are without those of a batch whose end was never written. */
function wholeBatches(records: readonly LogRecord[]): number {
  const { batch } = records.at(-1) ?? { batch: 0 };
  if (batch <= records.length) return records.length;
  return records.findIndex((record) => record.batch === batch);
}

const damaged = (path: string, line: number): UserError =>
  new UserError(
    `${path} is damaged at line ${String(line)}. Put back a copy of it from a backup; or move it ` +
      'away, and the history begins anew with the articles as they are now.',
  );
