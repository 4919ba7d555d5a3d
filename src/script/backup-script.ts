import { resolve } from 'node:path';
import { readEnvironment, readSettings } from '../config.ts';
import { backUp } from '../store/backup/backup.ts';
import { counted } from '../store/counted.ts';
import { doOrRequest } from '../store/requests.ts';
import { restoreHere } from '../store/backup/restore.ts';
import { refuseDatabase } from './stores.ts';
import type { Terminal } from './subcommand.ts';

/** Writes a backup, and says what is in it; 1 if some of the history was lost before. */
export async function runBackup(file: string, { stdout, stderr, env }: Terminal): Promise<number> {
  const settings = readSettings(readEnvironment(process.cwd(), env));
  refuseDatabase(settings, 'Back the database up with pg_dump, which may run beside the bot.');
  const { DATA_DIR } = settings;
  const { path, shelves, changes, bodies, lost } = await backUp(DATA_DIR, file);
  stdout.write(
    `${path}: ${counted(shelves, 'shelf', 'shelves')}, ${counted(changes, 'change', 'changes')}, ` +
      `${counted(bodies, 'text', 'texts')}; read back and found whole.\n`,
  );
  if (lost.length === 0) return 0;
  stderr.write(
    `verbatim: ${counted(lost.length, 'old text is', 'old texts are')} not in it: DATA_DIR has lost what ` +
      '"check --data" names.\n',
  );
  return 1;
}

/** Brings a backup back, here or by the bot that runs, and says what came of it. */
export async function runRestore(file: string, { stdout, env }: Terminal): Promise<number> {
  const settings = readSettings(readEnvironment(process.cwd(), env));
  refuseDatabase(settings, 'Restore a dump of the database with pg_restore or psql.');
  const { CORPUS_DIR: corpusDir, DATA_DIR: dataDir } = settings;
  const path = resolve(file);
  const said = await doOrRequest(dataDir, { kind: 'restore', file: path }, () =>
    restoreHere({ corpusDir, dataDir, file: path }),
  );
  stdout.write(`${said}\n`);
  return 0;
}
