import { codeOf } from '../file-error.ts';

// Which errors of the client (`ECONNREFUSED`) and of the server (five letters, by the SQL standard) mean
// that the database is out of reach, for now.

const LOST_CODES: ReadonlySet<string> = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
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

/** The server does not do what it was asked for, and says so: nothing of it is kept. */
const REFUSED = [
  /^28/u, // a name or password that it no longer takes
  /^3D/u, // no such database
  /^53/u, // no connection, memory or room left
  /^25006$/u, // it only reads, as a standby does
  /^25P03$/u, // waited too long within a transaction
  /^55P03$/u, // waited too long for a lock
  /^57/u, // it is shutting down, or cancelled what took too long
  /^58/u, // its disk has a fault
] as const;

/** A connection that ends in an error of the server's class 08 may have done its work before. */
const CUT_OFF = /^(?:08|57P0[12])/u;

/** Whether the database is out of reach. */
export function isLost(error: unknown): boolean {
  // A name that leads to several addresses fails with an error for each.
  if (error instanceof AggregateError && error.errors.some(isLost)) return true;
  const code = codeOf(error) ?? '';
  if (code === 'ENOENT') return isOfConnecting(error);
  return LOST_CODES.has(code) || CUT_OFF.test(code) || REFUSED.some((each) => each.test(code));
}

/** A socket in the file system that is not there, and no other file. */
const isOfConnecting = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && error.syscall === 'connect';

/** Whether it is sure that what was asked for was not done. */
export function isDamageless(error: unknown): boolean {
  const code = codeOf(error) ?? '';
  return !CUT_OFF.test(code) && REFUSED.some((each) => each.test(code));
}
