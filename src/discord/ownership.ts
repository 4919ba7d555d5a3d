import type { MessageComponentInteraction } from 'discord.js';
import type { Desk } from './desk.ts';

/** Whether the card was asked for by whoever presses it. */
export function isOwnCard({ servers }: Desk, interaction: MessageComponentInteraction): boolean {
  const { interactionMetadata, id } = interaction.message;
  // An answer to a mention does not say itself whom it answers.
  const owner = interactionMetadata?.user.id ?? servers.card(id)?.ownerId;
  return owner === interaction.user.id;
}

/** Whether a card of this channel was asked for by whoever presses a button that speaks of it. */
export function isOwnMessage(
  { servers }: Desk,
  { channelId, user }: MessageComponentInteraction,
  messageId: string,
): boolean {
  const card = servers.card(messageId);
  return card?.channelId === channelId && card.ownerId === user.id;
}
