import type { Markup } from './markup.ts';
import {
  type Detail,
  type Item,
  type Page,
  type Sheet,
  mostLength,
  pageLength,
  sheetOf,
  wordPage,
} from './page.ts';
import { QUESTION_LIMIT, formatQuestion } from './question.ts';
import type { Block, Entry, Question, Reply } from './reply.ts';

/** What one page may hold. */
export interface Limits {
  /** In UTF-16 code units, line ends between the pieces included; at least `LEAST_CHARACTERS`. */
  readonly characters: number;
  /** How many choices; each may be given a button. */
  readonly choices: number;
}

/** Holds the longest header and notes, and one entry or choice at its shortest. */
export const LEAST_CHARACTERS = 3800;

/** No limits: all on one page. */
export const ENDLESS: Limits = { characters: Infinity, choices: Infinity };

// Words that fill a page leave none for its header, so more need not be rendered to see they do not fit.
const full = ({ characters }: Limits): Detail => ({
  room: characters,
  sources: Infinity,
  sentences: true,
});

// At its shortest an entry keeps one source a line and some 150 characters a block.
const SHORTEST: Detail = { room: 150, sources: 1, sentences: false };

/** A reply laid out, its pages yet to be worded: of many, one is shown. */
export interface Layout {
  readonly sheet: Sheet;
  /** What each page shows; there is always one. */
  readonly pages: readonly (readonly Item[])[];
}

/**
 * Lays a reply out on pages that keep the limits by construction: entries stay whole where they
 * fit, are else split between their blocks, and a block too long for a page is cut.
 */
export function layOut(
  reply: Reply,
  question: Question | undefined,
  markup: Markup,
  limits: Limits,
): Layout {
  const sheet = sheetOf(reply, question, markup);
  const pages: Item[][] = [[]];
  let most = 0;
  for (const item of fittingItems(sheet, limits)) {
    const page = pages.at(-1) ?? [];
    const more = mostLength(item, sheet, limits.characters);
    if (page.length === 0 || fits(sheet, [...page, item], limits, most + more)) {
      page.push(item);
      most += more;
    } else {
      pages.push([item]);
      most = more;
    }
  }
  return { sheet, pages };
}

/** A page by its number, from 1; one past the last gives the last, one before the first the first. */
export function pageOf({ sheet, pages }: Layout, number = 1): Page {
  const at = Math.min(Math.max(number, 1), pages.length);
  return wordPage(sheet, pages[at - 1] ?? [], at, pages.length);
}

export const pagesOf = (layout: Layout): readonly Page[] =>
  layout.pages.map((_, at) => pageOf(layout, at + 1));

/** @param most a bound of the items' length; only where that is too much are they measured */
function fits(
  sheet: Sheet,
  items: readonly Item[],
  limits: Limits,
  most = items.reduce((sum, item) => sum + mostLength(item, sheet, limits.characters), 0),
): boolean {
  const choices = items.filter(({ kind }) => kind === 'choice').length;
  if (choices > limits.choices) return false;
  if (sheet.around + most <= limits.characters) return true;
  return pageLength(sheet, items, limits.characters) !== undefined;
}

/** The reply's entries and choices as items that each fit a page of their own. */
function fittingItems(sheet: Sheet, limits: Limits): readonly Item[] {
  const choices = sheet.reply.choices
    .filter((choice) => formatQuestion(choice.question).length <= QUESTION_LIMIT)
    .map((choice, at): Item => ({ kind: 'choice', number: at + 1, choice }));
  return [
    ...sheet.reply.entries.flatMap((entry) => fittingEntries(entry, sheet, limits)),
    ...choices,
  ];
}

function fittingEntries(entry: Entry, sheet: Sheet, limits: Limits): readonly Item[] {
  const whole: Item = { kind: 'entry', entry, detail: full(limits) };
  if (fits(sheet, [whole], limits)) return [whole];
  const parts = splitEntry(entry);
  if (parts.length > 1) return parts.flatMap((part) => fittingEntries(part, sheet, limits));
  return [{ kind: 'entry', entry, detail: fittingDetail(entry, sheet, limits) }];
}

/** Its blocks, subheadings staying with what follows them. */
function splitEntry(entry: Entry): readonly Entry[] {
  const parts: Block[][] = [];
  let headings: Block[] = [];
  for (const block of entry) {
    headings.push(block);
    if (block.kind === 'subheading' && headings.length === 1) continue;
    parts.push(headings);
    headings = [];
  }
  return headings.length > 0 ? [...parts, headings] : parts;
}

// How much a subheading grows where there is more room than at its shortest.
const GROWING = 50;

const cut = (room: number): Detail => ({ room, sources: 2, sentences: false });

/** Leaves out the sources' sentences first, then all but two sources and the ends of words. */
function fittingDetail(entry: Entry, sheet: Sheet, limits: Limits): Detail {
  const item = (detail: Detail): Item => ({ kind: 'entry', entry, detail });
  const brief = { ...full(limits), sentences: false };
  if (fits(sheet, [item(brief)], limits)) return brief;
  const shortest = pageLength(sheet, [item(cut(SHORTEST.room))]) ?? Infinity;
  const room = limits.characters - shortest - GROWING;
  return room > SHORTEST.room ? cut(room) : SHORTEST;
}
