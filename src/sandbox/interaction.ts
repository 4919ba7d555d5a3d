import { randomBytes } from 'node:crypto';
import {
  ChannelType,
  InteractionContextType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type {
  APIBaseInteraction,
  APIGuildMember,
  APIMessage,
  APIMessageInteractionMetadata,
  APIModalSubmission,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  Locale,
} from 'discord-api-types/v10';
import type { CompletionType } from './rules/spec.ts';
import type { OpenInteraction, State } from './state.ts';
import { botMember, isPrivate, memberOf, permissionsIn } from './world.ts';
import type { GuildPlace, PrivatePlace, World } from './world.ts';

/** Who acts, where, in which language. */
export interface Actor {
  readonly member: APIGuildMember;
  readonly channel: GuildPlace | PrivatePlace;
  readonly locale: Locale;
}

/** An option with its value, or a subcommand with its options. */
export interface TypedOption {
  readonly name: string;
  readonly type: ApplicationCommandOptionType;
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
  readonly options?: readonly TypedOption[];
}

/** `docs/interactions/receiving-and-responding#interaction-object-application-command-data-structure` */
interface CommandData {
  readonly id: string;
  readonly name: string;
  readonly type: ApplicationCommandType;
  readonly guild_id?: string;
  readonly options?: readonly TypedOption[];
  readonly resolved?: object;
  /** Of a command on a message or a user. */
  readonly target_id?: string;
}

/** `docs/interactions/receiving-and-responding#interaction-object-message-component-data-structure` */
export interface ComponentData {
  readonly component_type: ComponentType;
  readonly custom_id: string;
  readonly id: number;
  readonly values?: readonly string[];
  readonly resolved?: object;
}

export type InteractionContent =
  | { readonly type: InteractionType.ApplicationCommand; readonly data: CommandData }
  | {
      readonly type: InteractionType.ApplicationCommandAutocomplete;
      readonly data: CommandData;
      readonly completes: CompletionType;
    }
  | {
      readonly type: InteractionType.MessageComponent;
      readonly data: ComponentData;
      readonly message: APIMessage;
    }
  | {
      readonly type: InteractionType.ModalSubmit;
      readonly data: APIModalSubmission;
      /** The message whose component opened the form. */
      readonly source?: APIMessage;
    };

const ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024;

/** Opens an interaction and sends it to the bot: `docs/events/gateway-events#interaction-create`. */
export function openInteraction(
  state: State,
  actor: Actor,
  content: InteractionContent,
  title: string,
): OpenInteraction {
  const interaction: OpenInteraction = {
    id: state.nextId(),
    token: randomBytes(60).toString('base64url'),
    type: content.type,
    createdAt: state.clock(),
    userId: actor.member.user.id,
    channelId: actor.channel.id,
    title,
    followUpIds: [],
    refusals: [],
    ...sourceOf(content),
    ...(content.type === InteractionType.ApplicationCommandAutocomplete
      ? { completes: content.completes }
      : {}),
  };
  state.interactions.set(interaction.id, interaction);
  const payload = toPayload(state, actor, interaction, content);
  state.sentInteractions.push(payload);
  state.gateway.dispatch({ t: 'INTERACTION_CREATE', d: payload });
  return interaction;
}

/** The message from which an interaction comes, if it is one that its answer may change. */
function sourceOf(content: InteractionContent): { readonly sourceId?: string } {
  const message = messageIn(content);
  return message === undefined ? {} : { sourceId: message.id };
}

function messageIn(content: InteractionContent): APIMessage | undefined {
  if (content.type === InteractionType.MessageComponent) return content.message;
  return content.type === InteractionType.ModalSubmit ? content.source : undefined;
}

/** What a message says of the interaction that it answers. */
export function interactionMetadata(
  { world, messages }: State,
  { id, type, userId, sourceId }: OpenInteraction,
): APIMessageInteractionMetadata {
  const base = {
    id,
    user: memberOf(world, userId).user,
    authorizing_integration_owners: { 0: world.guild.id },
  };
  if (type === InteractionType.ModalSubmit) {
    const command = { ...base, type: InteractionType.ApplicationCommand } as const;
    return { ...base, type, triggering_interaction_metadata: command };
  }
  if (type !== InteractionType.MessageComponent || sourceId === undefined) {
    return { ...base, type: InteractionType.ApplicationCommand };
  }
  const source = messages.get(sourceId);
  return {
    ...base,
    type,
    interacted_message_id: source?.message.id ?? sourceId,
  };
}

function toPayload(
  { world, membership }: State,
  actor: Actor,
  { id, token }: OpenInteraction,
  content: InteractionContent,
): APIBaseInteraction<InteractionType, unknown> {
  const message = messageIn(content);
  return {
    id,
    token,
    version: 1,
    application_id: world.application.id,
    type: content.type,
    data: content.data,
    ...(message === undefined ? {} : { message }),
    channel_id: actor.channel.id,
    locale: actor.locale,
    entitlements: [],
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
    ...whereOf(world, actor, membership !== 'none'),
  };
}

type Where = Pick<
  APIBaseInteraction<InteractionType, unknown>,
  | 'app_permissions'
  | 'authorizing_integration_owners'
  | 'channel'
  | 'context'
  | 'guild'
  | 'guild_id'
  | 'guild_locale'
  | 'member'
  | 'user'
>;

/**
 * Who acts where; outside a guild there is a user and no member. In a guild that the bot is not in,
 * they have brought it along themselves.
 */
function whereOf(world: World, { member, channel }: Actor, isMember: boolean): Where {
  const { guild } = world;
  if (isPrivate(channel)) {
    const isDm = channel.type === ChannelType.DM;
    return {
      channel,
      user: member.user,
      app_permissions: PRIVATE_PERMISSIONS,
      authorizing_integration_owners: { 1: member.user.id, ...(isDm ? { 0: '0' } : {}) },
      context: isDm ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel,
    };
  }
  const permissions = permissionsIn(world, member, channel);
  return {
    guild_id: guild.id,
    guild: { id: guild.id, features: guild.features, locale: guild.preferred_locale },
    guild_locale: guild.preferred_locale,
    channel: withPermissions(channel, permissions),
    member: { ...member, permissions },
    app_permissions: permissionsIn(world, botMember(world), channel),
    authorizing_integration_owners: isMember ? { 0: guild.id } : { 1: member.user.id },
    context: InteractionContextType.Guild,
  };
}

// What everybody has in a private channel: to read, to send, to embed links, to attach files.
const PRIVATE_PERMISSIONS = (
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory
).toString();

// Discord adds what the member may do there, which the types leave out.
const withPermissions = (channel: GuildPlace, permissions: string): GuildPlace =>
  Object.assign({ ...channel }, { permissions });
