import { z } from 'zod';
import type { Passages } from '../src/answer/answer.ts';
import { answerWithPassages } from '../src/answer/passage.ts';
import type { Command, OptionValues } from '../src/command/command.ts';
import { ambiguousReply, noneReply } from '../src/command/replies.ts';
import {
  type Block,
  type Entry,
  type Question,
  type Reply,
  cited,
  message,
} from '../src/command/reply.ts';
import type { Corpus, Reading } from '../src/search/corpus.ts';
import { slice } from '../src/text/span.ts';

const LONGEST_QUESTION = 300;
const SURE = 0.8;

export const ask: Command = {
  name: 'ask',
  description: 'ask.description',
  options: {
    question: {
      description: 'ask.question',
      schema: z
        .string()
        .trim()
        .max(LONGEST_QUESTION, `Please ask in at most ${LONGEST_QUESTION} characters.`)
        .transform((question) => (question === '' ? undefined : question))
        .optional(),
    },
  },
  run: async (options, { corpus }) => run(options, corpus),
  examples: findExamples,
};

async function run({ question = '' }: OptionValues, corpus: Corpus): Promise<Reply> {
  const answer = await answerWithPassages(question, corpus);
  switch (answer.kind) {
    case 'found':
      return foundReply(answer);
    case 'ambiguous':
      return ambiguousReply(answer, { command: 'ask', options: { question } });
    case 'none':
      return noneReply(answer);
    default:
      return answer satisfies never;
  }
}

const foundReply = ({ passages }: Passages): Reply => ({
  outcome: 'found',
  isPrivate: false,
  heading: message('ask.heading'),
  entries: [...shortAnswer(passages), ...passages.map(passageEntry)],
  notes: [],
  choices: [],
});

/** The first passage's answering words on a line of their own, where they could be told. */
function shortAnswer([best]: Passages['passages']): Entry[] {
  if (!best?.answer) return [];
  const text = message('ask.short', { answer: cited(best.answer) });
  return [[{ kind: 'line', parts: [text], sources: [best.answer] }]];
}

const passageEntry = ({ passage, sentence, answer }: Passages['passages'][number]): [Block] => [
  { kind: 'quote', citation: passage, emphasis: [answer ?? sentence] },
];

/** A question from each of the newest articles that quote somebody by name. */
function findExamples({ readings }: Corpus): Question[] {
  const asked = new Set<string>();
  for (const reading of readings) {
    const name = asked.size < 3 ? quotedName(reading) : undefined;
    if (name !== undefined) asked.add(`What did ${name} say?`);
  }
  return Array.from(asked, (question) => ({ command: 'ask', options: { question } }));
}

function quotedName({ article, facts }: Reading): string | undefined {
  const named = facts.quotations.find(({ speaker }) => (speaker?.confidence ?? 0) >= SURE);
  const name = named?.speaker && facts.entities[named.speaker.entity]?.name;
  return name && slice(article.body, name);
}
