import {
  ChannelType,
  type MessageComponentInteraction,
  MessageFlags,
  PermissionFlagsBits,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { readCardArgument } from '../command/custom-id.ts';
import type { Language } from '../command/catalogue/index.ts';
import { oneLine } from '../command/markup.ts';
import { textOf } from '../command/messages.ts';
import { type Message, type Question, message, userMention } from '../command/reply.ts';
import { hasThread, isBarred, isGone } from './api-error.ts';
import { readCard } from './card-reading.ts';
import { noticeOf } from './card.ts';
import type { Desk } from './desk.ts';
import { languageFor, memberLanguage } from './language.ts';
import { notify } from './response.ts';
import { shareCard } from './sharing.ts';

const LONGEST_NAME = 100;

/** Opens a thread that the card heads; a card that one member sees is shared first. */
export async function discuss(
  desk: Desk,
  interaction: MessageComponentInteraction,
  argument: string,
): Promise<void> {
  const refusal = refuse(interaction);
  if (refusal !== undefined) return notify(interaction, refusal);
  const { messageId = (await shareCard(desk, interaction, argument))?.id } =
    readCardArgument(argument);
  if (messageId === undefined) return;
  // Where the card was shared first, that was the answer to the press.
  const isFirst = !interaction.replied && !interaction.deferred;
  if (isFirst) await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const outcome = await openThread(interaction, messageId, languageFor(desk, interaction, false));
  const components = [noticeOf(outcome, memberLanguage(interaction))];
  const allowedMentions = { parse: [] };
  if (isFirst) {
    await interaction.editReply({
      allowedMentions,
      components,
      flags: MessageFlags.IsComponentsV2,
    });
    return;
  }
  const flags = [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const;
  await interaction.followUp({ allowedMentions, components, flags });
}

const PLACES: ReadonlySet<ChannelType | undefined> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
]);

/** Why no thread can be opened here; both the member and the bot need the right to. */
function refuse({
  channel,
  memberPermissions,
  appPermissions,
}: MessageComponentInteraction): Message | undefined {
  if (!PLACES.has(channel?.type)) return message('discuss.refused.place');
  const right = PermissionFlagsBits.CreatePublicThreads;
  if (memberPermissions?.has(right) !== true) return message('discuss.refused.right');
  return appPermissions.has(right) ? undefined : message('discuss.refused.bot');
}

async function openThread(
  { client, channelId, message: card }: MessageComponentInteraction,
  messageId: string,
  language: Language,
): Promise<Message> {
  // A thread on a message has that message's id.
  const done = message('discuss.done', { thread: userMention('channel', messageId) });
  try {
    await client.rest.post(Routes.threads(channelId, messageId), {
      body: {
        name: nameOf(readCard(card)?.question, language),
        auto_archive_duration: ThreadAutoArchiveDuration.OneDay,
      },
    });
    return done;
  } catch (error) {
    if (hasThread(error)) return done;
    if (isGone(error)) return message('press.expired');
    if (isBarred(error)) return message('discuss.refused.bot');
    throw error;
  }
}

/** What was asked, `Marco Rubio · tariffs`. */
function nameOf(question: Question | undefined, language: Language): string {
  const values = Object.values(question?.options ?? {}).map(oneLine);
  const name = values.filter((value) => value !== '').join(' · ');
  return (
    name.slice(0, LONGEST_NAME).replace(/[\ud800-\udbff]$/u, '') || textOf('discuss.name', language)
  );
}
