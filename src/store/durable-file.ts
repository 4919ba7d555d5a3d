import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../article/user-error.ts';
import { codeOf, ifPresent } from './file-error.ts';

export const TEMPORARY = /^\.verbatim-[0-9a-f]{16}\.tmp$/u;

/** Writes a file under a name that nobody reads, safe on the disk, and gives its path. */
export async function writeBeside(folder: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, temporaryName());
  const file = await open(path, 'wx');
  try {
    await closing(file, async () => {
      await file.writeFile(bytes);
      await file.sync();
    });
    return path;
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** A name that nobody reads, and that the next start sweeps away. */
export const temporaryName = (): string => `.verbatim-${randomBytes(8).toString('hex')}.tmp`;

/** Does something with a file and closes it; of two failures, the first is told. */
async function closing(file: FileHandle, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
  await file.close();
}

/** Replaces a file in one step: whoever reads it sees the old contents or the new, whole. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = await writeBeside(dirname(path), bytes);
  try {
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes names that were added to a folder or taken out of it safe on the disk. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const file = await open(folder, 'r');
    await file.sync().finally(() => file.close());
  } catch (error) {
    // Windows and some network file systems do not let a folder be opened or synced.
    if (!['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP', 'EACCES'].includes(codeOf(error) ?? ''))
      throw error;
  }
}

/** Creates a folder and those above it, and makes them safe on the disk. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  const shortest = resolve(first).length;
  for (let made = resolve(folder); made.length >= shortest; made = dirname(made))
    await syncFolder(dirname(made));
}

/** Removes what a killed process left half written. */
export async function sweepTemporary(folder: string): Promise<void> {
  const names = (await ifPresent(readdir(folder))) ?? [];
  for (const name of names) if (TEMPORARY.test(name)) await rm(join(folder, name), { force: true });
}

/**
 * Adds bytes to the end of a file of a known size, and returns when they are safe on the disk; a file
 * of no bytes is made where there is none.
 * @throws UserError if the file has another size: added to, it would be damaged for good.
 */
export async function appendSafely(path: string, bytes: Uint8Array, size: number): Promise<void> {
  if (size === 0) await makeFolder(dirname(path));
  const { O_WRONLY, O_APPEND, O_CREAT } = constants;
  // A file that was there and is gone is not begun anew: what was in it would be missed.
  const file = await open(path, O_WRONLY | O_APPEND | (size === 0 ? O_CREAT : 0));
  await closing(file, async () => {
    const found = await file.stat();
    if (found.size !== size) throw notOurs(path);
    await file.writeFile(bytes);
    await file.sync();
  });
  if (size === 0) await syncFolder(dirname(path));
}

const notOurs = (path: string): UserError =>
  new UserError(
    `${path} was changed by something else while it was in use. Put it back as it was, or restart.`,
  );

/** Cuts a file off after so many bytes, and returns when that is safe on the disk; nothing where there is none. */
export async function cutFile(path: string, size: number): Promise<void> {
  const file = await ifPresent(open(path, 'r+'));
  if (file === undefined) return;
  await closing(file, async () => {
    // A shorter file is not made longer: it would end in zeros.
    if ((await file.stat()).size <= size) return;
    await file.truncate(size);
    await file.sync();
  });
}
