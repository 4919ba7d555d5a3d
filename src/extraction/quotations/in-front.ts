import type { CastText } from '../cast/cast.ts';
import { namingVerb, plainReportingVerb, quotingVerb } from '../lexicon/reporting-verbs.ts';
import type { Phrase } from '../syntax/phrases.ts';
import {
  accordingTo,
  byPhrase,
  DENIED,
  inverted,
  isAccording,
  phraseAt,
  subjectAround,
  subjectOfVerb,
} from './clause.ts';
import { type Attribution, isQuoted, opensSentence, type Sieve } from './stretch.ts';
import { isDenied, isModal, isVerbHere } from './verb.ts';
import { wordSet } from '../../text/word-numbers.ts';

// Sieves that find the speaker in the words in front of a quotation.

/** `Lavrov said: “…”`, `Baku called the rate “…”`, `Said Ada Vogt, a teacher, “…”` */
export const cueInFront: Sieve = (look) =>
  opensSentence(look) ? undefined : speakerBefore(look.text, look.stretch.first);

/** `She did not say “we will build it,” her lawyer said`: they are nobody's words, and not the lawyer's. */
export const denied: Sieve = (look) => {
  const { text, stretch } = look;
  if (opensSentence(look)) return undefined;
  const [nearest] = verbsBefore(text, stretch.first);
  if (nearest === undefined || stretch.first - nearest > 2 || !isDenied(text, nearest))
    return undefined;
  return subjectOfVerb(text, nearest, DENIED);
};

/** `She went on to say:` and the quotation in a paragraph of its own. */
export const introduced: Sieve = (look) => {
  const { text, stretch } = look;
  const { sentences, sentenceOf, tokens } = text.document;
  const previous = sentences[(sentenceOf[stretch.first] ?? 0) - 1];
  if (previous === undefined || !opensSentence(look)) return undefined;
  const colon = previous.last - 1;
  return tokens[colon]?.text === ':' ? speakerBefore(text, colon + 1) : undefined;
};

/** A verb that reports only at need, deep in a sentence: as good as a guess. */
export const cueAtNeed: Sieve = (look) => {
  const { text, stretch } = look;
  if (opensSentence(look)) return undefined;
  return firstFound(verbsBefore(text, stretch.first), (at) => subjectOfVerb(text, at, 0.75));
};

/** The speaker of words that begin at a token, by what its sentence says before it. */
function speakerBefore(text: CastText, end: number): Attribution | undefined {
  const verbs = verbsBefore(text, end);
  return (
    opening(text, end) ??
    quotedByAnother(text, end) ??
    byPlainVerb(text, verbs, end) ??
    leadIn(text, end) ??
    asNamed(text, end) ??
    firstFound(
      verbs.filter((at) => isCertain(text, at)),
      (at) => subjectOfVerb(text, at, 0.87),
    ) ??
    colonLabel(text, end)
  );
}

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

/** The reporting words between a sentence's beginning and a quotation, nearest first. */
function verbsBefore(text: CastText, end: number): number[] {
  const { tokens } = text.document;
  const found: number[] = [];
  const first = startOfSentence(text, end - 1);
  for (let at = end - 1; at >= first; at -= 1) {
    if (isQuoted(text, at)) continue;
    const isVerb = quotingVerb(tokens[at]) !== undefined && isVerbHere(text, at);
    if (isVerb || isAccording(text, at)) found.push(at);
  }
  return found;
}

const startOfSentence = ({ document }: CastText, at: number): number =>
  document.sentences[document.sentenceOf[at] ?? -1]?.first ?? at;

/** `Yusuf, asked about it, quoted [Gandhi]: “…”`, `quoted a line of the poet [Ana Rusu]: “…”` */
function quotedByAnother(text: CastText, end: number): Attribution | undefined {
  const { tokens } = text.document;
  if (!/^[:,]$/u.test(tokens[end - 1]?.text ?? '')) return undefined;
  const verb = lastVerb(text, startOfSentence(text, end - 1), end - 1);
  const isQuoting = /^(?:quot(?:ed|es)|recited|recites)$/u.test(tokens[verb ?? -1]?.lower ?? '');
  return isQuoting ? somebody(text, phraseAt(text, end - 2)) : undefined;
}

