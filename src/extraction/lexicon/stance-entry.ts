import type { Polarity } from '../facts.ts';
import { inflect } from './inflection.ts';
import { NO_NUMBER, numberOf, type NumberedWord } from '../../text/word-numbers.ts';

/**
 * Where holder and target stand.
 *
 *     verb       [holder] opposes [target]; [target] is opposed by [holder]
 *     deed       the same, of acts that take a side: [holder] signed [target]
 *     adjective  [holder] is wary of [target]; [holder], critical of [target]
 *     noun       [holder]’s opposition to [target]; [holder] is a critic of [target]
 *     reception  [target] drew criticism from [holder]
 *     fate       calls for [target]’s resignation, whoever calls for it
 *     feeling    [target] angered [holder]
 *     alone      [holder] disagreed
 */
type StanceFrame =
  'verb' | 'deed' | 'adjective' | 'noun' | 'reception' | 'fate' | 'feeling' | 'alone';

/**
 * What follows is asked of somebody: for what (`demands [a vote]`, `demands that [Ann] resign`), or
 * only to do something (`urged [Ann] to resign`).
 */
type Asks = 'for' | 'to';

/** How sure entries of a frame are, where their row does not say. */
const CONFIDENCE: Readonly<Record<StanceFrame, number>> = {
  verb: 0.85,
  deed: 0.5,
  adjective: 0.8,
  noun: 0.7,
  reception: 0.75,
  fate: 0.75,
  feeling: 0.75,
  alone: 0.75,
};

/** Entries that share their frame and what they say. */
export interface StanceRow {
  readonly frame: StanceFrame;
  readonly polarity: Polarity;
  readonly weight: 'firm' | 'hedged';
  /** From 0 to 1; lower where the same words often say less. */
  readonly confidence?: number;
  readonly asks?: Asks;
  /** Between commas. */
  readonly cues: string;
}

export interface StanceEntry {
  readonly frame: StanceFrame;
  readonly polarity: Polarity;
  readonly weight: 'firm' | 'hedged';
  readonly confidence: number;
  readonly asks?: Asks;
  /** The words after the first; `*` is any one word. */
  readonly rest: readonly string[];
}

/** Entries by each form of their first word. */
export type StanceTable = ReadonlyMap<string, BySecondWord<RankedEntry>>;

/** What begins with one word, by the number of the second. */
export interface BySecondWord<Entry> {
  /** Those without a second word, or with any. */
  readonly open: ByThirdWord<Entry>;
  readonly known: ReadonlyMap<number, ByThirdWord<Entry>> | undefined;
}

/** What begins with two words. */
export interface ByThirdWord<Entry> {
  readonly entries: readonly Entry[];
  /** The numbers of the words of which one must follow; undefined where none must. */
  readonly thirds: ReadonlySet<number> | undefined;
}

/** Entries that share their first two words, and the words of each after the first. */
export function byThirdWord<Entry>(
  entries: readonly Entry[],
  restOf: (entry: Entry) => readonly string[],
): ByThirdWord<Entry> {
  const thirds = entries.map((entry) => restOf(entry)[1] ?? ANY);
  return { entries, thirds: thirds.includes(ANY) ? undefined : new Set(thirds.map(numberOf)) };
}

/** Whether the third word is one that may follow: a first test, which most words fail. */
export const mayBeThird = (
  { thirds }: ByThirdWord<unknown>,
  third: NumberedWord | undefined,
): boolean => thirds === undefined || thirds.has(third?.number ?? NO_NUMBER);

/** Stands for any one word. */
export const ANY = '*';

/** Of several entries that fit, the longest counts, then the first of the table. */
export interface RankedEntry extends StanceEntry {
  readonly rank: number;
}

export function indexEntries(rows: readonly StanceRow[]): StanceTable {
  const index = new Map<string, StanceEntry[]>();
  for (const row of rows)
    for (const words of splitCues(row.cues)) {
      const [first = '', ...rest] = words;
      const { cues: _, confidence = CONFIDENCE[row.frame], ...shared } = row;
      for (const [form, ...others] of formsIn(row.frame, first).map(splitHyphens)) {
        const entries = index.get(form) ?? [];
        entries.push({ ...shared, confidence, rest: [...others, ...rest.flatMap(splitHyphens)] });
        index.set(form, entries);
      }
    }
  return new Map([...index].map(([form, entries]) => [form, bySecondWord(entries)]));
}

function bySecondWord(entries: readonly StanceEntry[]): BySecondWord<RankedEntry> {
  const open: RankedEntry[] = [];
  const known = new Map<number, RankedEntry[]>();
  const longestFirst = entries.toSorted((a, b) => b.rest.length - a.rest.length);
  for (const [rank, entry] of longestFirst.entries()) {
    const {
      rest: [second = ANY],
    } = entry;
    const others = second === ANY ? open : (known.get(numberOf(second)) ?? []);
    others.push({ ...entry, rank });
    if (second !== ANY) known.set(numberOf(second), others);
  }
  const narrowed = (own: readonly RankedEntry[]): ByThirdWord<RankedEntry> =>
    byThirdWord(own, ({ rest }) => rest);
  return {
    open: narrowed(open),
    known:
      known.size > 0
        ? new Map([...known].map(([second, own]) => [second, narrowed(own)]))
        : undefined,
  };
}

/** `co-sponsored` → co, -, sponsored, as the text is cut. */
function splitHyphens(word: string): readonly [string, ...string[]] {
  const [first = word, ...rest] = word.split(/(?=-)|(?<=-)/u);
  return [first, ...rest];
}

export const splitCues = (cues: string): string[][] =>
  cues
    .split(',')
    .map((cue) => cue.trim().split(/\s+/u))
    .filter((words) => words[0] !== '');

const formsIn = (frame: StanceFrame, word: string): readonly string[] =>
  /^(?:adjective|noun|reception|fate)$/u.test(frame) ? [word] : [...new Set(verbForms(word))];

/** The forms of a verb, and of the words that do the work of `be`: `remains opposed`. */
function verbForms(verb: string): readonly string[] {
  if (verb === 'be') return BE;
  const [, prefix, last] = /^(.+-)(\p{L}+)$/u.exec(verb) ?? [];
  return prefix === undefined || last === undefined
    ? inflect(verb)
    : inflect(last).map((form) => prefix + form);
}

const BE =
  `is are was were been being am be ’m ’re remains remained remain seems seemed became become
  sounded sounds stayed feels felt`.split(/\s+/u);
