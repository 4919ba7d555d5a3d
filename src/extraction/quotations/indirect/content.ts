import type { CastText } from '../../cast/cast.ts';
import { CALENDAR_WORDS } from '../../lexicon/calendar.ts';
import type { Frame } from '../../lexicon/speech-frames.ts';
import { phraseAt } from '../clause.ts';
import { isQuoted } from '../stretch.ts';
import { endOfClause, endOfObject } from './extent.ts';
import { testByNumber } from '../../../text/word-numbers.ts';

/** What is reported, in tokens `[first, last)`: a clause, or only what was spoken of or wanted. */
export interface Content {
  readonly first: number;
  readonly last: number;
  readonly content: 'clause' | 'topic';
}

/** What is reported behind a verb with this frame, in the sentence that ends at `end`. */
export function contentBehind(
  text: CastText,
  verb: number,
  frame: Frame,
  end: number,
): Content | undefined {
  return (
    behindThat(text, verb, frame, end) ??
    behindParticle(text, verb, frame, end) ??
    question(text, verb, frame, end) ??
    heard(text, verb, frame, end) ??
    infinitive(text, verb, frame, end) ??
    bareClause(text, verb, frame, end) ??
    object(text, verb, frame, end) ??
    comparison(text, verb, frame, end)
  );
}

const clause = (text: CastText, first: number, end: number): Content => ({
  first,
  last: endOfClause(text, first, end),
  content: 'clause',
});

const topic = (text: CastText, first: number, end: number): Content => ({
  first,
  last: endOfObject(text, first, end),
  content: 'topic',
});

/** How far from its verb the word `that` may stand: `told a crowd in Ohio on Monday that`. */
const THAT_REACH = 12;

/** `said on Monday that [the talks had failed]` */
function behindThat(
  text: CastText,
  verb: number,
  { that, after }: Frame,
  end: number,
): Content | undefined {
  const { tokens } = text.document;
  if (that !== true && after?.includes('out') !== true) return undefined;
  for (let at = verb + 1; at < Math.min(end - 2, verb + THAT_REACH); at += 1) {
    const token = tokens[at];
    if (token === undefined || isQuoted(text, at) || /^[;:.]$/u.test(token.text)) return undefined;
    if (token.lower === 'that')
      return isClauseThat(text, at) ? clause(text, at + 1, end) : undefined;
    const isVerb = token.pos === 'VERB' && !token.lower.endsWith('ing');
    if (at > verb + 1 && (isVerb || /^(?:AUX|SCONJ)$/u.test(token.pos))) return undefined;
  }
  return undefined;
}

