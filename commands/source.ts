import type { Source } from '../src/answer/answer.ts';
import { answerSource, removedSource } from '../src/answer/source.ts';
import type { Article } from '../src/article/article.ts';
import type { Citation } from '../src/article/citation.ts';
import { isEdited } from '../src/article/provenance.ts';
import { askingCommand } from '../src/command/asking.ts';
import { provenanceMessages, removedMessage } from '../src/command/keeping/origin.ts';
import type { MessageKey } from '../src/command/messages.ts';
import { completeAnyArticle, textOption } from '../src/command/options.ts';
import { Refusal } from '../src/command/refusal.ts';
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
    ref: textOption('source.ref', completeAnyArticle),
  },
  answer: ({ ref = '' }, corpus) => {
    const gone = removedSource(ref, corpus);
    if (gone !== undefined) throw new Refusal(removedMessage(gone));
    return answerSource(ref, corpus);
  },
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
    entries: [
      ...paragraphs.map((paragraph) => paragraphEntry(paragraph, asked)),
      ...provenanceEntries(article),
    ],
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

/** A paragraph under its number, which tells the one asked for, and an edited one, from the others. */
const paragraphEntry = (paragraph: Citation, asked: number): Entry => [
  {
    kind: 'subheading',
    text: message(placeKey(paragraph, asked), { number: field(paragraph.paragraph) }),
  },
  { kind: 'quote', citation: paragraph, emphasis: [] },
];

function placeKey({ article, paragraph }: Citation, asked: number): MessageKey {
  if (isEdited(article.provenance, paragraph))
    return paragraph === asked ? 'source.asked.edited' : 'source.paragraph.edited';
  return paragraph === asked ? 'source.asked' : 'source.paragraph';
}

/** A line for how the article came here, and one for how it was edited. */
function provenanceEntries(article: Article): readonly Entry[] {
  const told = provenanceMessages(article);
  if (told.length === 0) return [];
  const lines = told.map((part) => ({ kind: 'line', parts: [part], sources: [] }) as const);
  return [[{ kind: 'subheading', text: message('source.provenance') }, ...lines]];
}

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
