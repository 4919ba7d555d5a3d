import type { Command } from '../command/command.ts';
import { answerQuestion } from '../command/answering.ts';
import { contextOutside } from '../command/context.ts';
import type { Question } from '../command/reply.ts';
import { textCard } from '../command/text-card.ts';
import { readEnvironment, readSettings } from '../config.ts';
import { openFolder } from './folder-corpus.ts';
import type { Terminal } from './subcommand.ts';

/** Answers one question from the corpus as it stands, without starting anything. */
export async function answerOnce(
  commands: readonly Command[],
  question: Question,
  { stdout, stderr, env }: Terminal,
): Promise<number> {
  const warn = (line: string): void => void stderr.write(`verbatim: ${line}\n`);
  const settings = readSettings(readEnvironment(process.cwd(), env));
  const corpus = await openFolder(settings.CORPUS_DIR, warn, settings.DATA_DIR);
  const reply = await answerQuestion(question, contextOutside(corpus, commands, warn));
  stdout.write(`${textCard(reply, question)}\n`);
  return reply.outcome === 'refused' ? 1 : 0;
}
