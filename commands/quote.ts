import type {
  Finding,
  GivenTo,
  OwnWords,
  QuotationLine,
  Quotations,
  SpeakerLine,
} from '../src/answer/answer.ts';
import { answerQuotation, isQuoted } from '../src/answer/quotation.ts';
import { topicsOf } from '../src/answer/utterance.ts';
import { askingCommand } from '../src/command/asking.ts';
import type { Completion } from '../src/command/command.ts';
import {
  articleOption,
  completions,
  orderOption,
  periodOptions,
  textOption,
} from '../src/command/options.ts';
import {
  type Block,
  type Entry,
  type Message,
  type Part,
  type Question,
  type Reply,
  cited,
  field,
  message,
} from '../src/command/reply.ts';
import type { Corpus } from '../src/search/corpus.ts';
import { completeFigures } from '../src/search/people.ts';
import { contains } from '../src/text/span.ts';

export const quote = askingCommand({
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
});

function foundReply({ finding, quotations, ownWords }: Quotations): Reply {
  return {
    outcome: 'found',
    isPrivate: false,
    heading: finding === undefined ? message('quote.heading') : findingMessage(finding),
    entries: [
      ...ownWords.map(ownWordsEntry),
      ...beneath(ownWords.length > 0, quotations.map(quotationEntry)),
    ],
    notes: [],
    choices: [],
  };
}

/** What became of the question whether somebody said some words. */
function findingMessage({ kind, manner, speaker, isOther }: Finding): Message {
  if (kind === 'own') return message('quote.finding.own');
  const likeness = kind === 'altered' ? kind : manner === 'indirect' ? 'reported' : kind;
  const key = `quote.finding.${likeness}` as const;
  if (speaker === undefined) return message(`${key}.open`);
  return message(isOther ? `${key}.other` : key, { speaker: cited(speaker) });
}

const ownWordsEntry = ({ words, sentence }: OwnWords): Entry => [
  { kind: 'quote', citation: sentence, emphasis: [words] },
];

/** Quotations that are only near stand under a line that says so. */
function beneath(isNear: boolean, [first, ...others]: readonly Entry[]): readonly Entry[] {
  if (first === undefined) return [];
  const entry: Entry = [{ kind: 'subheading', text: message('quote.nearest') }, ...first];
  return [isNear ? entry : first, ...others];
}

function quotationEntry(line: QuotationLine): Entry {
  const { sentence, words: said, parts, cue, differing, added, alsoIn, disputed } = line;
  const emphasis = differing.length > 0 ? differing : parts;
  const hasCue = cue !== undefined && contains(sentence, cue);
  return [
    { kind: 'line', parts: speakerParts(line), sources: [said, ...alsoIn] },
    { kind: 'quote', citation: sentence, emphasis, ...(hasCue ? { cue } : {}) },
    ...(added.length === 0 ? [] : [addedLine(added)]),
    ...(disputed.length === 0 ? [] : disputeLines(disputed)),
  ];
}

/** Words of the claim that the quotation does not have. */
const addedLine = (added: readonly string[]): Block => ({
  kind: 'line',
  parts: [message('quote.added', { words: field(added.join(' … ')) })],
  sources: [],
});

const disputeLines = (disputed: readonly GivenTo[]): readonly Block[] => [
  { kind: 'subheading', text: message('quote.disputed') },
  ...disputed.map(({ name, words }): Block => ({
    kind: 'line',
    parts: [cited(name)],
    sources: [words],
  })),
];

function speakerParts({ speaker, mention, manner }: QuotationLine): Part[] {
  const reported = manner === 'indirect' ? [message('quote.reported')] : [];
  if (speaker !== undefined) return [...namedParts(speaker), ...reported];
  if (mention === undefined) return [message('quote.unknown'), ...reported];
  const key = mention.isOpen ? 'quote.mention.open' : 'quote.mention';
  return [message(key, { mention: cited(mention.words) }), ...reported];
}

/** `Dmitry Peskov, Kremlin spokesman (there “he”, named in ¶2)` */
function namedParts({ name, mention, namedAt, role }: SpeakerLine): Part[] {
  const named =
    role === undefined
      ? message('quote.speaker', { name: cited(name) })
      : message('quote.speaker.role', { name: cited(name), role: cited(role) });
  if (name.text.includes(mention.text)) return [named];
  const words = { mention: cited(mention) };
  if (namedAt === undefined) return [named, message('quote.there', words)];
  const paragraph = field(namedAt.paragraph);
  return [named, message('quote.there.from', { ...words, paragraph })];
}

function completeTopics(typed: string, corpus: Corpus): Completion[] {
  const found = completeFigures(typed, corpus, ({ reading, entity }) =>
    topicsOf(reading).has(entity),
  );
  return completions(found, ({ name }) => [name, name]);
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
