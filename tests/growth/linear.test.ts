import { appendFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/markdown.ts';
import { readSearch } from '../../src/command/search-words.ts';
import { parseCustomId } from '../../src/command/custom-id.ts';
import { readDays } from '../../src/command/days.ts';
import { parseQuestion } from '../../src/command/question.ts';
import { UserError } from '../../src/article/user-error.ts';
import { escapeMarkdown } from '../../src/discord/escape.ts';
import { extractFacts } from '../../src/extraction/extract.ts';
import { readDate } from '../../src/intake/dates.ts';
import { readHtml } from '../../src/intake/read-html.ts';
import { sniffText } from '../../src/intake/sniff.ts';
import { takeMarkdown } from '../../src/intake/take-file.ts';
import { toTerminalText } from '../../src/sandbox/prompt/markdown.ts';
import { indexReading } from '../../src/search/indexed-reading.ts';
import { createVocabulary } from '../../src/search/vocabulary.ts';
import { idOf } from '../article/article-id.ts';
import { growthOf } from './growth.ts';
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

function expectLinear(what: string, work: (size: number) => () => void, size: number): void {
  work(WARM)();
  const exponent = growthOf(work, size, MOST);
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
  indexReading({ article, facts: extractFacts(article) }, createVocabulary());
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
  test.for(shapes)('%s', ([name, shape]) => {
    expectLinear(
      `article: ${name}`,
      (size) => {
        const text = shape(size);
        return () => readThrough(text);
      },
      3000,
    );
  });
});

describe('so is what members type and files hold, if it is made of', () => {
  test.for(shapes)('%s', ([name, shape]) => {
    for (const [reader, read] of Object.entries(READERS))
      expectLinear(
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
  test.for(Object.entries(HTML_SHAPES))('%s', ([name, shape]) => {
    expectLinear(
      `page: ${name}`,
      (size) => {
        const html = shape(size);
        return () => void readHtml(html);
      },
      4000,
    );
  });
});
