import type { Article, ArticleId } from '../../article/article.ts';
import { parseArticle } from '../../article/markdown.ts';
import { UserError } from '../../article/user-error.ts';
import { decode } from '../article-file.ts';
import {
  type ArticleStore,
  type Change,
  type Edit,
  type Erased,
  ERASED,
  type Revision,
  StaleRevisionError,
} from '../article-store.ts';
import type { ChangeRecord, LogRecord } from '../change-log.ts';
import { type PlainEdit, planEdits, type Step } from '../edit-plan.ts';
import { SHELF_NAME } from '../shelf-name.ts';
import { turns } from '../turns.ts';
import { isPut, numberSteps, originOf, toChange, toEntry } from '../shelf-record.ts';
import { StoreFault } from '../store-fault.ts';
import { dropCandidates } from './candidates.ts';
import { type Database, type Query, hint, takeLock } from './database.ts';
import type { Follower } from './follower.ts';
import { erasingIn } from './shelf-erasing.ts';
import { type ShelfCopy, createShelfCopy } from './shelf-copy.ts';
import { bodiesIn, insertRecords, readRecords, recordAt } from './tables.ts';

/** A shelf as this process knows it, and its turns: one read or write after the other. */
interface OpenShelf {
  readonly copy: ShelfCopy;
  readonly inTurn: <Result>(job: () => Promise<Result>) => Promise<Result>;
  readonly listeners: Set<() => void>;
}

/** So many shelves that nobody follows are kept in memory, for whoever asks for them again. */
const MOST_UNFOLLOWED = 20;

/**
 * The articles in a database that many processes share. What a shelf holds is kept in memory too, and
 * brought up to date by its log whenever it is asked for. Closing it leaves the database open.
 */
