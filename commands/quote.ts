import type { Finding, OwnWords, QuotationLine, Quotations } from '../src/answer/answer.ts';
import { answerOnTopic, answerQuotation } from '../src/answer/quotation.ts';
import { type Asking, askingCommand } from '../src/command/asking.ts';
import type { Completion, OptionValues } from '../src/command/command.ts';
import { beforeAndAfter, moreBy, personOf, whoDisagrees } from '../src/command/follow-up.ts';
import {
  articleOption,
  completions,
  orderOption,
  periodOptions,
  textOption,
} from '../src/command/options.ts';
import { quotationEntry } from '../src/command/quotation-entry.ts';
import {
  type Entry,
  type Message,
  type Question,
  type Reply,
  cited,
  message,
  under,
} from '../src/command/reply.ts';
import type { Corpus } from '../src/search/corpus.ts';
import { isQuoted, isTopic } from '../src/search/digested.ts';
import { completeFigures } from '../src/search/people.ts';

const asking: Asking<Quotations> = {
  name: 'quote',
  description: 'quote.description',
  options: {
    who: textOption('quote.who', completeSpeakers),
    about: textOption('quote.about', completeTopics),
    words: textOption('quote.words'),
    article: articleOption,
    ...periodOptions,
    order: orderOption,
  },
  answer: answerQuotation,
  card: foundReply,
  noneHeading: ({ words }) => message(words === undefined ? 'none.heading' : 'quote.finding.none'),
  examples: findExamples,
};

export const quote = askingCommand(asking);

/** For a question in plain words. */
export const quoteOnTopic = askingCommand({
  ...asking,
  answer: answerOnTopic,
});

function foundReply({ finding, quotations, ownWords }: Quotations, { about }: OptionValues): Reply {
  const entries = quotations.map(quotationEntry);
  const [first] = quotations;
  return {
    outcome: 'found',
    isPrivate: false,
    heading: finding === undefined ? message('quote.heading') : findingMessage(finding),
    entries: [
      ...ownWords.map(ownWordsEntry),
      // Quotations that are only near stand under a line that says so.
      ...(ownWords.length > 0 ? under(message('quote.nearest'), entries) : entries),
    ],
    notes: [],
    choices: [],
    ...personOf(first?.speaker?.name),
    followUps: first === undefined ? [] : followUpsOf(first, about),
  };
}

function followUpsOf({ speaker, sentence }: QuotationLine, about: string | undefined) {
  const topic = about ?? speaker?.name.text;
  return [
    ...(speaker === undefined ? [] : [moreBy(speaker.name)]),
    ...(about === undefined ? [] : [whoDisagrees(about)]),
    ...(topic === undefined ? [] : [beforeAndAfter(topic, sentence)]),
  ];
}

/** What became of the question whether somebody said some words. */
export function findingMessage({ kind, manner, speaker, isOther }: Finding): Message {
  if (kind === 'own') return message('quote.finding.own');
  if (kind === 'word') return message(isOther ? 'quote.finding.word.other' : 'quote.finding.word');
  if (kind === 'several' || kind === 'disputed') return severalMessage(kind, manner, isOther);
  const likeness = kind === 'altered' ? kind : manner === 'indirect' ? 'reported' : kind;
  const key = `quote.finding.${likeness}` as const;
  if (speaker === undefined) return message(`${key}.open`);
  return message(isOther ? `${key}.other` : key, { speaker: cited(speaker) });
}

function severalMessage(
  kind: 'several' | 'disputed',
  manner: Finding['manner'],
  isOther: boolean,
): Message {
  if (manner === 'indirect') return message('quote.finding.reported.several');
  if (kind === 'disputed') return message('quote.finding.disputed');
  return message(isOther ? 'quote.finding.several.other' : 'quote.finding.several');
}

export const ownWordsEntry = ({ words, sentence }: OwnWords): Entry => [
  { kind: 'quote', citation: sentence, emphasis: [words] },
];

function completeTopics(typed: string, corpus: Corpus): Completion[] {
  return completions(completeFigures(typed, corpus, isTopic), ({ name }) => [name, name]);
}

function completeSpeakers(typed: string, corpus: Corpus): Completion[] {
  return completions(completeFigures(typed, corpus, isQuoted), ({ name }) => [name, name]);
}

/** Whoever is quoted most, and what the newest quotation says. */
function findExamples(corpus: Corpus): Question[] {
  return completeFigures('', corpus, isQuoted)
    .slice(0, 3)
    .map(({ name }) => ({ command: 'quote', options: { who: name } }));
}
