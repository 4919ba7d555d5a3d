import { readEnvironment, readSettings } from '../config.ts';
import { readFolderStore } from '../store/folder-store.ts';
import { exportMember } from '../store/erasing/member-export.ts';
import { type Terminal, type Typed, UsageError } from './subcommand.ts';

/** Prints what is kept about a member as JSON; nothing is written or locked. */
export async function runExport({ member }: Typed['values'], terminal: Terminal): Promise<number> {
  if (typeof member !== 'string' || !/^\d{1,20}$/u.test(member))
    throw new UsageError('say --member ID, digits alone');
  const { CORPUS_DIR: corpusDir, DATA_DIR: dataDir } = readSettings(
    readEnvironment(process.cwd(), terminal.env),
  );
  const articles = await readFolderStore({ corpusDir, dataDir });
  try {
    const kept = await exportMember(articles, dataDir, member);
    terminal.stdout.write(`${JSON.stringify(kept, undefined, 2)}\n`);
    return 0;
  } finally {
    await articles.close();
  }
}
