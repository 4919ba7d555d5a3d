import { readEnvironment, readSettings, SettingsError } from '../config.ts';
import { bringCorpus } from '../store/copying/bring-corpus.ts';
import { type CopySummary, copyToDatabase, copyToFolders } from '../store/copying/copy-store.ts';
import { counted } from '../store/counted.ts';
import { checkReachable, openDatabase } from '../store/postgres/database.ts';
import { migrate } from '../store/postgres/migrations.ts';
import { openDatabaseStores } from '../store/postgres/open.ts';
import { describePlace } from './place.ts';
import { type Terminal, type Typed, UsageError } from './subcommand.ts';

const WAYS = ['to-database', 'to-folders', 'corpus'] as const;

/** Copies what is kept between the folders and the database of the settings, and says what came of it. */
export async function runCopyStore(
  values: Typed['values'],
  { stdout, stderr, env }: Terminal,
): Promise<number> {
  const given = WAYS.filter((way) => values[way] === true);
  const [way] = given;
  if (way === undefined || given.length > 1)
    throw new UsageError('say one of --to-database, --to-folders and --corpus');
  const { CORPUS_DIR, DATA_DIR, DATABASE_URL } = readSettings(readEnvironment(process.cwd(), env));
  if (DATABASE_URL === undefined)
    throw new SettingsError('DATABASE_URL is not set; it says which database to copy to or from.');
  if (way === 'corpus') return runBringCorpus(CORPUS_DIR, DATABASE_URL, { stdout, stderr });
  const folders = { corpusDir: CORPUS_DIR, dataDir: DATA_DIR };
  const database = openDatabase(DATABASE_URL);
  try {
    await checkReachable(database);
    await migrate(database);
    const isThere = way === 'to-database';
    const summary = await (isThere
      ? copyToDatabase(folders, database)
      : copyToFolders(database, folders));
    stdout.write(describe(summary));
    stdout.write(
      isThere
        ? 'The bot uses the database as long as DATABASE_URL is set; the folders are as they were.\n'
        : 'The bot uses the folders once DATABASE_URL is not set any more; the database is as it was.\n',
    );
    return 0;
  } finally {
    await database.close();
  }
}

const describe = ({ shelves, changes, bodies, notes, lost }: CopySummary): string =>
  `Copied ${counted(shelves, 'shelf', 'shelves')}, ${counted(changes, 'change', 'changes')}, ` +
  `${counted(bodies, 'text', 'texts')} and ${counted(notes, 'note', 'notes')} of servers; read back ` +
  'and found the same.\n' +
  (lost === 0
    ? ''
    : `${counted(lost, 'old text', 'old texts')} had been lost before; "check --data" names them.\n`);

async function runBringCorpus(
  corpusDir: string,
  url: string,
  { stdout, stderr }: Pick<Terminal, 'stdout' | 'stderr'>,
): Promise<number> {
  const stores = await openDatabaseStores(url, { report: () => undefined });
  try {
    const { put, removed, problems } = await bringCorpus(corpusDir, stores.articles);
    for (const problem of problems)
      stderr.write(`verbatim: ${describePlace(problem)} ${problem.message}\n`);
    stdout.write(
      `The base shelf is as ${corpusDir}: ${counted(put, 'article', 'articles')} put, ` +
        `${counted(removed, 'article', 'articles')} taken out.\n`,
    );
    return problems.length === 0 ? 0 : 1;
  } finally {
    await stores.close();
  }
}