/** Not `said that.` nor `rejected that idea`. */
const isClauseThat = (text: CastText, at: number): boolean =>
  /^[\p{L}\p{N}“"‘'$]/u.test(text.document.tokens[at + 1]?.text ?? '');

/** `called for [calm]`, `pointed out [the talks had failed]` */
function behindParticle(
  text: CastText,
  verb: number,
  { after }: Frame,
  end: number,
): Content | undefined {
  const { tokens } = text.document;
  if (after?.includes(tokens[verb + 1]?.lower ?? '') !== true) return undefined;
  const first = verb + 2;
  if (first >= end || isQuoted(text, first)) return undefined;
  const isClause = tokens[verb + 1]?.lower === 'out' && beginsClause(text, first, end);
  return isClause ? clause(text, first, end) : topic(text, first, end);
}

const QUESTION = /^(?:whether|how|why|what|who|where|which)$/u;
const ASKING = /^(?:ask|wonder|know|question|inquir)/u;

/** `asked [whether the talks had failed]`, `knew [how they failed]` */
function question(text: CastText, verb: number, { that }: Frame, end: number): Content | undefined {
  if (that !== true) return undefined;
  const { tokens } = text.document;
  const asks = (at: number): boolean => {
    const word = tokens[at]?.lower ?? '';
    return QUESTION.test(word) || (word === 'if' && ASKING.test(tokens[verb]?.lower ?? ''));
  };
  const heardBy = phraseAt(text, verb + 1);
  const first = heardBy !== undefined && asks(heardBy.last) ? heardBy.last : verb + 1;
  return asks(first) && !isQuoted(text, first) ? clause(text, first, end) : undefined;
}

/** `told reporters [they had failed]`, `urged [him to resign]` */
function heard(
  text: CastText,
  verb: number,
  { hearer, whomTo }: Frame,
  end: number,
): Content | undefined {
  const { tokens } = text.document;
  const phrase = phraseAt(text, verb + 1);
  if (phrase === undefined || isQuoted(text, verb + 1)) return undefined;
  const next = behindComplement(text, phrase.last);
  if (whomTo === true && isInfinitive(text, next)) return topic(text, verb + 1, end);
  if (hearer !== true) return undefined;
  const first = behindTime(text, phrase.last);
  return tokens[first]?.text !== ',' && beginsClause(text, first, end)
    ? clause(text, first, end)
    : undefined;
}

/** Over `of …`, `in …` behind a noun: `urged the head | of the bank | to resign` */
function behindComplement(text: CastText, from: number): number {
  const { tokens } = text.document;
  let at = from;
  for (let steps = 0; steps < 2; steps += 1) {
    const inner = tokens[at]?.pos === 'ADP' ? phraseAt(text, at + 1) : undefined;
    if (inner === undefined || tokens[at]?.lower === 'to') break;
    at = inner.last;
  }
  return at;
}

function isInfinitive({ document }: CastText, at: number): boolean {
  const { tokens } = document;
  const to = tokens[at]?.lower === 'not' ? at + 1 : at;
  if (tokens[to]?.lower !== 'to') return false;
  const verb = tokens[to + 1]?.pos === 'ADV' ? to + 2 : to + 1;
  return /^(?:VERB|AUX)$/u.test(tokens[verb]?.pos ?? '');
}

/** `promised [to resign]`, `vowed on Monday [to resign]` */
const infinitive = (
  text: CastText,
  verb: number,
  { to }: Frame,
  end: number,
): Content | undefined => {
  const first = to === true ? behindTime(text, verb + 1) : verb;
  return to === true && isInfinitive(text, first) ? topic(text, first, end) : undefined;
};

/** `said [the talks had failed]`, `said Monday [they had failed]` */
function bareClause(
  text: CastText,
  verb: number,
  { bare, object: takesObject }: Frame,
  end: number,
): Content | undefined {
  const { tokens } = text.document;
  if (bare !== true || /^['"”’]/u.test(tokens[verb - 1]?.text ?? '')) return undefined;
  const first = behindTime(text, verb + 1);
  if (tokens[verb - 1]?.text === ',' && tokens[phraseAt(text, first)?.last ?? -1]?.text === ',')
    return undefined;
  const reach = takesObject === true ? phraseEnd(text, first, end) : end;
  const isClause =
    beginsClause(text, first, reach) || (takesObject !== true && isLong(text, first, end));
  return isClause && !isQuoted(text, first) ? clause(text, first, end) : undefined;
}

/** Where a comma would part an object from a verb that is not its own: `denied it, but is | …` */
function phraseEnd({ document }: CastText, first: number, end: number): number {
  for (let at = first; at < end; at += 1) if (document.tokens[at]?.text === ',') return at;
  return end;
}

/** Over a day and its preposition: `said | on Monday | the talks had failed` */
function behindTime({ document }: CastText, from: number): number {
  const { tokens } = document;
  let at = from;
  if (/^(?:on|in|late|early|last|this)$/u.test(tokens[at]?.lower ?? '') && isTime(tokens[at + 1]))
    at += 1;
  while (isTime(tokens[at])) at += 1;
  return at;
}

const isTime = testByNumber(
  (word) =>
    CALENDAR_WORDS.has(word) ||
    /^(?:yesterday|today|morning|afternoon|evening|night|week|month|year|repeatedly|recently|earlier|publicly)$/u.test(
      word,
    ),
);

/** A subject with its verb, or a conjunction with a clause of its own. */
function beginsClause(text: CastText, first: number, end: number): boolean {
  const { tokens } = text.document;
  const token = tokens[first];
  if (token === undefined || first >= end || isQuoted(text, first)) return false;
  const opens =
    /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/u.test(token.pos) ||
    /^(?:there|if|in|when|while|it|they|after|as|because|not|only|even)$/u.test(token.lower);
  const isAside = /^(?:when|after|as)$/u.test(token.lower) && tokens[first + 1]?.pos === 'VERB';
  const isPlace = token.lower === 'in' && phraseEnd(text, first, end) > first + PLACE_REACH;
  return opens && !isAside && !isPlace && hasVerb(text, first, end);
}

/** How soon a comma must close what a clause begins with: `in May, the talks failed`. */
const PLACE_REACH = 8;

/** How far a clause's subject may be from its verb. */
const VERB_REACH = 18;

/** `Following the talks` is no clause: its verb is a participle; nor `the deal that he signed`. */
function hasVerb({ document }: CastText, first: number, end: number): boolean {
  const { tokens } = document;
  for (let at = first + 1; at < Math.min(end, first + VERB_REACH); at += 1) {
    const token = tokens[at];
    if (token === undefined || /^[;:]$/u.test(token.text)) return false;
    if (/^(?:that|which|who)$/u.test(token.lower)) return false;
    const isFinite = token.pos === 'VERB' && !token.lower.endsWith('ing');
    if (token.pos === 'AUX' || (isFinite && tokens[at - 1]?.lower !== 'to')) return true;
  }
  return false;
}

/** The fewest words of a clause whose verb the tagger may have missed. */
const FEW_WORDS = 4;

/** Behind `said`, which has no object, several words without a comma are a clause. */
function isLong({ document }: CastText, first: number, end: number): boolean {
  const { tokens } = document;
  if (
    /^(?:so|no|yes|nothing|little|as|in|on|at|of|to|for|when|while|after|before|with|during|by)$/u.test(
      tokens[first]?.lower ?? '',
    )
  )
    return false;
  for (let at = first; at < first + FEW_WORDS; at += 1)
    if (at >= end || /^[,;:.?!(]$|^[“”"]/u.test(tokens[at]?.text ?? '')) return false;
  return true;
}

/** `praised [the deal]`, `denied [stealing it]` */
function object(
  text: CastText,
  verb: number,
  { object: takesObject }: Frame,
  end: number,
): Content | undefined {
  const { tokens } = text.document;
  const first = verb + 1;
  if (takesObject !== true || isQuoted(text, first) || first >= end) return undefined;
  const phrase = phraseAt(text, first);
  const isGerund = tokens[first]?.pos === 'VERB' && (tokens[first]?.lower ?? '').endsWith('ing');
  if (phrase?.first !== first && !isGerund) return undefined;
  return isTime(tokens[first]) ? undefined : topic(text, first, end);
}

/** How far from its verb `as` may stand. */
const AS_REACH = 10;

/** `sees [the deal as a mistake]` */
function comparison(text: CastText, verb: number, { as }: Frame, end: number): Content | undefined {
  const { tokens } = text.document;
  if (as !== true || phraseAt(text, verb + 1)?.first !== verb + 1) return undefined;
  for (let at = verb + 2; at < Math.min(end, verb + AS_REACH); at += 1) {
    const token = tokens[at];
    if (token === undefined || isQuoted(text, at) || /^(?:VERB|AUX)$|^[,;]$/u.test(token.pos))
      return undefined;
    if (token.lower === 'as') return topic(text, verb + 1, end);
  }
  return undefined;
}

/** `polls show [the mayor ahead]` */
export function foundBehind(
  text: CastText,
  verb: number,
  { finding }: Frame,
  end: number,
): Content | undefined {
  const isObject = finding === true && phraseAt(text, verb + 1)?.first === verb + 1;
  if (!isObject || isQuoted(text, verb + 1)) return undefined;
  return { ...topic(text, verb + 1, end), last: endOfClause(text, verb + 1, end) };
}
