import type { IncomingMessage, ServerResponse } from 'node:http';
import type { IntakeFault } from '../../src/intake/intake-error.ts';
import type { Taken } from '../../src/intake/taken.ts';
import { bytesOf } from './samples.ts';

/** What must come of something hostile: it is refused with a fault, or taken in and harmless. */
export type Outcome =
  | IntakeFault
  | {
      /** For the document: `the script is gone`. */
      readonly taken: string;
      readonly check: (taken: Taken) => void;
    };

interface Row {
  /** For the document; unique. */
  readonly what: string;
  readonly outcome: Outcome;
}

/** A link that is refused before anything is asked, or by the addresses that its name has. */
export interface LinkRow extends Row {
  readonly link: string;
  /** The addresses of the link's host; if it is left out, they must not be asked for. */
  readonly addresses?: readonly string[];
}

/** An answer of a site. */
export interface AnswerRow extends Row {
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** The addresses of the site at each look-up; always the local server's if it is left out. */
  readonly lookups?: readonly (readonly string[])[];
}

export interface FileRow extends Row {
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

/** An outcome in the document: the fault's key, or what was made harmless. */
export const wordsOf = (outcome: Outcome): string =>
  typeof outcome === 'string' ? `refused: \`${outcome}\`` : `taken in: ${outcome.taken}`;

/** A row of a file; its content is made when it is tried, if it is large. */
export const file = (
  what: string,
  name: string,
  outcome: Outcome,
  content: string | Uint8Array | (() => string | Uint8Array),
): FileRow => ({
  what,
  name,
  outcome,
  bytes: () => {
    const made = typeof content === 'function' ? content() : content;
    return typeof made === 'string' ? bytesOf(made) : made;
  },
});

export const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

export const taken = (words: string, check: (taken: Taken) => void): Outcome => ({
  taken: words,
  check,
});
