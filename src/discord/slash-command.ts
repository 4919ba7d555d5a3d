import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
} from 'discord.js';
import { answerQuestion, formFor } from '../command/answering.ts';
import type { Command, Context } from '../command/command.ts';
import type { Message, Question } from '../command/reply.ts';
import { PRIVATE_OPTION, groupAccess } from './definition.ts';
import { type Desk, commandTyped, contextOf, fileOf } from './desk.ts';
import { modalOf } from './form.ts';
import { memberLanguage } from './language.ts';
import { tellServer } from './log-channel.ts';
import { respond } from './response.ts';

/** Answers a slash command with a card or a form. */
export async function answerCommand(
  desk: Desk,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const question = questionOf(interaction);
  const group = desk.commands.filter(({ name }) => name.split(' ')[0] === interaction.commandName);
  desk.vouching.note(interaction, groupAccess(group));
  const notices: Message[] = [];
  let progress: Message | undefined;
  const context = contextOf(desk, interaction).then((seen) => ({
    ...seen,
    files: filesOf(interaction),
    tell: (told: Message) => void (progress = told),
    announce: (notice: Message) => void notices.push(notice),
  }));
  // All others defer where the server's shelf is yet to be loaded; a form must be the first answer.
  if (group.some(({ name, form }) => name === question.command && form !== undefined)) {
    const form = formFor(question, await context);
    if (form !== undefined)
      return void (await interaction.showModal(modalOf(form, memberLanguage(interaction))));
  }
  const reply = context.then((seen) => answerQuestion(question, seen));
  const isPrivate = interaction.options.getBoolean(PRIVATE_OPTION) ?? isForOne(group);
  const response = { question, reply, page: 1, isPrivate, progress: () => progress };
  try {
    await respond(desk, interaction, response);
  } finally {
    // What was done is told where the member's own answer did not get through, too.
    for (const notice of notices) await tellServer(desk, interaction, notice);
    if (notices.length > 0 && interaction.guildId !== null) desk.mend(interaction.guildId);
  }
}

/** What is done with articles is for whoever does it, also while the answer is on its way. */
const isForOne = (group: readonly Command[]): boolean =>
  groupAccess(group) !== 'everyone' || group.some(({ files }) => files !== undefined);

/** Whether an answer is private is no part of the question. */
const questionOf = (interaction: ChatInputCommandInteraction): Question => ({
  command: commandTyped(interaction),
  options: Object.fromEntries(
    optionsTyped(interaction).flatMap(({ name, value, attachment }): [string, string][] =>
      name === PRIVATE_OPTION || attachment ? [] : [[name, String(value)]],
    ),
  ),
});

const filesOf = (interaction: ChatInputCommandInteraction): Context['files'] =>
  Object.fromEntries(
    optionsTyped(interaction).flatMap(({ name, attachment }) =>
      attachment ? [[name, fileOf(attachment)]] : [],
    ),
  );

/** Of a subcommand, its own options. */
function optionsTyped({
  options,
}: ChatInputCommandInteraction): readonly CommandInteractionOption[] {
  const [first] = options.data;
  return first?.type === ApplicationCommandOptionType.Subcommand
    ? (first.options ?? [])
    : options.data;
}
