import { type BaseInteraction, type Client, MessageFlags, Routes } from 'discord.js';
import type { Message } from '../command/reply.ts';
import { traceOf } from '../command/trace.ts';
import { noticeOf } from './card.ts';
import type { Desk } from './desk.ts';
import { serverLanguage } from './language.ts';

/** Tells those who look after the server something, where it has a channel for that. */
export async function tellServer(
  desk: Desk,
  { guildId, guildLocale, client }: BaseInteraction,
  notice: Message,
): Promise<void> {
  if (guildId !== null) await tell(desk, client, { guildId, locale: guildLocale, notice });
}

/** The same where nobody has asked for anything. */
export const tellGuild = (
  desk: Desk,
  client: Client,
  guildId: string,
  notice: Message,
): Promise<void> => {
  const locale = client.guilds.cache.get(guildId)?.preferredLocale;
  return tell(desk, client, { guildId, locale, notice });
};

interface Telling {
  readonly guildId: string;
  readonly locale: string | null | undefined;
  readonly notice: Message;
}

async function tell(
  desk: Desk,
  client: Client,
  { guildId, locale, notice }: Telling,
): Promise<void> {
  const channel = desk.servers.settings(guildId).logChannel;
  if (channel === undefined) return;
  try {
    await client.rest.post(Routes.channelMessages(channel), {
      body: {
        allowed_mentions: { parse: [] },
        components: [noticeOf(notice, serverLanguage(desk, guildId, locale))],
        flags: MessageFlags.IsComponentsV2,
      },
    });
  } catch (error) {
    desk.report(`the log channel could not be written to: ${traceOf(error)}`);
  }
}
