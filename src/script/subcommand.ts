import type { Readable, Writable } from 'node:stream';
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Where a run of the command line reads and writes. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One option of a subcommand; one without a value name is a switch. */
interface Flag {
  readonly value?: string;
  readonly description: string;
}

/** What was typed after a subcommand's name. */
export interface Typed {
  readonly values: Readonly<Record<string, string | true>>;
  readonly positionals: readonly string[];
}

export interface Subcommand {
  readonly name: string;
  readonly summary: string;
  /** What may stand without an option's name: `FOLDER` is one word, `WORDS…` any number. */
  readonly positional?: string;
  readonly flags: Readonly<Record<string, Flag>>;
  /** Gives the exit code. */
  readonly run: (typed: Typed, terminal: Terminal) => Promise<number>;
}

// From sysexits.h: a command used wrongly, a mistake in the program, and a bad setting.
export const EXIT_USAGE = 64;
export const EXIT_SOFTWARE = 70;
export const EXIT_CONFIG = 78;

/** The command line was used wrongly; the message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError for options or words that the subcommand does not take. */
export function parseTyped(subcommand: Subcommand, args: readonly string[]): Typed {
  const options = Object.fromEntries(Object.entries(subcommand.flags).map(parseOption));
  const { values, positionals } = parseStrictly(args, { ...options, ...HELP });
  const most = mostWords(subcommand);
  if (positionals.length > most)
    throw new UsageError(`too many words: "${positionals.slice(most).join(' ')}"`);
  return { values, positionals };
}

function mostWords({ positional }: Subcommand): number {
  if (positional === undefined) return 0;
  return positional.endsWith('…') ? Infinity : 1;
}

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

const parseOption = ([name, { value }]: [string, Flag]): [
  string,
  { type: 'string' | 'boolean' },
] => [name, { type: value === undefined ? 'boolean' : 'string' }];

function parseStrictly(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
): Typed {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const given = Object.entries(values).flatMap(([name, value]): [string, string | true][] =>
      typeof value === 'string' || value === true ? [[name, value]] : [],
    );
    return { values: Object.fromEntries(given), positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? firstSentence(error.message) : String(error));
  }
}

const firstSentence = (text: string): string => text.split('. ')[0] ?? text;

/** A subcommand's own help. */
export function helpOf({ name, summary, positional, flags }: Subcommand): string {
  const rows = Object.entries(flags).map(([flag, { value, description }]): [string, string] => [
    `--${flag}${value === undefined ? '' : ` ${value}`}`,
    description,
  ]);
  const usage = `Usage: verbatim ${name}${positional === undefined ? '' : ` [${positional}]`} [options]`;
  return `${usage}\n\n${summary}\n\n${table([...rows, ['--help', 'Say this.']])}\n`;
}

/** The help of the whole. */
export function overview(subcommands: readonly Subcommand[]): string {
  const rows = subcommands.map(({ name, summary }): [string, string] => [name, summary]);
  return [
    'Usage: verbatim COMMAND [options]',
    table(rows),
    table([
      ['--help', 'Say this; after a command, say what it takes.'],
      ['--version', 'Say which version this is.'],
    ]),
    '',
  ].join('\n\n');
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
