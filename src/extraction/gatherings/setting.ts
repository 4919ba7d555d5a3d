import type { Span } from '../../text/span.ts';
import type { CastText } from '../cast/cast.ts';
import { CALENDAR_WORDS, isCalendarWord, MONTHS } from '../lexicon/calendar.ts';
import { spanOf } from '../cast/roles.ts';
import type { Run } from './guest.ts';
import type { Occasion } from './occasion.ts';
import { testByNumber } from '../../text/word-numbers.ts';
import { wordSet } from '../../text/word-numbers.ts';

/** Where and when a gathering was, in the article's words. */
export interface Setting {
  readonly place?: Span;
  readonly time?: Span;
}

/** What the occasion's sentence says of its place and time, nearest first. */
export function readSetting(text: CastText, occasion: Occasion): Setting {
  const place = placeNear(text, occasion);
  const time = timeNear(text, occasion);
  const { tokens } = text.document;
  return {
    ...(place === undefined ? {} : { place: spanOf(tokens, place) }),
    ...(time === undefined ? {} : { time: spanOf(tokens, time) }),
  };
}

/** How many tokens from the occasion its place or time may stand. */
const REACH = 25;

/** `in Riyadh`, `at the Ledra Palace hotel`; else a place inside the phrase: `the Riyadh talks`. */
function placeNear(text: CastText, { first, last, sentence }: Occasion): Run | undefined {
  const { document, names, cast } = text;
  const { tokens, sentences } = document;
  for (let at = first; at < last; at += 1) {
    const name = names.at[at];
    if (name !== undefined && cast.entities[cast.at[at] ?? -1]?.kind === 'place') return name;
  }
  const bounds = sentences[sentence];
  if (bounds === undefined) return undefined;
  for (let at = last; at < Math.min(bounds.last, last + REACH); at += 1) {
    const venue = venueBehind(text, at, first);
    if (venue !== undefined) return venue;
  }
  for (let at = first - 1; at >= Math.max(bounds.first, first - REACH); at -= 1) {
    const venue = venueBehind(text, at, first);
    if (venue !== undefined) return venue;
  }
  return tokens[last]?.lower === 'here' || /^here$/u.test(tokens[last + 1]?.lower ?? '')
    ? dateline(text)
    : undefined;
}

const LOCATIVES = wordSet(['in', 'at', 'inside', 'aboard', 'through']);

/** `in | the Ledra Palace hotel`: the venue behind a preposition that is not the occasion itself. */
function venueBehind(text: CastText, at: number, occasion: number): Run | undefined {
  if (!LOCATIVES.holds(text.document.tokens[at])) return undefined;
  const phrase = text.phrases.at[at + 1];
  if (phrase === undefined || phrase.first !== at + 1 || phrase.first === occasion)
    return undefined;
  if (!isVenue(text, phrase)) return undefined;
  return isDeictic(text, phrase) ? (dateline(text) ?? phrase) : phrase;
}

/** `in this Kazakh port city`: the place that the report is from. */
const isDeictic = ({ document }: CastText, { first }: Run): boolean =>
  document.tokens[first]?.lower === 'this';

const VENUES =
  /^(?:hotel|palace|room|hall|centre|center|house|embassy|residence|airport|city|capital|port|building|museum|church|club|resort|headquarters|office|university|college|school|stadium|arena|park|memorial|library|theater|theatre|cafeteria|restaurant|ranch|villa|castle|base|complex|compound|quay)$/u;

function isVenue({ document, names, cast }: CastText, { first, last }: Run): boolean {
  const head = document.tokens[last - 1];
  if (isCalendarWord(head) || isCalendarWord(document.tokens[first])) return false;
  const name = names.at[last - 1];
  if (name === undefined) return VENUES.test(head?.lower ?? '');
  return cast.entities[cast.at[last - 1] ?? -1]?.kind !== 'person';
}

/** The place with which a report opens: `NAIROBI — …` */
function dateline({ document, names }: CastText): Run | undefined {
  const { tokens } = document;
  const name = names.at[0];
  if (name === undefined || name.first !== 0) return undefined;
  const isShouted = /^\p{Lu}{3,}/u.test(tokens[0]?.text ?? '');
  return isShouted ? { first: 0, last: name.last } : undefined;
}

/** Where the report is from, or else the first place that its first paragraph says things are in. */
export function homePlace(text: CastText): Run | undefined {
  const { document, names, cast } = text;
  const { tokens, sentences } = document;
  const shouted = dateline(text);
  if (shouted !== undefined) return shouted;
  const end = sentences.find(({ paragraph }) => paragraph > 1)?.first ?? tokens.length;
  for (let at = 0; at + 1 < end; at += 1) {
    const name = /^(?:in|from|on)$/u.test(tokens[at]?.lower ?? '') ? names.at[at + 1] : undefined;
    if (name !== undefined && cast.entities[cast.at[at + 1] ?? -1]?.kind === 'place') return name;
  }
  return undefined;
}

/** How many tokens from the occasion its time may stand. */
const FAR = 80;

function timeNear({ document }: CastText, { head, sentence }: Occasion): Run | undefined {
  const { tokens, sentences } = document;
  const bounds = sentences[sentence];
  if (bounds === undefined) return undefined;
  let best: Run | undefined;
  const [from, to] = [Math.max(bounds.first, head - FAR), Math.min(bounds.last, head + FAR)];
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.lower === 'since') break;
    if (!mayOpenTime(tokens[at])) continue;
    const run = timeAt(tokens, at, bounds.last);
    if (run === undefined) continue;
    if (best === undefined || Math.abs(run.first - head) < Math.abs(best.first - head)) best = run;
    at = run.last - 1;
  }
  return best;
}

const TIME_OPENERS = new Set('last this next yesterday tomorrow today tonight'.split(' '));

/** A first test, which most words fail. */
const mayOpenTime = testByNumber(
  (word) => CALENDAR_WORDS.has(word) || TIME_OPENERS.has(word) || /^\d/u.test(word),
);

/** `Tuesday`, `May 20`, `9 April`, `Dec. 9`, `last week`, `2017` */
function timeAt(tokens: CastText['document']['tokens'], at: number, end: number): Run | undefined {
  const word = tokens[at]?.lower ?? '';
  const next = tokens[at + 1]?.lower ?? '';
  if (
    /^(?:last|this|next)$/u.test(word) &&
    /^(?:week|month|year|summer|spring|autumn|fall|winter|weekend)$/u.test(next)
  )
    return { first: at, last: at + 2 };
  if (/^(?:yesterday|tomorrow|today|tonight)$/u.test(word)) return { first: at, last: at + 1 };
  if (/^\d{1,2}$/u.test(word) && MONTHS.has(next)) return { first: at, last: at + 2 };
  if (
    word === 'may' &&
    !/^\d/u.test(next) &&
    !/^(?:in|on|of|last|since|by)$/u.test(tokens[at - 1]?.lower ?? '')
  )
    return undefined;
  if (MONTHS.has(word) && /^\p{Lu}/u.test(tokens[at]?.text ?? '')) {
    const dot = next === '.' ? at + 2 : at + 1;
    return {
      first: at,
      last: dot < end && /^\d{1,2}$/u.test(tokens[dot]?.text ?? '') ? dot + 1 : at + 1,
    };
  }
  return isCalendarWord(tokens[at]) ? { first: at, last: at + 1 } : undefined;
}
