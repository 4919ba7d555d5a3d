import type { MessageComponentInteraction } from 'discord.js';
import { actOn } from '../command/answering.ts';
import { type Press, parseCustomId } from '../command/custom-id.ts';
import { message } from '../command/reply.ts';
import { cardActs } from './card-acts.ts';
import { type Asked, readPress } from './card-reading.ts';
import { type Desk, askIn, contextOf } from './desk.ts';
import { modalOf } from './form.ts';
import { showActed } from './acted.ts';
import { isChannelOf } from './log-channel.ts';
import { isOwnCard } from './ownership.ts';
import { memberLanguage } from './language.ts';
import { pressedOn } from './pressed.ts';
import { type Response, notify, replaceCard, respond } from './response.ts';

/** Answers a pressed button, or values chosen in a menu, from what the card says. */
export async function answerPress(
  desk: Desk,
  interaction: MessageComponentInteraction,
): Promise<void> {
  if (interaction.message.author.id !== interaction.client.user.id)
    return notify(interaction, message('press.foreign'));
  const press = parseCustomId(interaction.customId);
  if (press?.kind === 'do') return answerAct(desk, interaction, press);
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
  press: Press,
  { question, page }: Asked,
): Promise<void> {
  const reply = askIn(desk, interaction, question);
  const isOwn = isOwnCard(desk, interaction);
  const isPrivate = !isOwn || (press.kind === 'choice' && press.isPrivate);
  const response: Response = { question, reply, page, isPrivate };
  if (press.kind === 'page' && isOwn) await replaceCard(desk, interaction, response);
  else await respond(desk, interaction, response);
}

/** What is done with a card in Discord, or an action that a command brings. */
async function answerAct(
  desk: Desk,
  interaction: MessageComponentInteraction,
  { action, argument }: Extract<Press, { readonly kind: 'do' }>,
): Promise<void> {
  const act = cardActs.get(action);
  if (act !== undefined) return act(desk, interaction, argument);
  const pressed = {
    ...pressedOn(desk, interaction, argument),
    chosen: valuesOf(interaction),
    fields: {},
  };
  const acting = contextOf(desk, interaction).then((context) =>
    actOn(desk.actions, action, pressed, context),
  );
  await showActed(desk, interaction, acting, (form) =>
    interaction.showModal(modalOf(form, memberLanguage(interaction))),
  );
}

/** What was chosen; of channels only those of the server, whatever a client may have sent. */
function valuesOf(interaction: MessageComponentInteraction): readonly string[] {
  if (!interaction.isAnySelectMenu()) return [];
  return interaction.isChannelSelectMenu()
    ? interaction.values.filter((id) => isChannelOf(interaction.client, id, interaction.guildId))
    : interaction.values;
}
