import type { Polarity } from '../facts.ts';
import { inflect } from './inflection.ts';

/**
 * Where holder and target stand.
 *
 *     verb       [holder] opposes [target]; [target] is opposed by [holder]
 *     deed       the same, of acts that take a side: [holder] signed [target]
 *     adjective  [holder] is wary of [target]; [holder], critical of [target]
 *     noun       [holder]’s opposition to [target]; [holder] is a critic of [target]
 *     feeling    [target] angered [holder]
 *     alone      [holder] disagreed
 */
type StanceFrame = 'verb' | 'deed' | 'adjective' | 'noun' | 'feeling' | 'alone';

/** Entries that share their frame and what they say. */
export interface StanceRow {
  readonly frame: StanceFrame;
  readonly polarity: Polarity;
  readonly weight: 'firm' | 'hedged';
  /** Between commas. */
  readonly cues: string;
}

export interface StanceEntry {
  readonly frame: StanceFrame;
  readonly polarity: Polarity;
  readonly weight: 'firm' | 'hedged';
  /** The words after the first; `*` is any one word. */
  readonly rest: readonly string[];
}

/** A table's entries by each form of their first word, longest first. */
export function indexEntries(
  rows: readonly StanceRow[],
): ReadonlyMap<string, readonly StanceEntry[]> {
  const index = new Map<string, StanceEntry[]>();
  for (const row of rows)
    for (const words of splitCues(row.cues)) {
      const [first = '', ...rest] = words;
      const { frame, polarity, weight } = row;
      for (const [form, ...others] of formsIn(frame, first).map(splitHyphens)) {
        const entries = index.get(form) ?? [];
        entries.push({ frame, polarity, weight, rest: [...others, ...rest] });
        index.set(form, entries);
      }
    }
  for (const [form, entries] of index)
    index.set(
      form,
      entries.toSorted((a, b) => b.rest.length - a.rest.length),
    );
  return index;
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
  frame === 'adjective' || frame === 'noun' ? [word] : [...new Set(verbForms(word))];

/** Verbs that this lexicon has beyond those that inflection.ts knows: irregular, or doubling. */
const OTHER_FORMS: Readonly<Record<string, readonly string[]>> = {
  lose: ['loses', 'lost', 'losing'],
  undo: ['undoes', 'undid', 'undone', 'undoing'],
  unwind: ['unwinds', 'unwound', 'unwinding'],
  withhold: ['withholds', 'withheld', 'withholding'],
  swing: ['swings', 'swung', 'swinging'],
  rally: ['rallies', 'rallied', 'rallying'],
  flirt: ['flirts', 'flirted', 'flirting'],
  cut: ['cuts', 'cutting'],
  feed: ['feeds', 'fed', 'feeding'],
  freeze: ['freezes', 'froze', 'frozen', 'freezing'],
  rue: ['rues', 'rued', 'ruing'],
  sell: ['sells', 'sold', 'selling'],
  shut: ['shuts', 'shutting'],
  sink: ['sinks', 'sank', 'sunk', 'sinking'],
  shrink: ['shrinks', 'shrank', 'shrunk', 'shrinking'],
  build: ['builds', 'built', 'building'],
  pay: ['pays', 'paid', 'paying'],
  draw: ['draws', 'drew', 'drawn', 'drawing'],
  throw: ['throws', 'threw', 'thrown', 'throwing'],
  lend: ['lends', 'lent', 'lending'],
  cling: ['clings', 'clung', 'clinging'],
  strike: ['strikes', 'struck', 'striking'],
  shoot: ['shoots', 'shot', 'shooting'],
  tear: ['tears', 'tore', 'torn', 'tearing'],
  fall: ['falls', 'fell', 'fallen', 'falling'],
  beat: ['beats', 'beaten', 'beating'],
  quit: ['quits', 'quitting'],
  forsake: ['forsakes', 'forsook', 'forsaken', 'forsaking'],
  overthrow: ['overthrows', 'overthrew', 'overthrown', 'overthrowing'],
  run: ['runs', 'ran', 'running'],
  get: ['gets', 'got', 'getting'],
  dig: ['digs', 'dug', 'digging'],
  grow: ['grows', 'grew', 'grown', 'growing'],
  rewrite: ['rewrites', 'rewrote', 'rewritten', 'rewriting'],
  burn: ['burns', 'burned', 'burnt', 'burning'],
  steer: ['steers', 'steered', 'steering'],
  wage: ['wages', 'waged', 'waging'],
};

const DOUBLING = new Set(
  `slam trim stop ban bar drop cut quit rap rip rub scrap sum tap pan spar snub shun spur get sit put
   shut rebut run hug stem rebuff-no defer regret refer deter upset let gut axe-no jab knit nag wrap`.split(
    /\s+/u,
  ),
);

function verbForms(verb: string): readonly string[] {
  if (verb === 'be')
    return [
      'is',
      'are',
      'was',
      'were',
      'been',
      'being',
      'am',
      'be',
      '’m',
      '’re',
      'remains',
      'remained',
      'remain',
      'seems',
      'seemed',
      'became',
      'become',
      'sounded',
      'sounds',
      'stayed',
      'feels',
      'felt',
    ];
  const others = OTHER_FORMS[verb];
  if (others !== undefined) return [verb, ...others];
  const [, prefix, last] = /^(.+-)(\p{L}+)$/u.exec(verb) ?? [];
  if (prefix !== undefined && last !== undefined)
    return verbForms(last).map((form) => prefix + form);
  const doubled = verb + verb.slice(-1);
  if (DOUBLING.has(verb)) return [verb, `${verb}s`, `${doubled}ed`, `${doubled}ing`];
  return inflect(verb);
}
