import { type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { IntakeError } from './intake-error.ts';

/** What `readBody` can undo. */
export const ACCEPTED_ENCODINGS = 'gzip, br';

/** More than one is odd already; a chain of many is a bomb in a bomb. */
const MOST_ENCODINGS = 2;

export interface BodyRules {
  /** Bytes, before and after decompression. */
  readonly mostBytes: number;
  /** The `Content-Encoding` header: `gzip`. */
  readonly encoding: string | undefined;
  /** For the message. */
  readonly host: string;
  readonly signal: AbortSignal;
}

/**
 * The decompressed bytes of an answer. It stops as soon as there are too many, so that what is small
 * on the wire and huge in memory (a gzip or Brotli bomb) never gets there.
 * @throws IntakeError if there are too many, or if they cannot be decompressed.
 */
export async function readBody(body: Readable, rules: BodyRules): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const collect = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const { mostBytes, signal } = rules;
  const steps = [limit(mostBytes), ...decodersOf(rules), limit(mostBytes)];
  await pipeline([body, ...steps, collect], { signal });
  return Buffer.concat(chunks);
}

/** Lets bytes through until there are too many. */
function limit(mostBytes: number): Transform {
  let total = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      total += chunk.length;
      if (total <= mostBytes) done(null, chunk);
      else done(new IntakeError('intake.link-large', { most: inWords(mostBytes) }));
    },
  });
}

/** `5242880` → `5 MB`; `1048576` → `1 MB`; `524288` → `512 KB`. */
export const inWords = (bytes: number): string =>
  bytes >= 1_048_576
    ? `${String(Math.floor(bytes / 1_048_576))} MB`
    : `${String(Math.floor(bytes / 1024))} KB`;

function decodersOf({ encoding = '', host }: BodyRules): Transform[] {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MOST_ENCODINGS) throw new IntakeError('intake.link-broken', { host });
  return names.toReversed().map((name) => {
    if (name === 'gzip' || name === 'x-gzip') return createGunzip();
    if (name === 'br') return createBrotliDecompress();
    throw new IntakeError('intake.link-broken', { host });
  });
}
