import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { APITextChannel } from 'discord-api-types/v10';
import { editMessage, findMessage, postMessage, removeMessage } from '../message.ts';
import { checkMessageBody } from '../rules/spec.ts';
import type { PostedMessage, State } from '../state.ts';
import { botMember, permissionsIn } from '../world.ts';
import { FAILURES } from './failure.ts';
import { noContent, ok } from './route.ts';
import type { Answer, Call, Route } from './route.ts';

// `docs/resources/channel`, `docs/resources/message`

const ONE = '/channels/:/messages/:';
const MOST_LISTED = 100;

export const channelRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:', answer: ({ state }, id) => ok(findChannel(state, id)) },
  { method: 'GET', path: '/channels/:/messages', answer: listMessages },
  { method: 'POST', path: '/channels/:/messages', answer: createMessage },
  { method: 'GET', path: ONE, answer: ({ state }, ...ids) => ok(find(state, ids).message) },
  {
    method: 'PATCH',
    path: ONE,
    answer: ({ state, body }, ...ids) =>
      ok(editMessage(state, find(state, ids), checkMessageBody('edit', body ?? {}, []), [])),
  },
  {
    method: 'DELETE',
    path: ONE,
    answer: ({ state }, ...ids) => {
      removeMessage(state, find(state, ids));
      return noContent;
    },
  },
];

/** The newest first, ephemeral ones not among them. */
function listMessages({ state, query }: Call, channelId: string): Answer {
  findChannel(state, channelId);
  const most = Math.min(Number(query.get('limit') ?? 50) || 50, MOST_LISTED);
  const messages = [...state.messages.values()]
    .filter(({ message, visibleTo }) => message.channel_id === channelId && visibleTo === undefined)
    .map(({ message }) => message);
  return ok(messages.toReversed().slice(0, most));
}

function createMessage({ state, body }: Call, channelId: string): Answer {
  const channel = findChannel(state, channelId);
  if (!mayBot(state, channel, PermissionFlagsBits.SendMessages)) {
    throw FAILURES.missingPermissions();
  }
  const sent = checkMessageBody('channel', body ?? {}, []);
  return ok(postMessage(state, sent, { channelId, at: [] }));
}

// Ephemeral messages are not in their channel: only their interaction reaches them.
function find(state: State, [channelId, id]: readonly string[]): PostedMessage {
  findChannel(state, channelId ?? '');
  const posted = findMessage(state, id);
  if (posted.visibleTo !== undefined || posted.message.channel_id !== channelId) {
    throw FAILURES.unknown('Message');
  }
  return posted;
}

function findChannel(state: State, id: string): APITextChannel {
  const channel = state.world.channels.find((each) => each.id === id);
  if (channel === undefined) throw FAILURES.unknown('Channel');
  if (!mayBot(state, channel, PermissionFlagsBits.ViewChannel)) throw FAILURES.missingAccess();
  return channel;
}

function mayBot({ world }: State, channel: APITextChannel, permission: bigint): boolean {
  return (BigInt(permissionsIn(world, botMember(world), channel)) & permission) !== 0n;
}
