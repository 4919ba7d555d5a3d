import type { Citation } from '../article/citation.ts';
import {
  BETWEEN,
  type DetailedEntry,
  type Item,
  type Sheet,
  entryLines,
  goesOn,
  isBriefWith,
  keptSources,
  wordChoice,
} from './page.ts';
import { shownCitations } from './reply-citations.ts';
import { createSourceList, wordSource } from './sources.ts';

/** What one page may hold. */
export interface Limits {
  /** In UTF-16 code units, line ends between the pieces included; at least `LEAST_CHARACTERS`. */
  readonly characters: number;
  /** How many choices; each may be given a button. */
  readonly choices: number;
}

/** A page as it fills up, measured as it grows. */
export interface Filling {
  readonly items: readonly Item[];
  /** In UTF-16 code units, with two line ends after each piece and the page's place as long as may be. */
  readonly length: number;
  /** Adds what is to stand last, unless the page would not keep the limits and it is not forced. */
  add(item: Item, isForced?: boolean): boolean;
}

/**
 * An empty page. What is added is measured by itself, since what stands before it stays as it is. Only
 * where it shows words of a source before it, or lets no source quote any, all is measured again.
 */
export function createFilling(sheet: Sheet, limits: Limits): Filling {
  const { wordings } = sheet;
  const items: Item[] = [];
  let listed = createSourceList();
  let choices = 0;
  let length = sheet.around;
  let isBrief = false;
  // Whether something was measured that did not fit; most pages are done with then.
  let isSpoilt = false;

  const isFull = (): boolean => length > limits.characters || choices > limits.choices;

  function measure(item: Item, before: Item | undefined): void {
    if (item.kind === 'entry') return measureEntry(item, before);
    choices += 1;
    length += wordChoice(item, sheet).line.length + BETWEEN;
  }

  /** Stops as soon as it is seen to be too much. */
  function measureEntry(item: DetailedEntry, before: Item | undefined): void {
    const { entry, detail } = item;
    const words = entry.reduce((sum, each) => sum + wordings.block(each, detail.room).length, 0);
    length += words;
    for (const block of entry)
      for (const citation of keptSources(block, detail)) {
        if (isFull()) return;
        const source = listed.add(citation);
        if (source !== undefined) length += wordSource(source, isBrief, wordings).length + BETWEEN;
      }
    for (const line of entryLines(item, listed, wordings)) length += line.length + 1;
    length += (goesOn(before, item) ? 0 : 1) - words;
  }

  function measureAll(): void {
    listed = createSourceList();
    choices = 0;
    length = sheet.around;
    isBrief = items.some(isBriefWith);
    for (const item of items) listed.show(shownIn(item));
    for (const [at, item] of items.entries()) measure(item, items[at - 1]);
    isSpoilt = false;
  }

  return {
    items,
    get length() {
      return length;
    },
    add(item, isForced = false) {
      if (isSpoilt) measureAll();
      const before = items.at(-1);
      items.push(item);
      const isFirstBrief = !isBrief && isBriefWith(item);
      if (listed.show(shownIn(item)) || isFirstBrief) measureAll();
      else measure(item, before);
      isSpoilt = isFull() && !isForced;
      if (isSpoilt) items.pop();
      return !isSpoilt;
    },
  };
}

const shownIn = (item: Item): readonly Citation[] =>
  item.kind === 'entry' ? shownCitations(item.entry) : [];
