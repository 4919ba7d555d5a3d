import { Unzip, type UnzipFile, UnzipInflate, strFromU8, strToU8, zipSync } from 'fflate';
import { IntakeError } from './intake-error.ts';
import { inWords } from './read-body.ts';

// Articles in a zip, a Markdown file each. Whatever an archive claims of itself, it is unpacked bit by
// bit, and no further than the limits; the names in it are never used as paths.

/** Bytes of a file, and of all files together; how many files. */
const LARGEST_FILE = 1_048_576;
const LARGEST_WHOLE = 104_857_600;
const MOST_FILES = 20_000;

export interface ArchivedFile {
  /** `riyadh-talks.md`; what stands before a slash is left out. */
  readonly name: string;
  readonly text: string;
}

export interface Unpacked {
  readonly files: readonly ArchivedFile[];
  /** The names of files that are no Markdown, or too large, or not UTF-8. */
  readonly skipped: readonly string[];
}

/** The zip of some files. */
export const packFiles = (files: readonly ArchivedFile[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])));

/**
 * The Markdown files of a zip; what lies under `history/` is left out.
 * @throws IntakeError if it is no zip, or unpacks to more than one archive may hold
 */
export function unpackFiles(bytes: Uint8Array): Unpacked {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new IntakeError('intake.archive');
  const files: ArchivedFile[] = [];
  const skipped: string[] = [];
  const budget = { files: MOST_FILES, bytes: LARGEST_WHOLE };
  const unzip = new Unzip((entry) => {
    budget.files -= 1;
    if (budget.files < 0) throw tooLarge();
    if (entry.name.endsWith('/') || entry.name.startsWith('history/')) return;
    if (!/\.md$/iu.test(entry.name)) {
      skipped.push(baseName(entry.name));
      return;
    }
    collect(entry, budget, (text) => {
      if (text === undefined) skipped.push(baseName(entry.name));
      else files.push({ name: baseName(entry.name), text });
    });
  });
  unzip.register(UnzipInflate);
  try {
    unzip.push(bytes, true);
  } catch (error) {
    throw error instanceof IntakeError ? error : new IntakeError('intake.archive');
  }
  return { files, skipped };
}

const LONGEST_NAME = 200;

const baseName = (name: string): string => (name.split(/[/\\]/u).at(-1) ?? '').slice(-LONGEST_NAME);

const tooLarge = (): IntakeError =>
  new IntakeError('intake.archive-large', { most: inWords(LARGEST_WHOLE) });

/** Gives the text of an entry, or undefined where it is too large or no text. */
function collect(
  entry: UnzipFile,
  budget: { bytes: number },
  done: (text: string | undefined) => void,
): void {
  const chunks: Uint8Array[] = [];
  let size = 0;
  entry.ondata = (error, chunk, isLast) => {
    if (error) throw error;
    size += chunk.length;
    budget.bytes -= chunk.length;
    if (budget.bytes < 0) throw tooLarge();
    if (size <= LARGEST_FILE) chunks.push(chunk);
    if (isLast) done(size > LARGEST_FILE ? undefined : textOf(Buffer.concat(chunks)));
  };
  entry.start();
}

function textOf(bytes: Uint8Array): string | undefined {
  const text = strFromU8(bytes);
  return Buffer.from(text).equals(bytes) ? text : undefined;
}
