import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { codeOf, ifPresent } from './file-error.ts';

const TEMPORARY = /^\.verbatim-[0-9a-f]{16}\.tmp$/u;

/** Writes a file under a name that nobody reads, safe on the disk, and gives its path. */
export async function writeBeside(folder: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, `.verbatim-${randomBytes(8).toString('hex')}.tmp`);
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return path;
}

/** Replaces a file in one step: whoever reads it sees the old contents or the new, whole. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = await writeBeside(dirname(path), bytes);
  try {
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
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

/** Adds bytes to a file, which is made where there is none, and returns when they are safe on the disk. */
export async function appendSafely(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  const file = await open(path, 'a');
  const isNew = (await file.stat()).size === 0;
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  if (isNew) await syncFolder(dirname(path));
}

/** Cuts a file off after so many bytes, and returns when that is safe on the disk; nothing where there is none. */
export async function cutFile(path: string, size: number): Promise<void> {
  const file = await ifPresent(open(path, 'r+'));
  if (file === undefined) return;
  try {
    if ((await file.stat()).size === size) return;
    await file.truncate(size);
    await file.sync();
  } finally {
    await file.close();
  }
}