/** `Said [Ada Vogt], who grew up there, “…”` */
function opening(text: CastText, end: number): Attribution | undefined {
  const first = startOfSentence(text, end - 1);
  return first < end - 1 && !isQuoted(text, first) ? inverted(text, first) : undefined;
}

/**
 * A plain reporting verb wins over nearer ones that report only at need: `he [said] allies wanted
 * to know if it was “…”`.
 */
function byPlainVerb(
  text: CastText,
  nearestFirst: readonly number[],
  end: number,
): Attribution | undefined {
  const [nearest] = nearestFirst;
  const within =
    nearest !== undefined && isNaming(text, nearest) ? clauseStart(text, nearest, end) : 0;
  const plain = nearestFirst.filter(
    (at) =>
      at >= within &&
      isPlain(text, at) &&
      !isModal(text, at) &&
      !isFarRelative(text, at, end) &&
      !isSubordinate(text, at, nearest, end),
  );
  return firstFound(
    plain,
    (at) => accordingTo(text, at) ?? inserted(text, at) ?? subjectOfVerb(text, at, 0.93),
  );
}

/** `said anybody [who] complains about a microphone “is losing”`: not the complainer's words. */
function isFarRelative({ document }: CastText, verb: number, end: number): boolean {
  const { tokens } = document;
  if (!/^(?:who|which)$/u.test(tokens[verb - 1]?.lower ?? '') || end - verb <= 3) return false;
  return !tokens.slice(verb, end).some(({ lower }) => /^(?:that|:|if|whether)$/u.test(lower));
}

/** `Because of the rule, explained [Rosenberg], the line ran “…”` */
function inserted(text: CastText, verb: number): Attribution | undefined {
  const { tokens } = text.document;
  const behind = phraseAt(text, verb + 1)?.last;
  const isInserted = tokens[verb - 1]?.text === ',' && tokens[behind ?? -1]?.text === ',';
  const found = isInserted ? inverted(text, verb) : undefined;
  const isPerson = text.cast.entities[found?.speaker.entity ?? -1]?.kind === 'person';
  return isPerson ? found : undefined;
}

const isPlain = (text: CastText, at: number): boolean =>
  isAccording(text, at) || plainReportingVerb(text.document.tokens[at]) !== undefined;

/** `Baku [called] it “…”`, `she [wants] “…”`; but `claims that she [wants] “…”` may be another's words. */
function isCertain(text: CastText, verb: number): boolean {
  if (isNaming(text, verb)) return true;
  const { tokens } = text.document;
  for (let at = startOfPart(text, verb); at < verb; at += 1) {
    const isOpener = /^(?:SCONJ|VERB)$/u.test(tokens[at]?.pos ?? '') && !isQuoted(text, at);
    if (isOpener || /^(?:that|which|who|if|whether|what)$/u.test(tokens[at]?.lower ?? ''))
      return false;
  }
  return true;
}

const isNaming = ({ document }: CastText, at: number): boolean =>
  namingVerb(document.tokens[at]) !== undefined;

/** `When Trump suggested …, Rubio fired back: “…”`: the clause only sets the scene for a nearer verb. */
function isSubordinate(
  text: CastText,
  verb: number,
  nearest: number | undefined,
  end: number,
): boolean {
  // `After Patrick asked about it, the family became “agitated”`: a comma closes the clause.
  if (verb === nearest && !hasComma(text, verb + 1, end - 1)) return false;
  const subject = subjectAround(text, verb);
  const opener = subject && text.document.tokens[subject.first - 1]?.lower;
  return opener !== undefined && SCENE_SETTERS.has(opener);
}

