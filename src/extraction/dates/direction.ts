import type { Document } from '../syntax/document.ts';
import { readMood } from '../syntax/mood.ts';

/** Whether words such as `Tuesday` look back or ahead from the day of the article. */
export type Direction = 'back' | 'ahead';

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
  const verb = verbBefore(document, words.first, least) ?? verbBehind(document, words.last);
  return verb !== undefined && looksAhead(document, verb) ? 'ahead' : 'back';
}

const AHEAD = new Set(['until', 'till', 'by', 'before', 'through']);
const BACK = new Set(['since', 'after', 'following', 'from']);

/** `until [Tuesday]`, `in advance of [Tuesday]`, `the vote due on [Tuesday]` */
function directionOfLead({ tokens }: Document, first: number): Direction | undefined {
  const [second = '', word = ''] = tokens.slice(first - 2, first).map(({ lower }) => lower);
  if (AHEAD.has(word) || PLANNED.test(word)) return 'ahead';
  if (BACK.has(word)) return 'back';
  if (word === 'of' && /^(?:ahead|advance)$/u.test(second)) return 'ahead';
  return /^(?:for|on|in)$/u.test(word) && PLANNED.test(second) ? 'ahead' : undefined;
}

const PLANNED = /^(?:scheduled|slated|due|set|planned|expected|postponed|coming|upcoming)$/u;

function verbBefore({ tokens }: Document, first: number, least: number): number | undefined {
  for (let at = first - 1; at >= least; at -= 1) if (isVerb(tokens[at])) return at;
  return undefined;
}

function verbBehind({ tokens, sentences, sentenceOf }: Document, last: number): number | undefined {
  const end = sentences[sentenceOf[last - 1] ?? -1]?.last ?? last;
  for (let at = last; at < end; at += 1) if (isVerb(tokens[at])) return at;
  return undefined;
}

const isVerb = (token: Document['tokens'][number] | undefined): boolean => token?.pos === 'VERB';

/** Verbs that the present tense sets a time for: `the talks resume [Monday]`. */
const SCHEDULED =
  /^(?:meets?|resumes?|reconvenes?|begins?|starts?|opens?|ends?|expires?|votes?|returns?|travels?|arrives?|heads?|visits?|hosts?|speaks?|testif(?:y|ies)|goes|takes?|leaves?|faces?)$/u;

function looksAhead(document: Document, verb: number): boolean {
  const mood = readMood({ document }, verb);
  const { lower = '' } = document.tokens[verb] ?? {};
  const before = document.tokens[verb - 1]?.lower ?? '';
  if (mood === 'will' || mood === 'might') return true;
  if (mood === 'did-not') return false;
  // `is meeting [Tuesday]`; `was meeting` looks back.
  if (lower.endsWith('ing')) return /^(?:is|are|'re|’re)$/u.test(before);
  return before !== 'to' && SCHEDULED.test(lower);
}
