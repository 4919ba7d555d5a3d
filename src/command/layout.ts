import type { Markup } from './markup.ts';
import { type Filling, type Limits, createFilling } from './filling.ts';
import { type Detail, type Item, type Page, type Sheet, sheetOf, wordPage } from './page.ts';
import { QUESTION_LIMIT, formatQuestion } from './question.ts';
import type { Block, Entry, Question, Reply } from './reply.ts';

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
  const pages: Filling[] = [];

  /** Puts an item on the last page or else on a new one, if it is to be put there whatever its length. */
  function place(item: Item, isForced = false): boolean {
    if (pages.at(-1)?.add(item) === true) return true;
    const next = createFilling(sheet, limits);
    const isPlaced = next.add(item, isForced);
    if (isPlaced) pages.push(next);
    return isPlaced;
  }

  function placeEntry(entry: Entry): void {
    if (place({ kind: 'entry', entry, detail: full(limits) })) return;
    const parts = splitEntry(entry);
    if (parts.length > 1) parts.forEach(placeEntry);
    else place({ kind: 'entry', entry, detail: fittingDetail(entry, sheet, limits) }, true);
  }

  reply.entries.forEach(placeEntry);
  for (const choice of choicesOf(reply)) place(choice, true);
  return { sheet, pages: pages.length === 0 ? [[]] : pages.map(({ items }) => items) };
}

/** A page by its number, from 1; one past the last gives the last, one before the first the first. */
export function pageOf({ sheet, pages }: Layout, number = 1): Page {
  const at = Math.min(Math.max(number, 1), pages.length);
  return wordPage(sheet, pages[at - 1] ?? [], at, pages.length);
}

export const pagesOf = (layout: Layout): readonly Page[] =>
  layout.pages.map((_, at) => pageOf(layout, at + 1));

const choicesOf = ({ choices }: Reply): readonly Item[] =>
  choices
    .filter(({ question }) => formatQuestion(question).length <= QUESTION_LIMIT)
    .map((choice, at) => ({ kind: 'choice', number: at + 1, choice }));

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
  if (createFilling(sheet, limits).add(item(brief))) return brief;
  const shortest = createFilling(sheet, ENDLESS);
  shortest.add(item(cut(SHORTEST.room)));
  const room = limits.characters - shortest.length - GROWING;
  return room > SHORTEST.room ? cut(room) : SHORTEST;
}
