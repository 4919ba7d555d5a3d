import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { OptionValue } from '../driver/option.ts';
import type { RegisteredCommand } from '../registry.ts';
import type { OptionBody } from '../rules/body.ts';

/** A command that can be typed: `quote`, or a subcommand as `article add`. */
export interface TypeableCommand {
  readonly title: string;
  readonly description: string;
  readonly options: readonly OptionBody[];
}

/** An option's name and what stands after it. */
export interface TypedPair {
  readonly option: OptionBody;
  /** Without the quotation marks around it. */
  readonly value: string;
  /** Where the text after `name:` and its spaces starts. */
  readonly start: number;
}

export type Line =
  | { readonly kind: 'empty' | 'exit' | 'help' }
  | { readonly kind: 'numbers'; readonly numbers: readonly number[] }
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'mistake' | 'say'; readonly text: string }
  | {
      readonly kind: 'command';
      readonly title: string;
      readonly values: Readonly<Record<string, OptionValue>>;
    };

const {
  Subcommand,
  SubcommandGroup,
  Integer,
  Number: Numeric,
  Boolean: YesNo,
} = ApplicationCommandOptionType;

/** The slash commands of a list, each subcommand as one. */
export function typeableCommands(commands: readonly RegisteredCommand[]): TypeableCommand[] {
  return commands
    .filter(({ type }) => type === ApplicationCommandType.ChatInput)
    .flatMap(({ name, description, options }) => leaves(name, description, options ?? []));
}

function leaves(
  title: string,
  description: string,
  options: readonly OptionBody[],
): TypeableCommand[] {
  const branches = options.filter(({ type }) => type === Subcommand || type === SubcommandGroup);
  if (branches.length === 0) return [{ title, description, options }];
  return branches.flatMap((branch) =>
    leaves(`${title} ${branch.name}`, branch.description, branch.options ?? []),
  );
}

/** Reads what a person typed. `/help` goes to the bot when the bot has such a command. */
export function parseLine(typed: string, commands: readonly TypeableCommand[]): Line {
  const line = typed.trim();
  if (line === '') return { kind: 'empty' };
  if (/^\/?(exit|quit)$/.test(line)) return { kind: 'exit' };
  if (/^\d+(?:[\s,]+\d+)*$/.test(line))
    return { kind: 'numbers', numbers: line.split(/[\s,]+/).map(Number) };
  if (line.startsWith('@')) return { kind: 'say', text: line };
  const person = /^as (\w+)$/.exec(line)?.[1];
  if (person !== undefined) return { kind: 'person', name: person };
  const found = findCommand(line, commands);
  if (found !== undefined) return parseOptions(found.command, found.rest);
  if (line === '/help' || line === 'help') return { kind: 'help' };
  if (!line.startsWith('/')) {
    return mistake('Commands start with a slash. /help lists them.');
  }
  return mistake(`There is no command ${line.split(' ')[0]}. /help lists those that there are.`);
}

/** The command that a line starts with, and what follows it. */
export function findCommand(
  line: string,
  commands: readonly TypeableCommand[],
): { readonly command: TypeableCommand; readonly rest: string } | undefined {
  const [command] = commands
    .filter(({ title }) => line === `/${title}` || line.startsWith(`/${title} `))
    .toSorted((left, right) => right.title.length - left.title.length);
  return command && { command, rest: line.slice(command.title.length + 1) };
}

/**
 * Splits `event: Riyadh talks about: "x: y"` into pairs. A value runs until the next option of the
 * command followed by a colon; one in double quotes runs to its end.
 */
export function splitPairs(
  rest: string,
  options: readonly OptionBody[],
): { readonly before: string; readonly pairs: readonly TypedPair[] } {
  const marks = findMarks(rest, options);
  const pairs = marks.map(({ option, end }, index) => ({
    option,
    start: end,
    value: unquote(rest.slice(end, marks[index + 1]?.start).trim()),
  }));
  return { before: rest.slice(0, marks[0]?.start).trim(), pairs };
}

interface Mark {
  readonly option: OptionBody;
  readonly start: number;
  /** After the colon and the spaces that follow it. */
  readonly end: number;
}

function findMarks(rest: string, options: readonly OptionBody[]): readonly Mark[] {
  const names = new Map(options.map((option) => [option.name, option]));
  const marks: Mark[] = [];
  // A word and a colon at the start of a word, or a whole quoted value after a colon.
  const pattern = /(?<=^|\s)(?<name>[^\s:"]+):(?<gap>\s*)(?<quoted>"[^"]*"(?=\s|$))?/gu;
  for (const match of rest.matchAll(pattern)) {
    const option = names.get(match.groups?.['name']?.toLowerCase() ?? '');
    if (option === undefined) continue;
    const quoted = match.groups?.['quoted']?.length ?? 0;
    marks.push({ option, start: match.index, end: match.index + match[0].length - quoted });
  }
  return marks;
}

function unquote(value: string): string {
  return /^"[^"]+"$/.test(value) ? value.slice(1, -1) : value;
}

function parseOptions({ title, options }: TypeableCommand, rest: string): Line {
  const { before, pairs } = splitPairs(rest, options);
  const names = options.map(({ name }) => `${name}:`).join(' ');
  if (before !== '') {
    const has = names === '' ? 'takes no options' : `takes ${names}`;
    return mistake(`"${before}" is no option of /${title}, which ${has}`);
  }
  const seen = new Set<string>();
  for (const { option, value } of pairs) {
    if (value === '') return mistake(`Write a value after ${option.name}: or leave it out.`);
    if (seen.has(option.name)) return mistake(`${option.name}: is there twice.`);
    seen.add(option.name);
  }
  const missing = options.find(({ name, required }) => required === true && !seen.has(name));
  if (missing !== undefined) {
    return mistake(`/${title} needs ${missing.name}: (${missing.description})`);
  }
  const values = pairs.map(({ option, value }) => [option.name, toValue(option, value)]);
  return { kind: 'command', title, values: Object.fromEntries(values) };
}

/** A typed text as the value of an option; a choice may be typed by its name. */
function toValue(option: OptionBody, text: string): OptionValue {
  const choice = option.choices?.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (choice !== undefined) return choice.value;
  if (option.type === Integer || option.type === Numeric) return Number(text);
  if (option.type === YesNo) return /^(true|yes|y)$/i.test(text);
  return text;
}

const mistake = (text: string): Line => ({ kind: 'mistake', text });
