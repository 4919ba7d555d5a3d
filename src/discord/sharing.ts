import {
  type APIComponentInContainer,
  type APIContainerComponent,
  ComponentType,
  type Message as DiscordMessage,
  type MessageComponentInteraction,
  MessageFlags,
} from 'discord.js';
import type { Language } from '../command/catalogue/index.ts';
import { readCardArgument } from '../command/custom-id.ts';
import { sharedNote } from '../command/replies.ts';
import { message } from '../command/reply.ts';
import { wordMessage } from '../command/wording.ts';
import { citedIn, readCard } from './card-reading.ts';
import { type Desk, askIn, serverOf } from './desk.ts';
import { languageFor } from './language.ts';
import { markdownIn } from './markdown.ts';
import { keepShown } from './shown-cards.ts';
import { notify, respond } from './response.ts';
import { keptPrivate } from './visibility.ts';

/**
 * Shows a private card to all, saying who shared it; gives the message, or undefined where the member
 * may not and was told so.
 */
export async function shareCard(
  desk: Desk,
  interaction: MessageComponentInteraction,
  argument: string,
): Promise<DiscordMessage | undefined> {
  const refusal = keptPrivate(desk, interaction);
  if (refusal !== undefined) {
    await notify(interaction, refusal);
    return undefined;
  }
  const asked = readCard(interaction.message);
  if (asked === undefined) return shareAsItStands(desk, interaction);
  const { question } = asked;
  const answered = askIn(desk, interaction, question);
  return respond(desk, interaction, {
    question,
    reply: answered.then((reply) => ({ ...reply, isPrivate: false })),
    page: readCardArgument(argument).page,
    isPrivate: false,
    sharedBy: interaction.user.id,
  });
}

/** A card that answers no question cannot be asked again, so its own text is shown, without buttons. */
async function shareAsItStands(
  desk: Desk,
  interaction: MessageComponentInteraction,
): Promise<DiscordMessage | undefined> {
  const [container] = interaction.message.components.map((component) => component.toJSON());
  if (container?.type !== ComponentType.Container) {
    await notify(interaction, message('press.unreadable'));
    return undefined;
  }
  const { user } = interaction;
  const guildId = serverOf(interaction);
  const view = await desk.corpus(guildId);
  const cited = citedIn(interaction.message).flatMap((id) => view.reading(id)?.article ?? []);
  if (interaction.guildId !== null) desk.cooldown.start(interaction.guildId, user.id);
  const { resource } = await interaction.reply({
    allowedMentions: { parse: [] },
    components: [withSharer(container, user.id, languageFor(desk, interaction, false))],
    flags: [MessageFlags.IsComponentsV2],
    withResponse: true,
  });
  const sent = resource?.message ?? undefined;
  if (sent !== undefined && guildId !== undefined)
    await keepShown(desk, { guildId, sent, ownerId: user.id, articles: cited, isShared: true });
  return sent;
}

function withSharer(
  card: APIContainerComponent,
  userId: string,
  language: Language,
): APIContainerComponent {
  const markdown = markdownIn(language);
  const kept = card.components.filter(({ type }) => type !== ComponentType.ActionRow);
  const note: APIComponentInContainer = {
    type: ComponentType.TextDisplay,
    content: markdown.small(wordMessage(sharedNote(userId), markdown)),
  };
  return { ...card, components: [...kept, note] };
}
