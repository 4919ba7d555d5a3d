import { randomBytes } from 'node:crypto';
import { InteractionContextType, InteractionType } from 'discord-api-types/v10';
import type {
  APIBaseInteraction,
  APIGuildMember,
  APIMessage,
  APIMessageInteractionMetadata,
  APITextChannel,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  Locale,
} from 'discord-api-types/v10';
import type { CompletionType } from './rules/spec.ts';
import type { OpenInteraction, State } from './state.ts';
import { botMember, memberOf, permissionsIn } from './world.ts';

/** Who acts, where, in which language. */
export interface Actor {
  readonly member: APIGuildMember;
  readonly channel: APITextChannel;
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
  readonly options: readonly TypedOption[];
  readonly resolved?: object;
}

/** `docs/interactions/receiving-and-responding#interaction-object-message-component-data-structure` */
export interface ComponentData {
  readonly component_type: ComponentType;
  readonly custom_id: string;
  readonly id: number;
  readonly values?: readonly string[];
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
    ...(content.type === InteractionType.MessageComponent ? { sourceId: content.message.id } : {}),
    ...(content.type === InteractionType.ApplicationCommandAutocomplete
      ? { completes: content.completes }
      : {}),
  };
  state.interactions.set(interaction.id, interaction);
  state.gateway.dispatch({
    t: 'INTERACTION_CREATE',
    d: toPayload(state, actor, interaction, content),
  });
  return interaction;
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
  { world }: State,
  { member, channel, locale }: Actor,
  { id, token }: OpenInteraction,
  content: InteractionContent,
): APIBaseInteraction<InteractionType, unknown> {
  const { guild, application } = world;
  return {
    id,
    token,
    version: 1,
    application_id: application.id,
    type: content.type,
    data: content.data,
    ...('message' in content ? { message: content.message } : {}),
    guild_id: guild.id,
    guild: { id: guild.id, features: guild.features, locale: guild.preferred_locale },
    guild_locale: guild.preferred_locale,
    channel_id: channel.id,
    channel: withPermissions(channel, permissionsIn(world, member, channel)),
    member: { ...member, permissions: permissionsIn(world, member, channel) },
    locale,
    app_permissions: permissionsIn(world, botMember(world), channel),
    entitlements: [],
    authorizing_integration_owners: { 0: guild.id },
    context: InteractionContextType.Guild,
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
  };
}

// Discord adds what the member may do there, which the types leave out.
const withPermissions = (channel: APITextChannel, permissions: string): APITextChannel =>
  Object.assign({ ...channel }, { permissions });
