import {
  type APIContainerComponent,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  MessageFlags,
} from 'discord.js';
import type { Message, Question, Reply } from '../command/reply.ts';
import { cardOf, noticeOf } from './card.ts';

/** What may be answered with a message of its own. */
export type Answerable = ChatInputCommandInteraction | MessageComponentInteraction;

/** A reply on its way, and how to show it. */
export interface Response {
  readonly question: Question;
  readonly reply: Promise<Reply>;
  readonly page: number;
  /** Private even where the reply need not be. */
  readonly isPrivate: boolean;
}

// Discord waits three seconds. Deferring settles whether all may see the answer, which an answer
// itself should settle, so it waits this long, in milliseconds.
const PATIENCE = 1500;

/** Nobody is ever pinged. */
const QUIET = { allowedMentions: { parse: [] } };

/** Answers with a message of its own, deferring only if the reply is slow. */
export async function respond(interaction: Answerable, response: Response): Promise<void> {
  const { reply: coming, isPrivate } = response;
  const reply = await soon(coming);
  if (reply !== undefined) {
    await interaction.reply(messageOf(reply, response));
    return;
  }
  await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
  await finish(interaction, await coming, response);
}

/** What was deferred for all to see cannot turn private: it goes, and a private message comes. */
async function finish(interaction: Answerable, reply: Reply, response: Response): Promise<void> {
  const message = messageOf(reply, response);
  if (!reply.isPrivate || response.isPrivate) {
    await interaction.editReply({ ...message, flags: MessageFlags.IsComponentsV2 });
    return;
  }
  await interaction.deleteReply();
  await interaction.followUp(message);
}

/**
 * Puts the reply in the place of the card whose button was pressed. A reply for the presser alone
 * leaves a card that all can see as it is, and comes as a message of its own.
 */
export async function replaceCard(
  interaction: MessageComponentInteraction,
  response: Response,
): Promise<void> {
  const inTime = await soon(response.reply);
  if (inTime === undefined) await interaction.deferUpdate();
  const reply = inTime ?? (await response.reply);
  const message = messageOf(reply, response);
  const isForAll = !interaction.message.flags.has(MessageFlags.Ephemeral);
  if (reply.isPrivate && isForAll) await sendApart(interaction, message);
  else if (inTime === undefined)
    await interaction.editReply({ ...QUIET, components: message.components });
  else await interaction.update({ ...QUIET, components: message.components });
}

async function sendApart(
  interaction: MessageComponentInteraction,
  message: CardMessage,
): Promise<void> {
  if (interaction.deferred) await interaction.followUp(message);
  else await interaction.reply(message);
}

/** Tells the member alone something that answers no question. */
export async function notify(interaction: Answerable, message: Message): Promise<void> {
  await interaction.reply({ ...QUIET, components: [noticeOf(message)], flags: PRIVATE });
}

const PRIVATE = [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const;
const PUBLIC = [MessageFlags.IsComponentsV2] as const;

interface CardMessage {
  readonly allowedMentions: { readonly parse: [] };
  readonly components: APIContainerComponent[];
  readonly flags: typeof PRIVATE | typeof PUBLIC;
}

const messageOf = (reply: Reply, { question, page, isPrivate }: Response): CardMessage => ({
  allowedMentions: { parse: [] },
  components: [cardOf(reply, question, page)],
  flags: isPrivate || reply.isPrivate ? PRIVATE : PUBLIC,
});

/** The reply if it comes while there is patience. */
async function soon(reply: Promise<Reply>): Promise<Reply | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE);
  });
  try {
    return await Promise.race([reply, late]);
  } finally {
    clearTimeout(timer);
  }
}
