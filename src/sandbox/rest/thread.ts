import { ChannelType, MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIPublicThreadChannel, ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import { bitField } from '../bit-field.ts';
import { findMessage, hasFlag, keepMessage, timestampOf } from '../message.ts';
import { checkThreadBody } from '../rules/spec.ts';
import type { State } from '../state.ts';
import { isThread } from '../world.ts';
import type { GuildPlace } from '../world.ts';
import { findChannel, mustBot } from './channel.ts';
import { FAILURES } from './failure.ts';
import { created, noContent } from './route.ts';
import type { Answer, Call, Route } from './route.ts';

// `docs/resources/channel#start-thread-from-message`

export const threadRoutes: readonly Route[] = [
  { method: 'POST', path: '/channels/:/messages/:/threads', answer: startThread },
  {
    method: 'PUT',
    path: '/channels/:/thread-members/@me',
    answer: ({ state }, id) => {
      findChannel(state, id);
      return noContent;
    },
  },
];

/** A thread on a message has the message's id, and a message has one thread at most. */
function startThread({ state, body }: Call, channelId: string, messageId: string): Answer {
  const channel = findChannel(state, channelId);
  mustBot(state, channel, PermissionFlagsBits.CreatePublicThreads);
  const { name, auto_archive_duration: duration } = checkThreadBody(body ?? {});
  const posted = findMessage(state, messageId);
  const { message } = posted;
  if (posted.visibleTo !== undefined || message.channel_id !== channelId)
    throw FAILURES.unknown('Message');
  if (isThread(channel)) throw FAILURES.wrongChannelType();
  if (hasFlag(message, MessageFlags.HasThread)) throw FAILURES.threadExists();
  const thread = threadOf(state, channel, { id: messageId, name, duration: duration ?? 1440 });
  state.world.threads.push(thread);
  const flags = bitField<MessageFlags>((message.flags ?? 0) | MessageFlags.HasThread);
  keepMessage(state, { ...posted, message: { ...message, flags, thread } }, 'MESSAGE_UPDATE');
  state.gateway.dispatch({ t: 'THREAD_CREATE', d: { ...thread, newly_created: true } });
  state.changes.announce();
  return created(thread);
}

function threadOf(
  state: State,
  { id: parentId }: GuildPlace,
  made: { readonly id: string; readonly name: string; readonly duration: number },
): APIPublicThreadChannel {
  const at = timestampOf(state);
  return {
    id: made.id,
    name: made.name,
    type: ChannelType.PublicThread,
    guild_id: state.world.guild.id,
    parent_id: parentId,
    owner_id: state.world.bot.id,
    last_message_id: null,
    rate_limit_per_user: 0,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    flags: bitField(0),
    applied_tags: [],
    thread_metadata: {
      archived: false,
      auto_archive_duration: bitField<ThreadAutoArchiveDuration>(made.duration),
      archive_timestamp: at,
      create_timestamp: at,
      locked: false,
    },
    member: {
      id: made.id,
      user_id: state.world.bot.id,
      join_timestamp: at,
      flags: bitField(0),
    },
  };
}
