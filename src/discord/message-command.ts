import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { textOf } from '../command/messages.ts';
import { message } from '../command/reply.ts';
import { traceOf } from '../command/trace.ts';
import { refusedReply } from '../command/replies.ts';
import { type Desk, contextOf } from './desk.ts';
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
  const asked = { text: targetMessage.content, place };
  const reply = command.run(asked, contextOf(desk, interaction)).catch((error: unknown) => {
    desk.report(`${command.name} failed: ${traceOf(error)}`);
    return refusedReply(message('refused.failure'));
  });
  await respond(desk, interaction, { question: undefined, reply, page: 1, isPrivate: true });
}
