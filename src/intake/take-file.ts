import { FIELD_NAMES, readFrontMatter } from '../article/front-matter.ts';
import { findHeading } from '../article/markup.ts';
import { ArticleError } from '../article/user-error.ts';
import { decodeText } from './decode.ts';
import { IntakeError } from './intake-error.ts';
import { readLink } from './link.ts';
import { inWords } from './read-body.ts';
import { sniffBinary, sniffText } from './sniff.ts';
import { spreadParagraphs, tidyMarkdown, tidyText } from './tidy.ts';
import { takeHtml } from './take-html.ts';
import { LARGEST_ARTICLE, makeTaken, type Taken, type TakenFields } from './taken.ts';
import { typedDate } from './typed-fields.ts';

/** Bytes of a page or an HTML file. */
export const LARGEST_PAGE = 5_242_880;

/** A file that somebody gave. Its name decides nothing: what it is shows in its bytes. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As an HTTP header declared it; asked only where the bytes do not tell. */
  readonly charset?: string;
}

/**
 * Takes in a file of Markdown, with or without front matter, plain text or HTML.
 * @throws IntakeError if it is none of these, is too large, has no words, or has front matter that
 * cannot be read.
 */
export async function takeFile(file: GivenFile): Promise<Taken> {
  const text = readText(file);
  const kind = sniffText(text);
  switch (kind) {
    case 'html':
      return takeHtml(text);
    case 'markdown':
      return takeMarkdown(text);
    case 'feed':
      throw new IntakeError('intake.file-kind', { kind: 'a feed' });
    case 'json':
      throw new IntakeError('intake.file-kind', { kind: 'JSON' });
    case 'xml':
      throw new IntakeError('intake.file-kind', { kind: 'XML' });
    default:
      return kind satisfies never;
  }
}

/**
 * The text of a file that is text.
 * @throws IntakeError if it is not, or is too large.
 */
export function readText({ bytes, charset }: GivenFile): string {
  if (bytes.length > LARGEST_PAGE)
    throw new IntakeError('intake.file-large', { most: inWords(LARGEST_PAGE) });
  const kind = sniffBinary(bytes);
  if (kind !== undefined) throw new IntakeError('intake.file-kind', { kind });
  return decodeText(bytes, charset);
}

/** Takes in Markdown or plain text, whose front matter sets fields if it has any. */
export function takeMarkdown(source: string): Taken {
  refuseLarge(source);
  const text = tidyText(source);
  if (!/^---[ \t]*\n/u.test(text)) return takeText(text, {});
  const { fields, lines, end } = readFields(text);
  const { demo: _, ...settable } = fields;
  const body = tidyMarkdown(text.slice(end));
  if (body === '') throw new IntakeError('intake.empty');
  const isStrange = [...lines.keys()].some((key) => key === 'demo' || !FIELD_NAMES.includes(key));
  const title = settable.title ?? findHeading(body);
  const given = { ...settable, ...(title !== undefined && { title }) };
  return makeTaken(given, spreadParagraphs(body), isStrange ? ['fields'] : []);
}

function readFields(text: string): ReturnType<typeof readFrontMatter> {
  try {
    return readFrontMatter(text);
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    throw new IntakeError('intake.front-matter', { reason: error.message });
  }
}

function refuseLarge(text: string): void {
  if (Buffer.byteLength(text) > LARGEST_ARTICLE)
    throw new IntakeError('intake.file-large', { most: inWords(LARGEST_ARTICLE) });
}

/**
 * Takes in text that somebody pasted, which has no front matter even if it begins with `---`. Its
 * first line is its title if it looks like a headline and no title is given.
 * @throws IntakeError if it is too long or has no words, or if a field that is given is not one.
 */
export function takeText(pasted: string, fields: TakenFields = {}): Taken {
  refuseLarge(pasted);
  const checked = checkFields(fields);
  const text = tidyMarkdown(tidyText(pasted));
  if (!/[\p{L}\p{N}]/u.test(text)) throw new IntakeError('intake.empty');
  if (checked.title !== undefined) return makeTaken(checked, spreadParagraphs(text));
  const { title, rest } = cutHeadline(text);
  const titled = title === undefined ? checked : { ...checked, title };
  return makeTaken(titled, spreadParagraphs(rest));
}

/** A field that somebody typed and that cannot be one is told, where a page's is only left out. */
function checkFields(fields: TakenFields): TakenFields {
  const { date, url, title, ...others } = fields;
  const day = date?.trim() ? typedDate(date) : undefined;
  const link = url?.trim() ? readLink(url, { ports: 'any' }).href : undefined;
  return {
    ...others,
    ...(title?.trim() && { title }),
    ...(day !== undefined && { date: day }),
    ...(link !== undefined && { url: link }),
  };
}

/** Characters. */
const LONGEST_HEADLINE = 160;

/** `Talks end␤␤They met.` → `Talks end` and `They met.`; prose that ends as a sentence is no headline. */
function cutHeadline(text: string): { readonly title?: string; readonly rest: string } {
  const [line = '', ...others] = text.split('\n');
  const rest = others.join('\n').trim();
  const words = line.replace(/^#{1,6}[ \t]+/u, '').trim();
  const isMarked = /^\s*(?:[-+*>|]|\d{1,3}[.)]\s|`{3}|~{3}|!\[)/u.test(words);
  const isEnded = /[.,;:—–-]["'”’)]*$/u.test(words);
  const isHeadline = /\p{L}/u.test(words) && words.length <= LONGEST_HEADLINE;
  const isTitle = isHeadline && !isMarked && !isEnded && rest !== '';
  return isTitle ? { title: findHeading(line) ?? words, rest } : { rest: text };
}
