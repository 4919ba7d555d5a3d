import type { QuotationLine, Quotations } from '../src/answer/answer.ts';
import { answerQuotation, isQuoted } from '../src/answer/quotation.ts';
import { topicsOf } from '../src/answer/utterance.ts';
import { contains } from '../src/text/span.ts';
import { askingCommand } from '../src/command/asking.ts';
import type { Completion, OptionValues } from '../src/command/command.ts';
import { articleOption, completions, textOption } from '../src/command/options.ts';
import {
  type Entry,
  type Part,
  type Question,
  type Reply,
  cited,
  message,
} from '../src/command/reply.ts';
import type { Corpus } from '../src/search/corpus.ts';
import { completeFigures } from '../src/search/people.ts';

export const quote = askingCommand({
  name: 'quote',
  description: 'quote.description',
  options: {
    who: textOption('quote.who', completeSpeakers),
    about: textOption('quote.about', completeTopics),
    words: textOption('quote.words'),
    article: articleOption,
  },
  answer: answerQuotation,
  card: foundReply,
  examples: findExamples,
});

function foundReply({ quotations }: Quotations, options: OptionValues): Reply {
  const [best] = quotations;
  return {
    outcome: 'found',
    isPrivate: false,
    heading: options['words'] === undefined ? message('quote.heading') : finding(best),
    entries: quotations.map(quotationEntry),
    notes: [],
    choices: [],
  };
}

/** Whether the words asked for were said so, or otherwise. */
const finding = (best: QuotationLine | undefined): ReturnType<typeof message> =>
  message(best?.likeness === 'same' ? 'quote.finding.same' : 'quote.finding.altered');

function quotationEntry(line: QuotationLine): Entry {
  const { sentence, words: said, parts, differing, alsoIn } = line;
  const emphasis = differing.length > 0 ? differing : parts;
  const isInside = emphasis.every((part) => contains(sentence, part));
  return [
    { kind: 'line', parts: speakerParts(line), sources: [said, ...alsoIn] },
    { kind: 'quote', citation: isInside ? sentence : said, emphasis: isInside ? emphasis : [] },
  ];
}

function speakerParts({ speaker, manner }: QuotationLine): Part[] {
  const reported = manner === 'indirect' ? [message('quote.reported')] : [];
  if (speaker === undefined) return [message('quote.unknown'), ...reported];
  const { name, mention, role } = speaker;
  const named =
    role === undefined
      ? message('quote.speaker', { name: cited(name) })
      : message('quote.speaker.role', { name: cited(name), role: cited(role) });
  const isOther = !name.text.includes(mention.text);
  const there = isOther ? [message('quote.there', { mention: cited(mention) })] : [];
  return [named, ...there, ...reported];
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
