import { randomBytes } from 'node:crypto';
import { InteractionType } from 'discord-api-types/v10';
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIChatInputApplicationCommandInteractionData,
  APIGuildMember,
  APIInteraction,
  APIMessage,
  APIMessageComponentInteractionData,
  APIMessageInteractionMetadata,
  APITextChannel,
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

export type InteractionContent =
  | {
      readonly type: InteractionType.ApplicationCommand;
      readonly data: APIChatInputApplicationCommandInteractionData;
    }
  | {
      readonly type: InteractionType.ApplicationCommandAutocomplete;
      readonly data: APIApplicationCommandAutocompleteInteraction['data'];
      readonly completes: CompletionType;
    }
  | {
      readonly type: InteractionType.MessageComponent;
      readonly data: APIMessageComponentInteractionData;
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
): APIInteraction {
  const { guild, application } = world;
  const payload = {
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
    channel: { ...channel, permissions: permissionsIn(world, member, channel) },
    member: { ...member, permissions: permissionsIn(world, member, channel) },
    locale,
    app_permissions: permissionsIn(world, botMember(world), channel),
    entitlements: [],
    authorizing_integration_owners: { 0: guild.id },
    context: 0,
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
  };
  // One literal for the union's three members, which the compiler cannot tell apart by `content`.
  return payload as APIInteraction;
}
