import type { ArticleId } from '../../article/article.ts';
import type { Revision } from '../article-store.ts';
import { type Bodies, bodyId } from '../bodies.ts';
import { type LogRecord, recordSchema } from '../change-log.ts';
import type { Query } from './database.ts';

// How rows become records and bodies, and these rows. Columns of many rows go as arrays.

/** How many rows go with one statement, so that none grows without bound. */
const CHUNK = 100;

/** The column of a record, read. */
const toRecord = (text: string): LogRecord => recordSchema.parse(JSON.parse(text));

export async function insertRecords(
  sql: Query,
  shelf: string,
  records: readonly LogRecord[],
): Promise<void> {
  for (const chunk of chunksOf(records)) {
    const changes = chunk.map((record) => (record.kind === 'erased' ? undefined : record));
    await sql`
      insert into changes (shelf, revision, article, body, origin, record)
      select ${shelf}, * from unnest(
        ${chunk.map(({ revision }) => revision)}::integer[],
        ${changes.map((change) => change?.id)}::text[],
        ${changes.map((change) => change?.body)}::text[],
        ${changes.map((change) => change?.origin?.body)}::text[],
        ${chunk.map((record) => JSON.stringify(record))}::text[])`;
  }
}

/** Puts other records in the place of those of their revisions. */
export async function replaceRecords(
  sql: Query,
  shelf: string,
  records: readonly LogRecord[],
): Promise<void> {
  for (const chunk of chunksOf(records)) {
    const revisions = chunk.map(({ revision }) => revision);
    await sql`delete from changes where shelf = ${shelf} and revision = any(${revisions})`;
    await insertRecords(sql, shelf, chunk);
  }
}

/** All records of a shelf after a revision, and its head; undefined of a shelf that is not there. */
export async function readRecords(
  sql: Query,
  shelf: string,
  since: Revision = 0,
): Promise<{ readonly head: Revision; readonly records: readonly LogRecord[] } | undefined> {
  // One statement, so that head and records are of one moment.
  const rows = await sql<{ head: number; record: string | null }[]>`
    select shelves.revision as head, changes.record
    from shelves left join changes
      on changes.shelf = shelves.name and changes.revision > ${since}
    where shelves.name = ${shelf}
    order by changes.revision`;
  const [first] = rows;
  if (first === undefined) return undefined;
  return {
    head: first.head,
    records: rows.flatMap(({ record }) => (record === null ? [] : toRecord(record))),
  };
}

/** The last record of an article up to a revision. */
export async function recordAt(
  sql: Query,
  shelf: string,
  id: ArticleId,
  revision: Revision,
): Promise<LogRecord | undefined> {
  const [row] = await sql<{ record: string }[]>`
    select record from changes
    where shelf = ${shelf} and article = ${id} and revision <= ${clamp(revision)}
    order by revision desc limit 1`;
  return row && toRecord(row.record);
}

/** What the column holds at most. */
export const LAST = 2_147_483_647;
const clamp = (revision: Revision): number => Math.max(0, Math.min(Math.floor(revision), LAST));

/** Bodies in their table. */
export const bodiesIn = (sql: Query): Bodies => ({
  async put(bodies) {
    const rows = [...new Map(bodies.map((bytes) => [bodyId(bytes), bytes]))];
    for (const chunk of chunksOf(rows))
      await sql`
        insert into bodies (digest, bytes)
        select * from unnest(
          ${chunk.map(([digest]) => digest)}::text[],
          ${chunk.map(([, bytes]) => Buffer.from(bytes))}::bytea[])
        on conflict do nothing`;
  },
  async get(id) {
    return (await readBodies(sql, [id])).get(id);
  },
  async remove(ids) {
    for (const chunk of chunksOf(ids))
      await sql`
        delete from bodies where digest = any(${chunk})
          and not exists (select from changes where body = digest)
          and not exists (select from changes where origin = digest)`;
  },
});

export async function readBodies(
  sql: Query,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const chunk of chunksOf(ids)) {
    const rows = await sql<{ digest: string; bytes: Uint8Array }[]>`
      select digest, bytes from bodies where digest = any(${chunk})`;
    for (const { digest, bytes } of rows) found.set(digest, bytes);
  }
  return found;
}

export function chunksOf<Item>(items: readonly Item[]): Item[][] {
  const chunks: Item[][] = [];
  for (let at = 0; at < items.length; at += CHUNK) chunks.push(items.slice(at, at + CHUNK));
  return chunks;
}
