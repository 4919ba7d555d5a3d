import { type BaseInteraction, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import type { Message } from '../command/reply.ts';
import { field, message } from '../command/reply.ts';
import type { Desk } from './desk.ts';

/** Why an answer that all could see is shown to the asker alone; undefined where it need not be. */
export function keptPrivate(desk: Desk, interaction: BaseInteraction): Message | undefined {
  const { guildId, user } = interaction;
  if (guildId === null) return undefined;
  if (!maySend(interaction)) return message('private.right');
  const { channels, cooldown } = desk.servers.settings(guildId);
  if (channels.length > 0 && !placesOf(interaction).some((id) => channels.includes(id)))
    return message('private.channel');
  return desk.cooldown.isCooling(guildId, user.id, cooldown)
    ? message('private.cooldown', { seconds: field(cooldown) })
    : undefined;
}

/** The channel, and that of which it is a thread. */
const placesOf = ({ channelId, channel }: BaseInteraction): readonly string[] =>
  [channelId, channel?.isThread() === true ? channel.parentId : null].filter((id) => id !== null);

/** Whether the member may send messages there themselves. */
function maySend({ memberPermissions, channel, guildId }: BaseInteraction): boolean {
  if (guildId === null) return true;
  return memberPermissions !== null && canSend(memberPermissions, channel?.isThread() === true);
}

export const canSend = (permissions: Readonly<PermissionsBitField>, isThread: boolean): boolean =>
  permissions.has(
    isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages,
  );
