import type { CastText } from '../../cast/cast.ts';
import { speechFrame } from '../../lexicon/speech-frames.ts';
import { isAccording } from '../clause.ts';
import { isQuoted } from '../stretch.ts';
import { isVerbHere } from '../verb.ts';
import { testByNumber, wordSet } from '../../../text/word-numbers.ts';

// How far what is reported goes.

/**
 * Where a reported clause that begins at `first` ends, at `last` at most: before the next report,
 * `…, adding that …`, and before what the article adds of its own, `…, a claim that he denies`.
 */
export const endOfClause = (text: CastText, first: number, last: number): number =>
  endAt(text, first, last, isClauseEnd);

/**
 * Where a noun phrase or an infinitive ends, with all that hangs on it: `[the deal that he had
 * signed in May]`.
 */
export const endOfObject = (text: CastText, first: number, last: number): number =>
  endAt(text, first, last, isObjectEnd);

function endAt(
  text: CastText,
  first: number,
  last: number,
  isEnd: (text: CastText, at: number, first: number) => boolean,
): number {
  const { tokens } = text.document;
  let open = 0;
  for (let at = first; at < last; at += 1) {
    const mark = tokens[at]?.text;
    if (mark === '(') open += 1;
    if (mark === ')') open -= 1;
    if (open < 0 || (open === 0 && at > first && isEnd(text, at, first)))
      return withoutMarks(text, first, at);
  }
  return withoutMarks(text, first, last);
}

function isClauseEnd(text: CastText, at: number): boolean {
  const { tokens } = text.document;
  const word = tokens[at]?.lower ?? '';
  if (word === ';' || isAccording(text, at)) return true;
  if (word === 'and' || word === 'but') return isReport(text, at + 1);
  return word === ',' && (isTurn(text, at + 1) || isAside(text, at + 1));
}

function isObjectEnd(text: CastText, at: number, first: number): boolean {
  const { tokens } = text.document;
  if (isAccording(text, at)) return true;
  const word = tokens[at]?.lower ?? '';
  if (word === '-') return tokens[at - 1]?.end !== tokens[at]?.start;
  if (word === ',')
    return isTurn(text, at + 1) || isAside(text, at + 1) || isOwnClause(text, at + 1);
  if (word === 'and' || word === 'but' || word === 'or')
    return isNextVerb(text, at + 1) || isVerbBehindNoun(text, at + 1, first);
  return OBJECT_ENDS.holds(tokens[at]);
}

const OBJECT_ENDS = wordSet([';', '—', '–', '--', 'although', 'though', 'whereas']);

/** `…, calling it a mess`, `…, which he denies`, `…, a claim that he denies` */
function isAside(text: CastText, at: number): boolean {
  const token = text.document.tokens[at];
  if (token === undefined || isQuoted(text, at)) return false;
  if (token.lower === 'but') return text.document.tokens[at + 1]?.lower !== 'that';
  if (/^(?:which|while|though|although|even|whereas)$/u.test(token.lower)) return true;
  if (/^(?:a|an)$/u.test(token.lower)) return !isListed(text, at);
  return token.pos === 'VERB' && token.lower.endsWith('ing');
}

/** `a treaty, a vote and a deal` */
function isListed(text: CastText, at: number): boolean {
  const phrase = text.phrases.at[at];
  return /^(?:and|or|,)$/u.test(text.document.tokens[phrase?.last ?? -1]?.lower ?? '');
}

/** `praised the deal, he left`, `praised the deal, left` */
function isOwnClause(text: CastText, at: number): boolean {
  const token = text.document.tokens[at];
  if (token === undefined) return true;
  if (/^(?:he|she|they|it|we|i|who|saying)$/u.test(token.lower)) return true;
  if (token.lower === 'the') return !isListed(text, at);
  return isNextVerb(text, /^(?:and|but|or)$/u.test(token.lower) ? at + 1 : at);
}

/** A verb that goes on with the sentence: `praised the deal and | left`. */
function isNextVerb(text: CastText, at: number): boolean {
  const token = text.document.tokens[at];
  if (token === undefined || isQuoted(text, at)) return false;
  if (token.pos === 'AUX') return true;
  if (token.pos === 'ADV') return /^(?:VERB|AUX)$/u.test(text.document.tokens[at + 1]?.pos ?? '');
  return token.pos === 'VERB' && (/(?:ed|s)$/u.test(token.lower) || isReport(text, at));
}

/** `criticised the deal and | left`, but `vowed to stay and fight` */
function isVerbBehindNoun({ document }: CastText, at: number, first: number): boolean {
  const { tokens } = document;
  const token = tokens[at];
  if (token?.pos !== 'VERB' || token.lower.endsWith('ing')) return false;
  for (let back = first; back < at; back += 1)
    if (tokens[back]?.lower === 'to' || tokens[back]?.pos === 'VERB') return false;
  return true;
}

/** `…, but said …`, `…, adding that …`, `…, according to …`: another report begins. */
function isTurn(text: CastText, at: number): boolean {
  const { tokens } = text.document;
  const isJoined = /^(?:and|but)$/u.test(tokens[at]?.lower ?? '');
  return isAccording(text, at) || isReport(text, isJoined ? at + 1 : at);
}

const isReport = (text: CastText, at: number): boolean =>
  !isQuoted(text, at) &&
  text.document.tokens[at]?.pos === 'VERB' &&
  speechFrame(text.document.tokens[at]) !== undefined &&
  isVerbHere(text, at);

/** Commas and stops at its end belong to the sentence. */
function withoutMarks({ document }: CastText, first: number, end: number): number {
  let at = end;
  while (at > first && isMark(document.tokens[at - 1])) at -= 1;
  return at;
}

const isMark = testByNumber((word) => /^[.!?"”,:;\s]+$/u.test(word));
