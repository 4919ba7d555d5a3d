import { placesOf } from '../command/card-actions.ts';
import type { Pressed } from '../command/command.ts';
import { readCardArgument } from '../command/custom-id.ts';
import { readCard } from './card-reading.ts';
import { citedOn } from './card.ts';
import { type Desk, askIn } from './desk.ts';
import { languageFor } from './language.ts';
import type { Answerable } from './response.ts';

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
      const reply = await askIn(desk, interaction, question);
      return placesOf(
        citedOn(reply, question, {
          page,
          language: languageFor(desk, interaction, messageId === undefined),
        }),
      ).map(([place]) => place);
    },
  };
}
