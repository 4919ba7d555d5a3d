import type { Driver } from '../driver/driver.ts';
import type { Choice } from '../state.ts';
import type { OptionBody } from '../rules/body.ts';
import { findCommand, splitPairs, typeableCommands } from './line.ts';
import type { TypeableCommand, TypedPair } from './line.ts';
import { toSafeText } from './terminal-text.ts';

/** What Tab offers, and the end of the line that each offer replaces. */
export type Completions = [offers: string[], replaces: string];

/** Called with the values that a bot offered, whose names a person then sees in the line. */
export type Remember = (title: string, option: string, choices: readonly Choice[]) => void;

const NOTHING: Completions = [[], ''];

/**
 * Completes commands, options and values; values come from the bot, as one interaction each time.
 * Never rejects: a bot that does not answer offers nothing.
 */
export async function completeLine(
  line: string,
  driver: Driver,
  remember: Remember,
): Promise<Completions> {
  const commands = typeableCommands(driver.commands());
  const found = findCommand(line, commands);
  if (found === undefined || line === `/${found.command.title}`)
    return completeTitle(line, commands);
  const { before, pairs } = splitPairs(found.rest, found.command.options);
  const current = pairs.at(-1);
  if (current === undefined) {
    return [optionOffers(found.command, pairs, before), before];
  }
  const values = await offerValues(found.command, pairs, current, driver, remember);
  const typed = found.rest.slice(current.start);
  return [[...values, ...nextOptions(found.command, pairs, typed, values)], typed];
}

function completeTitle(line: string, commands: readonly TypeableCommand[]): Completions {
  if (!`/${line.slice(1)}`.startsWith(line)) return NOTHING;
  const offers = commands
    .map(({ title, options }) => `/${title}${options.length > 0 ? ' ' : ''}`)
    .filter((offer) => offer.startsWith(line));
  return [offers, line];
}

function optionOffers(
  { options }: TypeableCommand,
  pairs: readonly TypedPair[],
  typed: string,
): string[] {
  return options
    .filter(({ name }) => !pairs.some(({ option }) => option.name === name))
    .map(({ name }) => `${name}: `)
    .filter((offer) => offer.startsWith(typed));
}

async function offerValues(
  { title }: TypeableCommand,
  pairs: readonly TypedPair[],
  { option, value: typed }: TypedPair,
  driver: Driver,
  remember: Remember,
): Promise<string[]> {
  if (option.autocomplete !== true) return fixedValues(option, typed);
  try {
    const values = Object.fromEntries(pairs.map((pair) => [pair.option.name, pair.value]));
    const choices = await driver.complete(title, values, option.name);
    const shown = choices.map(({ name, value }) => ({ name: toSafeText(name), value }));
    remember(title, option.name, shown);
    return shown.map(({ name }) => name);
  } catch {
    return [];
  }
}

function fixedValues({ choices }: OptionBody, typed: string): string[] {
  return (choices ?? [])
    .map(({ name }) => name)
    .filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()));
}

/** `Riyadh talks ab` → `Riyadh talks about: `; a value that is whole is followed by any option. */
function nextOptions(
  command: TypeableCommand,
  pairs: readonly TypedPair[],
  typed: string,
  values: readonly string[],
): string[] {
  const lastWord = /\S*$/.exec(typed)?.[0] ?? '';
  const isWhole = values.includes(typed.trim());
  const kept = typed.slice(0, typed.length - lastWord.length);
  if (isWhole && lastWord !== '') {
    return optionOffers(command, pairs, '').map((offer) => `${typed} ${offer}`);
  }
  if (kept.trim() === '' || (lastWord === '' && !isWhole && values.length > 0)) return [];
  return optionOffers(command, pairs, lastWord).map((offer) => `${kept}${offer}`);
}
