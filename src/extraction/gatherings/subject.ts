import type { CastText } from '../cast/cast.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { headPhrase, subjectBefore } from '../syntax/subjects.ts';
import { type Guest, phraseGuest } from './guest.ts';
import { readGuests, readParties } from './guest-list.ts';

// Who does what a verb says, all of them: `[Rubio, Waltz and Witkoff] met …`.

/** How far back a list of subjects may reach, in tokens. */
const REACH = 60;

/** The guests that are the subject of the verb at a token. */
export function readSubjects(text: CastText, verb: number): Guest[] {
  const phrase = subjectOf(text, verb);
  if (phrase === undefined) return [];
  const range = {
    first: startOfList(text, phrase.first),
    last: Math.max(phrase.last, endOfSubject(text, phrase, verb)),
  };
  const named = readGuests(text, range);
  const behind = named.length > 0 ? named : namedBehind(text, phrase, verb);
  const parties = behind.length > 0 ? behind : readParties(text, range);
  if (parties.length > 0) return parties;
  const guest = phraseGuest(text, phrase);
  return guest.isPerson ? [guest] : [];
}

/** `Two witnesses from the port, [Bo Ek and the pilot Ann Lee], | testified` */
function namedBehind(text: CastText, phrase: Phrase, verb: number): Guest[] {
  const { tokens } = text.document;
  const isSeveral = /^(?:two|three|four|five|both|several)$/u.test(
    tokens[phrase.first]?.lower ?? '',
  );
  if (!isSeveral || tokens[verb - 1]?.text !== ',') return [];
  let comma = phrase.last;
  while (comma < verb - 1 && tokens[comma]?.text !== ',') comma += 1;
  return readGuests(text, { first: comma + 1, last: verb - 1 });
}

/** The subject's own words end before a relative clause or an insertion begins. */
function endOfSubject({ document }: CastText, phrase: Phrase, verb: number): number {
  for (let at = phrase.last; at < verb; at += 1)
    if (
      document.tokens[at]?.pos === 'VERB' ||
      /^(?:[,(—–]|who|which|that|had|has|was|were|is|are)$/u.test(document.tokens[at]?.lower ?? '')
    )
      return at;
  return verb;
}

/** The noun phrase before a verb; over `who`, the one that the clause is about. */
export function subjectOf(text: CastText, verb: number): Phrase | undefined {
  const { tokens, sentenceOf } = text.document;
  const partner = coordinated(text, verb) ?? mainVerbOf(text, verb) ?? verbOfPurpose(text, verb);
  if (partner !== undefined) return subjectOf(text, partner);
  const phrase = subjectBefore(text, verb);
  if (phrase !== undefined && /^(?:who|which|that)$/u.test(tokens[phrase.head]?.lower ?? ''))
    return antecedent(text, phrase.first);
  if (phrase !== undefined) return phrase;
  for (let at = verb - 1; at >= 0 && at > verb - 8 && sentenceOf[at] === sentenceOf[verb]; at -= 1)
    if (/^(?:who|which)$/u.test(tokens[at]?.lower ?? '')) return antecedent(text, at);
  return undefined;
}

/** `[the generals] went to the White House to meet him`: the verb in front of a purpose. */
function verbOfPurpose({ document }: CastText, verb: number): number | undefined {
  const { tokens, sentenceOf } = document;
  if (tokens[verb - 1]?.lower !== 'to') return undefined;
  for (let at = verb - 2; at >= verb - 10 && sentenceOf[at] === sentenceOf[verb]; at -= 1)
    if (tokens[at]?.pos === 'VERB') return at;
  return undefined;
}

/** `[Obama] said after meeting with Putin`: the verb whose subject a participle shares. */
function mainVerbOf({ document }: CastText, verb: number): number | undefined {
  const { tokens, sentenceOf } = document;
  const isParticiple = tokens[verb]?.lower.endsWith('ing') === true;
  if (!isParticiple || !/^(?:after|while|upon|before|since)$/u.test(tokens[verb - 1]?.lower ?? ''))
    return undefined;
  for (let at = verb - 2; at > verb - REACH && sentenceOf[at] === sentenceOf[verb]; at -= 1)
    if (/^(?:VERB|AUX)$/u.test(tokens[at]?.pos ?? '') && tokens[at]?.lower.endsWith('ing') !== true)
      return at;
  return undefined;
}

/** `[She] landed in Doha and met …`: the verb in front of `and`, whose subject this is too. */
function coordinated({ document, phrases }: CastText, verb: number): number | undefined {
  const { tokens, sentenceOf } = document;
  let at = verb - 1;
  while (/^(?:ADV|AUX)$/u.test(tokens[at]?.pos ?? '') && phrases.at[at] === undefined) at -= 1;
  if (!/^(?:and|but|then)$/u.test(tokens[at]?.lower ?? '')) return undefined;
  for (at -= 1; at > verb - REACH && sentenceOf[at] === sentenceOf[verb]; at -= 1) {
    const token = tokens[at];
    if (/^(?:who|which|that|;|:|and)$/u.test(token?.lower ?? '')) return undefined;
    if (token?.pos === 'VERB' && !token.lower.endsWith('ing')) return at;
  }
  return undefined;
}

function antecedent(text: CastText, pronoun: number): Phrase | undefined {
  const comma = text.document.tokens[pronoun - 1]?.text === ',' ? 1 : 0;
  const end = pronoun - 1 - comma;
  const named = text.names.at[end];
  if (named?.kind === 'person') return text.phrases.at[end];
  return headPhrase(text, end, Math.max(0, end - REACH));
}

/** Steps to the left over `A, B and` before a subject. */
function startOfList(text: CastText, first: number): number {
  const least = Math.max(0, first - REACH);
  let start = first;
  let isList = false;
  for (;;) {
    const step = stepLeft(text, start, isList, least);
    if (step === undefined) return start;
    isList ||= step.isAnd;
    start = step.first;
  }
}

function stepLeft(
  { document, phrases }: CastText,
  start: number,
  isList: boolean,
  least: number,
): { first: number; isAnd: boolean } | undefined {
  const { tokens, sentenceOf } = document;
  const link = tokens[start - 1]?.lower ?? '';
  const isAnd = /^(?:and|&|nor|or)$/u.test(link);
  if (!isAnd && link !== ',') return undefined;
  const before = isAnd && tokens[start - 2]?.text === ',' ? start - 3 : start - 2;
  // `Norway's president, Ann Lee, and | Ghana's |, Paul Osei`: only whose president he is.
  const owner = /^(?:'s|’s)$/u.test(tokens[before]?.text ?? '')
    ? phrases.at[before - 1]
    : undefined;
  if (!isAnd && owner !== undefined) return { first: owner.first, isAnd: false };
  const phrase = phrases.at[before];
  if (phrase === undefined || phrase.first < least || sentenceOf[before] !== sentenceOf[start])
    return undefined;
  // `In Cairo, a spokesman`: what a preposition governs is no subject.
  const outer = /^(?:of|for)$/u.test(tokens[phrase.first - 1]?.lower ?? '')
    ? phrases.at[phrase.first - 2]
    : phrase;
  if (outer === undefined || tokens[outer.first - 1]?.pos === 'ADP') return undefined;
  const isRoleOfNext = !isAnd && !isList;
  if (
    isRoleOfNext &&
    !isRolePhrase(tokens[outer.head]?.lower ?? '', tokens[outer.first]?.lower ?? '')
  )
    return undefined;
  return { first: outer.first, isAnd };
}

const isRolePhrase = (head: string, first: string): boolean =>
  head.length > 0 && /^(?:the|his|her|its|their|a|an)$/u.test(first);
