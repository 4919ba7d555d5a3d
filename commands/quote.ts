import { z } from 'zod';
import type { QuotationLine, Quotations } from '../src/answer/answer.ts';
import { answerQuotation, isQuoted } from '../src/answer/quotation.ts';
import { contains } from '../src/text/span.ts';
import type { Command, Completion, OptionValues } from '../src/command/command.ts';
import { ambiguousReply, noneReply } from '../src/command/replies.ts';
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

const LONGEST = 300;

const words = z
  .string()
  .trim()
  .max(LONGEST, `Please use at most ${LONGEST} characters.`)
  .transform((value) => (value === '' ? undefined : value))
  .optional();

export const quote: Command = {
  name: 'quote',
  description: 'quote.description',
  options: {
    who: { description: 'quote.who', schema: words, complete: completeSpeakers },
    about: { description: 'quote.about', schema: words },
    words: { description: 'quote.words', schema: words },
    article: { description: 'option.article', schema: words, complete: completeArticles },
  },
  run: (options, { corpus }) => Promise.resolve(answer(options, corpus)),
  examples: findExamples,
};

function answer(options: OptionValues, corpus: Corpus): Reply {
  const found = answerQuotation(options, corpus);
  switch (found.kind) {
    case 'found':
      return foundReply(found, options);
    case 'ambiguous':
      return ambiguousReply(found, toQuestion(options));
    case 'none':
      return noneReply(found);
    default:
      return found satisfies never;
  }
}

const toQuestion = (options: OptionValues): Question => ({
  command: 'quote',
  options: Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  ),
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

function completeSpeakers(typed: string, corpus: Corpus): Completion[] {
  return completeFigures(typed, corpus, isQuoted)
    .slice(0, 25)
    .map(({ name }) => ({ value: name.slice(0, 100), label: name.slice(0, 100) }));
}

/** Articles by id or title, newest first. */
export function completeArticles(typed: string, { readings }: Corpus): Completion[] {
  const wanted = typed.toLowerCase();
  return readings
    .filter(({ article: { id, title } }) => `${id} ${title}`.toLowerCase().includes(wanted))
    .slice(0, 25)
    .map(({ article: { id, title } }) => ({ value: id, label: `${title} (${id})`.slice(0, 100) }));
}

/** Whoever is quoted most, and what the newest quotation says. */
function findExamples(corpus: Corpus): Question[] {
  return completeFigures('', corpus, isQuoted)
    .slice(0, 3)
    .map(({ name }) => ({ command: 'quote', options: { who: name } }));
}
