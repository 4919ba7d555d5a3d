import { isCalendarWord } from '../lexicon/calendar.ts';
import { PEOPLE_NOUNS, PERSON_NOUNS, TITLES } from '../lexicon/roles.ts';
import { plainReportingVerb } from '../lexicon/reporting-verbs.ts';
import { isDemonymWord } from '../lexicon/places.ts';
import type { Document, Sentence, Token } from './document.ts';
import type { Name } from './names.ts';
import { wordSet } from '../../text/word-numbers.ts';

/** A base noun phrase: tokens `[first, last)`, no prepositional phrase inside but in names. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  /** The noun that the phrase is about: its last token, or the name's. */
  readonly head: number;
}

export interface Phrases {
  /** For each token its phrase. */
  readonly at: readonly (Phrase | undefined)[];
}

const POSSESSIVES = wordSet(['his', 'her', 'its', 'their', 'my', 'our', 'your', 'whose']);
const POSSESSIVE_MARKS = new Set(["'s", '’s', "'", '’']);
const RELATIVES = wordSet(['who', 'which', 'that', 'whom', 'what']);

/** The words that are not in a phrase for their part of speech alone. */
const SPECIAL = wordSet([
  ...POSSESSIVES,
  ...POSSESSIVE_MARKS,
  ...RELATIVES,
  ...'- of there both'.split(' '),
]);

const IN_PHRASES = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'SYM']);
const NOUN_LIKE = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'DET']);
const HEADS = new Set(['NOUN', 'PROPN', 'PRON']);

/** The noun phrases of a document, names kept whole: `[the Kazakh minister] said [the talks]`. */
export function findPhrases(document: Document, nameAt: readonly (Name | undefined)[]): Phrases {
  const at: (Phrase | undefined)[] = document.tokens.map(() => undefined);
  for (const sentence of document.sentences) placePhrases(document.tokens, sentence, nameAt, at);
  return { at };
}

/** For each token the name that it belongs to, title excluded. */
export function indexNames(count: number, names: readonly Name[]): (Name | undefined)[] {
  const nameAt: (Name | undefined)[] = [];
  for (let at = 0; at < count; at += 1) nameAt.push(undefined);
  for (const name of names) for (let at = name.first; at < name.last; at += 1) nameAt[at] = name;
  return nameAt;
}

function placePhrases(
  tokens: readonly Token[],
  { first, last }: Sentence,
  nameAt: readonly (Name | undefined)[],
  phraseAt: (Phrase | undefined)[],
): void {
  let start = -1;
  const close = (end: number): void => {
    if (start >= 0 && hasNoun(tokens, start, end, nameAt)) {
      const phrase = { first: start, last: end, head: headOf(tokens, start, end) };
      for (let at = start; at < end; at += 1) phraseAt[at] = phrase;
    }
    start = -1;
  };
  for (let at = first; at < last; at += 1) {
    if (!belongs(tokens, at, nameAt)) close(at);
    else if (start < 0) start = at;
    else if (breaksPhrase(tokens, start, at, nameAt)) {
      close(at);
      start = at;
    }
  }
  close(last);
}

function belongs(
  tokens: readonly Token[],
  at: number,
  nameAt: readonly (Name | undefined)[],
): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (nameAt[at] !== undefined) return true;
  return SPECIAL.holds(token)
    ? specialBelongs(tokens, token, at, nameAt)
    : IN_PHRASES.has(token.pos) && !isPostnominal(tokens, at) && !isSpeaking(tokens, at, nameAt);
}

function specialBelongs(
  tokens: readonly Token[],
  token: Token,
  at: number,
  nameAt: readonly (Name | undefined)[],
): boolean {
  if (RELATIVES.holds(token)) return false;
  if (POSSESSIVES.holds(token)) return true;
  if (POSSESSIVE_MARKS.has(token.text))
    return tokens[at - 1]?.end === token.start && token.pos !== 'AUX';
  if (token.text === '-') return tokens[at - 1]?.end === token.start;
  if (isPostnominal(tokens, at) || isSpeaking(tokens, at, nameAt)) return false;
  if (token.lower === 'of' && nameAt[at - 1] !== undefined && nameAt[at - 1] === nameAt[at + 1])
    return true;
  return IN_PHRASES.has(token.pos) && token.lower !== 'there' && token.lower !== 'both';
}

