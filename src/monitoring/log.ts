import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import type { Settings } from '../config.ts';
import { concealing } from './concealment.ts';

type Level = Settings['LOG_LEVEL'];

/** What a line is about; there is no field for anything that a member could type. */
interface Fields {
  readonly guildId?: string | undefined;
  /** The bot's own name for what was asked for: `ask`, `card.share`. */
  readonly command?: string;
  readonly outcome?: string;
  readonly milliseconds?: number;
}

/** What happens, for an operator; never what members typed. */
export type Log = Readonly<Record<Level, (line: string, fields?: Fields) => void>> & {
  /** Resolves when what was logged is written. */
  readonly flush: () => Promise<void>;
};

type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

/**
 * A log of this level and of graver ones. At a terminal a line is `warn: riyadh.md:3: …`, elsewhere
 * a JSON object. Of several lines of text, those after the first are the place of an error.
 * @param secrets what is never written, whatever it stands in
 */
export function createLog(level: Level, output: Output, secrets: readonly string[] = []): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: concealing(secrets) },
    },
    output.isTTY === true ? readable(output) : output,
  );
  return {
    error: lineAt(logger, 'error'),
    warn: lineAt(logger, 'warn'),
    info: lineAt(logger, 'info'),
    debug: lineAt(logger, 'debug'),
    flush: () => new Promise((resolve) => output.write('', () => resolve())),
  };
}

const lineAt =
  (logger: Logger, level: Level) =>
  (line: string, fields: Fields = {}): void => {
    const [text, ...trace] = line.split('\n');
    const { guildId, command, outcome, milliseconds } = fields;
    logger[level](
      {
        guildId,
        command,
        outcome,
        milliseconds: milliseconds === undefined ? undefined : Math.round(milliseconds),
        ...(trace.length === 0 ? {} : { trace: trace.join('\n') }),
      },
      text,
    );
  };

/** `error: answering failed: TypeError (command: ask)` with the trace under it. */
const readable = (output: Output): DestinationStream => ({
  write: (json) => {
    const line: unknown = JSON.parse(json);
    if (typeof line !== 'object' || line === null) return;
    const { level, msg, trace, time, ...fields } = Object.fromEntries(Object.entries(line));
    void time;
    const about = Object.entries(fields).map(([name, value]) => `${name}: ${String(value)}`);
    const places = trace === undefined ? '' : `\n${String(trace)}`;
    const noted = about.length === 0 ? '' : ` (${about.join(', ')})`;
    output.write(`${String(level)}: ${String(msg)}${noted}${places}\n`);
  },
});