export function openPostgresStore(database: Database, follower: Follower): ArticleStore {
  const opened = new Map<string, OpenShelf>();
  let isClosed = false;

  function find(name: string): OpenShelf {
    if (!SHELF_NAME.test(name)) throw new RangeError(`"${name}" is no shelf's name`);
    if (isClosed) throw new Error('the store is closed');
    const shelf = opened.get(name) ?? {
      copy: createShelfCopy(name),
      inTurn: turns(),
      listeners: new Set(),
    };
    // The one that was asked for last comes last.
    opened.delete(name);
    opened.set(name, shelf);
    const unfollowed = [...opened].filter(([, { listeners }]) => listeners.size === 0);
    for (const [each] of unfollowed.slice(0, -MOST_UNFOLLOWED)) opened.delete(each);
    return shelf;
  }

  /** Whoever follows the shelf and could not read what changed is told again, once it can be. */
  const noted = async <Result>(name: string, work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof StoreFault) follower.missed(name);
      throw error;
    }
  };
  /** Does something with a shelf that is up to date. */
  const on = async <Result>(
    name: string,
    job: (shelf: OpenShelf, sql: Query) => Promise<Result>,
  ): Promise<Result> => {
    const shelf = find(name);
    return noted(
      name,
      shelf.inTurn(() =>
        database.read(async (sql) => {
          await shelf.copy.catchUp(sql);
          return job(shelf, sql);
        }),
      ),
    );
  };
  /** Asks the log alone. */
  const ask = async <Result>(
    name: string,
    job: (sql: Query) => Promise<Result>,
  ): Promise<Result> => {
    find(name);
    return noted(name, database.read(job));
  };
  const announce = (name: string): void => {
    for (const listener of opened.get(name)?.listeners ?? []) queueMicrotask(listener);
  };

  const erasing = erasingIn(database, (names) => {
    for (const name of names) announce(name);
  });

  return {
    head: (name) => on(name, ({ copy }) => Promise.resolve(copy.head)),
    load: (name) => on(name, ({ copy }, sql) => copy.shelf(sql)),
    changesSince: (name, revision) =>
      on(name, ({ copy }, sql) => changesSince(sql, name, copy, Math.max(0, revision))),
    append: (name, expected, actor, edits, reason) =>
      on(name, async ({ copy }) => {
        const made = await append(database, name, copy, { expected, actor, edits, reason });
        if (made.length > 0) announce(name);
        return copy.head;
      }),
    sourceAt: (name, id, revision) =>
      ask(name, async (sql) => {
        const record = await recordAt(sql, name, id, revision);
        const bytes = record && isPut(record) ? await bodiesIn(sql).get(record.body) : undefined;
        return bytes && decode(bytes);
      }),
    articleAt: (name, id, revision) => ask(name, (sql) => articleAt(sql, name, id, revision)),
    subscribe(name, listener) {
      const { listeners } = find(name);
      listeners.add(listener);
      const stop = follower.watchShelf(name, listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
    shelves: () =>
      database.read(async (sql) => {
        const rows = await sql<{ name: string }[]>`
          select name from shelves where revision > 0 and erased_at is null order by name`;
        return rows.map(({ name }) => name);
      }),
    bodiesOf: (name, id) => ask(name, (sql) => erasing.bodiesOf(sql, name, id)),
    // Whoever may write to the tables may delete from them.
    checkErasable: (name) => ask(name, () => Promise.resolve()),
    erase: (name, id) => ask(name, () => erasing.erase(name, id)),
    eraseShelf: (name) => ask(name, () => erasing.eraseShelf(name)),
    forgetMember: (userId) => erasing.forgetMember(userId),
    close: async () => {
      isClosed = true;
      await Promise.all([...opened.values()].map(({ inTurn }) => inTurn(() => Promise.resolve())));
    },
  };
}

async function changesSince(
  sql: Query,
  name: string,
  { head, erased }: ShelfCopy,
  since: Revision,
): Promise<readonly (Change | Erased)[]> {
  if (since === head) return [];
  // Whoever has seen more than there is has seen what was erased with its shelf.
  const isAnew = since > head;
  const found = await readRecords(sql, name, isAnew ? 0 : since);
  const records = (found?.records ?? []).filter(({ revision }) => revision <= head);
  const told = records.map((record) => tell(record, erased.get(record.revision)));
  return isAnew ? [...told, anew(head, erased.get(head) ?? [])] : told;
}

function tell(record: LogRecord, ids: readonly ArticleId[] = []): Change | Erased {
  return record.kind === 'erased' ? { ...record, ids } : toChange(record);
}

const anew = (head: Revision, ids: readonly ArticleId[]): Erased => ({
  revision: head,
  kind: ERASED,
  at: new Date().toISOString(),
  batch: head,
  ids,
});

async function articleAt(
  sql: Query,
  name: string,
  id: ArticleId,
  at: Revision,
): Promise<Article | undefined> {
  const record = await recordAt(sql, name, id, at);
  if (record === undefined || !isPut(record)) return undefined;
  const { revision, provenance, body } = toEntry(record);
  const bytes = await bodiesIn(sql).get(body);
  return bytes && { ...parseArticle(decode(bytes), { shelf: name, id, revision }), provenance };
}

interface Order {
  readonly expected: Revision;
  readonly actor: string;
  readonly edits: readonly Edit[];
  readonly reason?: string | undefined;
}

/** Plans by the copy, which is of the revision expected, and writes while the shelf still is. */
async function append(
  database: Database,
  name: string,
  copy: ShelfCopy,
  { expected, actor, edits, reason }: Order,
): Promise<readonly ChangeRecord[]> {
  if (copy.head !== expected) throw new StaleRevisionError(expected, copy.head);
  const { steps, records } = await database.read(async (sql) => {
    const plain = await Promise.all(edits.map((edit) => plainEdit(sql, name, edit)));
    const planned = planEdits(name, plain, copy.known.entries, []);
    const { entries } = copy.known;
    const making = { actor, reason, head: expected, entries, bodies: bodiesIn(sql) };
    return { steps: planned, records: await numberSteps(planned, making) };
  });
  if (records.length === 0) return [];
  await database.change((sql) => write(sql, name, expected, steps, records));
  copy.note(records, steps);
  return records;
}

async function write(
  sql: Query,
  name: string,
  expected: Revision,
  steps: readonly Step[],
  records: readonly ChangeRecord[],
): Promise<void> {
  // What is erased meanwhile may be a body that is put here.
  await takeLock(sql, 'bodies', { isShared: true });
  if (expected === 0) await sql`insert into shelves values (${name}, 0) on conflict do nothing`;
  const [row] = await sql`
    update shelves set revision = revision + ${records.length}, erased_at = null
    where name = ${name} and revision = ${expected} returning revision`;
  if (row === undefined) {
    const [now] = await sql<{ revision: number }[]>`
      select revision from shelves where name = ${name}`;
    throw new StaleRevisionError(expected, now?.revision ?? 0);
  }
  await bodiesIn(sql).put(steps.flatMap((step) => (step.kind === 'put' ? step.bytes : [])));
  await insertRecords(sql, name, records);
  const removed = records.flatMap((record) => (isPut(record) ? [] : [record.id]));
  if (removed.length > 0) await dropCandidates(sql, name, removed);
  await hint(sql);
}

/** A version that is put back, as what it held. */
async function plainEdit(sql: Query, name: string, edit: Edit): Promise<PlainEdit> {
  if (edit.kind !== 'restore') return edit;
  const { id, revision } = edit;
  const record = await recordAt(sql, name, id, revision);
  const isIts = record !== undefined && isPut(record) && record.revision === revision;
  const bytes = isIts ? await bodiesIn(sql).get(record.body) : undefined;
  if (!isIts || bytes === undefined)
    throw new UserError(`There is no version ${revision} of "${id}" any more; choose another.`);
  return { kind: 'put', id, source: decode(bytes), from: originOf(record, undefined) };
}
