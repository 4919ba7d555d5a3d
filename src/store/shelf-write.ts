import type { ArticleId } from '../article/article.ts';
import type { LogRecord } from './change-log.ts';
import { makeFolder, temporaryName } from './durable-file.ts';
import type { Step } from './edit-plan.ts';
import { explainWrite } from './file-error.ts';
import {
  applyFiles,
  discardFiles,
  type FileChange,
  prepareFiles,
  revertFiles,
} from './pending-write.ts';
import type { Entry, ShelfParts } from './shelf-parts.ts';

type Entries = ReadonlyMap<ArticleId, Entry>;

/**
 * Makes edits last, all or none: bodies, prepared files and a note of what is to happen come first;
 * then the log, from when on they count; then the files' names.
 * @throws UserError if something cannot be written, with what to do; nothing has changed then.
 */
export async function writeSteps(
  parts: ShelfParts,
  entries: Entries,
  steps: readonly Step[],
  records: readonly LogRecord[],
): Promise<void> {
  const { folder, bodies, isMadeOnDemand } = parts;
  try {
    if (isMadeOnDemand) await makeFolder(folder.path);
    await bodies.put(steps.flatMap((step) => (step.kind === 'put' ? step.bytes : [])));
    await commit(parts, findFiles(entries, steps), findContents(steps), records);
  } catch (error) {
    throw explainWrite(error, folder.path);
  }
}

async function commit(
  parts: ShelfParts,
  files: readonly FileChange[],
  contents: ReadonlyMap<string, Uint8Array>,
  records: readonly LogRecord[],
): Promise<void> {
  const { folder, log, bodies, pending } = parts;
  const before = log.records.length;
  const prepared = await prepareFiles(folder.path, contents);
  let isSettled = true;
  try {
    await pending.begin({ revision: before + records.length, files });
    await log.append(records);
    await applyFiles(folder.path, files, prepared);
  } catch (error) {
    // What cannot be undone now is undone before the next look at the folder.
    if (log.records.length > before) await log.cutAfter(before).catch(() => undefined);
    await revertFiles(folder.path, files, bodies).catch(() => (isSettled = false));
    await discardFiles(prepared);
    throw error;
  } finally {
    await pending.end(isSettled);
  }
}

/** The last contents that each file is given. */
function findContents(steps: readonly Step[]): Map<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  for (const step of lastSteps(steps)) if (step.kind === 'put') contents.set(step.file, step.bytes);
  return contents;
}

/** What becomes of each file, from before all the steps to after them. */
function findFiles(entries: Entries, steps: readonly Step[]): FileChange[] {
  const files: FileChange[] = [];
  for (const step of lastSteps(steps)) {
    const entry = entries.get(step.id);
    const before = entry === undefined ? {} : { before: entry.body, aside: temporaryName() };
    const after = step.kind === 'put' ? { after: step.body } : {};
    files.push({ file: entry?.file ?? `${step.id}.md`, ...before, ...after });
  }
  return files;
}

/** Of several steps for one article, the last decides what its file holds. */
const lastSteps = (steps: readonly Step[]): Step[] => [
  ...new Map(steps.map((step) => [step.id, step])).values(),
];
