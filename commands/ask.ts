import type { DifferingLine, PassageLine, Passages } from '../src/answer/answer.ts';
import { answerWithPassages } from '../src/answer/passage.ts';
import { readIntent } from '../src/answer/intent.ts';
import { askingCommand } from '../src/command/asking.ts';
import type { Command, Context, OptionValues } from '../src/command/command.ts';
import { correctedLines } from '../src/command/corrected.ts';
import { textOption } from '../src/command/options.ts';
import { beforeAndAfter } from '../src/command/follow-up.ts';
import {
  type Entry,
  type Question,
  type Reply,
  cited,
  message,
  under,
  daysPart,
} from '../src/command/reply.ts';
import type { Corpus, Reading } from '../src/search/corpus.ts';
import { castOf, isQuoted } from '../src/search/digested.ts';
import { slice } from '../src/text/span.ts';
import { quoteOnTopic } from './quote.ts';
import { stance } from './stance.ts';
import { whoAttended } from './who-attended.ts';

const byPassages = askingCommand({
  name: 'ask',
  description: 'ask.description',
  options: { question: textOption('ask.question') },
  answer: ({ question = '' }, corpus) => answerWithPassages(question, corpus),
  card: foundReply,
  examples: findExamples,
});

/** A question that another command is made for is answered by that one, if it finds something. */
export const ask: Command = {
  ...byPassages,
  run: async (options, context) =>
    (await runMeant(options['question'] ?? '', context)) ?? byPassages.run(options, context),
};

const MADE_FOR = {
  'who-attended': [whoAttended, message('ask.as.attended')],
  quote: [quoteOnTopic, message('ask.as.quote')],
  stance: [stance, message('ask.as.stance')],
} as const;

async function runMeant(question: string, context: Context): Promise<Reply | undefined> {
  const intent = readIntent(question);
  if (intent === undefined) return undefined;
  const [command, note] = MADE_FOR[intent.command];
  // Its menu is left out: it would ask the card's own question, and /ask has no such option.
  const { menu: _menu, ...reply } = await command.run(intent.options, context);
  return reply.outcome === 'found' ? { ...reply, notes: [note, ...reply.notes] } : undefined;
}

/** The best passage whole; of the others the sentence, which keeps the card short enough to read. */
function foundReply({ passages, differing }: Passages, { question = '' }: OptionValues): Reply {
  const [best, ...others] = passages;
  const short = differing.length > 0 ? differingEntries(differing) : best && shortEntries(best);
  return {
    outcome: 'found',
    isPrivate: false,
    heading: message('ask.heading'),
    entries:
      best === undefined ? [] : [...(short ?? []), bestEntry(best), ...others.map(otherEntry)],
    notes: [],
    choices: [],
    followUps: best === undefined ? [] : [beforeAndAfter(question, best.sentence)],
  };
}

/** The answering words on a line of their own, where they could be told. */
function shortEntries({ answer, days }: PassageLine): readonly Entry[] {
  if (answer === undefined) return [];
  const words = { answer: cited(answer) };
  const part =
    days === undefined
      ? message('ask.short', words)
      : message('ask.short.day', { ...words, day: daysPart(days) });
  return [[{ kind: 'line', parts: [part], sources: [answer] }]];
}

/** Where articles contradict each other: what each says, with its places. */
const differingEntries = (lines: readonly DifferingLine[]): readonly Entry[] =>
  under(
    message('ask.differing'),
    lines.map(({ answer, evidence }): Entry => [
      { kind: 'line', parts: [cited(answer)], sources: evidence },
    ]),
  );

const bestEntry = ({ passage, sentence, answer, corrected }: PassageLine): Entry => [
  { kind: 'quote', citation: passage, emphasis: [answer ?? sentence] },
  ...correctedLines(corrected, passage),
];

const otherEntry = ({ sentence, answer, corrected }: PassageLine): Entry => [
  { kind: 'quote', citation: sentence, emphasis: answer === undefined ? [] : [answer] },
  ...correctedLines(corrected, sentence),
];

/** A question from each of the newest articles that quote somebody by name. */
function findExamples({ readings }: Corpus): Question[] {
  const asked = new Set<string>();
  for (const reading of readings) {
    if (asked.size === 3) break;
    const name = quotedName(reading);
    if (name !== undefined) asked.add(`What did ${name} say?`);
  }
  return Array.from(asked, (question) => ({ command: 'ask', options: { question } }));
}

function quotedName(reading: Reading): string | undefined {
  const person = castOf(reading).find(
    ({ kind, isNamed }, entity) => kind === 'person' && isNamed && isQuoted({ reading, entity }),
  );
  return person && slice(reading.article.body, person.name);
}
