import type { PassageLine, Passages } from '../src/answer/answer.ts';
import { answerWithPassages } from '../src/answer/passage.ts';
import { isQuoted } from '../src/answer/quotation.ts';
import { askingCommand } from '../src/command/asking.ts';
import { textOption } from '../src/command/options.ts';
import { type Entry, type Question, type Reply, cited, message } from '../src/command/reply.ts';
import type { Corpus, Reading } from '../src/search/corpus.ts';
import { slice } from '../src/text/span.ts';

export const ask = askingCommand({
  name: 'ask',
  description: 'ask.description',
  options: { question: textOption('ask.question') },
  answer: ({ question = '' }, corpus) => answerWithPassages(question, corpus),
  card: foundReply,
  examples: findExamples,
});

/** The best passage whole; of the others the sentence, which keeps the card short enough to read. */
function foundReply({ passages }: Passages): Reply {
  const [best, ...others] = passages;
  return {
    outcome: 'found',
    isPrivate: false,
    heading: message('ask.heading'),
    entries:
      best === undefined ? [] : [...shortAnswer(best), bestEntry(best), ...others.map(otherEntry)],
    notes: [],
    choices: [],
  };
}

/** The answering words on a line of their own, where they could be told. */
const shortAnswer = ({ answer }: PassageLine): Entry[] =>
  answer === undefined
    ? []
    : [
        [
          {
            kind: 'line',
            parts: [message('ask.short', { answer: cited(answer) })],
            sources: [answer],
          },
        ],
      ];

const bestEntry = ({ passage, sentence, answer }: PassageLine): Entry => [
  { kind: 'quote', citation: passage, emphasis: [answer ?? sentence] },
];

const otherEntry = ({ sentence, answer }: PassageLine): Entry => [
  { kind: 'quote', citation: sentence, emphasis: answer === undefined ? [] : [answer] },
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

function quotedName(reading: Reading): string | undefined {
  const { article, facts } = reading;
  const person = facts.entities.find(
    ({ kind, isNamed }, entity) => kind === 'person' && isNamed && isQuoted({ reading, entity }),
  );
  return person && slice(article.body, person.name);
}
