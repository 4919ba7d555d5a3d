import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js';
import { told } from '../command/answering.ts';
import type { Acted, ActedReply } from '../command/command.ts';
import { type Form, message } from '../command/reply.ts';
import type { Desk } from './desk.ts';
import { tellServer } from './log-channel.ts';
import { type Response, isOnCard, replaceCard, respond, soon } from './response.ts';

// An action that takes longer than this is answered with a message of its own, in milliseconds:
// together with the patience of that answer less than the three seconds that Discord waits.
const PATIENCE = 1000;

/** Shows what came of an action: a card in place of the one pressed or apart from it, or a form. */
export async function showActed(
  desk: Desk,
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  acting: Promise<Acted>,
  showForm: (form: Form) => Promise<unknown>,
): Promise<void> {
  const inTime = await soon(acting, PATIENCE);
  const acted = inTime ?? acting.then(replyOf);
  try {
    if ('kind' in acted && acted.kind === 'form') await showForm(acted);
    else if ('kind' in acted && acted.isInPlace && isOnCard(interaction))
      await replaceCard(desk, interaction, responseOf(acted));
    else await respond(desk, interaction, responseOf(acted));
  } finally {
    // What was done is told where the member's own answer did not get through, too.
    await follow(desk, interaction, replyOf(await acting));
  }
}

/** Tells of what was done, and looks whether it has made a card wrong that was shown. */
async function follow(
  desk: Desk,
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  { notice }: ActedReply,
): Promise<void> {
  if (notice === undefined) return;
  if (interaction.guildId !== null) desk.mend(interaction.guildId);
  await tellServer(desk, interaction, notice);
}

/** A form that comes too late for Discord to show. */
const replyOf = (acted: Acted): ActedReply =>
  acted.kind === 'form' ? told(message('press.unreadable')) : acted;

/** How to show what came of an action, or is yet to come. */
const responseOf = (acted: ActedReply | Promise<ActedReply>): Response => ({
  question: acted instanceof Promise ? undefined : acted.question,
  reply: Promise.resolve(acted).then(({ reply }) => reply),
  page: 1,
  isPrivate: acted instanceof Promise,
});
