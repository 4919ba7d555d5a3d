import { codeOf } from '../file-error.ts';

// Which errors of the network (`ECONNREFUSED`), of the client and of the server (five letters, by the
// SQL standard) mean that the database is out of reach, for now.

const LOST_CODES: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What the client says without a code. */
const LOST_WORDS =
  /^(?:Connection terminated|Query read timeout|timeout (?:exceeded|expired)|Client (?:has encountered a connection error|was closed))/u;

/** The server does not do what it was asked for, and says so: nothing of it is kept. */
const REFUSED = [
  /^28/u, // a name or password that it no longer takes
  /^3D/u, // no such database
  /^53/u, // no connection, memory or room left
  /^25006$/u, // it only reads, as a standby does
  /^25P03$/u, // waited too long within a transaction
  /^55P03$/u, // waited too long for a lock
  /^57(?!P0[12])/u, // it is not up yet, or cancelled what took too long
  /^58/u, // its disk has a fault
] as const;

/** It went away; what it was asked for may have been done before. */
const CUT_OFF = /^(?:08|57P0[12])/u;

/** Whether the database is out of reach. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // A name that leads to several addresses fails with an error for each.
  if (error instanceof AggregateError && error.errors.some(isLost)) return true;
  const code = codeOf(error);
  if (code === undefined) return LOST_WORDS.test(error.message);
  // A socket in the file system that is not there; other files are no business of ours.
  if (code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect';
  return LOST_CODES.has(code) || CUT_OFF.test(code) || isRefused(error);
}

/** Whether it is sure that what was asked for was not done. */
export function isRefused(error: unknown): boolean {
  const code = codeOf(error) ?? '';
  return REFUSED.some((each) => each.test(code));
}
