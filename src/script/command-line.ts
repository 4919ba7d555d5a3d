import { UserError } from '../article/user-error.ts';
import {
  EXIT_CONFIG,
  EXIT_USAGE,
  type Subcommand,
  type Terminal,
  UsageError,
  helpOf,
  overview,
  parseTyped,
} from './subcommand.ts';

/**
 * Runs what was typed and gives the exit code: 0, 1 for what a person can put right in what they
 * gave, 64 for a command line used wrongly, 70 for a mistake in the bot, 78 for a bad setting.
 */
export async function runCommandLine(
  args: readonly string[],
  subcommands: readonly Subcommand[],
  version: string,
  terminal: Terminal,
): Promise<number> {
  try {
    return await dispatch(args, subcommands, version, terminal);
  } catch (error) {
    if (error instanceof UsageError)
      return fail(terminal, `${error.message}; see --help`, EXIT_USAGE);
    if (isNamed(error, 'SettingsError')) return fail(terminal, error.message, EXIT_CONFIG);
    if (error instanceof UserError) return fail(terminal, error.message, 1);
    throw error;
  }
}

async function dispatch(
  [name, ...rest]: readonly string[],
  subcommands: readonly Subcommand[],
  version: string,
  terminal: Terminal,
): Promise<number> {
  if (name === '--version' || name === '-v') return say(terminal, `${version}\n`);
  if (name === '--help' || name === '-h' || name === 'help')
    return say(terminal, overview(subcommands));
  if (name === undefined) throw new UsageError('give a command');
  const subcommand = subcommands.find((known) => known.name === name);
  if (subcommand === undefined) throw new UsageError(`there is no command "${name}"`);
  const typed = parseTyped(subcommand, rest);
  if (typed.values['help'] === true) return say(terminal, helpOf(subcommand));
  return subcommand.run(typed, terminal);
}

function say({ stdout }: Terminal, text: string): number {
  stdout.write(text);
  return 0;
}

function fail({ stderr }: Terminal, line: string, code: number): number {
  stderr.write(`verbatim: ${line}\n`);
  return code;
}

const isNamed = (error: unknown, name: string): error is Error =>
  error instanceof Error && error.name === name;
