import type { Command } from '../command/command.ts';
import { answerQuestion } from '../command/answering.ts';
import { contextOutside } from '../command/context.ts';
import type { Question } from '../command/reply.ts';
import { textCard } from '../command/text-card.ts';
import { readEnvironment, readSettings } from '../config.ts';
import { openDatabaseCorpus, openFolder } from './folder-corpus.ts';
import type { Terminal } from './subcommand.ts';

/** Answers one question from the corpus as it stands, without starting anything. */
export async function answerOnce(
  commands: readonly Command[],
  question: Question,
  { stdout, stderr, env }: Terminal,
): Promise<number> {
  const warn = (line: string): void => void stderr.write(`verbatim: ${line}\n`);
  const settings = readSettings(readEnvironment(process.cwd(), env));
  const { CORPUS_DIR, DATA_DIR, DATABASE_URL } = settings;
  const corpus = await (DATABASE_URL === undefined
    ? openFolder(CORPUS_DIR, warn, DATA_DIR)
    : openDatabaseCorpus(DATABASE_URL, warn));
  const reply = await answerQuestion(question, contextOutside(corpus, commands, warn));
  stdout.write(`${textCard(reply, question)}\n`);
  return reply.outcome === 'refused' ? 1 : 0;
}
