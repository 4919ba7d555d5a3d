import { UserError } from '../article/user-error.ts';

/** Node's name for what went wrong with a file: `ENOENT`, `EACCES`. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

const WHAT_TO_DO: Readonly<Record<string, string>> = {
  EACCES: 'permission denied. Give the account that runs Verbatim the right to write there',
  EPERM: 'it is not permitted. Give the account that runs Verbatim the right to write there',
  ENOENT: 'the folder is gone. Put it back and try again',
  EROFS: 'it is on a read-only file system. Mount it for writing, or edit the files elsewhere',
  ENOSPC: 'the disk is full. Free some space and try again',
  EDQUOT: 'the disk quota is used up. Free some space and try again',
  ENAMETOOLONG: 'the name is too long for this file system. Choose a shorter one',
  EISDIR: 'a folder stands where a file is needed. Move it away, or choose another id',
  EMFILE: 'too many files are open. Raise the limit (ulimit -n) and restart',
  EIO: 'the disk reports a fault. Look at its health, and try again',
  ENFILE: 'too many files are open on this machine. Raise its limit, or stop other programs',
  EBUSY: 'another program is using it. Close that, and try again',
  EEXIST: 'a file stands where a folder is needed. Move it away, or choose another folder',
  ENOTDIR: 'a file stands where a folder is needed. Move it away, or choose another folder',
};

/** The error as one that says what to do, if it is one of those that an operator can put right. */
export function explainWrite(error: unknown, place: string): unknown {
  const advice = WHAT_TO_DO[codeOf(error) ?? ''];
  if (advice === undefined) return error;
  return new UserError(`Cannot write to ${place}: ${advice}.`, { cause: error });
}

/** Like `explainWrite`, for what only may have been a write; the error itself knows the place better. */
export function explainUse(error: unknown, place: string): unknown {
  const advice = WHAT_TO_DO[codeOf(error) ?? ''];
  if (advice === undefined) return error;
  const path = error instanceof Error && 'path' in error ? error.path : undefined;
  const where = typeof path === 'string' ? path : place;
  return new UserError(`Cannot use ${where}: ${advice}.`, { cause: error });
}

/** What a call gives, or undefined where there is no such file. */
export async function ifPresent<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