/** `a diplomat | close to the talks`: what follows belongs to the noun, but is not its head. */
const isPostnominal = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.pos === 'ADJ' && tokens[at - 1]?.pos === 'NOUN' && tokens[at + 1]?.pos === 'ADP';

/** `a Faroese official | whispers.`: a verb that was taken for a noun. */
function isSpeaking(
  tokens: readonly Token[],
  at: number,
  nameAt: readonly (Name | undefined)[],
): boolean {
  const token = tokens[at];
  return (
    token?.pos === 'NOUN' &&
    (PERSON_NOUNS.holds(tokens[at - 1]) || nameAt[at - 1] !== undefined) &&
    plainReportingVerb(token) !== undefined &&
    /^[.,:]$/u.test(tokens[at + 1]?.text ?? '') &&
    token.lower.endsWith('s')
  );
}

function breaksPhrase(
  tokens: readonly Token[],
  start: number,
  at: number,
  nameAt: readonly (Name | undefined)[],
): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined) return true;
  if (nameAt[at] !== undefined && nameAt[at] === nameAt[at - 1]) return false;
  const isFreePronoun = before.pos === 'PRON' && !POSSESSIVES.holds(before);
  if (isFreePronoun && !/^(?:all|both|each)$/u.test(before.lower)) return true;
  if (token.pos === 'PRON' || POSSESSIVES.holds(token)) return true;
  if (token.pos === 'DET' && at > start && !/^(?:all|both|half|such)$/u.test(before.lower))
    return true;
  if (
    isCalendarWord(token) !== isCalendarWord(before) &&
    before.pos !== 'DET' &&
    !isAttributive(tokens, at)
  )
    return true;
  return splitsBeforeName(before, nameAt[at], nameAt[at - 1], at);
}

/** `Tuesday’s meeting`, `the March deal`: a calendar word inside a phrase. */
function isAttributive(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:'s|’s)$/u.test(tokens[at]?.text ?? '') ||
    /^(?:'s|’s|the|last|next|this)$/u.test(tokens[at - 1]?.lower ?? '')
  );
}

/** `at the summit | Lavrov said`, but `the spokesman Peskov`, `Russian President Putin`. */
function splitsBeforeName(
  before: Token,
  name: Name | undefined,
  nameBefore: Name | undefined,
  at: number,
): boolean {
  if (name === undefined || name.first !== at || (name.titleFirst ?? at) < at) return false;
  if (name.kind !== 'person') return false;
  if (nameBefore !== undefined) return nameBefore.kind === 'person' || nameBefore.kind === 'place';
  if (/^(?:'s|’s|'|’|-)$/u.test(before.text) || before.pos === 'DET' || before.pos === 'ADJ')
    return false;
  return !(
    PERSON_NOUNS.holds(before) ||
    PEOPLE_NOUNS.holds(before) ||
    (TITLES.holds(before) && /^\p{Lu}/u.test(before.text)) ||
    isDemonymWord(before)
  );
}

function hasNoun(
  tokens: readonly Token[],
  first: number,
  last: number,
  nameAt: readonly (Name | undefined)[],
): boolean {
  for (let at = last - 1; at >= first; at -= 1)
    if (nameAt[at] !== undefined || NOUN_LIKE.has(tokens[at]?.pos ?? '')) return true;
  return false;
}

function headOf(tokens: readonly Token[], first: number, last: number): number {
  for (let at = last - 1; at > first; at -= 1) if (HEADS.has(tokens[at]?.pos ?? '')) return at;
  return last - 1;
}
