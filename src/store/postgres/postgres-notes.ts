import { isDeepStrictEqual } from 'node:util';
import { apply, becomeKept, keepNothing, type Kept, notesOf } from '../kept-notes.ts';
import type { NoteLog } from '../note-log.ts';
import { keepServers } from '../server-keeper.ts';
import { type Note, noteSchema } from '../server-note.ts';
import type { ServerStore } from '../server-store.ts';
import { StoreFault } from '../store-fault.ts';
import { turns } from '../turns.ts';
import { type Database, type Query, hint } from './database.ts';
import type { Follower } from './follower.ts';
import { LAST, chunksOf } from './tables.ts';

/** The log's row: its last note, and the first of those that were written when it was last written anew. */
interface Head {
  readonly revision: number;
  readonly rewritten: number;
}

/**
 * Opens what servers keep in a database that many processes share. Each has all of it in memory, and
 * follows the log; whoever changes something locks the log's row, reads what is new, decides, and
 * appends, so that no two decide the same.
 * @param report told when what others changed cannot be read; the next look tries again
 */
export async function openPostgresServerStore(
  database: Database,
  follower: Follower,
  report: (error: unknown) => void,
  clock: () => number = Date.now,
): Promise<ServerStore> {
  const { log, catchUp } = noteLogIn(database, clock);
  await catchUp();
  follower.watchNotes(
    () =>
      void catchUp().catch((error: unknown) => {
        follower.missed();
        // That the database is lost, the follower tells itself.
        if (!(error instanceof StoreFault)) report(error);
      }),
  );
  return keepServers(log, clock);
}

function noteLogIn(
  database: Database,
  clock: () => number,
): { readonly log: NoteLog; readonly catchUp: () => Promise<void> } {
  const kept = keepNothing(clock);
  const inTurn = turns();
  let seen = -1;
  let size = 0;

  async function readNew(sql: Query, { revision, rewritten }: Head): Promise<void> {
    if (seen === revision) return;
    const isAnew = seen < rewritten;
    const notes = await readNotes(sql, isAnew ? 0 : seen, revision);
    if (isAnew) replace(kept, notes, clock);
    else for (const note of notes) apply(kept, note);
    size = notes.length + (isAnew ? 0 : size);
    seen = revision;
  }

  const catchUp = (): Promise<void> =>
    inTurn(() =>
      database.read(async (sql) => {
        const [head] = await sql<Head[]>`select revision, rewritten from note_log`;
        if (head !== undefined) await readNew(sql, head);
      }),
    );

  const log: NoteLog = {
    kept,
    get size() {
      return size;
    },
    change: (work) =>
      inTurn(async () => {
        const added: Note[] = [];
        let next: { readonly seen: number; readonly size: number } | undefined;
        const result = await database.change(async (sql) => {
          const [head] = await sql<Head[]>`select revision, rewritten from note_log for update`;
          if (head === undefined) throw new Error('the row of note_log is gone');
          await readNew(sql, head);
          let isAnew = false;
          const done = await work({
            append: (note) => Promise.resolve(void added.push(note)),
            rewrite: () => Promise.resolve(void (isAnew = true)),
          });
          const notes = isAnew ? notesOf(kept) : added;
          if (notes.length === 0 && !isAnew) return done;
          next = await writeNotes(sql, head, notes, isAnew);
          if (!isAnew) next = { ...next, size: size + notes.length };
          return done;
        });
        // Known to be kept from here on.
        for (const note of added) apply(kept, note);
        if (next !== undefined) ({ seen, size } = next);
        return result;
      }),
  };
  return { log, catchUp };
}

/** The notes after one and up to another, oldest first. */
export async function readNotes(sql: Query, since = 0, until = LAST): Promise<readonly Note[]> {
  const rows = await sql<{ note: string }[]>`
    select note from notes where revision > ${since} and revision <= ${until} order by revision`;
  return rows.map(({ note }) => noteSchema.parse(JSON.parse(note)));
}

async function writeNotes(
  sql: Query,
  { revision, rewritten }: Head,
  notes: readonly Note[],
  isAnew: boolean,
): Promise<{ readonly seen: number; readonly size: number }> {
  if (isAnew) await sql`delete from notes`;
  await insertNotes(sql, revision + 1, notes);
  // One more even where nothing is left, so that others hear of it.
  const last = revision + Math.max(1, notes.length);
  await sql`
    update note_log set revision = ${last}, rewritten = ${isAnew ? revision + 1 : rewritten}`;
  await hint(sql);
  return { seen: last, size: notes.length };
}

/** Inserts notes with the revisions from one on. */
export async function insertNotes(
  sql: Query,
  first: number,
  notes: readonly unknown[],
): Promise<void> {
  const rows = notes.map((note, at) => [first + at, JSON.stringify(note)] as const);
  for (const chunk of chunksOf(rows))
    await sql`
      insert into notes (revision, note)
      select * from unnest(
        ${chunk.map(([revision]) => revision)}::integer[], ${chunk.map(([, note]) => note)}::text[])`;
}

/** Becomes what notes come to; what is as it was stays the same object, as whoever holds it compares. */
function replace(kept: Kept, notes: readonly Note[], clock: () => number): void {
  const fresh = keepNothing(clock);
  for (const note of notes) apply(fresh, note);
  keepSame(kept.settings, fresh.settings);
  keepSame(kept.reports, fresh.reports);
  keepSame(kept.cards, fresh.cards);
  keepSame(kept.tables.draft.rows, fresh.tables.draft.rows);
  keepSame(kept.tables.feed.rows, fresh.tables.feed.rows);
  keepSame(kept.tables.correction.rows, fresh.tables.correction.rows);
  becomeKept(kept, fresh);
}

function keepSame<Item>(before: ReadonlyMap<string, Item>, fresh: Map<string, Item>): void {
  for (const [key, item] of fresh) {
    const known = before.get(key);
    if (known !== undefined && isDeepStrictEqual(known, item)) fresh.set(key, known);
  }
}
