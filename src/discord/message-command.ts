import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { answerAbout } from '../command/answering.ts';
import { textOf } from '../command/messages.ts';
import { message } from '../command/reply.ts';
import { type Desk, contextOf, fileOf } from './desk.ts';
import { notify, respond } from './response.ts';

/** Answers a command of a message's menu, to whoever used it alone. */
export async function answerMessageCommand(
  desk: Desk,
  interaction: MessageContextMenuCommandInteraction,
): Promise<void> {
  const command = desk.messageCommands.find(
    ({ name }) => textOf(name, 'en') === interaction.commandName,
  );
  if (command === undefined) return notify(interaction, message('press.unreadable'));
  const { targetMessage, guildId, channelId } = interaction;
  const place = { guildId: guildId ?? undefined, channelId, messageId: targetMessage.id };
  const files = [...targetMessage.attachments.values()].map(fileOf);
  const asked = { text: targetMessage.content, place, files };
  const reply = contextOf(desk, interaction).then((context) =>
    answerAbout(command, asked, context),
  );
  await respond(desk, interaction, { question: undefined, reply, page: 1, isPrivate: true });
}
