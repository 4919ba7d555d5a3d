import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Unzip, type UnzipFile, UnzipInflate, Zip, ZipDeflate } from 'fflate';
import { UserError } from '../../article/user-error.ts';
import { isEntryName, type Limits } from './backup-format.ts';

/** What an entry must be. */
export interface Seal {
  readonly size: number;
  readonly sha256: string;
}

export const sealOf = (bytes: Uint8Array): Seal => ({
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

export interface ZipWriter {
  /** Returns when the entry is written. */
  add(name: string, bytes: Uint8Array): Promise<void>;
  /** Returns when all is safe on the disk. */
  end(): Promise<void>;
  abandon(): Promise<void>;
}

/** The formats of entries and archives that we write keep to four gigabytes. */
const LARGEST_ARCHIVE = 4_294_967_295;

/** Writes a new zip, an entry at a time. */
export async function writeZip(path: string): Promise<ZipWriter> {
  const file = await open(path, 'wx');
  const chunks: Uint8Array[] = [];
  let size = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const flush = async (): Promise<void> => {
    for (const chunk of chunks.splice(0)) {
      size += chunk.length;
      if (size > LARGEST_ARCHIVE)
        throw new UserError('It would be larger than four gigabytes, which a zip cannot be.');
      await file.writeFile(chunk);
    }
  };
  return {
    async add(name, bytes) {
      const entry = new ZipDeflate(name, { level: 6 });
      zip.add(entry);
      entry.push(bytes, true);
      await flush();
    },
    async end() {
      zip.end();
      await flush();
      await file.sync();
      await file.close();
    },
    abandon: () => file.close(),
  };
}

/** The bytes of one entry, all of them. */
type Take = (name: string, bytes: Uint8Array) => Promise<void>;

/** What is left of the limits. */
type Budget = { -readonly [Name in keyof Limits]: number };

const CHUNK = 65_536;

/**
 * Reads a zip from its beginning to its end, an entry at a time, whatever it claims of itself.
 * @throws UserError if a name or a size is not what a backup has.
 */
export async function readZip(path: string, take: Take, limits: Limits): Promise<void> {
  const file = await open(path, 'r');
  const whole: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  const budget = { ...limits };
  const unzip = new Unzip((entry) => {
    collect(entry, budget, (bytes) => whole.push({ name: entry.name, bytes }));
  });
  unzip.register(UnzipInflate);
  try {
    const buffer = new Uint8Array(CHUNK);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK);
      unzip.push(buffer.slice(0, bytesRead), bytesRead === 0);
      for (const { name, bytes } of whole.splice(0)) await take(name, bytes);
      if (bytesRead === 0) return;
    }
  } catch (error) {
    throw error instanceof Error && isFlateError(error) ? damaged(error) : error;
  } finally {
    await file.close();
  }
}

function collect(entry: UnzipFile, budget: Budget, done: (bytes: Uint8Array) => void): void {
  budget.entries -= 1;
  if (!isEntryName(entry.name) || budget.entries < 0 || entry.compression !== 8)
    throw new UserError(
      `It is no backup of Verbatim: it has an entry ${JSON.stringify(entry.name.slice(0, 100))}.`,
    );
  const chunks: Uint8Array[] = [];
  let size = 0;
  entry.ondata = (error, chunk, isLast) => {
    if (error) throw error;
    size += chunk.length;
    budget.bytes -= chunk.length;
    if (size > budget.entryBytes || budget.bytes < 0)
      throw new UserError('It unpacks to more than a backup of Verbatim can have.');
    chunks.push(chunk);
    if (isLast) done(Buffer.concat(chunks));
  };
  entry.start();
}

/** They carry a number; those of the file system carry a name. */
const isFlateError = (error: Error): boolean => 'code' in error && typeof error.code === 'number';

const damaged = (cause: Error): UserError =>
  new UserError('It is damaged, or no zip; use another backup.', { cause });
