import { articleKey, paragraphAt } from '../article/article.ts';
import type { Citation } from '../article/citation.ts';
import { contains, sameSpan } from '../text/span.ts';
import { sourceMessages } from './keeping/origin.ts';
import type { Markup } from './markup.ts';
import { type Entry, datePart } from './reply.ts';
import { shownCitations } from './reply-citations.ts';
import { wordInline, wordMessage, wordPart } from './wording.ts';
import type { Wordings } from './wordings.ts';

// The numbered sources under a page: `[1] Title · Publisher · 18 Feb 2025 · riyadh-talks ¶3`, and for
// what members brought or changed: ` · pasted by a moderator, 3 Mar 2025 · edited elsewhere, 5 Mar 2025`.

// A source is at most some 900 long without its words: these, its link and what stands between them.
const TITLE_ROOM = 100;
const PUBLISHER_ROOM = 60;
const DATE_ROOM = 30;
const PLACE_ROOM = 210;
// Each for where it is from, and for what was edited.
const PROVENANCE_ROOM = 125;
const SENTENCE_ROOM = 300;
/** A sentence's words with what sets them apart. */
export const LONGEST_SENTENCE = SENTENCE_ROOM + 10;

const isSame = (a: Citation, b: Citation): boolean =>
  sameSpan(a, b) && isSameArticle(a.article, b.article);

/** Each citation once, in order. */
export function uniqueCitations(citations: readonly Citation[]): readonly Citation[] {
  const unique: Citation[] = [];
  for (const citation of citations)
    if (!unique.some((known) => isSame(known, citation))) unique.push(citation);
  return unique;
}

/** A page's sources in the order in which it first shows them. */
export interface SourceList {
  readonly sources: readonly Source[];
  /** From 1; undefined for what the page does not list. */
  readonly numberOf: (citation: Citation) => number | undefined;
}

export interface Source {
  readonly citation: Citation;
  /** Whether the page shows its words: in a quote, or within a line. */
  readonly isShown: boolean;
}

/**
 * Lists what a page cites. Words that the page shows only need their place, so those of one place
 * are one source; any other citation is a source of its own.
 * @param hasRoom told of each source with its number; where it says no, nothing is listed
 */
export function listSources(
  entries: readonly Entry[],
  citations: readonly Citation[],
  hasRoom: (source: Source, number: number) => boolean,
): SourceList | undefined {
  const shown = entries.flat().flatMap(shownCitations);
  const sources: Source[] = [];
  const byKey = new Map<string, number>();
  const numbers = new Map<Citation, number | undefined>();
  const numberOf = (citation: Citation): number | undefined => {
    if (numbers.has(citation)) return numbers.get(citation);
    const number = byKey.get(keyOf(citation, showsWords(shown, citation)));
    numbers.set(citation, number);
    return number;
  };
  for (const citation of citations) {
    if (numbers.has(citation)) continue;
    const isShown = showsWords(shown, citation);
    const key = keyOf(citation, isShown);
    const known = byKey.get(key);
    const number = known ?? sources.length + 1;
    numbers.set(citation, number);
    if (known !== undefined) continue;
    const source = { citation, isShown };
    if (!hasRoom(source, number)) return undefined;
    byKey.set(key, number);
    sources.push(source);
  }
  return { sources, numberOf };
}

const keyOf = (citation: Citation, isShown: boolean): string => {
  const { article, start, end } = citation;
  return `${articleKey(article)} ${isShown ? placeOf(citation) : `${start} ${end}`}`;
};

/** Whether the page shows the citation's words: there, or the same ones from another article. */
export const showsWords = (shown: readonly Citation[], citation: Citation): boolean =>
  shown.some((words) =>
    isSameArticle(words.article, citation.article)
      ? contains(words, citation)
      : words.text.includes(citation.text),
  );

const isSameArticle = (a: Citation['article'], b: Citation['article']): boolean =>
  a === b || (a.id === b.id && a.shelf === b.shelf);

/** The numbers of some sources, ` [1] [3]`; those that the page does not list are left out. */
export function sourceNumbers(citations: readonly Citation[], { numberOf }: SourceList): string {
  const numbers = new Set(citations.map(numberOf));
  return Array.from(numbers, (number) => (number === undefined ? '' : ` [${number}]`)).join('');
}

/** One source, with the words that it cites beneath where the page neither shows them nor is short of room. */
export function wordSource(
  { citation, isShown }: Source,
  number: number,
  isBrief: boolean,
  { articleLine, markup }: Pick<Wordings, 'articleLine' | 'markup'>,
): string {
  const source = markup.small(`[${number}] ${articleLine(citation)}`);
  if (isShown || isBrief) return source;
  return `${source}\n${markup.quote(wordInline(citation.text, markup, SENTENCE_ROOM))}`;
}

/** The title, linked where the article has an address, what tells its words' place, and their way here. */
export function wordArticleLine(citation: Citation, markup: Markup): string {
  const { article } = citation;
  const { title, publisher, date, url, id } = article;
  const named = wordInline(title, markup, TITLE_ROOM);
  return [
    url === undefined ? named : markup.link(named, url),
    publisher === undefined ? '' : wordInline(publisher, markup, PUBLISHER_ROOM),
    date === undefined ? '' : wordPart(datePart(date), markup, DATE_ROOM),
    wordInline(`${id} ${placeOf(citation)}`, markup, PLACE_ROOM),
    ...sourceMessages(citation).map((told) => wordMessage(told, markup, PROVENANCE_ROOM)),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** `¶3`, or `¶3–5` for words that reach over several paragraphs. */
function placeOf({ article, paragraph, end }: Citation): string {
  const last = paragraphAt(article, end - 1);
  return last > paragraph ? `¶${paragraph}–${last}` : `¶${paragraph}`;
}
