import type { Article, ArticleId } from './article.ts';
import { readFrontMatter } from './front-matter.ts';
import { findHeading } from './markup.ts';
import { findParagraphs } from './paragraphs.ts';
import type { Span } from '../text/span.ts';

/** Where an article stands: what its file's contents do not say. */
export type Place = Pick<Article, 'shelf' | 'id' | 'revision'>;

/**
 * Reads a Markdown file. The body is the file after its front matter, byte-order mark dropped,
 * `\r\n` and lone `\r` made `\n`, white space at its ends trimmed, and nothing else changed. The
 * title falls back to the first heading, then to the id, which is the file's stem.
 * @throws ArticleError if the front matter cannot be read; see `readFrontMatter`.
 */
export function parseArticle(source: string, { shelf, id, revision }: Place): Article {
  const text = dropMark(source).replaceAll(/\r\n?/gu, '\n');
  const { fields, end } = readFrontMatter(text);
  const body = text.slice(end).trim();
  const title = fields.title ?? findHeading(body) ?? id;
  return { shelf, id, revision, ...fields, title, body, paragraphs: findParagraphs(body) };
}

/**
 * The file with other words in place of a stretch of its body; the rest of it, front matter and all,
 * stays as it is, but for line ends, which become `\n`.
 * @throws ArticleError as `parseArticle` does
 */
export function replaceWords(source: string, { start, end }: Span, words: string): string {
  const text = dropMark(source).replaceAll(/\r\n?/gu, '\n');
  const { end: fieldsEnd } = readFrontMatter(text);
  const rest = text.slice(fieldsEnd);
  const bodyAt = text.length - rest.trimStart().length;
  const replaced = `${text.slice(0, bodyAt + start)}${words}${text.slice(bodyAt + end)}`;
  // Words that begin with a fence would be taken for front matter.
  const isFenced = fieldsEnd === 0 && /^\s*---[ \t]*\n/u.test(replaced);
  return isFenced ? `---\n---\n\n${replaced.trimStart()}` : replaced;
}

/**
 * An article of raw text that stands on no shelf: byte-order mark dropped, `\r\n` made `\n`, and
 * nothing trimmed, so that whoever has the text can count the same offsets in it.
 */
export function articleFromText(raw: {
  readonly id: ArticleId;
  readonly title?: string;
  readonly text: string;
}): Article {
  const body = dropMark(raw.text).replaceAll('\r\n', '\n');
  return {
    shelf: 'base',
    id: raw.id,
    revision: 0,
    title: raw.title ?? raw.id,
    authors: [],
    tags: [],
    demo: false,
    body,
    paragraphs: findParagraphs(body),
  };
}

/** Node's decoder leaves the byte-order mark in a string, as U+FEFF. */
const dropMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);
