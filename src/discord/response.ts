import {
  type APIContainerComponent,
  type APIFileComponent,
  type ChatInputCommandInteraction,
  ComponentType,
  type InteractionCallbackResponse,
  type Message as DiscordMessage,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Message, Question, Reply } from '../command/reply.ts';
import { sharedNote } from '../command/replies.ts';
import { cardOf, noticeOf } from './card.ts';
import { type Desk, serverOf } from './desk.ts';
import { languageFor, memberLanguage } from './language.ts';
import { articlesOn, keepShown } from './shown-cards.ts';
import { keptPrivate } from './visibility.ts';

/** What may be answered with a message of its own. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** What came from a card, which it may change. */
type OnCard = MessageComponentInteraction | ModalMessageModalSubmitInteraction;

/** Whether a press or a form came from a card. */
export const isOnCard = (
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
): interaction is OnCard => interaction.isMessageComponent() || interaction.isFromMessage();

/** A reply on its way, and how to show it. */
export interface Response {
  /** None where it answers no question. */
  readonly question: Question | undefined;
  readonly reply: Promise<Reply>;
  readonly page: number;
  /** Private even where the reply need not be. */
  readonly isPrivate: boolean;
  /** Whether the answers to its choices are private, too; as it is itself where left out. */
  readonly areChoicesPrivate?: boolean;
  /** Who shows it to all, having seen it alone. */
  readonly sharedBy?: string;
  /** How far it has got, if that is told. */
  readonly progress?: () => Message | undefined;
}

// Discord waits three seconds. Deferring settles whether all may see the answer, which an answer
// itself should settle, so it waits this long, in milliseconds.
const PATIENCE = 1500;

/** Nobody is ever pinged. */
const QUIET = { allowedMentions: { parse: [] } };

/** What is known before the reply comes, so that no two answers of a member both come before a cooldown. */
interface Shown extends Response {
  readonly note: Message | undefined;
}

/**
 * Answers with a message of its own, deferring only if the reply is slow. Gives the message where
 * all can see it.
 */
export async function respond(
  desk: Desk,
  interaction: Answerable,
  response: Response,
): Promise<DiscordMessage | undefined> {
  const note = response.isPrivate ? undefined : keptPrivate(desk, interaction);
  const shown = {
    areChoicesPrivate: response.isPrivate,
    ...response,
    note,
    isPrivate: response.isPrivate || note !== undefined,
  };
  const reply = await soon(response.reply, PATIENCE);
  if (reply === undefined) return defer(desk, interaction, shown);
  const card = messageOf(desk, interaction, reply, shown);
  if (isPrivateMessage(card)) {
    await interaction.reply(card);
    return undefined;
  }
  // A cooldown counts what is shown from here on, not what is still on its way.
  startCooldown(desk, interaction);
  const sent = await interaction.reply({ ...card, withResponse: true });
  return kept(desk, interaction, reply, shown, sentOf(sent));
}

async function defer(
  desk: Desk,
  interaction: Answerable,
  shown: Shown,
): Promise<DiscordMessage | undefined> {
  if (!shown.isPrivate) startCooldown(desk, interaction);
  await interaction.deferReply(shown.isPrivate ? { flags: MessageFlags.Ephemeral } : {});
  const reply = await tellingProgress(interaction, shown);
  const card = messageOf(desk, interaction, reply, shown);
  if (!reply.isPrivate || shown.isPrivate) {
    const sent = await interaction.editReply({ ...card, flags: MessageFlags.IsComponentsV2 });
    return shown.isPrivate ? undefined : kept(desk, interaction, reply, shown, sent);
  }
  // What was deferred for all to see cannot turn private: it goes, and a private message comes.
  await interaction.deleteReply();
  await interaction.followUp(card);
  return undefined;
}

/** How often progress is shown, in milliseconds: Discord takes five edits in five seconds. */
const PROGRESS_PAUSE = 2000;

/** The reply, and until it comes how far it has got. */
async function tellingProgress(
  interaction: Answerable,
  { reply, progress, isPrivate }: Shown,
): Promise<Reply> {
  let told: Message | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    const now = progress?.();
    if (now === undefined || now === told || !isPrivate) return;
    told = now;
    const components = [noticeOf(now, memberLanguage(interaction))];
    // One that does not get through is followed by the next, or by the reply itself.
    last = interaction
      .editReply({ ...QUIET, components, flags: MessageFlags.IsComponentsV2 })
      .catch(() => undefined);
  }, PROGRESS_PAUSE);
  try {
    return await reply;
  } finally {
    clearInterval(timer);
    await last;
  }
}

