import { type Article, articleKey, paragraphAt } from '../article/article.ts';
import type { Citation } from '../article/citation.ts';
import { remembered } from '../text/remembered.ts';
import { contains, sameSpan } from '../text/span.ts';
import { sourceMessages } from './keeping/origin.ts';
import type { Markup } from './markup.ts';
import { datePart } from './reply.ts';
import { wordInline, wordMessage, wordPart } from './wording.ts';
import type { Wordings } from './wordings.ts';

// The numbered sources under a page: `[1] Title · Publisher · 18 Feb 2025 · riyadh-talks ¶3`, and for
// what members brought or changed: ` · pasted by a moderator, 3 Mar 2025 · edited elsewhere, 5 Mar 2025`.

// A source is at most some 900 long without its words: these, its link and what stands between them.
const TITLE_ROOM = 100;
const PUBLISHER_ROOM = 60;
const DATE_ROOM = 30;
// Each for where it is from, and for what was edited.
const PROVENANCE_ROOM = 125;
const SENTENCE_ROOM = 300;

const isSame = (a: Citation, b: Citation): boolean =>
  sameSpan(a, b) && isSameArticle(a.article, b.article);

/** Each citation once, in order. */
export function uniqueCitations(citations: readonly Citation[]): readonly Citation[] {
  const unique: Citation[] = [];
  for (const citation of citations)
    if (!unique.some((known) => isSame(known, citation))) unique.push(citation);
  return unique;
}

/** A page's sources in the order in which it first shows them, as the page fills up. */
export interface SourceList {
  readonly sources: readonly Source[];
  /** Undefined for what the page does not list. */
  readonly numberOf: (citation: Citation) => number | undefined;
  /** Notes words that the page shows; says whether words listed before are among them. */
  show(words: readonly Citation[]): boolean;
  /** Lists a citation, all words of its entry being shown; gives its source where that is a new one. */
  add(citation: Citation): Source | undefined;
}

export interface Source {
  /** From 1. */
  readonly number: number;
  readonly citation: Citation;
  /** Whether the page shows its words: in a quote, or within a line. */
  readonly isShown: boolean;
}

/**
 * An empty list of what a page cites. Words that the page shows only need their place, so those of one
 * place are one source; any other citation is a source of its own.
 */
export function createSourceList(): SourceList {
  const shown: Citation[] = [];
  const sources: Source[] = [];
  const numbersByKey = new Map<string, number>();
  const numbers = new Map<Citation, number>();
  return {
    sources,
    numberOf: (citation) => numbers.get(citation),
    show(words) {
      shown.push(...words);
      return sources.some(({ citation, isShown }) => !isShown && showsWords(words, citation));
    },
    add(citation) {
      if (numbers.has(citation)) return undefined;
      const isShown = showsWords(shown, citation);
      const key = keyOf(citation, isShown);
      const known = numbersByKey.get(key);
      const number = known ?? sources.length + 1;
      numbers.set(citation, number);
      if (known !== undefined) return undefined;
      const source = { number, citation, isShown };
      numbersByKey.set(key, number);
      sources.push(source);
      return source;
    },
  };
}

const keyOf = (citation: Citation, isShown: boolean): string => {
  const { article, start, end } = citation;
  return `${articleKey(article)} ${isShown ? placeOf(citation) : `${start} ${end}`}`;
};

/** Whether the page shows the citation's words: there, or the same ones from another article. */
const showsWords = (shown: readonly Citation[], citation: Citation): boolean =>
  shown.some((words) =>
    isSameArticle(words.article, citation.article)
      ? contains(words, citation)
      : words.text.includes(citation.text),
  );

const isSameArticle = (a: Citation['article'], b: Citation['article']): boolean =>
  a === b || (a.id === b.id && a.shelf === b.shelf);

/** The numbers of some sources, ` [1] [3]`; those that the page does not list are left out. */
export function sourceNumbers(citations: readonly Citation[], { numberOf }: SourceList): string {
  let text = '';
  for (const number of new Set(citations.map(numberOf)))
    if (number !== undefined) text += ` [${number}]`;
  return text;
}

/** One source, with the words that it cites beneath where the page neither shows them nor is short of room. */
export function wordSource(
  { number, citation, isShown }: Source,
  isBrief: boolean,
  { articleLine, sentence, markup }: Wordings,
): string {
  const source = markup.small(`[${number}] ${articleLine(citation)}`);
  return isShown || isBrief ? source : `${source}\n${sentence(citation)}`;
}

/** What is cited, cut to the room that a source has for it. */
export const wordSentence = ({ text }: Citation, markup: Markup): string =>
  markup.quote(wordInline(text, markup, SENTENCE_ROOM));

/** The title, linked where the article has an address, what tells its words' place, and their way here. */
export const wordArticleLine = (citation: Citation, markup: Markup): string =>
  [
    `${articleParts(markup)(citation.article).text} ${placeOf(citation)}`,
    ...sourceMessages(citation).map((told) => wordMessage(told, markup, PROVENANCE_ROOM)),
  ].join(' · ');

/** The part that all citations of an article share; many cards cite the same articles. */
const articleParts = remembered((markup: Markup) =>
  remembered(({ title, publisher, date, url, id }: Article) => {
    const named = wordInline(title, markup, TITLE_ROOM);
    const parts = [
      url === undefined ? named : markup.link(named, url),
      publisher === undefined ? '' : wordInline(publisher, markup, PUBLISHER_ROOM),
      date === undefined ? '' : wordPart(datePart(date), markup, DATE_ROOM),
      wordInline(id, markup),
    ];
    return { text: parts.filter((part) => part !== '').join(' · ') };
  }),
);

/** `¶3`, or `¶3–5` for words that reach over several paragraphs. */
function placeOf({ article, paragraph, end }: Citation): string {
  const last = paragraphAt(article, end - 1);
  return last > paragraph ? `¶${paragraph}–${last}` : `¶${paragraph}`;
}
