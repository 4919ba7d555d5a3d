import {
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  Locale,
} from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import type { Upload } from '../attachment.ts';
import { openInteraction } from '../interaction.ts';
import type { Actor, ComponentData } from '../interaction.ts';
import { sayAs } from '../member-message.ts';
import type { RegisteredCommand } from '../registry.ts';
import type { Choice, OpenInteraction, State } from '../state.ts';
import { privatePlace } from '../world.ts';
import type { Who } from '../world.ts';
import { offeredCommands } from './access.ts';
import { findButton, findSelect, idsOf } from './control.ts';
import { type FormValues, type SeenForm, fillIn, toSeenForm } from './form.ts';
import type { OptionValues } from './option.ts';
import { toSeenMessage } from './seen.ts';
import { completeOption, keeperFor, openCommand } from './slash-command.ts';
import type { SeenMessage } from './seen.ts';
import { awaitForm, awaitMessage, awaitOutcome } from './wait.ts';
import {
  type SeenThread,
  currentMessage,
  deleteAs,
  isVisible,
  nextMessage,
  threadsFor,
} from './channel-view.ts';
import { resolve } from './resolved.ts';

/** Where and how someone acts. */
export interface Place {
  /** A channel's name; `general` when absent. */
  readonly channel?: string;
  readonly locale?: Locale;
}

/** What comes of what somebody did. */
export type Outcome =
  | { readonly kind: 'message'; readonly message: SeenMessage }
  | { readonly kind: 'form'; readonly form: SeenForm };

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
  /** The same where a form comes of it; each rejects if none does. */
  readonly pressForForm: (on: SeenMessage, customIdOrLabel: string) => Promise<SeenForm>;
  readonly commandForForm: (name: string, options?: OptionValues) => Promise<SeenForm>;
  /** The same whatever comes of it, a message or a form. */
  readonly outcomeOf: {
    readonly press: (on: SeenMessage, customIdOrLabel: string) => Promise<Outcome>;
    readonly select: (
      on: SeenMessage,
      customId: string,
      values: readonly string[],
    ) => Promise<Outcome>;
    readonly command: (name: string, options?: OptionValues) => Promise<Outcome>;
  };
  /** Sends a form; resolves as `press` does. */
  readonly submit: (form: SeenForm, values: FormValues) => Promise<SeenMessage>;
  /** Uses a command of a message's menu. */
  readonly messageCommand: (on: SeenMessage, name: string) => Promise<SeenMessage>;
  /** Posts a message; `@verbatim` mentions the bot. */
  readonly say: (
    text: string,
    more?: { readonly replyTo?: SeenMessage; readonly files?: readonly Upload[] },
  ) => Promise<SeenMessage>;
  /** The bot's next message here that is newer than another; rejects after `ms` milliseconds. */
  readonly nextMessage: (after: SeenMessage, ms?: number) => Promise<SeenMessage>;
  /** Deletes a message: one's own, or anybody's with the right to. */
  readonly remove: (on: SeenMessage) => void;
  /** The threads that the person sees. */
  readonly threads: () => readonly SeenThread[];
  /** The commands that this person is offered. */
  readonly commands: () => readonly RegisteredCommand[];
  /** What this person sees in the channel, oldest first. */
  readonly messages: () => readonly SeenMessage[];
}

/** Acts as one of the world's people, or of its crowd. Throws when there is no such one or channel. */
export function createDriver(state: State, who: Who | number, place: Place = {}): Driver {
  const actor = findActor(state, who, place);
  return {
    command: async (name, values = {}) => answerTo(state, openCommand(state, actor, name, values)),
    complete: (name, values, focused) => completeOption(state, actor, name, values, focused),
    press: async (on, customIdOrLabel) =>
      answerTo(state, openPress(state, actor, on, customIdOrLabel)),
    select: async (on, customId, values) =>
      answerTo(state, openSelect(state, actor, on, customId, values)),
    pressForForm: async (on, customIdOrLabel) =>
      formOf(state, openPress(state, actor, on, customIdOrLabel)),
    commandForForm: async (name, values = {}) =>
      formOf(state, openCommand(state, actor, name, values)),
    outcomeOf: {
      press: async (on, name) => outcomeOf(state, openPress(state, actor, on, name)),
      select: async (on, customId, values) =>
        outcomeOf(state, openSelect(state, actor, on, customId, values)),
      command: async (name, values = {}) =>
        outcomeOf(state, openCommand(state, actor, name, values)),
    },
    submit: async (form, values) => submitForm(state, actor, form, values),
    messageCommand: async (on, name) => useMessageCommand(state, actor, on, name),
    say: async (text, { replyTo, files = [] } = {}) =>
      toSeenMessage(
        sayAs(state, actor, text, {
          files,
          ...(replyTo && { replyTo: currentMessage(state, actor, replyTo) }),
        }),
      ),
    nextMessage: (after, ms = state.limits.patience) => nextMessage(state, actor, after, ms),
    remove: (on) => deleteAs(state, actor, currentMessage(state, actor, on)),
    threads: () => threadsFor(state, actor),
    commands: () => offeredCommands(state, actor),
    messages: () =>
      [...state.messages.values()]
        .filter((posted) => isVisible(posted, actor))
        .map(({ message }) => toSeenMessage(message)),
  };
}

