import type { BaseInteraction } from 'discord.js';
import { type Report, answerQuestion } from '../command/answering.ts';
import type { Actor, Command } from '../command/command.ts';
import type { Question, Reply } from '../command/reply.ts';
import type { Corpus } from '../search/corpus.ts';

/** What answering an interaction takes. */
export interface Desk {
  readonly commands: readonly Command[];
  /** The newest view; an interaction takes it once and keeps to it. */
  readonly corpus: () => Corpus;
  readonly report: Report;
}

/** Answers a question for whoever asked it. Never rejects. */
export const askFor = (
  { commands, corpus, report }: Desk,
  question: Question,
  interaction: BaseInteraction,
): Promise<Reply> =>
  answerQuestion(commands, question, { corpus: corpus(), actor: actorOf(interaction) }, report);

const actorOf = ({ user, guildId }: BaseInteraction): Actor => ({
  userId: user.id,
  ...(guildId === null ? {} : { guildId }),
});
