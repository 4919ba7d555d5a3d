import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10';
import { isUpload, keepFile } from '../attachment.ts';
import { openInteraction } from '../interaction.ts';
import type { Actor, TypedOption } from '../interaction.ts';
import type { OptionBody } from '../rules/body.ts';
import type { CompletionType } from '../rules/spec.ts';
import type { OpenInteraction, State } from '../state.ts';
import { offeredCommands } from './access.ts';
import { chooseCommand, findOption, nest, titleOf, typeOptions } from './option.ts';
import type { ChosenCommand, KeepFile, OptionValues } from './option.ts';
import { awaitChoices } from './wait.ts';

/** Sends a slash command. Throws what the client would not let a member send. */
export function openCommand(
  state: State,
  actor: Actor,
  name: string,
  values: OptionValues,
): OpenInteraction {
  const chosen = choose(state, actor, name);
  const typed = typeOptions(chosen, values, {
    actor,
    world: state.world,
    keep: keeperFor(state, actor),
  });
  const type = InteractionType.ApplicationCommand;
  const data = { ...headOf(chosen), ...typed };
  return openInteraction(state, actor, { type, data }, `/${titleOf(chosen)}`);
}

/** Keeps what a member gives to an interaction, which nobody else is shown. */
export const keeperFor =
  (state: State, { channel }: Actor): KeepFile =>
  (file) =>
    keepFile(state, channel.id, file, { ephemeral: true });

/** Asks for the values of an option as one types. */
export async function completeOption(
  state: State,
  actor: Actor,
  name: string,
  values: OptionValues,
  focused: string,
) {
  const chosen = choose(state, actor, name);
  const completes = completionType(findOption(chosen, focused));
  const options = Object.entries({ ...values, [focused]: values[focused] ?? '' }).flatMap(
    ([key, value]): TypedOption[] => {
      const { type } = findOption(chosen, key);
      // A file is sent with the command alone.
      if (isUpload(value)) return [];
      return [{ name: key, type, value, ...(key === focused ? { focused: true } : {}) }];
    },
  );
  const data = { ...headOf(chosen), options: nest(chosen, options) };
  const content = {
    type: InteractionType.ApplicationCommandAutocomplete,
    data,
    completes,
  } as const;
  const title = `the completion of ${focused} in /${titleOf(chosen)}`;
  return awaitChoices(state, openInteraction(state, actor, content, title));
}

function choose(state: State, actor: Actor, name: string): ChosenCommand {
  const typed = offeredCommands(state, actor).filter(
    ({ type }) => type === ApplicationCommandType.ChatInput,
  );
  return chooseCommand(typed, name);
}

function headOf({ command }: ChosenCommand) {
  const { id, name, guild_id } = command;
  const type = ApplicationCommandType.ChatInput;
  return guild_id === undefined ? { id, name, type } : { id, name, type, guild_id };
}

function completionType(option: OptionBody): CompletionType {
  if (option.autocomplete !== true) {
    throw new Error(`The option ${option.name} offers no values as one types`);
  }
  if (option.type === ApplicationCommandOptionType.Integer) return 'integer';
  return option.type === ApplicationCommandOptionType.Number ? 'number' : 'string';
}
