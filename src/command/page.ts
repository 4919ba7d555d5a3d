import type { Citation } from '../article/citation.ts';
import { textOf } from './messages.ts';
import type { Language } from './catalogue/index.ts';
import type { Markup } from './markup.ts';
import { oneLine } from './markup.ts';
import { QUESTION_LIMIT, formatQuestion } from './question.ts';
import type { Block, Entry, Part, Question, Reply, ReplyChoice } from './reply.ts';
import { field, message } from './reply.ts';
import { sourcesOf } from './reply-citations.ts';
import { type SourceList, listSources, sourceNumbers, wordSource } from './sources.ts';
import { wordLine, wordMessage, wordPart, wordParts, wordQuote } from './wording.ts';

const HEADING_ROOM = 300;
const SUBHEADING_ROOM = 200;
const NOTE_ROOM = 200;
const NOTES = 3;
const LABEL_ROOM = 150;

/** How much of an entry is shown: all of it unless it does not fit a page of its own. */
export interface Detail {
  /** For the words of each block, in UTF-16 code units as rendered. */
  readonly room: number;
  /** How many sources each line keeps. */
  readonly sources: number;
  /** Whether the sources quote the cited sentence. */
  readonly sentences: boolean;
}

interface NumberedChoice {
  readonly kind: 'choice';
  /** From 1, over all pages. */
  readonly number: number;
  readonly choice: ReplyChoice;
}

interface DetailedEntry {
  readonly kind: 'entry';
  readonly entry: Entry;
  readonly detail: Detail;
}

/** What pages are filled with, in order. */
export type Item = DetailedEntry | NumberedChoice;

/** A page's text, piece by piece; no piece is empty. */
export interface Page {
  readonly number: number;
  readonly count: number;
  /** The question as typed, alone on the first line, if it has one; and the heading. */
  readonly header: string;
  readonly entries: readonly string[];
  readonly choices: readonly PageChoice[];
  readonly sources: readonly string[];
  /** What the sources cite, in their order. */
  readonly cited: readonly Citation[];
  readonly notes: readonly string[];
}

export interface PageChoice {
  readonly number: number;
  /** `2. /quote who: Lavrov`, the question in a code span, and what tells it from the others. */
  readonly line: string;
  /** For a button: plain text of any length. */
  readonly label: string;
}

/** A reply with what does not change from page to page. */
export interface Sheet {
  readonly reply: Reply;
  /** None where it answers no question. */
  readonly question: Question | undefined;
  readonly markup: Markup;
}

/** The page that shows these items. */
export function wordPage(sheet: Sheet, items: readonly Item[], number = 1, count = 1): Page {
  const entries = items.filter((item) => item.kind === 'entry');
  const listed = listSources(
    entries.map(({ entry }) => entry),
    entries.flatMap(entrySources),
  );
  return {
    number,
    count,
    header: wordHeader(sheet),
    entries: wordEntries(entries, listed, sheet.markup),
    choices: items.filter((item) => item.kind === 'choice').map((item) => wordChoice(item, sheet)),
    sources: wordSources(entries, listed, sheet.markup),
    cited: listed.sources.map(({ citation }) => citation),
    notes: wordNotes(sheet, number, count),
  };
}

/** A page's length in UTF-16 code units, with two line ends after each piece. */
export function pageLength({ header, entries, choices, sources, notes }: Page): number {
  const lines = choices.map(({ line }) => line);
  return [header, ...entries, ...lines, ...sources, ...notes].reduce(
    (total, piece) => total + piece.length + 2,
    0,
  );
}

const isVisible = (text: string): boolean => text.trim() !== '';

const wordHeader = ({ reply, question, markup }: Sheet): string => {
  const heading = wordMessage(reply.heading, markup, HEADING_ROOM);
  const shown = markup.heading(heading);
  return question === undefined ? shown : `${markup.code(shownQuestion(question))}\n${shown}`;
};

/** The question as typed; of one too long to be answered only the command. */
function shownQuestion(question: Question): string {
  const shown = formatQuestion(question);
  return shown.length <= QUESTION_LIMIT ? shown : `/${question.command}`;
}

