import { MessageFlags, MessageReferenceType, MessageType } from 'discord-api-types/v10';
import type { APIMessage, APIMessageInteractionMetadata } from 'discord-api-types/v10';
import { bitField } from './bit-field.ts';
import { FAILURES } from './rest/failure.ts';
import type { MessageBody } from './rules/body.ts';
import { numberComponents } from './rules/component.ts';
import { checkMessage } from './rules/message-rule.ts';
import { findMentions } from './mention.ts';
import type { PostedMessage, State } from './state.ts';
import { findPlace } from './world.ts';
import { attachmentsAfter, pointToFiles } from './message-file.ts';
import { asSeenByBot } from './message-content.ts';

/** Where a message comes to stand, and why. */
export interface MessageOrigin {
  readonly channelId: string;
  readonly visibleTo?: string;
  readonly interaction?: APIMessageInteractionMetadata;
  readonly replyTo?: string;
  /** Where in the request the message's fields stand, for errors: `['data']` in a callback. */
  readonly at: readonly PropertyKey[];
}

const SETTABLE =
  MessageFlags.Ephemeral |
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

/** Posts a message of the bot. Throws what the rules for messages refuse. */
export function postMessage(state: State, body: MessageBody, origin: MessageOrigin): APIMessage {
  const blank = blankMessage(state, origin);
  const message = applyBody(state, blank, body, origin.at);
  return keepMessage(state, { message, edits: 0, ...visibility(origin) }, 'MESSAGE_CREATE');
}

/** Posts the "is thinking" message of a deferred answer. */
export function postPlaceholder(state: State, origin: MessageOrigin): APIMessage {
  const blank = blankMessage(state, origin);
  const flags = bitField<MessageFlags>((blank.flags ?? 0) | MessageFlags.Loading);
  const message = { ...blank, flags };
  return keepMessage(state, { message, edits: 0, ...visibility(origin) }, 'MESSAGE_CREATE');
}

/** Changes a message: absent fields stay, null empties. Throws what the rules refuse. */
export function editMessage(
  state: State,
  posted: PostedMessage,
  body: MessageBody,
  at: readonly PropertyKey[],
): APIMessage {
  const message = applyBody(state, posted.message, body, at);
  const wasLoading = hasFlag(posted.message, MessageFlags.Loading);
  const editedAt = wasLoading ? null : timestampOf(state);
  const edited = { ...message, edited_timestamp: editedAt };
  return keepMessage(
    state,
    { ...posted, message: edited, edits: posted.edits + 1 },
    'MESSAGE_UPDATE',
  );
}

export function removeMessage(state: State, { message, visibleTo }: PostedMessage): void {
  state.messages.delete(message.id);
  if (visibleTo === undefined && findPlace(state.world, message.channel_id) !== undefined) {
    const d = { id: message.id, channel_id: message.channel_id, guild_id: state.world.guild.id };
    state.gateway.dispatch({ t: 'MESSAGE_DELETE', d });
  }
  state.changes.announce();
}

/** The message with this id. Throws 10008. */
export function findMessage(state: State, id: string | undefined): PostedMessage {
  const posted = id === undefined ? undefined : state.messages.get(id);
  if (posted === undefined) throw FAILURES.unknown('Message');
  return posted;
}

export function hasFlag(message: APIMessage, flag: MessageFlags): boolean {
  return ((message.flags ?? 0) & flag) !== 0;
}

function applyBody(
  state: State,
  base: APIMessage,
  body: MessageBody,
  at: readonly PropertyKey[],
): APIMessage {
  const content = body.content === undefined ? base.content : (body.content ?? '');
  const embeds = [...(body.embeds === undefined ? base.embeds : (body.embeds ?? []))];
  const components = [
    ...(body.components === undefined ? (base.components ?? []) : (body.components ?? [])),
  ];
  const flags = combineFlags(base.flags ?? 0, body.flags ?? 0);
  const attachments = attachmentsAfter(state, base, body);
  const hasMore =
    attachments.length > 0 || (body.sticker_ids ?? []).length > 0 || (body.poll ?? null) !== null;
  checkMessage({ sent: body, content, embeds, components, flags, hasMore }, at);
  const numbered = numberComponents(components);
  pointToFiles(numbered, attachments);
  const mentions = findMentions(state.world, { content, components }, body.allowed_mentions);
  return { ...base, content, embeds, attachments, components: numbered, flags, ...mentions };
}

// A message stays made of components, and stays ephemeral; an answer is no longer loading.
function combineFlags(before: number, given: number): MessageFlags {
  return bitField((before & ~MessageFlags.Loading) | (given & SETTABLE));
}

function blankMessage(state: State, origin: MessageOrigin): APIMessage {
  const { bot, application } = state.world;
  return {
    id: state.nextId(),
    channel_id: origin.channelId,
    author: bot,
    content: '',
    timestamp: timestampOf(state),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: messageType(origin),
    flags: origin.visibleTo === undefined ? bitField(0) : MessageFlags.Ephemeral,
    ...(origin.interaction === undefined
      ? {}
      : {
          application_id: application.id,
          webhook_id: application.id,
          interaction_metadata: origin.interaction,
        }),
    ...(origin.replyTo === undefined
      ? {}
      : {
          message_reference: {
            type: MessageReferenceType.Default,
            message_id: origin.replyTo,
            channel_id: origin.channelId,
          },
        }),
  };
}

function messageType({ interaction, replyTo }: MessageOrigin): MessageType {
  if (replyTo !== undefined) return MessageType.Reply;
  return interaction === undefined ? MessageType.Default : MessageType.ChatInputCommand;
}

/** Keeps a message as it stands now and tells the bot of it, unless one member alone sees it. */
export function keepMessage(
  state: State,
  posted: PostedMessage,
  event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
): APIMessage {
  state.messages.set(posted.message.id, posted);
  if (posted.visibleTo === undefined) {
    dispatchMessage(state, event, posted.message);
  }
  state.changes.announce();
  return posted.message;
}

/** In a private channel a bot without its intent is told nothing, nor in a guild that it is not in. */
function dispatchMessage(
  { world, gateway, membership }: State,
  event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  message: APIMessage,
): void {
  if (membership === 'none' || findPlace(world, message.channel_id) === undefined) return;
  const author = world.members.find(({ user }) => user.id === message.author.id);
  const { user: _user, ...member } = author ?? { user: undefined };
  gateway.dispatch({
    t: event,
    d: (intents) => ({
      ...asSeenByBot(world, message, intents),
      guild_id: world.guild.id,
      ...(author === undefined ? {} : { member }),
    }),
  });
}

const visibility = ({ visibleTo }: MessageOrigin) => (visibleTo === undefined ? {} : { visibleTo });

export const timestampOf = (state: State): string => new Date(state.clock()).toISOString();
