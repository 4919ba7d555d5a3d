import type { Document, Token } from '../syntax/document.ts';
import { readMood } from '../syntax/mood.ts';

/**
 * Whether words such as `Tuesday` and `3 May` look back or ahead from the day of the article. What had
 * been planned may be either, and nothing tells without a verb.
 */
export type Direction = 'back' | 'ahead' | 'either' | 'untold';

/** Tokens `[first, last)`. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/**
 * Where some words that say when look to, by the verb that they stand with: the nearest in front of
 * them, but not in front of `least`, else the first behind.
 *
 *     they met [Tuesday] → back           he said that they will meet [Tuesday] → ahead
 *     [On Tuesday] the court will rule → ahead      ahead of [Tuesday]'s vote → ahead
 */
export function readDirection(document: Document, words: Run, least: number): Direction {
  const lead = directionOfLead(document, words.first);
  if (lead !== undefined) return lead;
  const before = directionBefore(document, words.first, least);
  if (before !== undefined) return before;
  const behind = directionBehind(document, words.last);
  if (behind === undefined) return 'untold';
  // `Tuesday's vote shows`: what the words are of is over.
  return behind === 'ahead' ? 'ahead' : 'back';
}

const AHEAD = new Set(['until', 'till', 'by', 'before', 'through']);
const BACK = new Set(['since', 'after', 'following']);

/** `until [Tuesday]`, `in advance of [Tuesday]`, `the vote due on [Tuesday]` */
function directionOfLead({ tokens }: Document, first: number): Direction | undefined {
  const [third = '', second = '', word = ''] = tokens
    .slice(first - 3, first)
    .map(({ lower }) => lower);
  if (AHEAD.has(word)) return 'ahead';
  if (BACK.has(word)) return 'back';
  if (word === 'of' && /^(?:ahead|advance)$/u.test(second)) return 'ahead';
  const isPlanned =
    PLANNED.test(word) || (/^(?:for|on|in|to)$/u.test(word) && PLANNED.test(second));
  if (!isPlanned) return undefined;
  // `had been planned for 15 March`, which may be over.
  return /^(?:been|was|were)$/u.test(PLANNED.test(word) ? second : third) ? 'either' : 'ahead';
}

const PLANNED =
  /^(?:scheduled|slated|due|set|planned|expected|postponed|delayed|coming|upcoming)$/u;

const WILL = /^(?:will|'ll|’ll|wo|shall|would)$/u;

/** By the verb in front, or by a `will` whose verb is not taken for one: `will open on 12 June`. */
function directionBefore(document: Document, first: number, least: number): Direction | undefined {
  const { tokens } = document;
  for (let at = first - 1; at >= least; at -= 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (WILL.test(token.lower)) return 'ahead';
    if (isVerb(token)) return directionOfVerb(document, at);
  }
  return undefined;
}

function directionBehind(document: Document, last: number): Direction | undefined {
  const { tokens, sentences, sentenceOf } = document;
  const end = sentences[sentenceOf[last - 1] ?? -1]?.last ?? last;
  for (let at = last; at < end; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (WILL.test(token.lower)) return 'ahead';
    if (isVerb(token)) return directionOfVerb(document, at);
  }
  return undefined;
}

const isVerb = ({ pos }: Token): boolean => pos === 'VERB';

function directionOfVerb(document: Document, verb: number): Direction {
  const mood = readMood({ document }, verb);
  const { lower = '' } = document.tokens[verb] ?? {};
  const before = document.tokens[verb - 1]?.lower ?? '';
  if (mood === 'will' || mood === 'might') return 'ahead';
  if (mood === 'did-not') return 'back';
  // `is meeting [Tuesday]`; `was meeting` looks back.
  if (lower.endsWith('ing')) return /^(?:is|are|'re|’re)$/u.test(before) ? 'ahead' : 'back';
  const isPresent = PLURAL.test(lower) || (lower.endsWith('s') && !TELLING.test(lower));
  return before !== 'to' && isPresent ? 'ahead' : 'back';
}

/** `the talks resume`: of other verbs the bare form is mostly no present. */
const PLURAL =
  /^(?:meet|resume|reconvene|begin|start|open|close|end|expire|vote|return|travel|arrive|head|visit|host|testify|go|run|take|leave|face|rise|fall|reopen|play)$/u;

/** What such a verb tells of is over: `the poll shows`. */
const TELLING =
  /^(?:says|tells|shows|suggests|reports|claims|insists|argues|finds|was|has|is|does)$/u;
