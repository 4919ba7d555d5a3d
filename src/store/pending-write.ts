import { access, constants, lstat, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import type { Bodies } from './bodies.ts';
import { makeFolder, replaceFile, syncFolder, TEMPORARY, writeBeside } from './durable-file.ts';
import { ifPresent } from './file-error.ts';
import { currentBody, moveAside, placeNew } from './placing.ts';

// Putting articles takes two places: the log, where the change counts from the moment it is safe, and
// the files, which follow. A killed process may leave the files behind. So what is about to happen is
// noted first, and the next start brings the files up to the log, or back to it if the log never got
// the change.

const fileSchema = z.readonly(
  z.object({
    file: z.string().refine((file) => file === basename(file)),
    /** Body ids; none where there is no file. */
    before: z.string().exactOptional(),
    after: z.string().exactOptional(),
    /** What the file that is there is called while its successor takes its name. */
    aside: z.string().regex(TEMPORARY).exactOptional(),
  }),
);

const pendingSchema = z.readonly(
  z.object({ revision: z.int(), files: z.readonly(z.array(fileSchema)) }),
);

export type FileChange = z.output<typeof fileSchema>;

/** What will have happened to a folder's files when the log has reached the revision. */
type Pending = z.output<typeof pendingSchema>;

/** The note of a write in progress, and what there is left to do about an earlier one. */
export interface PendingWrite {
  /** Ends or undoes what an earlier write could not; mostly there is nothing to do. */
  settle(): Promise<void>;
  begin(pending: Pending): Promise<void>;
  /** Forgets the note, if the files are as the log says. */
  end(isSettled: boolean): Promise<void>;
}

/** Notes in the file `path` what happens to a folder's files; `head` tells where its log is. */
export function openPendingWrite(
  path: string,
  folder: string,
  head: () => number,
  bodies: Bodies,
): PendingWrite {
  // A killed process may have left a note; 'done' is one that only could not be removed.
  let left: 'nothing' | 'done' | 'undone' = 'undone';
  const forget = async (): Promise<void> => {
    await rm(path, { force: true });
    left = 'nothing';
  };
  return {
    async settle() {
      if (left === 'undone') await finishPending(path, folder, head(), bodies);
      if (left !== 'nothing') await forget();
    },
    async begin(pending) {
      left = 'done';
      await makeFolder(dirname(path));
      await replaceFile(path, Buffer.from(JSON.stringify(pending)));
    },
    async end(isSettled) {
      left = isSettled ? 'done' : 'undone';
      if (isSettled) await forget().catch(() => undefined);
    },
  };
}

/** For one who may only read. */
export const noPendingWrite: PendingWrite = {
  settle: () => Promise.resolve(),
  begin: () => Promise.resolve(),
  end: () => Promise.resolve(),
};

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

/** Removes what is not needed; what cannot be removed is swept away at the next start. */
export async function discardFiles(prepared: ReadonlyMap<string, string>): Promise<void> {
  for (const path of prepared.values()) await rm(path, { force: true }).catch(() => undefined);
}

/**
 * Gives the prepared files their names, and removes those that are to go.
 * @throws EditedMeanwhileError if one of them is not as it was; it is left as it is.
 */
export async function applyFiles(
  folder: string,
  files: readonly FileChange[],
  prepared: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { file, before, aside } of files) {
    const path = join(folder, file);
    if (before !== undefined && aside !== undefined)
      await moveAside(path, join(folder, aside), before);
    const temporary = prepared.get(file);
    if (temporary !== undefined) await placeNew(temporary, path);
  }
  await syncFolder(folder);
  for (const change of files) await dropAside(folder, change);
}

/** An editor that still had the file open may have written to it, though: its words stand then. */
async function dropAside(folder: string, { file, before, aside }: FileChange): Promise<void> {
  if (aside === undefined) return;
  const path = join(folder, aside);
  const found = await currentBody(path);
  if (found === undefined || found === before) await rm(path, { force: true });
  else await rename(path, join(folder, file));
}

/** Puts back as they were those files that already had their new contents. */
export async function revertFiles(
  folder: string,
  files: readonly FileChange[],
  bodies: Bodies,
): Promise<void> {
  for (const change of files) await revertFile(folder, change, bodies);
  await syncFolder(folder);
}

async function revertFile(folder: string, change: FileChange, bodies: Bodies): Promise<void> {
  const { file, before, after, aside } = change;
  const path = join(folder, file);
  const isAside = aside !== undefined && (await isThere(join(folder, aside)));
  const found = await currentBody(path);
  if (isAside && found === undefined) await placeNew(join(folder, aside), path);
  else if (isAside && found === after) await rename(join(folder, aside), path);
  else if (isAside) await rm(join(folder, aside), { force: true });
  else if (found === after && found !== before) await writeBody(path, before, bodies);
}

/** Ends what a killed process began, but leaves alone a file that was edited since. */
async function finishPending(
  path: string,
  folder: string,
  head: number,
  bodies: Bodies,
): Promise<void> {
  const pending = await readPending(path);
  // A log that went on says that the files had followed.
  if (pending === undefined || head > pending.revision) return;
  if (head < pending.revision) await revertFiles(folder, pending.files, bodies);
  else for (const change of pending.files) await finishFile(folder, change, bodies);
}

async function finishFile(folder: string, change: FileChange, bodies: Bodies): Promise<void> {
  const { file, before, after, aside } = change;
  const path = join(folder, file);
  const found = await currentBody(path);
  if (aside === undefined || !(await isThere(join(folder, aside)))) {
    if (found === before) await writeBody(path, after, bodies);
    return;
  }
  const isEdited = (await currentBody(join(folder, aside))) !== before;
  if (found === undefined && isEdited) await placeNew(join(folder, aside), path);
  else if (found === undefined) await writeBody(path, after, bodies);
  await dropAside(folder, change);
}

const isThere = async (path: string): Promise<boolean> =>
  (await ifPresent(lstat(path))) !== undefined;

async function readPending(path: string): Promise<Pending | undefined> {
  const text = await ifPresent(readFile(path, 'utf8'));
  if (text === undefined) return undefined;
  try {
    return pendingSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // It is replaced in one step, so a kill leaves none like this; the files speak for themselves.
    return undefined;
  }
}

async function writeBody(path: string, body: string | undefined, bodies: Bodies): Promise<void> {
  const bytes = body === undefined ? undefined : await bodies.get(body);
  if (bytes) await replaceFile(path, bytes);
  else if (body === undefined) await rm(path, { force: true });
  await syncFolder(dirname(path));
}
