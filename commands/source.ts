import type { Source } from '../src/answer/answer.ts';
import { answerSource } from '../src/answer/source.ts';
import type { Citation } from '../src/article/citation.ts';
import { askingCommand } from '../src/command/asking.ts';
import { completeArticles, textOption } from '../src/command/options.ts';
import {
  type Entry,
  type Question,
  type Reply,
  type ReplyChoice,
  field,
  message,
} from '../src/command/reply.ts';
import type { Corpus } from '../src/search/corpus.ts';

export const source = askingCommand({
  name: 'source',
  description: 'source.description',
  options: {
    ref: textOption('source.ref', completeArticles),
  },
  answer: ({ ref = '' }, corpus) => answerSource(ref, corpus),
  card: foundReply,
  examples: findExamples,
});

function foundReply(found: Source): Reply {
  const { article, asked, paragraphs, earlier, later } = found;
  return {
    outcome: 'found',
    isPrivate: false,
    heading: message('source.heading', {
      id: field(article.id),
      number: field(asked),
      count: field(article.paragraphs.length),
    }),
    entries: paragraphs.map((paragraph) => paragraphEntry(paragraph, asked)),
    notes:
      article.revision > 0
        ? [message('source.revision', { revision: field(article.revision) })]
        : [],
    choices: [
      ...readOn(article.id, earlier, message('source.earlier')),
      ...readOn(article.id, later, message('source.later')),
    ],
  };
}

/** A paragraph under its number, which tells the one asked for from those around it. */
const paragraphEntry = (paragraph: Citation, asked: number): Entry => [
  {
    kind: 'subheading',
    text: message(paragraph.paragraph === asked ? 'source.asked' : 'source.paragraph', {
      number: field(paragraph.paragraph),
    }),
  },
  { kind: 'quote', citation: paragraph, emphasis: [] },
];

const readOn = (
  id: string,
  number: number | undefined,
  label: ReplyChoice['label'][number],
): readonly ReplyChoice[] =>
  number === undefined
    ? []
    : [{ label: [label], question: { command: 'source', options: { ref: `${id} ${number}` } } }];

/** The newest articles. */
function findExamples({ readings }: Corpus): Question[] {
  return readings
    .slice(0, 3)
    .map(({ article }) => ({ command: 'source', options: { ref: `${article.id} 1` } }));
}