const hasComma = ({ document }: CastText, first: number, last: number): boolean =>
  document.tokens.slice(first, Math.max(first, last)).some(({ text }) => text === ',');

const SCENE_SETTERS = new Set(
  'when after before while as because since if although though'.split(' '),
);

/** `told them no, after the chair called it “a mess”`: where the clause of the nearest verb begins. */
function clauseStart(text: CastText, nearest: number, end: number): number {
  const first = startOfSentence(text, end - 1);
  if (subjectAround(text, nearest) === undefined) return first;
  let at = nearest;
  while (at > first && !CLAUSE_OPENERS.holds(text.document.tokens[at])) at -= 1;
  return at;
}

const CLAUSE_OPENERS = wordSet(
  'after before while whereas although though because since until'.split(' '),
);

/** A full sentence behind a comma or colon, whatever the verb: `When she asked, [Rubio] shot back, “We tried.”` */
function leadIn(text: CastText, end: number): Attribution | undefined {
  const { tokens } = text.document;
  const isLedIn = /^[,:]$/u.test(tokens[end - 1]?.text ?? '');
  if (!isLedIn || !beginsSentence(text, end)) return undefined;
  const first = startOfPart(text, end - 1);
  const verb = lastVerb(text, first, end - 1);
  const found =
    verb === undefined
      ? byPhrase(text, phraseAt(text, first), 0.88)
      : subjectOfVerb(text, verb, 0.88);
  return found?.speaker.entity === undefined ? undefined : found;
}

/** `Vogt admires him as a “strong leader”`: whatever the verb, it says what he is. */
function asNamed(text: CastText, end: number): Attribution | undefined {
  const { tokens } = text.document;
  const as = [end - 1, end - 2].find((at) => tokens[at]?.lower === 'as');
  if (as === undefined || (as === end - 2 && !/^(?:a|an|the)$/u.test(tokens[end - 1]?.lower ?? '')))
    return undefined;
  const verb = lastVerb(text, startOfSentence(text, as), as);
  const found = verb === undefined ? undefined : subjectOfVerb(text, verb, 0.86);
  return found?.speaker.entity === undefined ? undefined : found;
}

/** Where the words begin that the last comma before `end` cuts off. */
function startOfPart(text: CastText, end: number): number {
  const first = startOfSentence(text, end);
  for (let at = end - 1; at >= first; at -= 1)
    if (text.document.tokens[at]?.text === ',' || isQuoted(text, at)) return at + 1;
  return first;
}

function lastVerb(text: CastText, first: number, end: number): number | undefined {
  for (let at = end - 1; at >= first; at -= 1) {
    const token = text.document.tokens[at];
    if (token?.pos === 'VERB' && isVerbHere(text, at) && !token.lower.endsWith('ing')) return at;
  }
  return undefined;
}

/** `“We tried it for years …`: a capital, and more than a title's few words. */
function beginsSentence({ document }: CastText, from: number): boolean {
  const { tokens, quotedOf } = document;
  const at = tokens[from]?.pos === 'SPACE' ? from + 1 : from;
  const isLong = quotedOf[at + 5] === quotedOf[at] || tokens[from - 1]?.text === ':';
  return isLong && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '');
}

/** `The results did not surprise the pollster Ada Vogt: “…”`, `A delegate, in the coffee line: “…”` */
function colonLabel(text: CastText, end: number): Attribution | undefined {
  if (text.document.tokens[end - 1]?.text !== ':') return undefined;
  const first = startOfSentence(text, end - 1);
  const isBare = lastVerb(text, first, end - 1) === undefined;
  return (
    somebody(text, phraseAt(text, end - 2)) ??
    (isBare ? somebody(text, phraseAt(text, first)) : undefined)
  );
}

function somebody(text: CastText, phrase: Phrase | undefined): Attribution | undefined {
  const found = byPhrase(text, phrase, 0.84);
  const kind = found && text.cast.entities[found.speaker.entity ?? -1]?.kind;
  return kind === 'person' || kind === 'organisation' ? found : undefined;
}
