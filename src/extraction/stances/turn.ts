import type { Span } from '../../text/span.ts';
import type { CastText } from '../cast/cast.ts';
import type { Token } from '../syntax/document.ts';
import {
  conditions,
  GERUND_STOPS,
  HEDGES,
  NEGATIONS,
  pastMarks,
  turns,
} from '../lexicon/stance-modifiers.ts';
import { controlVerb } from './control.ts';
import { governorOf, groupStart } from './subject.ts';
import { byNumber, testByNumber, type WordSet, wordSet } from '../../text/word-numbers.ts';

/** What stands around a cue and changes what it says. */
export interface Turn {
  /** 1: as it stands; -1: turned about; 0: left open, as by `declined to condemn`. */
  readonly sign: 1 | 0 | -1;
  readonly isHedged: boolean;
  /** It is only said to be able or likely: `could | end it`. */
  readonly isPossible: boolean;
  readonly isConditional: boolean;
  /** It was so once. */
  readonly isPast: boolean;
  /** It is asked whether it is so. */
  readonly isOpen: boolean;
}

/** Where nothing is read around a cue. */
export const UNTURNED: Turn = {
  sign: 1,
  isHedged: false,
  isPossible: false,
  isConditional: false,
  isPast: false,
  isOpen: false,
};

/** Reads the words before a cue, its governing verbs, and its condition. */
export function turnOf(text: CastText, first: number, last: number): Turn {
  const chain = chainBefore(text, first);
  return {
    sign: chain.sign,
    isHedged: chain.isHedged,
    isPossible: isPossible(text, first),
    isConditional: hasCondition(text, first, last),
    isPast: chain.isPast || isDatedBefore(text, first),
    isOpen: isAsked(text, first),
  };
}

interface Chain {
  readonly sign: 1 | 0 | -1;
  readonly isHedged: boolean;
  readonly isPast: boolean;
}

/** `has never wanted to | support`: negations and governing verbs, from right to left. */
function chainBefore(text: CastText, first: number): Chain {
  const { tokens } = text.document;
  let chain: Chain = { sign: 1, isHedged: false, isPast: false };
  let verb = first;
  for (let depth = 0; depth < 4; depth += 1) {
    const start = groupStart(text, verb);
    chain = joined(chain, groupChain(text, start, verb));
    if (isStopped(text, start)) return { ...chain, sign: 0 };
    const to =
      tokens[start]?.lower === 'to' ? start : tokens[start - 1]?.lower === 'to' ? start - 1 : -1;
    const governor = to < 0 ? deniedGovernor(text, start) : governorOf(text, to);
    if (governor === undefined) break;
    const word = tokens[governor]?.lower ?? '';
    const isUsedTo = word === 'used' && to === governor + 1;
    chain = joined(chain, { sign: signOf(controlVerb(word)), isHedged: false, isPast: isUsedTo });
    verb = governor;
  }
  return chain;
}

/** The negations, hedges and adverbs of one verb's group, and just before it. */
function groupChain({ document }: CastText, start: number, verb: number): Chain {
  let sign: 1 | 0 | -1 = 1;
  let isHedged = false;
  const from = negatedAcross(document.tokens, start) ?? start - 1;
  for (let at = from; at < verb; at += 1) {
    const word = document.tokens[at]?.lower ?? '';
    if (document.sentenceOf[at] !== document.sentenceOf[verb]) continue;
    if (sign === 1 && NEGATIONS.has(word) && !isNotOnly(document.tokens[at + 1]?.lower)) sign = -1;
    if (HEDGES.has(word)) isHedged = true;
    if (/^(?:neither|nor)$/u.test(word)) sign = 0;
  }
  return { sign, isHedged, isPast: false };
}

