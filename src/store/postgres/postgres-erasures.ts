import { randomBytes } from 'node:crypto';
import type { ErasureBook } from '../erasing/erasure-book.ts';
import { digestsOf, readDigests } from '../erasing/erasure-record.ts';
import type { Database } from './database.ts';
import { readBodies } from './tables.ts';

/** What is being erased, and that something was, in tables. */
export const postgresErasureBook = (database: Database): ErasureBook => ({
  alone: (job) => database.alone('erasing', job),
  begin: (order) =>
    database.change(async (sql) => {
      await sql`delete from erasing`;
      await sql`insert into erasing values (${order})`;
    }),
  begun: () =>
    database.read(async (sql) => {
      const [row] = await sql<{ erasure: string }[]>`select erasure from erasing`;
      return row?.erasure;
    }),
  end: (record, things) =>
    database.change(async (sql) => {
      const rows = await sql<{ record: string }[]>`
        select record from erased_digests order by id desc limit 1`;
      const [last] = readDigests(rows.map((row) => `${row.record}\n`).join(''));
      const salt = last?.salt ?? randomBytes(16).toString('hex');
      for (const digest of digestsOf(salt, things)) {
        await sql`delete from erased_digests where digest = ${digest.digest}`;
        await sql`
          insert into erased_digests (digest, record)
          values (${digest.digest}, ${JSON.stringify(digest)})`;
      }
      await sql`
        insert into erasures (record) values (${JSON.stringify(record)}) on conflict do nothing`;
      await sql`delete from erasing`;
    }),
  gone: (bodies) =>
    database.read(async (sql) => {
      const kept = await readBodies(sql, bodies);
      return bodies.filter((body) => !kept.has(body));
    }),
  // Nothing is mended here: the server keeps its tables whole.
  scrub: () => Promise.resolve(),
  backups: () => Promise.resolve(undefined),
});
