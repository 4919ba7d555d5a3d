import type { Kept } from './kept-notes.ts';
import type { Note } from './server-note.ts';

/**
 * Where the notes are that what servers keep comes to. Implemented by the folder, by PostgreSQL
 * (`postgres/postgres-notes.ts`), and by memory. What it comes to is in memory, too.
 */
export interface NoteLog {
  /** What the notes come to, as far as this process knows. */
  readonly kept: Kept;
  /** How many notes there are. */
  readonly size: number;
  /** Does something while nobody else changes anything, and `kept` is what the notes come to. */
  change<Result>(work: (pen: Pen) => Promise<Result>): Promise<Result>;
}

export interface Pen {
  /** Adds a note; when the change is done it is safe, and `kept` has it. */
  append(note: Note): Promise<void>;
  /** Puts what `kept` comes to in the place of all notes, in one step. */
  rewrite(): Promise<void>;
}
