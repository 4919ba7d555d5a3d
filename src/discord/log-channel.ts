import { type BaseInteraction, MessageFlags, Routes } from 'discord.js';
import type { Message } from '../command/reply.ts';
import { traceOf } from '../command/trace.ts';
import { noticeOf } from './card.ts';
import type { Desk } from './desk.ts';
import { languageFor } from './language.ts';

/** Tells those who look after the server something, where it has a channel for that. */
export async function tellServer(
  desk: Desk,
  interaction: BaseInteraction,
  notice: Message,
): Promise<void> {
  const { guildId, client } = interaction;
  const channel = guildId === null ? undefined : desk.servers.settings(guildId).logChannel;
  if (channel === undefined) return;
  try {
    await client.rest.post(Routes.channelMessages(channel), {
      body: {
        allowed_mentions: { parse: [] },
        components: [noticeOf(notice, languageFor(desk, interaction, false))],
        flags: MessageFlags.IsComponentsV2,
      },
    });
  } catch (error) {
    desk.report(`the log channel could not be written to: ${traceOf(error)}`);
  }
}
