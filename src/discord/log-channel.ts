import { type Client, MessageFlags, PermissionFlagsBits, Routes, SnowflakeUtil } from 'discord.js';
import { type Message, message, userMention } from '../command/reply.ts';
import { traceOf } from '../command/trace.ts';
import { isBarred, isGone } from './api-error.ts';
import { noticeOf } from './card.ts';
import { type Desk, serverOf } from './desk.ts';
import { memberLanguage, serverLanguage } from './language.ts';
import type { Answerable } from './response.ts';

/**
 * Tells those who look after the server something, where it has a channel for that. A moderator is
 * told if it cannot be written to: nobody else would come to know.
 */
export async function tellServer(
  desk: Desk,
  interaction: Answerable,
  notice: Message,
): Promise<void> {
  const { guildLocale, client, memberPermissions } = interaction;
  const guildId = serverOf(interaction);
  if (guildId === undefined) return;
  const shut = await tell(desk, client, { guildId, locale: guildLocale, notice });
  if (shut === undefined || memberPermissions?.has(PermissionFlagsBits.ManageMessages) !== true)
    return;
  if (!interaction.replied && !interaction.deferred) return;
  const told = message('settings.log.unreachable', { channel: userMention('channel', shut) });
  await interaction.followUp({
    allowedMentions: { parse: [] },
    components: [noticeOf(told, memberLanguage(interaction))],
    flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral],
  });
}

/** The same where nobody has asked for anything. */
export async function tellGuild(
  desk: Desk,
  client: Client,
  guildId: string,
  notice: Message,
): Promise<void> {
  const locale = client.guilds.cache.get(guildId)?.preferredLocale;
  await tell(desk, client, { guildId, locale, notice });
}

/** Whether a channel is a server's own, as far as the bot knows. */
export function isChannelOf(client: Client, channelId: string, guildId: string | null): boolean {
  const channel = client.channels.cache.get(channelId);
  return channel !== undefined && 'guildId' in channel && channel.guildId === guildId;
}

interface Telling {
  readonly guildId: string;
  readonly locale: string | null | undefined;
  readonly notice: Message;
}

/** Gives the channel where it is gone, or the bot may not write there. */
async function tell(
  desk: Desk,
  client: Client,
  { guildId, locale, notice }: Telling,
): Promise<string | undefined> {
  const channel = desk.servers.settings(guildId).logChannel;
  if (channel === undefined) return undefined;
  if (!isChannelOf(client, channel, guildId)) return channel;
  try {
    await client.rest.post(Routes.channelMessages(channel), {
      body: {
        allowed_mentions: { parse: [] },
        components: [noticeOf(notice, serverLanguage(desk, guildId, locale))],
        flags: MessageFlags.IsComponentsV2,
        // So that it is posted once, however often it has to be sent.
        nonce: SnowflakeUtil.generate().toString(),
        enforce_nonce: true,
      },
    });
    return undefined;
  } catch (error) {
    if (isBarred(error) || isGone(error)) return channel;
    desk.report(`the log channel could not be written to: ${traceOf(error)}`);
    return undefined;
  }
}
