import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type BackupNote, listBackups } from '../backup/backup.ts';
import { openBodies } from '../bodies.ts';
import { replaceFile, syncFolder } from '../durable-file.ts';
import { explainUse, ifPresent } from '../file-error.ts';
import { type ErasedThing, type ErasureRecord, recordErasure } from './erasure-record.ts';
import { type Traces, scrubRescued } from './rescued.ts';

/**
 * Where it is noted what is being erased, and that something was. Implemented for DATA_DIR here, and by
 * PostgreSQL (`postgres/postgres-erasures.ts`).
 */
export interface ErasureBook {
  /** Does something while no other process erases anything. */
  alone<Result>(job: () => Promise<Result>): Promise<Result>;
  /** Notes what is to be erased, as JSON, so that what is cut short can be ended. */
  begin(order: string): Promise<void>;
  /** What was begun and has not ended. */
  begun(): Promise<string | undefined>;
  /** Puts it on record, without what it was, and takes the note away. */
  end(record: ErasureRecord, things: readonly ErasedThing[]): Promise<void>;
  /** Which of the bodies nothing has any more. */
  gone(bodies: readonly string[]): Promise<readonly string[]>;
  /** Takes what is erased out of copies that were made when something was mended. */
  scrub(traces: Traces): Promise<void>;
  /** The backups that were made; undefined where they are made by other means. */
  backups(): Promise<readonly BackupNote[] | undefined>;
}

/** For the process that has `dataDir`. */
export function folderErasureBook(dataDir: string): ErasureBook {
  const note = join(dataDir, 'erasing.json');
  return {
    alone: (job) =>
      job().catch((error: unknown) => {
        throw explainUse(error, dataDir);
      }),
    begin: (order) => replaceFile(note, Buffer.from(order)),
    begun: () => ifPresent(readFile(note, 'utf8')),
    async end(record, things) {
      await recordErasure(dataDir, record, things);
      await rm(note, { force: true });
      await syncFolder(dataDir);
    },
    async gone(bodies) {
      const kept = openBodies(join(dataDir, 'bodies'));
      const gone: string[] = [];
      for (const body of bodies) if ((await kept.get(body)) === undefined) gone.push(body);
      return gone;
    },
    scrub: (traces) => scrubRescued(resolve(dataDir), traces),
    backups: () => listBackups(dataDir),
  };
}
