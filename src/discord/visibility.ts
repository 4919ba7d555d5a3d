import {
  type BaseInteraction,
  type Channel,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type { Message } from '../command/reply.ts';
import { field, message } from '../command/reply.ts';
import { type Desk, settingsOf } from './desk.ts';

/** Why an answer that all could see is shown to the asker alone; undefined where it need not be. */
export function keptPrivate(desk: Desk, interaction: BaseInteraction): Message | undefined {
  const { guildId, user } = interaction;
  if (guildId === null) return undefined;
  const { memberPermissions, channelId, channel } = interaction;
  if (memberPermissions === null || !canSend(memberPermissions, channel?.isThread() === true))
    return message('private.right');
  const { channels, cooldown } = settingsOf(desk, interaction);
  if (!isAnsweredIn(channels, channelId, channel)) return message('private.channel');
  return desk.cooldown.isCooling(guildId, user.id, cooldown)
    ? message('private.cooldown', { seconds: field(cooldown) })
    : undefined;
}

/** Whether all may see answers in a channel, or in that of which it is a thread; without any set, everywhere. */
export const isAnsweredIn = (
  channels: readonly string[],
  channelId: string | null,
  channel: Channel | null,
): boolean =>
  channels.length === 0 ||
  [channelId, channel?.isThread() === true ? channel.parentId : null].some(
    (id) => id !== null && channels.includes(id),
  );

/** Whether these permissions let one send messages. */
export const canSend = (permissions: Readonly<PermissionsBitField>, isThread: boolean): boolean =>
  permissions.has(
    isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages,
  );
