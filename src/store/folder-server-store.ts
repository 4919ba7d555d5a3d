import { join } from 'node:path';
import { type Journal, openJournal } from './journal.ts';
import { apply, keepNothing, notesOf } from './kept-notes.ts';
import type { NoteLog, Pen } from './note-log.ts';
import { keepServers } from './server-keeper.ts';
import { type Note, noteSchema } from './server-note.ts';
import type { ServerStore } from './server-store.ts';
import { turns } from './turns.ts';

/**
 * Opens what servers keep in `servers.jsonl`, for the process that has `dataDir`.
 * @throws UserError if the file is damaged or cannot be written to.
 */
export async function openServerStore(
  dataDir: string,
  clock: () => number = Date.now,
): Promise<ServerStore> {
  const { journal, items } = await openJournal<Note>(join(dataDir, 'servers.jsonl'), noteSchema);
  return keepServers(noteLogOn(journal, items, clock), clock);
}

/** Keeps everything in memory, for as long as the process lives. */
export const memoryServerStore = (clock: () => number = Date.now): ServerStore =>
  keepServers(
    noteLogOn({ append: () => Promise.resolve(), rewrite: () => Promise.resolve() }, [], clock),
    clock,
  );

function noteLogOn(journal: Journal<Note>, items: readonly Note[], clock: () => number): NoteLog {
  const kept = keepNothing(clock);
  for (const item of items) apply(kept, item);
  let size = items.length;
  const inTurn = turns();
  const pen: Pen = {
    async append(note) {
      await journal.append(note);
      apply(kept, note);
      size += 1;
    },
    async rewrite() {
      const notes = notesOf(kept);
      await journal.rewrite(notes);
      size = notes.length;
    },
  };
  return {
    kept,
    get size() {
      return size;
    },
    change: (work) => inTurn(() => work(pen)),
  };
}
