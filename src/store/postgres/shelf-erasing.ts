import type { ArticleId } from '../../article/article.ts';
import type { ArticleStore } from '../article-store.ts';
import type { LogRecord } from '../change-log.ts';
import {
  bodiesNamed,
  withoutAnything,
  withoutArticle,
  withoutMember,
} from '../erasing/erased-records.ts';
import { dropCandidates } from './candidates.ts';
import { type Database, type Query, hint, takeLock } from './database.ts';
import { bodiesIn, insertRecords, readRecords, replaceRecords } from './tables.ts';

/** How long the head of a shelf outlives it, so that whoever follows it hears that it is gone. */
const HEAD_LIFE = '1 day';

interface ShelfErasing extends Pick<ArticleStore, 'erase' | 'eraseShelf' | 'forgetMember'> {
  bodiesOf(sql: Query, shelf: string, id?: ArticleId): Promise<readonly string[]>;
}

/**
 * Erases from shelves, each thing as a whole or not at all, and while nobody puts articles anywhere:
 * what one has just put may be what another lets go.
 * @param announce told of the shelves of which something was erased
 */
export function erasingIn(
  database: Database,
  announce: (shelves: readonly string[]) => void,
): ShelfErasing {
  const erasing = async (work: (sql: Query) => Promise<string[]>): Promise<void> => {
    const shelves = await database.change(async (sql) => {
      await takeLock(sql, 'bodies');
      await sweepShelves(sql);
      const changed = await work(sql);
      await hint(sql);
      return changed;
    }, 'patient');
    announce(shelves);
    if (shelves.length > 0) await overwrite(database);
  };
  return {
    bodiesOf: async (sql, shelf, id) =>
      bodiesNamed((await readRecords(sql, shelf))?.records ?? [], id),
    erase: (shelf, id) =>
      erasing(async (sql) => {
        const records = (await readRecords(sql, shelf))?.records ?? [];
        const without = withoutArticle(records, id, new Date().toISOString());
        if (without === undefined) return [];
        await rewrite(sql, shelf, records, without);
        await dropCandidates(sql, shelf, [id]);
        await bodiesIn(sql).remove(bodiesNamed(records, id));
        return [shelf];
      }),
    eraseShelf: (shelf) =>
      erasing(async (sql) => {
        const records = (await readRecords(sql, shelf))?.records ?? [];
        if (records.length === 0) return [];
        await rewrite(sql, shelf, records, withoutAnything(records, new Date().toISOString()));
        await sql`update shelves set erased_at = now() where name = ${shelf}`;
        await dropCandidates(sql, shelf);
        await bodiesIn(sql).remove(bodiesNamed(records));
        return [shelf];
      }),
    forgetMember: (userId) =>
      erasing(async (sql) => {
        const rows = await sql<{ shelf: string }[]>`
          select distinct shelf from changes where position(${userId} in record) > 0`;
        const changed: string[] = [];
        for (const { shelf } of rows) {
          const records = (await readRecords(sql, shelf))?.records ?? [];
          const without = withoutMember(records, userId, new Date().toISOString());
          if (without === undefined) continue;
          await rewrite(sql, shelf, records, without.records);
          changed.push(shelf);
        }
        return changed;
      }),
  };
}

/** Puts other records in the place of a shelf's; those that are more come after them. */
async function rewrite(
  sql: Query,
  shelf: string,
  before: readonly LogRecord[],
  after: readonly LogRecord[],
): Promise<void> {
  const changed = after.slice(0, before.length).filter((record, at) => record !== before[at]);
  await sql`update shelves set revision = ${after.length} where name = ${shelf}`;
  await replaceRecords(sql, shelf, changed);
  await insertRecords(sql, shelf, after.slice(before.length));
}

/** Nothing stays of shelves that were erased a while ago. */
export async function sweepShelves(sql: Query): Promise<void> {
  const rows = await sql<{ name: string }[]>`
    select name from shelves where erased_at < now() - ${HEAD_LIFE}::interval`;
  for (const { name } of rows) {
    await sql`delete from changes where shelf = ${name}`;
    await sql`delete from shelves where name = ${name}`;
  }
}

/**
 * Has the server give the room of deleted rows to others at once, which it does by itself later; only
 * the owner of the tables may.
 */
async function overwrite(database: Database): Promise<void> {
  await database
    .read((sql) => sql`vacuum changes, bodies, notes, candidates`)
    .catch(() => undefined);
}
