import { span } from '../../text/span.ts';
import type { CastText } from '../cast/cast.ts';
import { plainReportingVerb, quotingVerb } from '../lexicon/reporting-verbs.ts';
import { SPEECH_NOUNS } from '../lexicon/speech-nouns.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { subjectBefore } from '../syntax/subjects.ts';
import {
  accordingTo,
  byPhrase,
  inverted,
  isAccording,
  isModal,
  isVerbHere,
  phraseAt,
  subjectOfVerb,
} from './clause.ts';
import { type Attribution, isQuoted, type Sieve, type Stretch } from './stretch.ts';

// Sieves that find the speaker in the sentence of the quotation.

/** `WALLACE: Let’s start` inside the marks, `Philip Bump: “…”` in front of them. */
export const label: Sieve = ({ text, stretch }) =>
  labelInside(text, stretch) ?? labelInFront(text, stretch);

function labelInside(text: CastText, { first, last }: Stretch): Attribution | undefined {
  const { tokens } = text.document;
  const reach = Math.min(first + 6, last);
  const colon = tokens.findIndex(
    (token, at) => at >= first + 2 && at < reach && token.text === ':',
  );
  const words = tokens.slice(first + 1, Math.max(colon, first + 1)).map((token) => token.text);
  const isName = words.length > 0 && words.every((word) => /^\p{Lu}[\p{L}.'-]*$/u.test(word));
  const isLabel = isName && (words.length > 1 || /^[\p{Lu}.'-]{3,}$/u.test(words[0] ?? ''));
  return isLabel ? byPhrase(text, phraseAt(text, colon - 1), 0.94) : undefined;
}

function labelInFront(text: CastText, { first }: Stretch): Attribution | undefined {
  const { tokens } = text.document;
  const phrase = tokens[first - 1]?.text === ':' ? phraseAt(text, first - 2) : undefined;
  const before = phrase && (tokens[phrase.first - 1]?.lower ?? '-');
  const isLabel = before !== undefined && /^(?:[-–—.:•]|from|by|via)$/u.test(before);
  return isLabel ? byPhrase(text, phrase, 0.84) : undefined;
}

/** `“…,” said Jadain`, `“…,” she added`, `“…,” according to two lawmakers` */
export const cueBehind: Sieve = ({ text, stretch }) => {
  const { tokens, sentenceOf } = text.document;
  let at = stretch.last;
  while (/^(?:,|—|–|--|-)$/u.test(tokens[at]?.text ?? '')) at += 1;
  const isOneSentence = sentenceOf[stretch.last - 1] === sentenceOf[at];
  const isOpenEnded = /[,?!—–]/u.test(tokens[stretch.last - 2]?.text ?? '');
  if (tokens[at] === undefined || (!isOneSentence && !isOpenEnded)) return undefined;
  // `called it “a mess,” and Lavrov said …`: another clause begins.
  if (/^(?:CCONJ|SCONJ)$/u.test(tokens[at]?.pos ?? '')) return undefined;
  const found = inverted(text, at) ?? subjectThenVerb(text, at) ?? accordingTo(text, at);
  return !isOneSentence && found !== undefined && leadsOn(text, at, found) ? undefined : found;
};

/** `“Why now?” Mills then writes back, “You look cute.”`: the cue is that of the next quotation. */
function leadsOn(text: CastText, from: number, { cue }: Attribution): boolean {
  const { tokens } = text.document;
  let at = from;
  while (at < tokens.length && (tokens[at]?.start ?? 0) < (cue?.end ?? 0)) at += 1;
  const mark = [at, at + 1, at + 2].find((next) => /^[,:]$/u.test(tokens[next]?.text ?? ''));
  return mark !== undefined && isQuoted(text, mark + 1);
}

/** `she added`, `a senior aide to the minister said`, `Smith, the mayor, told reporters` */
function subjectThenVerb(text: CastText, from: number): Attribution | undefined {
  const { tokens, sentenceOf } = text.document;
  for (let at = from; at < from + 30 && sentenceOf[at] === sentenceOf[from]; at += 1) {
    const token = tokens[at];
    if (token === undefined || isQuoted(text, at)) return undefined;
    const isCue = quotingVerb(token.lower) !== undefined && token.pos !== 'ADJ';
    if (!isCue || phraseAt(text, at) !== undefined) continue;
    const phrase = subjectBefore(text, at);
    if (phrase === undefined || phrase.first < from) continue;
    if (phrase.first > from + 6) return undefined;
    const found = byPhrase(text, phrase, at - from < 12 ? 0.95 : 0.85);
    if (found !== undefined) return { ...found, cue: span(token.start, token.end) };
  }
  return undefined;
}

/**
 * `Lavrov said: “…”`, `Baku called the rate “…”`. A plain reporting verb wins over nearer ones that
 * report only at need: `he [said] allies wanted to know if it was “…”`.
 */
export const cueInFront: Sieve = ({ text, stretch }) => {
  const verbs = clauseOf(text, verbsInFront(text, stretch));
  const plain = verbs.filter(
    (at) => isPlain(text, at) && !isModal(text, at) && !isSubordinate(text, at, verbs),
  );
  return (
    firstFound(plain, (at) => accordingTo(text, at) ?? subjectOfVerb(text, at, 0.93)) ??
    firstFound(verbs, (at) => subjectOfVerb(text, at, 0.86))
  );
};

function firstFound<Found>(
  places: readonly number[],
  find: (at: number) => Found | undefined,
): Found | undefined {
  for (const at of places) {
    const found = find(at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `When Trump suggested …, Rubio fired back: “…”`: the clause only sets the scene for a nearer verb. */
function isSubordinate(text: CastText, verb: number, nearestFirst: readonly number[]): boolean {
  if (verb === nearestFirst[0]) return false;
  const subject = subjectBefore(text, verb);
  const opener = subject && text.document.tokens[subject.first - 1]?.lower;
  return opener !== undefined && SCENE_SETTERS.has(opener);
}

const SCENE_SETTERS = new Set(
  'when after before while as because since if although though'.split(' '),
);

/** `told them no, after the chair called it “a mess”`: the nearest clause alone may tell. */
function clauseOf(text: CastText, nearestFirst: readonly number[]): number[] {
  const { tokens } = text.document;
  const [nearest] = nearestFirst;
  if (nearest === undefined || subjectBefore(text, nearest) === undefined) return [...nearestFirst];
  const farthest = nearestFirst.at(-1) ?? nearest;
  let boundary = nearest;
  while (boundary > farthest && !CLAUSE_OPENERS.has(tokens[boundary]?.lower ?? '')) boundary -= 1;
  return nearestFirst.filter((at) => at >= boundary);
}

const CLAUSE_OPENERS = new Set(
  'after before while whereas although though because since until'.split(' '),
);

/** The reporting words between the sentence's beginning and a quotation, nearest first. */
function verbsInFront(text: CastText, { first }: Stretch): number[] {
  const { tokens, sentenceOf } = text.document;
  const found: number[] = [];
  for (let at = first - 1; at >= 0 && sentenceOf[at] === sentenceOf[first]; at -= 1) {
    if (isQuoted(text, at)) continue;
    const isVerb = quotingVerb(tokens[at]?.lower ?? '') !== undefined && isVerbHere(text, at);
    if (isVerb || isAccording(text, at)) found.push(at);
  }
  return found;
}

const isPlain = (text: CastText, at: number): boolean =>
  isAccording(text, at) || plainReportingVerb(text.document.tokens[at]?.lower ?? '') !== undefined;

/** A fragment in a sentence whose reporting clause comes behind it: `the “rigged” vote, she said`. */
export const cueLater: Sieve = ({ text, stretch }) => {
  const { tokens, sentenceOf } = text.document;
  const sentence = sentenceOf[stretch.last - 1];
  for (let at = stretch.last; sentenceOf[at] === sentence; at += 1) {
    const isCue = plainReportingVerb(tokens[at]?.lower ?? '') !== undefined;
    if (!isCue || isQuoted(text, at) || !isVerbHere(text, at)) continue;
    const behind = tokens[at - 1]?.text === ',' ? inverted(text, at) : undefined;
    const found = behind ?? subjectOfVerb(text, at, 0.85);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** How many tokens may stand between a claim and the words claimed. */
const CLAIM_REACH = 11;

/** `in Forbes’ words, “…”`, `Trump’s claim of “…”` */
export const possessive: Sieve = ({ text, stretch }) => {
  const { tokens, sentenceOf } = text.document;
  for (let at = stretch.first - 1; at >= stretch.first - CLAIM_REACH; at -= 1) {
    if (at < 0 || sentenceOf[at] !== sentenceOf[stretch.first]) return undefined;
    const phrase = SPEECH_NOUNS.has(tokens[at]?.lower ?? '') ? phraseAt(text, at) : undefined;
    const owner = phrase && ownerOf(text, phrase);
    const found = byPhrase(text, owner, 0.7);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Who owns a phrase's head: `[Forbes]’ words`, `[his] claim`. */
function ownerOf({ document }: CastText, { first, head }: Phrase): Phrase | undefined {
  for (let at = head - 1; at >= first; at -= 1) {
    const isMark = /^(?:'s|')$/u.test(document.tokens[at]?.text ?? '');
    const owner = isMark ? at - 1 : at;
    if (isMark || /^(?:his|her|their)$/u.test(document.tokens[at]?.lower ?? ''))
      return { first: owner, last: owner + 1, head: owner };
  }
  return undefined;
}
