import { appendFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Article } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/markdown.ts';
import { answerQuestion } from '../../src/command/answering.ts';
import { contextOutside } from '../../src/command/context.ts';
import type { Question } from '../../src/command/reply.ts';
import { cardsOf } from '../../src/discord/card.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { readSearch } from '../../src/command/search-words.ts';
import { parseCustomId } from '../../src/command/custom-id.ts';
import { readDays } from '../../src/command/days.ts';
import { parseQuestion } from '../../src/command/question.ts';
import { UserError } from '../../src/article/user-error.ts';
import { escapeMarkdown } from '../../src/discord/escape.ts';
import { readDate } from '../../src/intake/dates.ts';
import { readHtml } from '../../src/intake/read-html.ts';
import { sniffText } from '../../src/intake/sniff.ts';
import { takeMarkdown } from '../../src/intake/take-file.ts';
import { toTerminalText } from '../../src/sandbox/prompt/markdown.ts';
import { indexReading } from '../../src/search/indexed-reading.ts';
import { packReading } from '../../src/search/packed-reading.ts';
import { createVocabulary } from '../../src/search/vocabulary.ts';
import { idOf } from '../article/article-id.ts';
import { type Work, growthOf } from './growth.ts';
import { HTML_SHAPES, type Shape, TEXT_SHAPES } from './shapes.ts';

// No text is so made that it takes much longer than others of its length: what is read grows with its
// length, not with its square. A file may have a megabyte, where a square would take hours.

const MOST = 1.6;

// Everything is met once before it is measured: what is compiled on the way is not growth.
const WARM = 3000;

/** With GROWTH=file, what was measured is written there too. */
function note(what: string, exponent: number): void {
  const path = process.env['GROWTH'];
  if (path !== undefined) appendFileSync(path, `${exponent.toFixed(2)} ${what}\n`);
}

async function expectLinear(
  what: string,
  work: (size: number) => Work | Promise<Work>,
  size: number,
): Promise<void> {
  const warm = await work(WARM);
  await warm();
  const exponent = await growthOf(work, size, MOST);
  note(what, exponent);
  expect(exponent).toBeLessThan(MOST);
}

const articleOf = (text: string): Article => ({
  ...parseArticle(`---\n---\n${text}`, { shelf: 'base', id: idOf('a'), revision: 1 }),
  date: '2025-02-18',
});

/** From the file to what is kept for questions. */
function readThrough(text: string): void {
  const article = articleOf(text);
  indexReading(article, packReading(article), createVocabulary());
}

/** What was wrong with what was given is as good as a result. */
const allowed = (read: () => unknown) => (): void => {
  try {
    read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
};

const BARE = { bold: String, dim: String, italic: String, underline: String };

/** What else reads or writes such a text. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'taking in': takeMarkdown,
  sniffing: sniffText,
  escaping: escapeMarkdown,
  'the terminal': (text) => toTerminalText(text, BARE, String),
  'search words': readSearch,
  'a question': (text) => parseQuestion(`/quote who: "${text}"`),
  'a plain question': (text) => parseQuestion(`/quote who: ${text}`),
  'a custom id': parseCustomId,
  days: readDays,
  dates: readDate,
};

const shapes: readonly (readonly [string, Shape])[] = Object.entries(TEXT_SHAPES);

describe('an article is read in time that grows with its length, if it is made of', () => {
  test.for(shapes)('%s', async ([name, shape]) => {
    await expectLinear(
      `article: ${name}`,
      (size) => {
        const text = shape(size);
        return () => readThrough(text);
      },
      4000,
    );
  });
});

describe('so is what members type and files hold, if it is made of', () => {
  test.for(shapes)('%s', async ([name, shape]) => {
    for (const [reader, read] of Object.entries(READERS))
      await expectLinear(
        `${reader}: ${name}`,
        (size) => {
          const text = shape(size);
          return allowed(() => read(text));
        },
        4000,
      );
  });
});

describe('so is a page, if it is made of', () => {
  test.for(Object.entries(HTML_SHAPES))('%s', async ([name, shape]) => {
    await expectLinear(
      `page: ${name}`,
      (size) => {
        const html = shape(size);
        return () => void readHtml(html);
      },
      4000,
    );
  });
});

/** Each answered by another way through what was read. */
const QUESTIONS: readonly Question[] = [
  { command: 'who-attended', options: { event: 'the talks in Riyadh' } },
  { command: 'quote', options: { who: 'Ann Lee', about: 'the toll' } },
  { command: 'quote', options: { words: 'he said so and left' } },
  { command: 'who-is', options: { who: 'Ann Lee' } },
  { command: 'stance', options: { who: 'Ann Lee', on: 'the toll' } },
  { command: 'ask', options: { question: 'Who said that the toll is good?' } },
  { command: 'timeline', options: { about: 'Ann Lee' } },
  { command: 'search', options: { words: '"the toll" left -good' } },
  { command: 'source', options: { ref: 'a 1' } },
  { command: 'articles', options: { person: 'Ann Lee' } },
];

/** Texts that have much to answer with. */
const TELLING = new Set([
  'Ann supports', 'names that support', 'names that speak', 'said behind each mark', 'talks of names', 'many talks',
  'a name in sentences', 'a surname that two share', 'dates of figures', 'short words',
]); // prettier-ignore

describe('so is what is asked of an article, up to the cards, if it is made of', () => {
  test.for(shapes.filter(([name]) => TELLING.has(name)))('%s', async ([name, shape]) => {
    await expectLinear(
      `asked: ${name}`,
      async (size) => {
        const corpus = (await createCorpus([articleOf(shape(size))])).current;
        const context = contextOutside(corpus, commands, (fault) => {
          throw new Error(fault);
        });
        return async () => {
          for (const question of QUESTIONS)
            cardsOf(await answerQuestion(question, context), question);
        };
      },
      4000,
    );
  });
});
