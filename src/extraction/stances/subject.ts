import type { CastText } from '../cast/cast.ts';
import { isCalendarWord } from '../lexicon/calendar.ts';
import { plainReportingVerb } from '../lexicon/reporting-verbs.ts';
import { controlVerbs } from '../lexicon/stance-modifiers.ts';
import type { Token } from '../syntax/document.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { headPhrase, subjectBefore } from '../syntax/subjects.ts';
import { bearsParticiple } from './participle.ts';
import { wordSet } from '../../text/word-numbers.ts';

// Who does what a verb says, over relative pronouns, coordination, infinitives and participles.

/** How far to the left a governing verb is looked for, in tokens. */
const REACH = 14;

/**
 * The noun phrase that is the subject of the verb at `verb`.
 *
 *     [Overstreet], who voted …            [Republicans] praised it and scolded him
 *     [he] wants to ban …                  [the minister] left, calling it …
 */
export function subjectOf(text: CastText, verb: number, depth = 0): Phrase | undefined {
  if (depth > MOST_VERBS) return undefined;
  const known = subjects.get(text.cast) ?? new Map<number, Phrase | undefined>();
  subjects.set(text.cast, known);
  const key = verb * (MOST_VERBS + 1) + depth;
  const found = known.get(key);
  if (found !== undefined || known.has(key)) return found;
  const subject = findSubject(text, verb, depth);
  known.set(key, subject);
  return subject;
}

/** Over how many verbs a subject is looked for. */
const MOST_VERBS = 4;

// A verb's subject may be that of any verb before it, and of those before that: where verbs stand in a
// row, each would be asked for again and again.
const subjects = new WeakMap<CastText['cast'], Map<number, Phrase | undefined>>();

function findSubject(text: CastText, verb: number, depth: number): Phrase | undefined {
  const { tokens } = text.document;
  const group = groupStart(text, verb);
  if (tokens[group]?.lower === 'to') return governedSubject(text, group, depth);
  const start = beforeTime(text, group);
  const before = tokens[start - 1];
  if (before === undefined || !sameSentence(text, start - 1, verb))
    return participleSubject(text, verb);
  if (/^(?:who|which|whom|that)$/u.test(before.lower))
    return antecedentOf(text, start - 1) ?? subjectBefore(text, verb);
  if (before.text === ',') {
    const pronoun = relativeBefore(text, start - 1);
    if (pronoun !== undefined) return personBefore(text, verb) ?? antecedentOf(text, pronoun);
    if (isListedVerb(text, start - 1)) return earlierSubject(text, start - 2, depth);
  }
  if (isGerund(tokens[verb]?.lower) && !hasAuxiliary(text, start, verb))
    return gerundSubject(text, start, verb, depth);
  if (
    before.pos === 'CCONJ' &&
    tokens[start - 2]?.text === ',' &&
    tokens[verb]?.lower.endsWith('ed') === true
  )
    return earlierSubject(text, start - 1, depth, true) ?? earlierSubject(text, start - 1, depth);
  if (before.pos === 'CCONJ' || (before.text === ',' && tokens[start - 2]?.pos === 'CCONJ'))
    return earlierSubject(text, start - 1, depth);
  const subject = upTo(verb, subjectBefore(text, start));
  if (subject !== undefined && isDuration(text, subject))
    return subjectOf(text, subject.first - 1, depth + 1);
  return subject ?? earlierSubject(text, start - 1, depth);
}

/** `officials | on Monday | rejected`, `he | last week | rejected` */
function beforeTime({ document }: CastText, start: number): number {
  let at = start;
  while (isCalendarWord(document.tokens[at - 1])) at -= 1;
  if (at === start) return start;
  while (
    /^(?:on|in|late|early|last|this|next|earlier|since|of|the)$/u.test(
      document.tokens[at - 1]?.lower ?? '',
    )
  )
    at -= 1;
  return document.tokens[at - 1]?.text === ',' ? start : at;
}

/** `[Norway] backs`, where the verb was taken for part of the phrase. */
const upTo = (verb: number, phrase: Phrase | undefined): Phrase | undefined =>
  phrase === undefined || phrase.last <= verb || phrase.first >= verb
    ? phrase
    : { first: phrase.first, last: verb, head: verb - 1 };

/** `London has for | three years | refused`: a span of time is no subject. */
const isDuration = ({ document }: CastText, { first, head }: Phrase): boolean =>
  /^(?:years?|months?|weeks?|days?|decades?|hours?|minutes?|times?)$/u.test(
    document.tokens[head]?.lower ?? '',
  ) && document.tokens[first - 1]?.pos === 'ADP';