const startCooldown = ({ cooldown }: Desk, { guildId, user }: Answerable): void => {
  if (guildId !== null) cooldown.start(guildId, user.id);
};

const sentOf = ({ resource }: InteractionCallbackResponse): DiscordMessage | undefined =>
  resource?.message ?? undefined;

async function kept(
  desk: Desk,
  interaction: Answerable,
  reply: Reply,
  { question, page, sharedBy }: Response,
  sent: DiscordMessage | undefined,
): Promise<DiscordMessage | undefined> {
  const guildId = serverOf(interaction);
  const language = languageFor(desk, interaction, false);
  if (sent !== undefined && guildId !== undefined)
    await keepShown(desk, {
      guildId,
      sent,
      ownerId: interaction.user.id,
      articles: articlesOn(reply, question, { page, language }),
      isShared: sharedBy !== undefined,
    });
  return sent;
}

/**
 * Puts the reply in the place of the card whose button was pressed. A reply for the presser alone
 * leaves a card that all can see as it is, and comes as a message of its own.
 */
export async function replaceCard(
  desk: Desk,
  interaction: OnCard,
  response: Response,
): Promise<void> {
  const isForAll = !interaction.message.flags.has(MessageFlags.Ephemeral);
  const shown: Shown = { ...response, note: undefined, isPrivate: !isForAll };
  const inTime = await soon(response.reply, PATIENCE);
  if (inTime === undefined) await interaction.deferUpdate();
  const reply = inTime ?? (await response.reply);
  const card = messageOf(desk, interaction, reply, shown);
  if (reply.isPrivate && isForAll) return sendApart(interaction, card);
  if (inTime === undefined) await interaction.editReply({ ...QUIET, components: card.components });
  else await interaction.update({ ...QUIET, components: card.components });
  if (isForAll) await kept(desk, interaction, reply, shown, interaction.message);
}

async function sendApart(interaction: OnCard, card: CardMessage): Promise<void> {
  if (interaction.deferred) await interaction.followUp(card);
  else await interaction.reply(card);
}

/** Tells the member alone something that answers no question. */
export async function notify(interaction: Answerable, heading: Message): Promise<void> {
  const components = [noticeOf(heading, memberLanguage(interaction))];
  await interaction.reply({ ...QUIET, components, flags: PRIVATE });
}

const PRIVATE = [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const;
const PUBLIC = [MessageFlags.IsComponentsV2] as const;

interface CardMessage {
  readonly allowedMentions: { readonly parse: [] };
  readonly components: (APIContainerComponent | APIFileComponent)[];
  readonly files: { readonly name: string; readonly attachment: Buffer }[];
  readonly flags: typeof PRIVATE | typeof PUBLIC;
}

const isPrivateMessage = ({ flags }: CardMessage): boolean => flags === PRIVATE;

function messageOf(desk: Desk, interaction: Answerable, reply: Reply, shown: Shown): CardMessage {
  desk.note(reply);
  const { question, page, isPrivate, areChoicesPrivate = false, note, sharedBy } = shown;
  const isForOne = isPrivate || reply.isPrivate;
  const first = [
    ...(sharedBy === undefined ? [] : [sharedNote(sharedBy)]),
    // The reason is only worth telling where all would have seen the answer.
    ...(note === undefined || reply.isPrivate ? [] : [note]),
  ];
  // As it came where nothing is added, since its layout is known by it.
  const noted = first.length === 0 ? reply : { ...reply, notes: [...first, ...reply.notes] };
  const { files = [] } = reply;
  return {
    allowedMentions: { parse: [] },
    components: [
      cardOf(noted, question, {
        page,
        areChoicesPrivate,
        isPrivate: isForOne,
        language: languageFor(desk, interaction, isForOne),
      }),
      ...files.map(({ name }): APIFileComponent => ({
        type: ComponentType.File,
        file: { url: `attachment://${name}` },
      })),
    ],
    files: files.map(({ name, bytes }) => ({ name, attachment: Buffer.from(bytes) })),
    flags: isForOne ? PRIVATE : PUBLIC,
  };
}

/** What is on its way if it comes while there is patience, in milliseconds. */
export async function soon<Result>(
  coming: Promise<Result>,
  patience: number,
): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}
