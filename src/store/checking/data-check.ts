import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import * as z from 'zod';
import { UserError } from '../../article/user-error.ts';
import { NOTES_ENTRY } from '../backup/backup-format.ts';
import { bodyId, openBodies } from '../bodies.ts';
import { recordSchema } from '../change-log.ts';
import type { Finding } from './check.ts';
import { checkFormat } from '../data-format.ts';
import { makeFolder, replaceFile, syncFolder, TEMPORARY } from '../durable-file.ts';
import { codeOf, explainUse, ifPresent } from '../file-error.ts';
import { lockFolder } from '../folder-lock.ts';
import { noteSchema } from '../server-note.ts';
import { type Mended, mendLog, mendNotes, readableItems } from './line-check.ts';
import { openPendingWrite } from '../pending-write.ts';
import { isPut } from '../shelf-record.ts';
import { SHELF_NAME } from '../shelf-name.ts';

/** Something wrong, and what mends it, if anything does. */
interface Flaw {
  readonly finding: Finding;
  readonly mend?: (place: Place) => Promise<void>;
}

interface Place {
  readonly dataDir: string;
  readonly corpusDir: string;
  /** Where copies go of what is taken out. */
  readonly rescueDir: string;
}

/** What was found, what was mended, and where the copies are of what was taken out. */
export interface Repair {
  readonly findings: readonly Finding[];
  readonly mended: readonly Finding[];
  readonly rescueDir: string;
}

type Folders = Pick<Place, 'dataDir' | 'corpusDir'>;

/**
 * Everything that is wrong with DATA_DIR: beside the process that has it, if any.
 * @throws UserError if there is no such folder, or a newer version wrote it.
 */
export async function checkData(folders: Folders): Promise<Finding[]> {
  return (await findFlaws(folders, Date.now() - YOUNG)).map(({ finding }) => finding);
}

/** A file in the making is no leftover; in milliseconds. */
const YOUNG = 10_000;

/**
 * Mends what can be mended in DATA_DIR and loses nothing: what is taken out or changed is copied to
 * `repaired/` first.
 * @throws UserError if a Verbatim is using it, or it cannot be written to.
 */
export async function repairData(folders: Folders): Promise<Repair> {
  const dataDir = resolve(folders.dataDir);
  await checkFormat(dataDir);
  const time = new Date().toISOString().replaceAll(/[:.]/gu, '-');
  const rescueDir = join(dataDir, 'repaired', time);
  if (!(await ifPresent(stat(dataDir)))) throw noFolder(dataDir);
  const lock = await lockFolder(dataDir);
  try {
    const flaws = await findFlaws(folders, Infinity);
    for (const { mend } of flaws) await mend?.({ ...folders, dataDir, rescueDir });
    const mended = flaws.filter(({ mend }) => mend).map(({ finding }) => finding);
    const left = await findFlaws(folders, Infinity);
    return { findings: left.map(({ finding }) => finding), mended, rescueDir };
  } catch (error) {
    throw explainUse(error, dataDir);
  } finally {
    await lock.release();
  }
}

const noFolder = (dataDir: string): UserError =>
  new UserError(`There is no folder ${dataDir}. Set DATA_DIR, or start the bot, which makes it.`);

async function findFlaws({ dataDir, corpusDir }: Folders, before: number): Promise<Flaw[]> {
  const home = resolve(dataDir);
  await checkFormat(home);
  const names = await ifPresent(readdir(home));
  if (names === undefined) throw noFolder(home);
  const shelves = (await ifPresent(readdir(join(home, 'shelves')))) ?? [];
  const known = shelves.filter((name) => SHELF_NAME.test(name));
  const flaws: Flaw[] = [];
  for (const shelf of known) flaws.push(...(await checkShelf(home, resolve(corpusDir), shelf)));
  for (const name of names.filter((each) => NOTES_ENTRY.test(each)))
    flaws.push(...(await checkNotes(home, name)));
  const places = [home, join(home, 'backups'), resolve(corpusDir)];
  const bodies = (await ifPresent(readdir(join(home, 'bodies')))) ?? [];
  places.push(...bodies.map((name) => join(home, 'bodies', name)));
  for (const shelf of known)
    places.push(join(home, 'shelves', shelf), join(home, 'shelves', shelf, 'articles'));
  for (const folder of places) flaws.push(...(await findLeftovers(folder, before)));
  return flaws;
}

async function checkShelf(home: string, corpusDir: string, shelf: string): Promise<Flaw[]> {
  const path = join(home, 'shelves', shelf, 'log.jsonl');
  const text = (await ifPresent(readFile(path, 'utf8'))) ?? '';
  const mended = mendLog(text, new Date().toISOString());
  const folder = shelf === 'base' ? corpusDir : join(home, 'shelves', shelf, 'articles');
  return [
    ...(mended === undefined ? [] : [flawOfLines(path, mended, LOG_ADVICE)]),
    ...(await checkPending(
      home,
      shelf,
      folder,
      readableItems(mended?.text ?? text, recordSchema).length,
    )),
    ...(await checkBodies(home, shelf, folder, text)),
  ];
}

