import { type APIMessage, PermissionFlagsBits } from 'discord-api-types/v10';
import { asSeenByBot } from '../message-content.ts';
import { editMessage, findMessage, postMessage, removeMessage } from '../message.ts';
import type { MessageBody } from '../rules/body.ts';
import { checkMessageBody } from '../rules/spec.ts';
import type { PostedMessage, State } from '../state.ts';
import { botMember, findPlace, isThread, permissionsIn } from '../world.ts';
import type { GuildPlace } from '../world.ts';
import { FAILURES, type FormError, invalidForm } from './failure.ts';
import { noContent, ok } from './route.ts';
import type { Answer, Call, Route } from './route.ts';

// `docs/resources/channel`, `docs/resources/message`

const ONE = '/channels/:/messages/:';
const MOST_LISTED = 100;

export const channelRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:', answer: ({ state }, id) => ok(findChannel(state, id)) },
  { method: 'GET', path: '/channels/:/messages', answer: listMessages },
  { method: 'POST', path: '/channels/:/messages', answer: createMessage },
  {
    method: 'POST',
    path: '/channels/:/typing',
    answer: ({ state }, id) => {
      findChannel(state, id);
      return noContent;
    },
  },
  {
    method: 'GET',
    path: ONE,
    answer: ({ state }, ...ids) => {
      const { message } = find(state, ids);
      mustBot(
        state,
        findChannel(state, message.channel_id),
        PermissionFlagsBits.ReadMessageHistory,
      );
      return ok(asSeenByBot(state.world, message));
    },
  },
  {
    method: 'PATCH',
    path: ONE,
    answer: ({ state, body, uploads }, ...ids) => {
      const posted = find(state, ids);
      if (!isBots(state, posted)) throw FAILURES.notAuthor();
      return ok(editMessage(state, posted, checkMessageBody('edit', body ?? {}, [], uploads), []));
    },
  },
  {
    method: 'DELETE',
    path: ONE,
    answer: ({ state }, ...ids) => {
      const posted = find(state, ids);
      if (!isBots(state, posted))
        mustBot(
          state,
          findChannel(state, posted.message.channel_id),
          PermissionFlagsBits.ManageMessages,
        );
      removeMessage(state, posted);
      return noContent;
    },
  },
];

/** The newest first, ephemeral ones not among them; without the history there is nothing to list. */
function listMessages({ state, query }: Call, channelId: string): Answer {
  const channel = findChannel(state, channelId);
  if (!mayBot(state, channel, PermissionFlagsBits.ReadMessageHistory)) return ok([]);
  const most = Math.min(Number(query.get('limit') ?? 50) || 50, MOST_LISTED);
  const before = query.get('before');
  const messages = [...state.messages.values()]
    .filter(({ message, visibleTo }) => message.channel_id === channelId && visibleTo === undefined)
    .filter(({ message }) => before === null || BigInt(message.id) < BigInt(before))
    .map(({ message }) => asSeenByBot(state.world, message));
  return ok(messages.toReversed().slice(0, most));
}

function createMessage({ state, body, uploads }: Call, channelId: string): Answer {
  const channel = findChannel(state, channelId);
  mustBot(
    state,
    channel,
    isThread(channel)
      ? PermissionFlagsBits.SendMessagesInThreads
      : PermissionFlagsBits.SendMessages,
  );
  if (uploads.size > 0) mustBot(state, channel, PermissionFlagsBits.AttachFiles);
  const sent = checkMessageBody('channel', body ?? {}, [], uploads);
  const before = messageWith(state, sent);
  if (before !== undefined) return ok(before.message);
  const message = postIn(state, channelId, sent);
  noteNonce(state, sent, message);
  return ok(message);
}

function postIn(state: State, channelId: string, sent: MessageBody): APIMessage {
  const replyTo = sent.message_reference?.message_id ?? undefined;
  if (replyTo !== undefined && !state.messages.has(replyTo)) {
    if (sent.message_reference?.fail_if_not_exists !== false)
      throw invalidForm([NO_SUCH_REFERENCE]);
    return postMessage(state, sent, { channelId, at: [] });
  }
  const reply = replyTo === undefined ? {} : { replyTo };
  return postMessage(state, sent, { channelId, at: [], ...reply });
}

/** The message that was made with the same nonce: `docs/resources/message#create-message`. */
function messageWith(
  { nonces, messages, limits, clock }: State,
  { nonce, enforce_nonce: isEnforced }: MessageBody,
): PostedMessage | undefined {
  if (isEnforced !== true) return undefined;
  const posted = messages.get(nonces.get(String(nonce)) ?? '');
  return posted && clock() - Date.parse(posted.message.timestamp) < limits.nonce
    ? posted
    : undefined;
}

function noteNonce({ nonces }: State, { nonce }: MessageBody, { id }: APIMessage): void {
  if (nonce !== undefined && nonce !== null) nonces.set(String(nonce), id);
}

const NO_SUCH_REFERENCE: FormError = {
  path: ['message_reference'],
  code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE',
  message: 'Unknown message',
};

const isBots = ({ world }: State, { message }: PostedMessage): boolean =>
  message.author.id === world.bot.id;

// Ephemeral messages are not in their channel: only their interaction reaches them.
function find(state: State, [channelId, id]: readonly string[]): PostedMessage {
  findChannel(state, channelId ?? '');
  const posted = findMessage(state, id);
  if (posted.visibleTo !== undefined || posted.message.channel_id !== channelId) {
    throw FAILURES.unknown('Message');
  }
  return posted;
}

/** The channel or thread, if the bot sees it. Throws 10003, 50001. */
export function findChannel(state: State, id: string): GuildPlace {
  const channel = findPlace(state.world, id);
  if (channel === undefined) throw FAILURES.unknown('Channel');
  if (!mayBot(state, channel, PermissionFlagsBits.ViewChannel)) throw FAILURES.missingAccess();
  return channel;
}

/** Throws 50013. */
export function mustBot(state: State, channel: GuildPlace, permission: bigint): void {
  if (!mayBot(state, channel, permission)) throw FAILURES.missingPermissions();
}

function mayBot({ world }: State, channel: GuildPlace, permission: bigint): boolean {
  return (BigInt(permissionsIn(world, botMember(world), channel)) & permission) !== 0n;
}
