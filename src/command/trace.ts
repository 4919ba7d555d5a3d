/**
 * Where an error arose, without its message, which may repeat what a member typed. A code, as
 * Node's and Discord's errors have, is kept.
 */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return [`${error.name}${code}`, ...frames].join('\n');
}