const LOG_ADVICE = 'the changes in them are lost, and all others keep their revisions';
const NOTES_ADVICE = 'what they held is forgotten';

function flawOfLines(path: string, { bad, isOnlyTorn, text }: Mended, loss: string): Flaw {
  const mend = async (place: Place): Promise<void> => {
    await rescue(path, place);
    await replaceFile(path, Buffer.from(text));
  };
  const [line = 1] = bad;
  if (isOnlyTorn)
    return {
      finding: {
        file: path,
        line,
        severity: 'warning',
        message: 'Its last line was never finished; the next start cuts it off. Nothing is lost.',
      },
      mend,
    };
  const message =
    `${bad.length === 1 ? 'A line cannot' : `${String(bad.length)} lines cannot`} be read. Put ` +
    `back a copy from a backup; or run "check --repair", which takes them out: ${loss}.`;
  return { finding: { file: path, line, severity: 'error', message }, mend };
}

async function checkPending(
  home: string,
  shelf: string,
  folder: string,
  head: number,
): Promise<Flaw[]> {
  const path = join(home, 'shelves', shelf, 'pending.json');
  if (!(await ifPresent(stat(path)))) return [];
  const message = 'A write was cut short; the next start ends or undoes it. Nothing is lost.';
  const bodies = openBodies(join(home, 'bodies'));
  return [
    {
      finding: { file: path, severity: 'warning', message },
      mend: async (place) => {
        await rescue(path, place);
        await openPendingWrite(path, folder, () => head, bodies).settle();
      },
    },
  ];
}

/** Texts that the log names and that are not there, or not what they were. */
async function checkBodies(
  home: string,
  shelf: string,
  folder: string,
  log: string,
): Promise<Flaw[]> {
  const flaws: Flaw[] = [];
  const bodies = openBodies(join(home, 'bodies'));
  const seen = new Set<string>();
  for (const record of readableItems(log, recordSchema)) {
    if (!isPut(record) || seen.has(record.body)) continue;
    const { id, body, revision } = record;
    seen.add(body);
    if (await bodies.get(body)) continue;
    const path = join(home, 'bodies', body.slice(0, 2), body);
    const bytes = await ifPresent(readFile(join(folder, `${id}.md`)));
    const copy = bytes && bodyId(bytes) === body ? bytes : undefined;
    const where = `The text of ${id} at revision ${String(revision)} of ${shelf} is lost`;
    const message = copy
      ? `${where}, but the article's file still has it; "check --repair" puts it back.`
      : `${where}. Restore a backup that has it; until then that one version cannot be shown.`;
    const mend = copy && {
      mend: async (place: Place): Promise<void> => {
        await rescue(path, place);
        await makeFolder(dirname(path));
        await rm(path, { force: true });
        await bodies.put([copy]);
      },
    };
    flaws.push({ finding: { file: path, severity: 'error', message }, ...mend });
  }
  return flaws;
}

async function checkNotes(home: string, name: string): Promise<Flaw[]> {
  const path = join(home, name);
  const schema = name === 'servers.jsonl' ? noteSchema : z.looseObject({});
  const mended = mendNotes(await readFile(path, 'utf8'), schema);
  return mended === undefined ? [] : [flawOfLines(path, mended, NOTES_ADVICE)];
}

async function findLeftovers(folder: string, before: number): Promise<Flaw[]> {
  const flaws: Flaw[] = [];
  for (const name of (await readFolder(folder)).filter((each) => TEMPORARY.test(each))) {
    const path = join(folder, name);
    const found = await ifPresent(stat(path));
    if (found === undefined || found.mtimeMs > before) continue;
    const message = 'It was left half written by a process that was killed; nobody reads it.';
    flaws.push({
      finding: { file: path, severity: 'warning', message },
      mend: async (place) => {
        await rescue(path, place);
        await rm(path, { force: true });
        await syncFolder(folder);
      },
    });
  }
  return flaws;
}

async function readFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return [];
    throw explainUse(error, folder);
  }
}

/** Copies a file to where nothing is ever taken away. */
async function rescue(path: string, { dataDir, rescueDir }: Place): Promise<void> {
  const bytes = await ifPresent(readFile(path));
  if (bytes === undefined) return;
  const inside = relative(dataDir, path);
  const copy = join(
    rescueDir,
    inside.startsWith('..') ? join('corpus', relative(dirname(path), path)) : inside,
  );
  await makeFolder(dirname(copy));
  await replaceFile(copy, bytes);
}
