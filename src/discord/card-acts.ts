import {
  type MessageComponentInteraction,
  MessageFlags,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import { answerQuestion } from '../command/answering.ts';
import { contextQuestion, contextReply, moreReply, placesOf } from '../command/card-actions.ts';
import { cardArgument, readCardArgument } from '../command/custom-id.ts';
import { type Question, type Reply, message } from '../command/reply.ts';
import { isBarred, isGone } from './api-error.ts';
import { readCard } from './card-reading.ts';
import { citedOn } from './card.ts';
import { type Desk, contextOf } from './desk.ts';
import { discuss } from './discussion.ts';
import { cardLanguage } from './language.ts';
import { isOwnMessage } from './ownership.ts';
import { notify, respond } from './response.ts';
import { shareCard } from './sharing.ts';

/** Something done with a card in Discord itself. */
type CardAct = (
  desk: Desk,
  interaction: MessageComponentInteraction,
  argument: string,
) => Promise<void>;

/** The passage that the card cites where it stands; of several, which one. */
const showContext: CardAct = async (desk, interaction, argument) => {
  const asked = readCard(interaction.message);
  if (asked === undefined) return notify(interaction, message('press.unreadable'));
  const { page } = readCardArgument(argument);
  const context = await contextOf(desk, interaction);
  const answered = await answerQuestion(asked.question, context);
  const cited = citedOn(answered, asked.question, {
    page,
    language: cardLanguage(desk, interaction),
  });
  const [[place] = [], ...others] = placesOf(cited);
  if (place === undefined) return notify(interaction, message('press.unreadable'));
  const question = others.length === 0 ? contextQuestion(place) : asked.question;
  const reply =
    others.length === 0 ? answerQuestion(question, context) : Promise.resolve(contextReply(cited));
  await respond(desk, interaction, { question, reply, page: 1, isPrivate: true });
};

/** What else can be done and asked, to whoever wants to know. */
const showMore: CardAct = async (desk, interaction, argument) => {
  const asked = readCard(interaction.message);
  if (asked === undefined) return notify(interaction, message('press.unreadable'));
  const isForAll = !interaction.message.flags.has(MessageFlags.Ephemeral);
  const { page } = readCardArgument(argument);
  const about = cardArgument(page, isForAll ? interaction.message.id : '0');
  await respond(desk, interaction, {
    question: asked.question,
    reply: moreOn(desk, interaction, asked.question, about),
    page: 1,
    isPrivate: true,
    areChoicesPrivate: !isForAll,
  });
};

async function moreOn(
  desk: Desk,
  interaction: MessageComponentInteraction,
  question: Question,
  argument: string,
): Promise<Reply> {
  const context = await contextOf(desk, interaction);
  const reply = await answerQuestion(question, context);
  return moreReply(question, reply, argument, context);
}

const share: CardAct = async (desk, interaction, argument) => {
  await shareCard(desk, interaction, argument);
};

/** Takes a card away, for whoever asked for it or looks after the place. */
const remove: CardAct = async (desk, interaction, argument) => {
  const { messageId } = readCardArgument(argument);
  if (messageId === undefined) return notify(interaction, message('press.expired'));
  const isOwn = isOwnMessage(desk, interaction, messageId);
  if (!isOwn && interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) !== true)
    return notify(interaction, message('remove.refused'));
  try {
    await interaction.client.rest.delete(Routes.channelMessage(interaction.channelId, messageId));
  } catch (error) {
    if (isBarred(error)) return notify(interaction, message('remove.failed'));
    // Gone already is as good as removed.
    if (!isGone(error)) throw error;
  }
  // A button says of any card that it is the one; what is forgotten must have been here.
  if (desk.servers.card(messageId)?.channelId === interaction.channelId)
    await desk.servers.dropCard(messageId);
  return notify(interaction, message('remove.done'));
};

export const cardActs: ReadonlyMap<string, CardAct> = new Map([
  ['card.context', showContext],
  ['card.more', showMore],
  ['card.share', share],
  ['card.discuss', discuss],
  ['card.remove', remove],
]);