/** `Sen. Ann Lee, D-Ore., who chairs it, | called`: the person, whatever else is put in. */
function personBefore(text: CastText, verb: number): Phrase | undefined {
  const subject = subjectBefore(text, verb);
  return subject !== undefined &&
    text.cast.entities[text.cast.at[subject.head] ?? -1]?.kind === 'person'
    ? subject
    : undefined;
}

/** The relative pronoun of a clause that ends at a comma: `Ann, | whose party lost, | left`. */
function relativeBefore({ document }: CastText, comma: number): number | undefined {
  for (let at = comma - 1; at > comma - 25 && at > 0; at -= 1) {
    const token = document.tokens[at];
    if (
      token === undefined ||
      /^[,;:—–()"“”]$/u.test(token.text) ||
      document.sentenceOf[at] !== document.sentenceOf[comma]
    )
      return undefined;
    if (/^(?:who|whose|which|whom)$/u.test(token.lower))
      return document.tokens[at - 1]?.text === ',' ? at : undefined;
  }
  return undefined;
}

/** The first token of `would also not | oppose`. */
export function groupStart({ document }: CastText, verb: number): number {
  let at = verb;
  while (at > 0 && verb - at < 9) {
    if (isNoLonger(document.tokens, at - 1)) at -= 2;
    else if (belongsToGroup(document.tokens[at - 1])) at -= 1;
    else break;
    if (document.tokens[at]?.lower === 'to') break;
  }
  return at;
}

/** `no longer` ends at a token. */
const isNoLonger = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'longer' && tokens[at - 1]?.lower === 'no';

const IN_GROUPS = wordSet(['"', '“', '‘', '«', 'neither', 'either', 'nor', 'cannot']);

/** Auxiliaries, adverbs, negations, and the mark of a quotation that begins in between. */
function belongsToGroup(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const { pos, text } = token;
  if (pos === 'AUX') return true;
  if (pos === 'ADV' || pos === 'PART') return !POSSESSIVE_MARKS.has(text);
  return IN_GROUPS.holds(token);
}

const POSSESSIVE_MARKS = new Set(["'s", '’s', "'", '’']);

/** `It welcomed A, | rejected B`: before the comma stands an object, not a subject. */
function isListedVerb({ document }: CastText, comma: number): boolean {
  if (plainReportingVerb(document.tokens[comma - 1]) !== undefined) return false;
  for (let at = comma - 1; at > comma - 25 && at >= 0; at -= 1) {
    const token = document.tokens[at];
    if (token === undefined || document.sentenceOf[at] !== document.sentenceOf[comma]) return false;
    if (/^[,;:—–()"“”]$/u.test(token.text)) return false;
    if (token.pos !== 'VERB' || token.lower.endsWith('ing')) continue;
    const before = document.tokens[at - 1]?.lower ?? '';
    return (
      !/^(?:who|which|whose|that|to|,|whom)$/u.test(before) &&
      document.tokens[at - 1]?.pos !== 'AUX' &&
      !opensInsertion(document.tokens, at)
    );
  }
  return false;
}

/** `, whose party | voted`, `, who | had voted`, `, as he | put it` */
function opensInsertion(tokens: readonly Token[], verb: number): boolean {
  for (let at = verb - 1; at > verb - 5 && at >= 0; at -= 1)
    if (
      /^(?:who|whose|which|whom|that|as|when|while|where|because|if|after|before)$/u.test(
        tokens[at]?.lower ?? '',
      )
    )
      return true;
  return false;
}

const sameSentence = ({ document }: CastText, a: number, b: number): boolean =>
  document.sentenceOf[a] === document.sentenceOf[b];

const isGerund = (word: string | undefined): boolean => word?.endsWith('ing') === true;

function hasAuxiliary({ document }: CastText, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (document.tokens[at]?.pos === 'AUX') return true;
  return false;
}

/** `[Republicans] who`, `[the minister], whose party`: the phrase before a relative pronoun. */
export function antecedentOf(text: CastText, pronoun: number): Phrase | undefined {
  const { tokens } = text.document;
  let at = pronoun - 1;
  if (/^[,—–(-]$/u.test(tokens[at]?.text ?? '')) at -= 1;
  if (tokens[at]?.text === ')')
    while (at > 0 && tokens[at]?.text !== '(' && pronoun - at < 10) at -= 1;
  if (tokens[at]?.text === '(') at -= 1;
  if (!sameSentence(text, at, pronoun)) return undefined;
  if (tokens[pronoun]?.lower === 'which') return text.phrases.at[at];
  return headPhrase(text, at, Math.max(0, pronoun - REACH));
}

/** The verb or noun that rules an infinitive: `wants to | ban`, `urged ministers to | keep`. */
export function governorOf({ document }: CastText, to: number): number | undefined {
  for (let at = to - 1; at > 0 && to - at <= REACH / 2; at -= 1) {
    const token = document.tokens[at];
    if (
      token === undefined ||
      document.sentenceOf[at] !== document.sentenceOf[to] ||
      /^[;:.]$/u.test(token.text)
    )
      return undefined;
    if (token.pos === 'VERB' || controlsAsNoun(token.lower, token.pos)) return at;
  }
  return undefined;
}

const controlsAsNoun = (word: string, pos: string): boolean =>
  /^(?:NOUN|ADJ)$/u.test(pos) && controlVerbs.has(word);

function governedSubject(text: CastText, to: number, depth: number): Phrase | undefined {
  const governor = governorOf(text, to);
  if (governor === undefined) return earlierSubject(text, to - 1, depth);
  if (text.document.tokens[governor]?.pos === 'VERB') return subjectOf(text, governor, depth + 1);
  const own = text.phrases.at[governor];
  const possessor = possessorOf(text, governor);
  if (possessor !== undefined || own === undefined || isObject(text, own))
    return possessor ?? earlierSubject(text, governor, depth);
  return own;
}

/** `announced | a plan | to`, not `said | a vote | to approve it would fail`, where it is nobody’s. */
const isObject = ({ document }: CastText, { first }: Phrase): boolean => {
  const before = document.tokens[first - 1];
  return (
    before !== undefined &&
    (/^(?:VERB|AUX|ADV)$/u.test(before.pos) || /^(?:in|with|of|for|as|by)$/u.test(before.lower)) &&
    !/^(?:said|says|say|that|told|argued|argues|warned|noted|because|if|when)$/u.test(before.lower)
  );
};

/** `Trump's [effort]`: the phrase in front of the possessive mark, as a phrase of its own. */
export function possessorOf(text: CastText, noun: number): Phrase | undefined {
  const { tokens } = text.document;
  const own = text.phrases.at[noun];
  if (own === undefined) return undefined;
  for (let at = noun - 1; at >= own.first; at -= 1) {
    if (/^(?:'s|’s|'|’)$/u.test(tokens[at]?.text ?? '') && at > own.first)
      return { first: own.first, last: at, head: at - 1 };
    if (/^(?:his|her|its|their|my|our|your)$/u.test(tokens[at]?.lower ?? ''))
      return { first: at, last: at + 1, head: at };
  }
  return undefined;
}

/**
 * The subject of the nearest verb to the left that has one; of a main clause, where a comma comes
 * before the conjunction: `[Lee] demanded to know what he found, and | blamed`.
 */
export function earlierSubject(
  text: CastText,
  from: number,
  depth: number,
  isMain = false,
): Phrase | undefined {
  const { tokens } = text.document;
  for (let at = from; at > 0 && from - at <= 40 && sameSentence(text, at, from); at -= 1) {
    const token = tokens[at];
    if (
      token === undefined ||
      (token.pos !== 'VERB' && token.pos !== 'AUX') ||
      /^(?:to|that)$/u.test(tokens[at - 1]?.lower ?? '')
    )
      continue;
    const found = subjectOf(text, at, depth + 1);
    if (found !== undefined && !(isMain && isSubordinate(text, found))) return found;
  }
  return undefined;
}

const isSubordinate = ({ document }: CastText, { first }: Phrase): boolean =>
  /^(?:that|what|who|which|whom|how|why|where|whether|if|when|because|as|than)$/u.test(
    document.tokens[first - 1]?.lower ?? '',
  ) || document.tokens[first - 1]?.pos === 'NOUN';

/** `…, calling it a mess`; `accused [Ann] of backing it`; `by rejecting it` */
function gerundSubject(
  text: CastText,
  start: number,
  verb: number,
  depth: number,
): Phrase | undefined {
  const before = text.document.tokens[start - 1];
  if (/^(?:of|for|from)$/u.test(before?.lower ?? '')) {
    const phrase = text.phrases.at[start - 2];
    if (phrase !== undefined && isParty(text, phrase)) return phrase;
  }
  const bearer = text.phrases.at[start - 1];
  if (bearer !== undefined && start === verb && bearsParticiple(text, bearer)) return bearer;
  return earlierSubject(text, start - 1, depth) ?? participleSubject(text, verb);
}

const isParty = (text: CastText, phrase: Phrase): boolean => {
  const kind = text.cast.entities[text.cast.at[phrase.head] ?? -1]?.kind;
  return kind === 'person' || kind === 'group' || kind === 'organisation';
};

/** `Rejecting the plan, [Putin] said …`: the phrase after the next comma. */
function participleSubject({ document, phrases }: CastText, verb: number): Phrase | undefined {
  if (!isGerund(document.tokens[verb]?.lower)) return undefined;
  const end = document.sentences[document.sentenceOf[verb] ?? -1]?.last ?? verb;
  for (let at = verb; at < Math.min(end, verb + 25); at += 1)
    if (document.tokens[at]?.text === ',') return phrases.at[at + 1];
  return undefined;
}
