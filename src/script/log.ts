import type { Settings } from '../config.ts';

type Level = Settings['LOG_LEVEL'];

/** What happens, for an operator; never what members typed. */
export type Log = Readonly<Record<Level, (line: string) => void>>;

const LEVELS: readonly Level[] = ['error', 'warn', 'info', 'debug'];

/** A log of the lines of this level and of graver ones: `warn: riyadh.md:3: …`. */
export function createLog(level: Level, output: NodeJS.WritableStream): Log {
  const lineAt =
    (at: Level) =>
    (line: string): void => {
      if (LEVELS.indexOf(at) <= LEVELS.indexOf(level)) output.write(`${at}: ${line}\n`);
    };
  return {
    error: lineAt('error'),
    warn: lineAt('warn'),
    info: lineAt('info'),
    debug: lineAt('debug'),
  };
}