const answerTo = async (state: State, interaction: OpenInteraction): Promise<SeenMessage> =>
  toSeenMessage(await awaitMessage(state, interaction));

const formOf = async (state: State, interaction: OpenInteraction): Promise<SeenForm> =>
  toSeenForm(await awaitForm(state, interaction));

async function outcomeOf(state: State, interaction: OpenInteraction): Promise<Outcome> {
  const answered = await awaitOutcome(state, interaction);
  return 'form' in answered
    ? { kind: 'form', form: toSeenForm(answered.form) }
    : { kind: 'message', message: toSeenMessage(answered.message) };
}

function submitForm(
  state: State,
  actor: Actor,
  form: SeenForm,
  values: FormValues,
): Promise<SeenMessage> {
  const type = InteractionType.ModalSubmit;
  const source = state.messages.get(form.openedBy.sourceId ?? '')?.message;
  const content = {
    type,
    data: fillIn(form, values, keeperFor(state, actor)),
    ...(source === undefined ? {} : { source }),
  } as const;
  const interaction = openInteraction(state, actor, content, `the form "${form.title}"`);
  return answerTo(state, interaction);
}

function useMessageCommand(
  state: State,
  actor: Actor,
  on: SeenMessage,
  name: string,
): Promise<SeenMessage> {
  const message = currentMessage(state, actor, on);
  const command = offeredCommands(state, actor).find(
    (each) => each.type === ApplicationCommandType.Message && each.name === name,
  );
  if (command === undefined) throw new Error(`A message's menu has no command ${name}`);
  const data = {
    id: command.id,
    name,
    type: ApplicationCommandType.Message,
    target_id: message.id,
    resolved: { messages: { [message.id]: message } },
  };
  const type = InteractionType.ApplicationCommand;
  return answerTo(state, openInteraction(state, actor, { type, data }, name));
}

function openPress(state: State, actor: Actor, on: SeenMessage, name: string): OpenInteraction {
  const message = currentMessage(state, actor, on);
  const { customId, componentId, label } = findButton(toSeenMessage(message), name);
  const data = {
    component_type: ComponentType.Button,
    custom_id: customId,
    id: componentId,
  };
  return openComponent(state, actor, message, data, `the button "${label}"`);
}

function openSelect(
  state: State,
  actor: Actor,
  on: SeenMessage,
  customId: string,
  values: readonly string[],
): OpenInteraction {
  const message = currentMessage(state, actor, on);
  const { componentId, kind } = findSelect(toSeenMessage(message), customId, values);
  const ids = kind === ComponentType.StringSelect ? values : idsOf(kind, values, state.world);
  const data = {
    component_type: kind,
    custom_id: customId,
    id: componentId,
    values: [...ids],
    ...(kind === ComponentType.StringSelect
      ? {}
      : { resolved: resolve(new Set(ids), state.world, actor) }),
  };
  return openComponent(state, actor, message, data, `the select "${customId}"`);
}

function openComponent(
  state: State,
  actor: Actor,
  message: APIMessage,
  data: ComponentData,
  title: string,
): OpenInteraction {
  const content = { type: InteractionType.MessageComponent, data, message } as const;
  return openInteraction(state, actor, content, title);
}

/** Somebody at a place. Throws when there is no such channel. */
export function findActor(state: State, who: Who | number, place: Place): Actor {
  const { channel: name = 'general', locale = Locale.EnglishUS } = place;
  const { world } = state;
  const member = typeof who === 'number' ? world.crowd[who] : world.people[who];
  if (member === undefined) throw new Error(`The sandbox has no crowd of ${who}`);
  if (name === 'dm' || name === 'group')
    return { member, channel: privatePlace(world, name, member.user), locale };
  const channel = [...world.channels, ...world.threads].find(
    (each) => each.name === name || each.id === name,
  );
  if (channel === undefined) throw new Error(`The sandbox has no channel ${name}`);
  return { member, channel, locale };
}
