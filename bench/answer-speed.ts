import { commands } from '../commands/index.ts';
import { answerWithPassages } from '../src/answer/passage.ts';
import type { Command, OptionValues } from '../src/command/command.ts';
import { answerQuestion } from '../src/command/answering.ts';
import { contextOutside } from '../src/command/context.ts';
import type { Question, Reply } from '../src/command/reply.ts';
import type { Corpus } from '../src/search/corpus.ts';
import { contains } from '../src/text/span.ts';
import { type Times, round, summarise, time } from './figures.ts';
import { type KnownQuestion, optionsFor } from './questions.ts';

const WARMING = 5;

// A slow command answers fewer questions; the figures say how many.
const LONGEST = 20_000;

/** Answer times by command, each question run as a member's would be. */
export async function measureAnswers(
  corpus: Corpus,
  asked: readonly KnownQuestion[],
  seed: number,
): Promise<Readonly<Record<string, Times>>> {
  const figures: Record<string, Times> = {};
  for (const command of commands) {
    const questions: readonly OptionValues[] =
      command.name === 'ask'
        ? asked.map(({ question }) => ({ question }))
        : optionsFor(command.name, corpus, asked.length, seed);
    if (questions.length > 0) figures[command.name] = await measure(command, questions, corpus);
  }
  return figures;
}

async function measure(
  command: Command,
  questions: readonly OptionValues[],
  corpus: Corpus,
): Promise<Times> {
  // The first run compiles, and builds whatever is built once for a view.
  const context = contextOutside(corpus, commands, fail);
  const ask = (options: OptionValues): Promise<Reply> =>
    answerQuestion(toQuestion(command, options), context);
  // What was just asked is answered from memory, so that nothing is asked twice in a row.
  const distinct = new Map(questions.map((options) => [JSON.stringify(options), options]));
  const asked = [...distinct.values()];
  for (const options of asked.slice(-WARMING)) await ask(options);
  const times: number[] = [];
  const began = performance.now();
  for (const options of asked) {
    times.push(await time(() => ask(options)));
    if (performance.now() - began > LONGEST) break;
  }
  return summarise(times);
}

const toQuestion = ({ name }: Command, options: OptionValues): Question => ({
  command: name,
  options: Object.fromEntries(
    Object.entries(options).flatMap(([option, value]) =>
      value === undefined ? [] : [[option, value]],
    ),
  ),
});

function fail(line: string): never {
  throw new Error(line);
}

/** How often the first passage holds the sentence that a question was made from. */
export async function measureHits(
  corpus: Corpus,
  asked: readonly KnownQuestion[],
): Promise<{ readonly hit_at_1: number; readonly refused: number }> {
  let hits = 0;
  let refused = 0;
  for (const { question, reading, sentence } of asked) {
    const answer = await answerWithPassages(question, corpus);
    if (answer.kind !== 'found') refused += 1;
    const passage = answer.kind === 'found' ? answer.passages[0]?.passage : undefined;
    if (passage?.article === reading.article && contains(passage, sentence)) hits += 1;
  }
  return { hit_at_1: round(hits / asked.length), refused: round(refused / asked.length) };
}
