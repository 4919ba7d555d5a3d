import type { Driver } from '../driver/driver.ts';
import type { Choice } from '../state.ts';
import type { OptionBody } from '../rules/body.ts';
import { findCommand, splitPairs, typeableCommands } from './line.ts';
import type { TypeableCommand, TypedPair } from './line.ts';
import { toSafeText } from './terminal-text.ts';

/** What Tab offers, and the end of the line that each offer replaces. */
export type Completions = [offers: string[], replaces: string];

/** The values that a bot has offered, whose names a person then sees in the line. */
export interface Offered {
  readonly remember: (title: string, option: string, choices: readonly Choice[]) => void;
  readonly has: (title: string, option: string, name: string) => boolean;
}

/**
 * Completes commands, options and values; values come from the bot, as one interaction each time.
 * Never rejects: a bot that does not answer offers nothing.
 */
export async function completeLine(
  line: string,
  driver: Driver,
  offered: Offered,
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
  const typed = found.rest.slice(current.start);
  const next = nextOptions(found.command, pairs, typed, (text) =>
    isWhole(found.command.title, current.option, text, offered),
  );
  if (next.isCertain) return [next.offers, typed];
  const values = await offerValues(found.command, pairs, current, driver, offered);
  return [keeping(typed, [...values, ...next.offers]), typed];
}

/**
 * The offers, with what was typed among them where readline would else put the letters that they have
 * in common in its place: `two` stays, though all that fits begins with `T`.
 */
export function keeping(typed: string, offers: readonly string[]): string[] {
  const [first = '', ...others] = offers;
  const isLonger = offers.every((offer) => offer.toLowerCase().startsWith(typed.toLowerCase()));
  const isCommon = offers.every((offer) => offer.startsWith(first.slice(0, typed.length)));
  return others.length === 0 || (isLonger && isCommon) ? [...offers] : [...offers, typed];
}

function completeTitle(line: string, commands: readonly TypeableCommand[]): Completions {
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
  offered: Offered,
): Promise<string[]> {
  if (option.autocomplete !== true) return fixedValues(option, typed);
  try {
    const values = Object.fromEntries(pairs.map((pair) => [pair.option.name, pair.value]));
    const choices = await driver.complete(title, values, option.name);
    const shown = choices.map(({ name, value }) => ({ name: toSafeText(name), value }));
    offered.remember(title, option.name, shown);
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

/**
 * `Riyadh talks ab` → `Riyadh talks about: `. Certain when what stands before is a whole value, so
 * that nothing else can be meant.
 */
function nextOptions(
  command: TypeableCommand,
  pairs: readonly TypedPair[],
  typed: string,
  isValue: (text: string) => boolean,
): { readonly offers: string[]; readonly isCertain: boolean } {
  if (isValue(typed.trim())) {
    const offers = optionOffers(command, pairs, '').map((offer) => `${typed.trim()} ${offer}`);
    return { offers, isCertain: offers.length > 0 };
  }
  const { autocomplete, choices } = pairs.at(-1)?.option ?? {};
  const isOffering = autocomplete === true || (choices ?? []).length > 0;
  const lastWord = /(?<!\S)\S*$/.exec(typed)?.[0] ?? '';
  const before = typed.slice(0, typed.length - lastWord.length);
  const offers = optionOffers(command, pairs, lastWord).map((offer) => `${before}${offer}`);
  if (before.trim() === '' || (lastWord === '' && isOffering))
    return { offers: [], isCertain: false };
  return { offers, isCertain: offers.length > 0 && isValue(before.trim()) };
}

/** Whether a text was offered, or is a fixed choice, or anything where nothing is ever offered. */
function isWhole(title: string, option: OptionBody, text: string, offered: Offered): boolean {
  if (text === '') return false;
  if (option.autocomplete === true) return offered.has(title, option.name, text);
  const choices = option.choices ?? [];
  return choices.length === 0 ? text.startsWith('"') : choices.some(({ name }) => name === text);
}
