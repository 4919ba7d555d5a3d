import { UserError } from '../../article/user-error.ts';
import { type Database, type Query, takeLock } from './database.ts';

/**
 * What makes the tables what this version needs, oldest first. One that has been released is never
 * changed: a new one comes after it. All of it is plain SQL, without extensions.
 */
const MIGRATIONS: readonly (readonly string[])[] = [
  [
    // Each shelf's head. One that was erased keeps it for a day, so that no revision is given twice.
    `create table shelves (
      name text primary key,
      revision integer not null,
      erased_at timestamptz
    )`,
    // Every version of an article's file, whole, once, by the SHA-256 of its bytes.
    `create table bodies (
      digest text primary key,
      bytes bytea not null
    )`,
    // The shelves' logs. A record is what a line of log.jsonl is; the columns are what it is found by.
    `create table changes (
      shelf text not null references shelves (name),
      revision integer not null,
      article text,
      body text,
      origin text,
      record text not null,
      primary key (shelf, revision)
    )`,
    'create index changes_article on changes (shelf, article, revision)',
    'create index changes_body on changes (body)',
    'create index changes_origin on changes (origin)',
    // What servers keep. A note is what a line of servers.jsonl is; whoever has seen less than the last
    // time that they were written anew reads them all.
    'create table note_log (revision integer not null, rewritten integer not null)',
    'insert into note_log values (0, 0)',
    'create table notes (revision integer primary key, note text not null)',
    // What is being erased; and that something was, not what.
    'create table erasing (erasure text not null)',
    `create table erasures (
      id integer generated always as identity primary key,
      record text not null unique
    )`,
    `create table erased_digests (
      id integer generated always as identity primary key,
      digest text not null unique,
      record text not null
    )`,
  ],
  [
    // What articles are found by where SEARCH_INDEX says so: their stems, each with how often it is there.
    // Only PostgreSQL's full-text index is used, and none of its dictionaries.
    `create table candidates (
      shelf text not null,
      article text not null,
      digest text not null,
      length integer not null,
      stems tsvector not null,
      primary key (shelf, article)
    )`,
    // Rows are read for a few of their stems: they stand in the page itself where they fit, unpacked.
    'alter table candidates set (toast_tuple_target = 8160)',
    'alter table candidates alter column stems set storage external',
    'create index candidates_stems on candidates using gin (stems)',
  ],
];

/**
 * Makes the tables what this version needs. Several processes may start at once: one after the other
 * looks, and the first does it.
 * @throws UserError if a newer version has been here: this one would not know what it does there
 */
export async function migrate(database: Database, migrations = MIGRATIONS): Promise<void> {
  await database.change(async (sql) => {
    await takeLock(sql, 'migrating');
    await sql`create table if not exists schema_version (version integer not null)`;
    const version = await readVersion(sql);
    if (version > migrations.length)
      throw new UserError(
        `The database was set up by a newer Verbatim (version ${String(version)} of its tables; this one ` +
          `knows ${String(migrations.length)}). Run that version, or set DATABASE_URL to another database.`,
      );
    for (const statements of migrations.slice(version))
      for (const statement of statements)
        await sql(Object.assign([statement], { raw: [statement] }));
    if (version === migrations.length) return;
    await sql`delete from schema_version`;
    await sql`insert into schema_version values (${migrations.length})`;
  }, 'patient');
}

async function readVersion(sql: Query): Promise<number> {
  const [row] = await sql<{ version: number }[]>`select version from schema_version`;
  return row?.version ?? 0;
}
