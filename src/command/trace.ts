/**
 * Where an error arose, without its message, which may repeat what a member typed. A code, as
 * Node's and Discord's errors have, is kept.
 */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && isCode(error.code) ? ` ${String(error.code)}` : '';
  return [`${error.name}${code}`, ...framesOf(error)].join('\n');
}

/** `ENOSPC`, `40060`, `42P01`; words are none. */
const isCode = (code: unknown): boolean => /^[\w-]{1,40}$/u.test(String(code));

const FRAME = /^\s+at /u;

/**
 * A message of several lines may hold one that looks like a frame, so it is cut out first; where it is
 * not to be found, having been changed since, nothing tells the frames from it.
 */
function framesOf({ stack = '', message }: Error): readonly string[] {
  if (!stack.includes(message)) return [];
  const lines = stack.replace(message, () => '').split('\n');
  return lines.slice(lines.findLastIndex((line) => !FRAME.test(line)) + 1);
}
