import { answerQuestion } from '../command/answering.ts';
import { placesOf } from '../command/card-actions.ts';
import type { ActedReply, Pressed } from '../command/command.ts';
import { readCardArgument } from '../command/custom-id.ts';
import { readCard } from './card-reading.ts';
import { citedOn } from './card.ts';
import { type Desk, contextOf } from './desk.ts';
import { languageFor } from './language.ts';
import type { Answerable, Response } from './response.ts';

/** How to show what came of an action. */
export const responseOf = ({ question, reply }: ActedReply): Response => ({
  question,
  reply: Promise.resolve(reply),
  page: 1,
  isPrivate: false,
});

/** The card of a press or a form, and what is known of it. */
export function pressedOn(
  desk: Desk,
  interaction: Answerable,
  argument: string,
): Omit<Pressed, 'chosen' | 'fields'> {
  const { page, messageId } = readCardArgument(argument);
  const card = 'message' in interaction ? interaction.message : null;
  const question = card === null ? undefined : readCard(card)?.question;
  const { guildId, channelId } = interaction;
  return {
    argument,
    question,
    place:
      messageId === undefined || channelId === null
        ? undefined
        : { guildId: guildId ?? undefined, channelId, messageId },
    places: async () => {
      if (question === undefined) return [];
      const reply = await answerQuestion(question, contextOf(desk, interaction));
      return placesOf(
        citedOn(reply, question, {
          page,
          language: languageFor(desk, interaction, messageId === undefined),
        }),
      ).map(([place]) => place);
    },
  };
}