/** `would never, under any name, | accept`: the negation before what is put in between. */
function negatedAcross(tokens: readonly Token[], start: number): number | undefined {
  if (!/^[,"”]$/u.test(tokens[start - 1]?.text ?? '')) return undefined;
  for (let at = start - 2; at > start - 10; at -= 1)
    if (/^[,"”]$/u.test(tokens[at]?.text ?? ''))
      return /^(?:not|never)$/u.test(tokens[at - 1]?.lower ?? '') ? at - 1 : undefined;
  return undefined;
}

const isNotOnly = (next: string | undefined): boolean =>
  /^(?:only|just|merely|least|surprisingly)$/u.test(next ?? '');

/** `stopped short of | backing it`, `accused of | backing it` */
function isStopped({ document }: CastText, start: number): boolean {
  const stops = GERUND_STOPS.get(document.tokens[start - 1]?.lower ?? '');
  return (
    stops !== undefined &&
    document.tokens[start]?.lower.endsWith('ing') === true &&
    stops.has(document.tokens[start - 2]?.lower ?? '')
  );
}

/** `denies | opposing`, `avoided | criticising`: a governing verb right before a gerund. */
function deniedGovernor({ document }: CastText, start: number): number | undefined {
  const word = document.tokens[start]?.lower ?? '';
  const before = document.tokens[start - 1];
  if (!word.endsWith('ing') || before?.pos !== 'VERB') return undefined;
  return controlVerb(before.lower) === undefined ? undefined : start - 1;
}

const signOf = (turn: number | undefined): 1 | 0 | -1 =>
  turn === undefined || turn === 1 ? 1 : turn === 0 ? 0 : -1;

const joined = (a: Chain, b: Chain): Chain => ({
  sign: signOf(a.sign * b.sign),
  isHedged: a.isHedged || b.isHedged,
  isPast: a.isPast || b.isPast,
});

function isPossible(text: CastText, first: number): boolean {
  for (let at = groupStart(text, first); at < first; at += 1)
    if (/^(?:could|might|may|can)$/u.test(text.document.tokens[at]?.lower ?? '')) return true;
  return false;
}

const conditionsBegunBy = byNumber((word) => conditions.get(word));
const pastMarksBegunBy = byNumber((word) => pastMarks.get(word));
const turnsBegunBy = byNumber((word) => turns.get(word));

/** Whether one of the phrases begins at a token. */
function beginsAny(
  { document }: CastText,
  at: number,
  begunBy: (word: Token | undefined) => readonly (readonly string[])[] | undefined,
): boolean {
  const candidates = begunBy(document.tokens[at]);
  return candidates?.some((rest) => follow(document.tokens, at + 1, rest)) ?? false;
}

/** Whether words stand one after another from a token on. */
export const follow = (tokens: readonly Token[], at: number, words: readonly string[]): boolean =>
  words.every((word, index) => tokens[at + index]?.lower === word);

const IFS = wordSet(['if', 'unless', 'provided']);
const OPENERS = wordSet(['"', '“', '‘', ',', ':', 'that', 'but']);

/** `…, provided it is inspected`; `If the fee falls, …`; up to the sentence's end or a semicolon. */
function hasCondition(text: CastText, first: number, last: number): boolean {
  const { document } = text;
  const sentence = document.sentences[document.sentenceOf[first] ?? -1];
  if (sentence === undefined) return false;
  for (let at = last; at < Math.min(sentence.last, last + 30); at += 1) {
    if (document.tokens[at]?.text === ';') break;
    if (beginsAny(text, at, conditionsBegunBy) && !isWhetherOrEven(text, at)) return true;
  }
  for (let at = first; at >= Math.max(sentence.first, first - 30); at -= 1) {
    const word = document.tokens[at]?.lower;
    if (word === ';' || word === 'but') break;
    if (!IFS.holds(document.tokens[at])) continue;
    if (at === sentence.first || OPENERS.holds(document.tokens[at - 1])) return true;
  }
  return false;
}

/** `even if`, `as if`, `asked if`, `what if` set no condition. */
const isWhetherOrEven = ({ document }: CastText, at: number): boolean =>
  document.tokens[at]?.lower === 'if' &&
  /^(?:even|as|what|ask|asks|asked|asking|wonder|wondered|see|know|decide|unclear|or)$/u.test(
    document.tokens[at - 1]?.lower ?? '',
  );

/** `Until October Warsaw promised …`, `had previously backed`. */
function isDatedBefore(text: CastText, first: number): boolean {
  const { document } = text;
  const from = clauseStart(text, first);
  for (let at = from; at < first; at += 1)
    if (
      beginsAny(text, at, pastMarksBegunBy) &&
      !/^(?:not|n't|n’t)$/u.test(document.tokens[at - 1]?.lower ?? '')
    )
      return true;
  return false;
}

const PARTINGS = wordSet([';', ':', '—', '–', '--', 'but', 'now', 'who', 'which', '"', '“', '”']);

/** Where the clause of a token begins: after the last semicolon, dash or `but`. */
function clauseStart({ document }: CastText, at: number): number {
  const least = Math.max(document.sentences[document.sentenceOf[at] ?? -1]?.first ?? at, at - 20);
  let start = at;
  while (
    start > least &&
    !PARTINGS.holds(document.tokens[start - 1]) &&
    !closesInsertion(document.tokens, start - 1, least)
  )
    start -= 1;
  return start;
}

/** `Uluçay, whose party once campaigned, | praised`: what is put in between dates nothing else. */
const closesInsertion = (tokens: readonly Token[], at: number, least: number): boolean =>
  tokens[at]?.text === ',' && tokens.slice(least, at).some(({ pos }) => pos === 'VERB');

/** `… support it?”` */
function endsInQuestion(text: string, { start, end }: Span): boolean {
  let last = end - 1;
  while (last > start && '"”’»'.includes(text.charAt(last))) last -= 1;
  return text.charAt(last) === '?';
}

/** `asked whether he backs …`, `does Ann support …?` */
export function isAsked({ document }: CastText, first: number): boolean {
  const sentence = document.sentences[document.sentenceOf[first] ?? -1];
  if (sentence === undefined) return false;
  if (endsInQuestion(document.text, sentence)) return true;
  for (let at = first; at >= Math.max(sentence.first, first - 10); at -= 1)
    if (document.tokens[at]?.lower === 'whether') return true;
  return false;
}

/** `voted for it in 2022`, `which had walked out`, `for three years refused`: maybe over by now. */
export function isDated({ document }: CastText, first: number, last: number): boolean {
  const { tokens } = document;
  const from = Math.max(0, first - 5);
  const stands = (words: WordSet): boolean => {
    for (let at = from; at < first; at += 1) if (words.holds(tokens[at])) return true;
    return false;
  };
  if ((stands(HAD) && stands(RELATIVES)) || (stands(FOR) && stands(LONG))) return true;
  for (let at = from; at < last + 8; at += 1)
    if (DATING.holds(tokens[at]) && isDate(tokens[at + 1])) return true;
  return false;
}

const HAD = wordSet(['had']);
const RELATIVES = wordSet(['which', 'who', 'whose', 'that']);
const FOR = wordSet(['for']);
const LONG = wordSet(['years', 'months', 'decades', 'weeks']);
const DATING = wordSet(['in', 'last']);

const isDate = testByNumber((word) =>
  /^(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december|year|month)$/u.test(
    word,
  ),
);

/** Whether the sentence says that a position was left for its contrary. */
export function isTurnedAbout(text: CastText, first: number): boolean {
  const sentence = text.document.sentences[text.document.sentenceOf[first] ?? -1];
  for (let at = first; at < (sentence?.last ?? first); at += 1)
    if (beginsAny(text, at, turnsBegunBy)) return true;
  return false;
}
