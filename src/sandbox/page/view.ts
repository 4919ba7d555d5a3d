import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { APIMessage, Locale } from 'discord-api-types/v10';
import { offeredCommands } from '../driver/access.ts';
import { isVisible, threadsFor } from '../driver/channel-view.ts';
import { findActor } from '../driver/driver.ts';
import type { Actor } from '../interaction.ts';
import { hasFlag } from '../message.ts';
import { isRecord } from '../record.ts';
import type { RegisteredCommand } from '../registry.ts';
import type { Localizations, OptionBody } from '../rules/body.ts';
import type { State } from '../state.ts';
import { isPrivate, isThread, permissionsIn } from '../world.ts';
import type { Who } from '../world.ts';
import type { ShownChannel, ShownCommand, ShownMessage, ShownOption, View } from './protocol.ts';

/** What somebody sees where they are. Throws when there is no such channel. */
export function viewOf(
  state: State,
  where: { readonly as: Who; readonly channel: string; readonly locale: Locale },
): View {
  const actor = findActor(state, where.as, where);
  const { locale } = where;
  const commands = offeredCommands(state, actor);
  const channels = channelsFor(state, actor);
  const own = channels.find(({ id }) => id === actor.channel.id);
  return {
    as: where.as,
    person: actor.member.user.username,
    channel: own ?? { id: actor.channel.id, name: where.channel, kind: 'private' },
    channels,
    messages: [...state.messages.values()]
      .filter((posted) => isVisible(posted, actor))
      .map(({ message, visibleTo }) =>
        toShownMessage(state, actor, message, visibleTo !== undefined),
      ),
    commands: commands
      .filter(({ type }) => type === ApplicationCommandType.ChatInput)
      .flatMap((command) => toShownCommands(command, locale)),
    messageCommands: commands
      .filter(({ type }) => type === ApplicationCommandType.Message)
      .map(({ name, name_localizations: names }) => ({ name, shown: names?.[locale] ?? name })),
    names: namesOf(state),
    mayWrite: mayWrite(state, actor),
    traffic: trafficOf(state),
  };
}

const rightsOf = (state: State, { member, channel }: Actor): bigint =>
  isPrivate(channel) ? 0n : BigInt(permissionsIn(state.world, member, channel));

function mayWrite(state: State, actor: Actor): boolean {
  const { channel } = actor;
  if (isPrivate(channel)) return channel.type === ChannelType.DM;
  const needed = isThread(channel)
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  return (rightsOf(state, actor) & needed) !== 0n;
}

function channelsFor(state: State, actor: Actor): readonly ShownChannel[] {
  const { world } = state;
  const sees = (channel: Actor['channel']): boolean =>
    (rightsOf(state, { ...actor, channel }) & PermissionFlagsBits.ViewChannel) !== 0n;
  const threads = threadsFor(state, actor);
  return [
    ...world.channels
      .filter(sees)
      .flatMap(({ id, name }): ShownChannel[] => [
        { id, name, kind: 'channel' },
        ...threads
          .filter(({ parentId }) => parentId === id)
          .map((thread): ShownChannel => ({ ...thread, kind: 'thread' })),
      ]),
    { id: 'dm', name: 'dm', kind: 'private' },
    { id: 'group', name: 'group', kind: 'private' },
  ];
}

function toShownMessage(
  state: State,
  actor: Actor,
  message: APIMessage,
  isForOne: boolean,
): ShownMessage {
  const { author, referenced_message: referenced, interaction_metadata: metadata } = message;
  const isMine = author.id === actor.member.user.id;
  const mayManage = (rightsOf(state, actor) & PermissionFlagsBits.ManageMessages) !== 0n;
  return {
    isMine,
    id: message.id,
    author: author.username,
    isBot: author.bot === true,
    at: message.timestamp,
    isEdited: message.edited_timestamp !== null,
    isLoading: hasFlag(message, MessageFlags.Loading),
    isPrivate: isForOne,
    content: message.content,
    components: (message.components ?? []).flatMap((part) => (isRecord(part) ? [part] : [])),
    isCard: hasFlag(message, MessageFlags.IsComponentsV2),
    attachments: message.attachments.map(({ filename, size, url }) => ({
      name: filename,
      size,
      path: new URL(url).pathname,
    })),
    mayDelete: isMine || isForOne || mayManage,
    ...(referenced === undefined || referenced === null
      ? {}
      : {
          replyTo: { author: referenced.author.username, content: referenced.content.slice(0, 80) },
        }),
    ...(metadata === undefined ? {} : { answers: { who: metadata.user.username } }),
    ...(hasFlag(message, MessageFlags.HasThread) ? { threadId: message.id } : {}),
  };
}

/** A command, or each of its subcommands: `corpus add`. */
function toShownCommands(
  command: RegisteredCommand | OptionBody,
  locale: Locale,
  before = '',
): readonly ShownCommand[] {
  const options = command.options ?? [];
  const name = `${before}${command.name}`;
  const branches = options.filter(({ type }) => BRANCHES.has(type));
  if (branches.length > 0)
    return branches.flatMap((branch) => toShownCommands(branch, locale, `${name} `));
  return [
    {
      name,
      description: translated(command.description, command.description_localizations, locale),
      options: options.map((option) => toShownOption(option, locale)),
    },
  ];
}

const BRANCHES: ReadonlySet<ApplicationCommandOptionType> = new Set([
  ApplicationCommandOptionType.Subcommand,
  ApplicationCommandOptionType.SubcommandGroup,
]);

const toShownOption = (option: OptionBody, locale: Locale): ShownOption => ({
  name: option.name,
  description: translated(option.description, option.description_localizations, locale),
  kind: KINDS.get(option.type) ?? 'other',
  isRequired: option.required ?? false,
  completes: option.autocomplete ?? false,
  choices: (option.choices ?? []).map(({ name, name_localizations: names, value }) => ({
    name: translated(name, names, locale),
    value,
  })),
});

const KINDS: ReadonlyMap<ApplicationCommandOptionType, ShownOption['kind']> = new Map([
  [ApplicationCommandOptionType.String, 'text'],
  [ApplicationCommandOptionType.Integer, 'number'],
  [ApplicationCommandOptionType.Number, 'number'],
  [ApplicationCommandOptionType.Boolean, 'boolean'],
  [ApplicationCommandOptionType.Attachment, 'file'],
]);

const translated = (text: string, texts: Localizations, locale: Locale): string =>
  texts?.[locale] ?? text;

const namesOf = ({ world }: State): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...world.members.map(({ user }) => [`@${user.id}`, user.username]),
    ...[...world.channels, ...world.threads].map(({ id, name }) => [`#${id}`, name]),
  ]);

/** The last interaction, and what the bot asked since: a request names its interaction's id or token. */
function trafficOf({ sentInteractions, requests }: State): View['traffic'] {
  const interaction = sentInteractions.at(-1);
  if (!isRecord(interaction)) return { interaction: null, requests: [] };
  const marks = [interaction['id'], interaction['token']].map(String);
  return {
    interaction,
    requests: requests.filter(({ path }) => marks.some((mark) => path.includes(mark))).slice(-5),
  };
}
