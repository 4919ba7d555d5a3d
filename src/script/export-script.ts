import { type Settings, readEnvironment, readSettings } from '../config.ts';
import { readFolderStore } from '../store/folder-store.ts';
import { type MemberExport, exportFrom, exportMember } from '../store/erasing/member-export.ts';
import { openDatabaseStores } from '../store/postgres/open.ts';
import { readNotes } from '../store/postgres/postgres-notes.ts';
import { type Terminal, type Typed, UsageError } from './subcommand.ts';

/** Prints what is kept about a member as JSON; nothing is written or locked. */
export async function runExport({ member }: Typed['values'], terminal: Terminal): Promise<number> {
  if (typeof member !== 'string' || !/^\d{1,20}$/u.test(member))
    throw new UsageError('say --member ID, digits alone');
  const settings = readSettings(readEnvironment(process.cwd(), terminal.env));
  const kept = await exportKept(settings, member);
  terminal.stdout.write(`${JSON.stringify(kept, undefined, 2)}\n`);
  return 0;
}

async function exportKept(
  { CORPUS_DIR: corpusDir, DATA_DIR: dataDir, DATABASE_URL: url }: Settings,
  member: string,
): Promise<MemberExport> {
  if (url !== undefined) return exportFromDatabase(url, member);
  const articles = await readFolderStore({ corpusDir, dataDir });
  try {
    return await exportMember(articles, dataDir, member);
  } finally {
    await articles.close();
  }
}

async function exportFromDatabase(url: string, member: string): Promise<MemberExport> {
  const { database, articles, close } = await openDatabaseStores(url, { report: noop });
  try {
    return await exportFrom(articles, await database.read((sql) => readNotes(sql)), member);
  } finally {
    await close();
  }
}

const noop = (): void => undefined;
