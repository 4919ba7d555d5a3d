import type { MessageComponentInteraction } from 'discord.js';
import { type Press, parseCustomId } from '../command/custom-id.ts';
import { message } from '../command/reply.ts';
import { type Asked, readPress } from './card-reading.ts';
import { type Desk, askFor } from './desk.ts';
import { type Response, notify, replaceCard, respond } from './response.ts';

/** Answers a pressed button, or values chosen in a menu, from what the card says. */
export async function answerPress(
  desk: Desk,
  interaction: MessageComponentInteraction,
): Promise<void> {
  if (interaction.message.author.id !== interaction.client.user.id)
    return notify(interaction, message('press.foreign'));
  const press = parseCustomId(interaction.customId);
  const asked = press && readPress(interaction.message, press, valuesOf(interaction));
  if (press === undefined || asked === undefined)
    return notify(interaction, message('press.unreadable'));
  return answerAsked(desk, interaction, press, asked);
}

/**
 * A page takes the place of the one before it; a choice is answered with a message of its own. The
 * card belongs to whoever asked: anybody else gets a private copy of what they pressed for.
 */
async function answerAsked(
  desk: Desk,
  interaction: MessageComponentInteraction,
  { kind }: Press,
  { question, page }: Asked,
): Promise<void> {
  const reply = askFor(desk, question, interaction);
  const isOwn = interaction.message.interactionMetadata?.user.id === interaction.user.id;
  const response: Response = { question, reply, page, isPrivate: !isOwn };
  if (kind === 'page' && isOwn) return replaceCard(interaction, response);
  return respond(interaction, response);
}

const valuesOf = (interaction: MessageComponentInteraction): readonly string[] =>
  interaction.isStringSelectMenu() ? interaction.values : [];
