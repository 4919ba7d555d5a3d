import { articleKey } from '../article/article.ts';
import type { Citation } from '../article/citation.ts';
import { contains, sameSpan } from '../text/span.ts';
import { formatDate } from './dates.ts';
import type { Markup } from './markup.ts';
import type { Entry } from './reply.ts';
import { wordInline } from './wording.ts';

// The numbered sources under a page: `[1] Title · Publisher · 18 Feb 2025 · riyadh-talks ¶3`.

const TITLE_ROOM = 100;
const PUBLISHER_ROOM = 60;
const DATE_ROOM = 30;
const PLACE_ROOM = 210;
const SENTENCE_ROOM = 300;

/** The longest source without its sentence: its rooms, its link and what stands between them. */
export const SOURCE_ROOM = 650;

const isSame = (a: Citation, b: Citation): boolean =>
  sameSpan(a, b) && articleKey(a.article) === articleKey(b.article);

/** Each citation once, in the order in which the page first shows it. */
export function uniqueCitations(citations: readonly Citation[]): readonly Citation[] {
  const unique: Citation[] = [];
  for (const citation of citations)
    if (!unique.some((known) => isSame(known, citation))) unique.push(citation);
  return unique;
}

/** The numbers of some sources, ` [1] [3]`; those that the page does not list are left out. */
export function sourceNumbers(citations: readonly Citation[], listed: readonly Citation[]): string {
  const numbers = uniqueCitations(citations)
    .map((citation) => listed.findIndex((other) => isSame(other, citation)) + 1)
    .filter((number) => number > 0);
  return numbers.map((number) => ` [${number}]`).join('');
}

/** Whether the entries show a citation's words as a quote or as part of one. */
export const showsWords = (entries: readonly Entry[], citation: Citation): boolean =>
  entries
    .flat()
    .some(
      (block) =>
        block.kind === 'quote' &&
        articleKey(block.citation.article) === articleKey(citation.article) &&
        contains(block.citation, citation),
    );

/** One source, with the sentence that it cites beneath where the page does not show it. */
export function wordSource(
  citation: Citation,
  number: number,
  withSentence: boolean,
  markup: Markup,
): string {
  const source = markup.small(`[${number}] ${articleLine(citation, markup)}`);
  if (!withSentence) return source;
  return `${source}\n${markup.quote(wordInline(citation.text, markup, SENTENCE_ROOM))}`;
}

/** The title, linked where the article has an address, and what tells its words' place. */
function articleLine({ article, paragraph }: Citation, markup: Markup): string {
  const { title, publisher, date, url, id } = article;
  const named = wordInline(title, markup, TITLE_ROOM);
  return [
    url === undefined ? named : markup.link(named, url),
    publisher === undefined ? '' : wordInline(publisher, markup, PUBLISHER_ROOM),
    date === undefined ? '' : wordInline(formatDate(date), markup, DATE_ROOM),
    wordInline(`${id} ¶${paragraph}`, markup, PLACE_ROOM),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