const entrySources = ({ entry, detail }: DetailedEntry): readonly Citation[] =>
  entry.flatMap((block) => sourcesOf(block).slice(0, detail.sources));

/** Entries that follow one another as lines of a list are one piece. */
function wordEntries(
  items: readonly DetailedEntry[],
  listed: SourceList,
  markup: Markup,
): readonly string[] {
  const texts: string[] = [];
  let isList = false;
  for (const item of items) {
    const text = wordEntry(item, listed, markup);
    const joined = isList && item.entry[0]?.kind === 'line' ? texts.pop() : undefined;
    texts.push(joined === undefined ? text : `${joined}\n${text}`);
    isList = item.entry.every(({ kind }) => kind !== 'quote');
  }
  return texts.filter(isVisible);
}

const wordEntry = (item: DetailedEntry, listed: SourceList, markup: Markup): string =>
  item.entry
    .map((block, at) =>
      wordBlock(block, item.detail, sourceNumbers(numberedBy(item, at, listed), listed), markup),
    )
    .join('\n');

/** What a block's numbers stand for; a line above a quote of one of its sources leaves them to it. */
function numberedBy(
  { entry, detail }: DetailedEntry,
  at: number,
  { numberOf }: SourceList,
): readonly Citation[] {
  const cites = (block: Block | undefined): readonly Citation[] =>
    block === undefined ? [] : sourcesOf(block).slice(0, detail.sources);
  const leavesTo = (line: Block | undefined, quote: Block | undefined): boolean => {
    const numbers = new Set(cites(quote).map(numberOf));
    const isAbove = line?.kind === 'line' && quote?.kind === 'quote';
    return isAbove && cites(line).some((citation) => numbers.has(numberOf(citation)));
  };
  const [before, block, after] = [entry[at - 1], entry[at], entry[at + 1]];
  if (leavesTo(block, after)) return [];
  return leavesTo(before, block) ? [...cites(block), ...cites(before)] : cites(block);
}

function wordBlock(block: Block, { room }: Detail, numbers: string, markup: Markup): string {
  switch (block.kind) {
    case 'subheading':
      return markup.bold(wordPart(block.text, markup, Math.min(room, SUBHEADING_ROOM)));
    case 'line':
      return wordLine(block, numbers, markup, room);
    case 'quote':
      return wordQuote(block, numbers, markup, room);
    default:
      return block satisfies never;
  }
}

function wordChoice({ number, choice }: NumberedChoice, { markup }: Sheet): PageChoice {
  const question = formatQuestion(choice.question);
  const label = wordParts(apart(choice), markup, LABEL_ROOM);
  const line = `${number}. ${markup.code(question)}${label === '' ? '' : ` ${label}`}`;
  return { number, line, label: `${number} · ${plainLabel(choice, markup.language) || question}` };
}

/** Its label's parts with a mark between: `Sergei Lavrov · Foreign Minister`. */
const apart = ({ label }: ReplyChoice): readonly Part[] =>
  label.flatMap((part, at) => (at === 0 ? [part] : [MARK, part]));

const MARK = field('·');

const plainLabel = (choice: ReplyChoice, language: Language): string =>
  oneLine(
    apart(choice)
      .map((part) => plainPart(part, language))
      .join(' '),
  );

/** A button shows no Markdown, so its words need no escaping; messages on it have no parameters. */
function plainPart(part: Part, language: Language): string {
  if (part.kind === 'cited') return part.citation.text;
  if (part.kind === 'message') return textOf(part.key, language);
  return part.kind === 'field' ? part.text : '';
}

/** Once an entry had to be cut, no source quotes what it cites. */
function wordSources(
  items: readonly DetailedEntry[],
  { sources }: SourceList,
  markup: Markup,
): readonly string[] {
  const isBrief = items.some(({ detail }) => !detail.sentences);
  return sources.map((source, at) => wordSource(source, at + 1, isBrief, markup));
}

function wordNotes({ reply, markup }: Sheet, number: number, count: number): readonly string[] {
  const notes = reply.notes.slice(0, NOTES);
  const place = message('page.place', { number: field(number), count: field(count) });
  return [...notes, ...(count > 1 ? [place] : [])].map((note) =>
    markup.small(wordMessage(note, markup, NOTE_ROOM)),
  );
}
