import type { Citation } from '../article/citation.ts';
import { textOf } from './messages.ts';
import type { Language } from './catalogue/index.ts';
import type { Markup } from './markup.ts';
import { oneLine } from './markup.ts';
import { QUESTION_LIMIT, formatQuestion } from './question.ts';
import type { Block, Entry, Part, Question, Reply, ReplyChoice } from './reply.ts';
import { field, message } from './reply.ts';
import { shownCitations, sourcesOf } from './reply-citations.ts';
import { type SourceList, createSourceList, sourceNumbers, wordSource } from './sources.ts';
import { wordMessage, wordParts } from './wording.ts';
import { type Wordings, createWordings } from './wordings.ts';

const HEADING_ROOM = 300;
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

export interface DetailedEntry {
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
  readonly wordings: Wordings;
  /** On each page the same: the question as typed and the heading. */
  readonly header: string;
  /** How long the header and the notes of a page may come to be. */
  readonly around: number;
}

export function sheetOf(reply: Reply, question: Question | undefined, markup: Markup): Sheet {
  const header = wordHeader(reply, question, markup);
  const notes = wordNotes(reply, markup, LONGEST_NUMBER, LONGEST_NUMBER);
  return {
    reply,
    question,
    wordings: createWordings(markup),
    header,
    around: lengthOf([header, ...notes]),
  };
}

/** The page that shows these items. */
export function wordPage(
  sheet: Sheet,
  items: readonly Item[],
  number: number,
  count: number,
): Page {
  const entries = items.filter((item) => item.kind === 'entry');
  const listed = listOn(entries);
  const isBrief = entries.some(isBriefWith);
  return {
    number,
    count,
    header: sheet.header,
    entries: wordEntries(entries, listed, sheet.wordings),
    choices: items.filter((item) => item.kind === 'choice').map((item) => wordChoice(item, sheet)),
    sources: listed.sources.map((source) => wordSource(source, isBrief, sheet.wordings)),
    cited: listed.sources.map(({ citation }) => citation),
    notes: wordNotes(sheet.reply, sheet.wordings.markup, number, count),
  };
}

/** The page's place is measured as the longest that it may come to be. */
const LONGEST_NUMBER = 9999;

/** Line ends after each piece. */
export const BETWEEN = 2;

const lengthOf = (pieces: readonly string[]): number =>
  pieces.reduce((total, piece) => total + piece.length + BETWEEN, 0);

function listOn(entries: readonly DetailedEntry[]): SourceList {
  const listed = createSourceList();
  for (const { entry } of entries) listed.show(shownCitations(entry));
  for (const { entry, detail } of entries)
    for (const block of entry)
      for (const citation of keptSources(block, detail)) listed.add(citation);
  return listed;
}

function wordHeader(reply: Reply, question: Question | undefined, markup: Markup): string {
  const heading = wordMessage(reply.heading, markup, HEADING_ROOM);
  const shown = markup.heading(heading);
  return question === undefined ? shown : `${markup.code(shownQuestion(question))}\n${shown}`;
}

/** The question as typed; of one too long to be answered only the command. */
function shownQuestion(question: Question): string {
  const shown = formatQuestion(question);
  return shown.length <= QUESTION_LIMIT ? shown : `/${question.command}`;
}

/** The sources that a block keeps. */
export function keptSources(block: Block, detail: Detail): readonly Citation[] {
  const sources = sourcesOf(block);
  return sources.length <= detail.sources ? sources : sources.slice(0, detail.sources);
}

/** Entries that follow one another as lines of a list are one piece. */
function wordEntries(
  items: readonly DetailedEntry[],
  listed: SourceList,
  wordings: Wordings,
): readonly string[] {
  const texts: string[] = [];
  for (const [at, item] of items.entries()) {
    const text = entryLines(item, listed, wordings).join('\n');
    const joined = goesOn(items[at - 1], item) ? texts.pop() : undefined;
    texts.push(joined === undefined ? text : `${joined}\n${text}`);
  }
  return texts;
}

/** Whether an entry goes on with the list that the one before it ends with. */
export const goesOn = (before: Item | undefined, { entry: [first] }: DetailedEntry): boolean =>
  first?.kind === 'line' &&
  before?.kind === 'entry' &&
  before.entry.every(({ kind }) => kind !== 'quote');

/** A text for each block. */
export const entryLines = (
  item: DetailedEntry,
  listed: SourceList,
  wordings: Wordings,
): readonly string[] =>
  item.entry.map((block, at) =>
    wordBlock(block, item.detail, sourceNumbers(numberedBy(item, at, listed), listed), wordings),
  );

/** What a block's numbers stand for; a line above a quote of one of its sources leaves them to it. */
function numberedBy(
  { entry, detail }: DetailedEntry,
  at: number,
  listed: SourceList,
): readonly Citation[] {
  const [before, block, after] = [entry[at - 1], entry[at], entry[at + 1]];
  if (block === undefined || isQuotedBy(after, block, detail, listed)) return [];
  const own = keptSources(block, detail);
  return before !== undefined && isQuotedBy(block, before, detail, listed)
    ? [...own, ...keptSources(before, detail)]
    : own;
}

/** Whether a block quotes a source of the line above it. */
function isQuotedBy(
  quote: Block | undefined,
  line: Block,
  detail: Detail,
  { numberOf }: SourceList,
): boolean {
  if (line.kind !== 'line' || quote?.kind !== 'quote') return false;
  const number = numberOf(quote.citation);
  return keptSources(line, detail).some((citation) => numberOf(citation) === number);
}

function wordBlock(
  block: Block,
  { room }: Detail,
  numbers: string,
  { block: wordsOf, markup }: Wordings,
): string {
  const words = wordsOf(block, room);
  if (block.kind === 'subheading') return words;
  return block.kind === 'line' ? markup.bullet(`${words}${numbers}`) : `${words}${numbers}`;
}

export function wordChoice(
  { number, choice }: NumberedChoice,
  { wordings: { markup } }: Sheet,
): PageChoice {
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

/** Once an entry had to be cut, no source on its page quotes what it cites. */
export const isBriefWith = (item: Item): boolean => item.kind === 'entry' && !item.detail.sentences;

function wordNotes(reply: Reply, markup: Markup, number: number, count: number): readonly string[] {
  const notes = reply.notes.slice(0, NOTES);
  const place = message('page.place', { number: field(number), count: field(count) });
  return [...notes, ...(count > 1 ? [place] : [])].map((note) =>
    markup.small(wordMessage(note, markup, NOTE_ROOM)),
  );
}
