import { MessageReferenceType, MessageType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIMessage, MessageFlags } from 'discord-api-types/v10';
import { keepFile, mustFit } from './attachment.ts';
import type { Upload } from './attachment.ts';
import { bitField } from './bit-field.ts';
import type { Actor } from './interaction.ts';
import { keepMessage, timestampOf } from './message.ts';
import { findMentions } from './mention.ts';
import type { State } from './state.ts';
import { isPrivate, isThread, permissionsIn } from './world.ts';

/** Posts a message of a member. Throws where Discord's client would not let them. */
export function sayAs(
  state: State,
  actor: Actor,
  text: string,
  { replyTo, files = [] }: MoreToSay = {},
): APIMessage {
  mustSend(state, actor, files);
  const isEmpty = text.trim() === '' && files.length === 0;
  if (isEmpty || text.length > MOST_TEXT)
    throw new Error(`A message has 1 to ${MOST_TEXT} characters`);
  const content = withMentions(state, text);
  const { mentions, ...others } = findMentions(state.world, { content, components: [] }, undefined);
  const pinged = replyTo === undefined || !canPing(replyTo) ? [] : [replyTo.author];
  const message: APIMessage = {
    id: state.nextId(),
    channel_id: actor.channel.id,
    author: actor.member.user,
    content,
    timestamp: timestampOf(state),
    edited_timestamp: null,
    tts: false,
    ...others,
    mentions: [...new Map([...mentions, ...pinged].map((user) => [user.id, user])).values()],
    attachments: files.map((file) => keepFile(state, actor.channel.id, file)),
    embeds: [],
    components: [],
    pinned: false,
    flags: bitField<MessageFlags>(0),
    type: replyTo === undefined ? MessageType.Default : MessageType.Reply,
    ...(replyTo === undefined ? {} : referenceTo(replyTo)),
  };
  return keepMessage(state, { message, edits: 0 }, 'MESSAGE_CREATE');
}

export interface MoreToSay {
  readonly replyTo?: APIMessage;
  readonly files?: readonly Upload[];
}

const MOST_TEXT = 2000;

function mustSend({ world }: State, { member, channel }: Actor, files: readonly Upload[]): void {
  mustFit(files);
  if (isPrivate(channel)) return;
  const needed = isThread(channel)
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  const rights = BigInt(permissionsIn(world, member, channel));
  if ((rights & needed) === 0n)
    throw new Error(`${member.user.username} may not send messages here`);
  if (files.length > 0 && (rights & PermissionFlagsBits.AttachFiles) === 0n)
    throw new Error(`${member.user.username} may not attach files here`);
}

/** `@verbatim` as the client sends it. */
const withMentions = ({ world }: State, text: string): string =>
  world.members.reduce(
    (typed, { user }) =>
      typed.replaceAll(new RegExp(`@${user.username}\\b`, 'gu'), `<@${user.id}>`),
    text,
  );

// Answering an answer to a command pings nobody, as that answer is no message of its own.
const canPing = ({ interaction_metadata: metadata }: APIMessage): boolean => metadata === undefined;

const referenceTo = (message: APIMessage) => ({
  message_reference: {
    type: MessageReferenceType.Default,
    message_id: message.id,
    channel_id: message.channel_id,
  },
  referenced_message: message,
});
