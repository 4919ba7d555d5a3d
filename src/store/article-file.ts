import { isUtf8 } from 'node:buffer';
import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  type Stats,
} from 'node:fs';
import { lstat, open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Article, type ArticleId, isArticleId } from '../article/article.ts';
import { parseArticle } from '../article/markdown.ts';
import { ArticleError, UserError } from '../article/user-error.ts';
import type { Problem } from './article-store.ts';
import { bodyId } from './bodies.ts';
import { codeOf, ifPresent } from './file-error.ts';

/** One mebibyte: about 170,000 words. */
export const LARGEST_FILE = 1_048_576;

/** What reading one file of a folder came to. */
export type Reading =
  | {
      readonly kind: 'article';
      readonly file: string;
      readonly id: ArticleId;
      /** Of the file's bytes. */
      readonly body: string;
      /** With revision 0: which one it has is for the log to say. */
      readonly article: Article;
    }
  | {
      readonly kind: 'problem';
      readonly file: string;
      readonly id?: ArticleId;
      readonly problem: Problem;
    };

/** A reading, and what the file looked like from outside, so that it is not read again in vain. */
export interface Glance {
  readonly reading: Reading;
  readonly signature: string;
  /** Milliseconds since 1970, by the file system's clock. */
  readonly changedAt: number;
  /** What was read, where it was read just now. */
  readonly bytes?: Uint8Array;
}

export interface Folder {
  readonly path: string;
  readonly shelf: string;
}

/** Names that are articles' files: `a.md`, `b.MD`, but not `.a.md`, which editors leave behind. */
export const isArticleFile = (name: string): boolean => /^[^.].*\.md$/isu.test(name);

/** How the file system is asked. */
export interface FileCalls {
  readonly look: (path: string) => BigIntStats | Promise<BigIntStats>;
  readonly read: (path: string) => Uint8Array | Promise<Uint8Array>;
}

/** Others go on meanwhile, however slow the disk. */
const waitingCalls: FileCalls = {
  look: (path) => lstat(path, { bigint: true }),
  read: readBytes,
};

/** A third of the time for small files; nothing else goes on meanwhile. */
export const quickCalls: FileCalls = {
  look: (path) => lstatSync(path, { bigint: true }),
  read: readBytesNow,
};

/**
 * Reads a file, or takes what was known of it if it looks the same from outside.
 * Undefined where there is no file any more, or a folder.
 */
export async function readArticleFile(
  folder: Folder,
  file: string,
  known: Glance | undefined,
  calls: FileCalls = waitingCalls,
): Promise<Glance | undefined> {
  const path = join(folder.path, file);
  try {
    const { target, stats } = await locate(folder.path, path, calls);
    if (stats.isDirectory()) return undefined;
    const signature = sign(stats);
    if (known?.signature === signature && isSettled(known)) return known;
    const read = readTarget(folder, file, await calls.read(target));
    return { ...read, signature, changedAt: Number(stats.mtimeMs) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    return { reading: problemOf(folder, file, error), signature: '', changedAt: 0 };
  }
}

const sign = ({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string =>
  [dev, ino, size, mtimeNs, ctimeNs].join(':');

/** A change within the same tick of the file system's clock would not show from outside. */
export const isSettled = ({ changedAt }: Glance): boolean => Date.now() - changedAt > 2000;

/** The file itself, or what a symbolic link leads to, if that is in the folder, too. */
async function locate(folder: string, path: string, { look }: FileCalls) {
  const stats = await look(path);
  if (!stats.isSymbolicLink()) return { target: path, stats };
  const target = await ifPresent(realpath(path));
  if (target === undefined)
    throw new UserError('It is a link that leads nowhere; put the file itself here.');
  if (target.startsWith((await realpath(folder)) + sep))
    return { target, stats: await look(target) };
  throw new UserError('It is a link to a file outside the folder; put the file itself here.');
}

function readTarget(folder: Folder, file: string, bytes: Uint8Array) {
  try {
    const id = readId(file);
    const article = parseArticle(decode(bytes), { shelf: folder.shelf, id, revision: 0 });
    const reading = { kind: 'article', file, id, body: bodyId(bytes), article } as const;
    return { reading, bytes };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { reading: problemOf(folder, file, error) };
  }
}

/**
 * The file's stem, composed: some file systems keep `é` as `e` and an accent. Undefined of a file that
 * is no article's.
 */
export function idOfFile(file: string): ArticleId | undefined {
  const stem = file.slice(0, -'.md'.length).normalize('NFC');
  return isArticleFile(file) && isArticleId(stem) ? stem : undefined;
}

function readId(file: string): ArticleId {
  const id = idOfFile(file);
  if (id !== undefined) return id;
  throw new UserError(
    'Its name is not an id: rename it with letters, digits, "-", "_" and "." alone, at most 100.',
  );
}

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
// A pipe would keep whoever opens it waiting, and a link may have been put here since.
const FLAGS = O_RDONLY | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0);

async function readBytes(path: string): Promise<Uint8Array> {
  const handle = await open(path, FLAGS);
  try {
    checkFile(await handle.stat());
    return checkSize(await handle.readFile());
  } finally {
    await handle.close();
  }
}

function readBytesNow(path: string): Uint8Array {
  const file = openSync(path, FLAGS);
  try {
    checkFile(fstatSync(file));
    return checkSize(readFileSync(file));
  } finally {
    closeSync(file);
  }
}

function checkFile(stats: Stats): void {
  if (!stats.isFile()) throw new UserError('It is not a file; take it out of the folder.');
  if (stats.size > LARGEST_FILE) throw tooLarge(stats.size);
}

/** It may have grown since. */
function checkSize(bytes: Uint8Array): Uint8Array {
  if (bytes.length > LARGEST_FILE) throw tooLarge(bytes.length);
  return bytes;
}

export const tooLarge = (size: number): UserError =>
  new UserError(
    `It has ${size.toLocaleString('en')} bytes, more than the ${LARGEST_FILE.toLocaleString('en')} ` +
      'that an article may have; split it.',
  );

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The text of a file's bytes, byte-order mark and all.
 * @throws ArticleError if they are not UTF-8.
 */
export function decode(bytes: Uint8Array): string {
  const isText = isUtf8(bytes);
  if (isText) return decoder.decode(bytes);
  throw new ArticleError('It is not UTF-8 text; save it with the encoding UTF-8.', badLine(bytes));
}

/** The number of the first line that is not UTF-8. */
function badLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, stop))) break;
    start = stop;
  }
  return line;
}

/** The file as a problem: of the user's, or of a file that we may not read. */
function problemOf({ path }: Folder, file: string, error: unknown): Reading {
  const stem = file.slice(0, -'.md'.length).normalize('NFC');
  const id = isArticleId(stem) ? { id: stem } : {};
  const line =
    error instanceof ArticleError && error.line !== undefined ? { line: error.line } : {};
  return {
    kind: 'problem',
    file,
    ...id,
    problem: { file, ...line, message: explain(error, path) },
  };
}

function explain(error: unknown, folder: string): string {
  if (error instanceof UserError) return error.message;
  if (codeOf(error) === 'ELOOP')
    return 'It is a link that leads nowhere; put the file itself here.';
  return `It cannot be read (${codeOf(error) ?? String(error)}); let the account that runs Verbatim read ${folder}.`;
}
