import {
  type APIContainerComponent,
  type Message as DiscordMessage,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import { answerQuestion } from '../command/answering.ts';
import { askedAbout } from '../command/card-actions.ts';
import type { Context } from '../command/command.ts';
import type { Reply } from '../command/reply.ts';
import { hasNoReference, isBarred, isGone } from './api-error.ts';
import { readCard } from './card-reading.ts';
import { cardOf } from './card.ts';
import { type Desk, contextWith } from './desk.ts';
import { serverLanguage } from './language.ts';
import { articlesOn, keepShown } from './shown-cards.ts';
import { canSend, isAnsweredIn } from './visibility.ts';

type GuildMessage = DiscordMessage<true>;

/** So many messages of a thread are looked through for the card that a question leans on. */
const LOOKED_BACK = 25;

/** Answers a question put by mentioning it in a server; where it may not answer, it stays silent. */
export async function answerMention(desk: Desk, asked: DiscordMessage): Promise<void> {
  if (!asked.inGuild() || !isQuestion(asked) || !mayAnswer(desk, asked)) return;
  const { guildId, author } = asked;
  desk.cooldown.start(guildId, author.id);
  const actor = { userId: author.id, guildId, rights: new Set<never>() };
  const context = await contextWith(desk, actor);
  const question = askedAbout(wordsOf(asked), await cardBefore(asked, context));
  const reply = await answerQuestion(question, context);
  desk.note(reply);
  const language = serverLanguage(desk, guildId, asked.guild.preferredLocale);
  const card = cardOf({ ...reply, isPrivate: false }, question, { language });
  const sent = await post(asked, card);
  if (sent === undefined) return;

  await keepShown(desk, {
    guildId,
    sent,
    ownerId: author.id,
    articles: articlesOn(reply, question, { page: 1, language }),
    isShared: false,
  });
}

/** Posts the answer; gives none where whoever asked has taken the question back. */
async function post(
  asked: GuildMessage,
  card: APIContainerComponent,
): Promise<DiscordMessage | undefined> {
  try {
    return await asked.reply({
      allowedMentions: { parse: [], repliedUser: false },
      components: [card],
      flags: MessageFlags.IsComponentsV2,
      // So that it is answered once, however often the answer has to be sent.
      nonce: asked.id,
      enforceNonce: true,
    });
  } catch (error) {
    if (hasNoReference(error)) return undefined;
    throw error;
  }
}

/** Written by hand: a mere reply to a card mentions its author as well. */
const MENTION = /<@!?\d+>/u;

/** Of a person, to the bot itself. */
const isQuestion = ({ author, content, mentions, client, system }: GuildMessage): boolean =>
  !author.bot && !system && MENTION.test(content) && mentions.users.has(client.user.id);

function mayAnswer({ servers, cooldown }: Desk, asked: GuildMessage): boolean {
  const { guildId, author, channel, client } = asked;
  const settings = servers.settings(guildId);
  const permissions = channel.permissionsFor(client.user);
  return (
    settings.mentions &&
    isAnsweredIn(settings.channels, channel.id, channel) &&
    permissions?.has(PermissionFlagsBits.ViewChannel) === true &&
    canSend(permissions, channel.isThread()) &&
    !cooldown.isCooling(guildId, author.id, settings.cooldown)
  );
}

/** What was typed, without the mention of the bot. */
const wordsOf = ({ content, client }: GuildMessage): string =>
  content
    .replaceAll(new RegExp(`<@!?${client.user.id}>`, 'gu'), ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** The bot's own card that the question leans on: the one replied to, else the last of the thread. */
async function cardBefore(asked: GuildMessage, context: Context): Promise<Pick<Reply, 'person'>> {
  for (const message of await messagesBefore(asked)) {
    const card = message.author.id === asked.client.user.id ? readCard(message) : undefined;
    if (card !== undefined) return answerQuestion(card.question, context);
  }
  return {};
}

/** The nearest first; none where the bot may not read them. */
async function messagesBefore(asked: GuildMessage): Promise<readonly DiscordMessage[]> {
  const { reference, channel } = asked;
  try {
    // What is forwarded is from elsewhere.
    if (reference?.messageId !== undefined)
      return reference.channelId === channel.id ? [await asked.fetchReference()] : [];
    if (!channel.isThread()) return [];
    const before = await channel.messages.fetch({ before: asked.id, limit: LOOKED_BACK });
    const starter = await channel.fetchStarterMessage();
    return [...before.values(), ...(starter === null ? [] : [starter])];
  } catch (error) {
    if (isGone(error) || isBarred(error)) return [];
    throw error;
  }
}
