import { link, lstat, readFile, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { bodyId } from './bodies.ts';
import { codeOf, ifPresent } from './file-error.ts';

// A file may be edited by hand at any moment. So none is ever written over: the one that is there is
// moved aside, looked at, and the new one takes the name only if it is still free.

/** A file was edited by hand while it was being written to; the hand's words stand. */
export class EditedMeanwhileError extends Error {
  override name = 'EditedMeanwhileError';

  constructor(path: string) {
    super(`${basename(path)} was edited by hand at the same moment`);
  }
}

/**
 * Moves a file aside if it holds what it should.
 * @throws EditedMeanwhileError if it does not, or is gone; it is as it was then.
 */
export async function moveAside(path: string, aside: string, body: string): Promise<void> {
  try {
    await rename(path, aside);
  } catch (error) {
    throw codeOf(error) === 'ENOENT' ? new EditedMeanwhileError(path) : error;
  }
  if ((await currentBody(aside)) === body) return;
  await placeNew(aside, path);
  throw new EditedMeanwhileError(path);
}

/**
 * Gives a file a name that nothing has.
 * @throws EditedMeanwhileError if a file has it; an EISDIR if a folder has.
 */
export async function placeNew(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw await inTheWay(to, error);
    if (!NO_LINKS.has(codeOf(error) ?? '')) throw error;
    return placeByRenaming(from, to);
  }
  // One that cannot be removed now is swept away at the next start.
  await rm(from, { force: true }).catch(() => undefined);
}

/** What file systems without hard links answer: FAT, some over the network. */
const NO_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EXDEV',
]);

async function placeByRenaming(from: string, to: string): Promise<void> {
  if (await ifPresent(lstat(to))) throw await inTheWay(to, undefined);
  await rename(from, to);
}

async function inTheWay(path: string, cause: unknown): Promise<Error> {
  const stats = await ifPresent(lstat(path));
  if (stats?.isDirectory() !== true) return new EditedMeanwhileError(path);
  return Object.assign(new Error(`${path} is a folder`, { cause }), { code: 'EISDIR' });
}

/** The id of what a file holds; undefined where there is none, and no id at all for a folder. */
export async function currentBody(path: string): Promise<string | undefined> {
  try {
    const bytes = await ifPresent(readFile(path));
    return bytes && bodyId(bytes);
  } catch (error) {
    if (codeOf(error) === 'EISDIR') return 'folder';
    throw error;
  }
}
