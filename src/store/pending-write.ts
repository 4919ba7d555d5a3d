import { access, constants, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { type Bodies, bodyId } from './bodies.ts';
import { replaceFile, syncFolder, writeBeside } from './durable-file.ts';
import { codeOf, ifPresent } from './file-error.ts';

// Putting articles takes two places: the log, where the change counts from the moment it is safe, and
// the files, which follow. A killed process may leave the files behind. So what is about to happen is
// noted first, and the next start brings the files up to the log, or forgets the note if the log never
// got the change.

const fileSchema = z.readonly(
  z.object({
    file: z.string().refine((file) => file === basename(file)),
    /** Body ids; none where there is no file. */
    before: z.string().exactOptional(),
    after: z.string().exactOptional(),
  }),
);

const pendingSchema = z.readonly(
  z.object({ revision: z.int(), files: z.readonly(z.array(fileSchema)) }),
);

export type FileChange = z.output<typeof fileSchema>;

/** What will have happened to a folder's files when the log has reached the revision. */
export type Pending = z.output<typeof pendingSchema>;

export const notePending = (path: string, pending: Pending): Promise<void> =>
  replaceFile(path, Buffer.from(JSON.stringify(pending)));

export const forgetPending = (path: string): Promise<void> => rm(path, { force: true });

/** New contents of files under temporary names: what needs space and permission comes first. */
export async function prepareFiles(
  folder: string,
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, string>> {
  const prepared = new Map<string, string>();
  await access(folder, constants.W_OK);
  try {
    for (const [file, bytes] of contents) prepared.set(file, await writeBeside(folder, bytes));
  } catch (error) {
    await discardFiles(prepared);
    throw error;
  }
  return prepared;
}

export async function discardFiles(prepared: ReadonlyMap<string, string>): Promise<void> {
  for (const path of prepared.values()) await rm(path, { force: true });
}

/** Gives the prepared files their names, and removes those that are to go. */
export async function applyFiles(
  folder: string,
  files: readonly FileChange[],
  prepared: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { file } of files) {
    const temporary = prepared.get(file);
    if (temporary === undefined) await rm(join(folder, file), { force: true });
    else await rename(temporary, join(folder, file));
  }
  await syncFolder(folder);
}

/** Puts back as they were those files that already had their new contents. */
export async function revertFiles(
  folder: string,
  files: readonly FileChange[],
  bodies: Bodies,
): Promise<void> {
  for (const { file, before, after } of files)
    if ((await currentBody(join(folder, file))) === after)
      await writeBody(join(folder, file), before, bodies);
}

/** Ends what a killed process began, but leaves alone a file that was edited since. */
export async function finishPending(
  path: string,
  folder: string,
  head: number,
  bodies: Bodies,
): Promise<void> {
  const pending = await readPending(path);
  if (pending !== undefined && head >= pending.revision)
    for (const { file, before, after } of pending.files)
      if ((await currentBody(join(folder, file))) === before)
        await writeBody(join(folder, file), after, bodies);
  await forgetPending(path);
}

/** The id of what the file holds; undefined where there is none, and no id at all for a folder. */
async function currentBody(path: string): Promise<string | undefined> {
  try {
    const bytes = await ifPresent(readFile(path));
    return bytes && bodyId(bytes);
  } catch (error) {
    if (codeOf(error) === 'EISDIR') return 'folder';
    throw error;
  }
}

async function readPending(path: string): Promise<Pending | undefined> {
  const bytes = await ifPresent(readFile(path, 'utf8'));
  return bytes === undefined ? undefined : pendingSchema.parse(JSON.parse(bytes));
}

async function writeBody(path: string, body: string | undefined, bodies: Bodies): Promise<void> {
  const bytes = body === undefined ? undefined : await bodies.get(body);
  if (bytes) await replaceFile(path, bytes);
  else if (body === undefined) await rm(path, { force: true });
  await syncFolder(dirname(path));
}
