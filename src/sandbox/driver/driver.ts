import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  Locale,
  MessageFlags,
} from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { openInteraction } from '../interaction.ts';
import type { Actor, ComponentData, TypedOption } from '../interaction.ts';
import { hasFlag } from '../message.ts';
import type { RegisteredCommand } from '../registry.ts';
import type { OptionBody } from '../rules/body.ts';
import type { CompletionType } from '../rules/spec.ts';
import type { Choice, PostedMessage, State } from '../state.ts';
import type { Who } from '../world.ts';
import { offeredCommands } from './access.ts';
import { findButton, findSelect } from './control.ts';
import { chooseCommand, findOption, nest, titleOf, typeOptions } from './option.ts';
import type { ChosenCommand, OptionValues } from './option.ts';
import { toSeenMessage } from './seen.ts';
import type { SeenMessage } from './seen.ts';
import { awaitAnswer, awaitChoices, awaitUpdate } from './wait.ts';

/** Where and how someone acts. */
export interface Place {
  /** A channel's name; `general` when absent. */
  readonly channel?: string;
  readonly locale?: Locale;
}

/** What a person does in Discord's client. Each rejects where the client would show an error. */
export interface Driver {
  /**
   * Sends a command, for example `quote` or `article add`; resolves to the answer, once it is no
   * longer "thinking".
   */
  readonly command: (name: string, options?: OptionValues) => Promise<SeenMessage>;
  /** The values offered for the option `focused`, whose text so far is among `options`. */
  readonly complete: (
    name: string,
    options: OptionValues,
    focused: string,
  ) => Promise<readonly Choice[]>;
  /** Presses a button; resolves to the message as updated, or to the new one. */
  readonly press: (on: SeenMessage, customIdOrLabel: string) => Promise<SeenMessage>;
  /** Chooses values in a select; resolves as `press` does. */
  readonly select: (
    on: SeenMessage,
    customId: string,
    values: readonly string[],
  ) => Promise<SeenMessage>;
  /** The commands that this person is offered. */
  readonly commands: () => readonly RegisteredCommand[];
  /** What this person sees in the channel, oldest first. */
  readonly messages: () => readonly SeenMessage[];
}

/** Acts as one of the world's people. Throws when there is no such channel. */
export function createDriver(state: State, who: Who, place: Place = {}): Driver {
  const actor = findActor(state, who, place);
  return {
    command: (name, values = {}) => sendCommand(state, actor, name, values),
    complete: (name, values, focused) => completeOption(state, actor, name, values, focused),
    press: (on, customIdOrLabel) => pressButton(state, actor, on, customIdOrLabel),
    select: (on, customId, values) => chooseValues(state, actor, on, customId, values),
    commands: () => offeredCommands(state, actor),
    messages: () =>
      [...state.messages.values()]
        .filter((posted) => isVisible(posted, actor))
        .map(({ message }) => toSeenMessage(message)),
  };
}

async function sendCommand(state: State, actor: Actor, name: string, values: OptionValues) {
  const chosen = choose(state, actor, name);
  const typed = typeOptions(chosen, values, state.world, actor);
  const type = InteractionType.ApplicationCommand;
  const data = { ...headOf(chosen), ...typed };
  const interaction = openInteraction(state, actor, { type, data }, `/${titleOf(chosen)}`);
  return toSeenMessage(await awaitAnswer(state, interaction));
}

async function completeOption(
  state: State,
  actor: Actor,
  name: string,
  values: OptionValues,
  focused: string,
) {
  const chosen = choose(state, actor, name);
  const completes = completionType(findOption(chosen, focused));
  const options = Object.entries({ ...values, [focused]: values[focused] ?? '' }).map(
    ([key, value]): TypedOption => {
      const { type } = findOption(chosen, key);
      return key === focused
        ? { name: key, type, value, focused: true }
        : { name: key, type, value };
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

async function pressButton(state: State, actor: Actor, on: SeenMessage, name: string) {
  const message = currentMessage(state, actor, on);
  const { customId, componentId, label } = findButton(toSeenMessage(message), name);
  const data = {
    component_type: ComponentType.Button,
    custom_id: customId,
    id: componentId,
  };
  return useComponent(state, actor, message, data, `the button "${label}"`);
}

async function chooseValues(
  state: State,
  actor: Actor,
  on: SeenMessage,
  customId: string,
  values: readonly string[],
) {
  const message = currentMessage(state, actor, on);
  const { componentId } = findSelect(toSeenMessage(message), customId, values);
  const data = {
    component_type: ComponentType.StringSelect,
    custom_id: customId,
    id: componentId,
    values: [...values],
  };
  return useComponent(state, actor, message, data, `the select "${customId}"`);
}

async function useComponent(
  state: State,
  actor: Actor,
  message: APIMessage,
  data: ComponentData,
  title: string,
): Promise<SeenMessage> {
  const content = { type: InteractionType.MessageComponent, data, message } as const;
  return toSeenMessage(await awaitUpdate(state, openInteraction(state, actor, content, title)));
}

function findActor(state: State, who: Who, place: Place): Actor {
  const name = place.channel ?? 'general';
  const channel = state.world.channels.find((each) => each.name === name);
  if (channel === undefined) throw new Error(`The sandbox has no channel ${name}`);
  const { locale = Locale.EnglishUS } = place;
  return { member: state.world.people[who], channel, locale };
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

/** The message as it stands now, which may be newer than the one that the caller holds. */
function currentMessage(state: State, actor: Actor, { id }: SeenMessage): APIMessage {
  const posted = state.messages.get(id);
  if (posted === undefined || !isVisible(posted, actor)) {
    throw new Error(`${actor.member.user.username} does not see this message`);
  }
  if (hasFlag(posted.message, MessageFlags.Loading)) throw new Error('The answer has not come yet');
  return posted.message;
}

function isVisible({ message, visibleTo }: PostedMessage, { member, channel }: Actor): boolean {
  const isMine = visibleTo === undefined || visibleTo === member.user.id;
  return isMine && message.channel_id === channel.id;
}
