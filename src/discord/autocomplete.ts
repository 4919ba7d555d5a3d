import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction } from 'discord.js';
import type { Completion } from '../command/command.ts';
import { oneLine } from '../command/markup.ts';
import { traceOf } from '../command/trace.ts';
import { type Desk, commandTyped, contextOf } from './desk.ts';

const MOST = 25;
const LONGEST = 100;

/** Offers values for the option being typed; none if that fails, since one may type on without. */
export async function answerAutocomplete(
  desk: Desk,
  interaction: AutocompleteInteraction,
): Promise<void> {
  await interaction.respond(await offer(desk, interaction));
}

async function offer(
  desk: Desk,
  interaction: AutocompleteInteraction,
): Promise<ApplicationCommandOptionChoiceData<string>[]> {
  const { name: option, value } = interaction.options.getFocused(true);
  const name = commandTyped(interaction);
  const command = desk.commands.find((known) => known.name === name);
  try {
    const context = await contextOf(desk, interaction);
    return toChoices(command?.options[option]?.complete?.(value, context.corpus, context) ?? []);
  } catch (error) {
    desk.report(`completing /${interaction.commandName} failed: ${traceOf(error)}`);
    return [];
  }
}

/** The first 25 that Discord takes; a value cut short would be another value. */
export function toChoices(
  completions: readonly Completion[],
): ApplicationCommandOptionChoiceData<string>[] {
  const byValue = new Map<string, string>();
  for (const { value, label } of completions) {
    const name = oneLine(label)
      .slice(0, LONGEST)
      .replace(/[\ud800-\udbff]$/u, '');
    if (value !== '' && value.length <= LONGEST && name !== '' && !byValue.has(value))
      byValue.set(value, name);
  }
  return [...byValue].slice(0, MOST).map(([value, name]) => ({ name, value }));
}
