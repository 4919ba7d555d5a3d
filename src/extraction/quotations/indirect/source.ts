import type { CastText } from '../../cast/cast.ts';
import type { Speaker } from '../../facts.ts';
import { spanOf } from '../../cast/roles.ts';
import { isCalendarWord } from '../../lexicon/calendar.ts';
import { speechFrame } from '../../lexicon/speech-frames.ts';
import type { Phrase } from '../../syntax/phrases.ts';
import { headPhrase, subjectBefore } from '../../syntax/subjects.ts';
import { phraseAt } from '../clause.ts';
import { speakerIn } from '../speaker.ts';
import { isQuoted } from '../stretch.ts';

// Whose words, thoughts or wishes a verb tells of.

/** How many verbs may stand between a verb and the one that has its subject. */
const MOST_STEPS = 4;

/** The noun phrase, or the relative pronoun, that the verb has for its subject. */
export function sourceOf(text: CastText, verb: number, steps = 0): Phrase | undefined {
  if (steps > MOST_STEPS) return undefined;
  const { tokens } = text.document;
  const at = beforeVerbGroup(text, verb - 1);
  const word = tokens[at]?.lower ?? '';
  const form = tokens[verb]?.lower ?? '';
  if (isPassive(text, verb, at)) return agentBehind(text, verb);
  if (word === 'to') return controller(text, at, steps);
  if (form.endsWith('ing') && !hasAuxiliary(text, verb, at)) return ofParticiple(text, at, steps);
  if (/^(?:and|but|or|then)$/u.test(word)) return ofVerbBefore(text, at, steps);
  if (/^(?:who|which|that)$/u.test(word)) return { first: at, last: at + 1, head: at };
  return subjectBefore(text, at + 1);
}

/** Steps left over adverbs, auxiliaries and negations: `[Lavrov] had also not said`. */
function beforeVerbGroup(text: CastText, from: number): number {
  const { tokens } = text.document;
  const { first } = sentenceAround(text, from);
  let at = from;
  while (at >= first && isInGroup(text, at)) at -= 1;
  return tokens[at] === undefined ? from : at;
}

const isInGroup = ({ document, phrases }: CastText, at: number): boolean => {
  const token = document.tokens[at];
  if (token === undefined || phrases.at[at] !== undefined || token.lower === 'to') return false;
  if (token.lower === 'since') return document.tokens[at - 1]?.pos === 'AUX';
  return (
    /^(?:AUX|ADV|PART)$/u.test(token.pos) ||
    /^(?:also|then|later|not|never|just|both|all)$/u.test(token.lower)
  );
};

const BE = /^(?:is|are|was|were|be|been|being|'s|'re|get|gets|got)$/u;

/** `was accused`, `has been told` */
function isPassive({ document }: CastText, verb: number, at: number): boolean {
  const { tokens } = document;
  if (!/(?:ed|en|wn|ught|old|aid|nown|ound|ut)$/u.test(tokens[verb]?.lower ?? '')) return false;
  for (let back = verb - 1; back > at; back -= 1)
    if (tokens[back]?.pos === 'AUX') return BE.test(tokens[back]?.lower ?? '');
  return false;
}

/** `accused by [the minister]` */
function agentBehind(text: CastText, verb: number): Phrase | undefined {
  return text.document.tokens[verb + 1]?.lower === 'by' ? phraseAt(text, verb + 2) : undefined;
}

const hasAuxiliary = ({ document }: CastText, verb: number, at: number): boolean => {
  for (let back = verb - 1; back > at; back -= 1)
    if (document.tokens[back]?.pos === 'AUX') return true;
  return false;
};

/** `[Lavrov] continued to argue`, `urged [him] to say` */
function controller(text: CastText, to: number, steps: number): Phrase | undefined {
  const before = text.document.tokens[to - 1];
  if (before?.pos === 'VERB') return sourceOf(text, to - 1, steps + 1);
  return ofVerbBefore(text, to, steps);
}

/**
 * Of a participle: whoever the nearest verb before has, `[Lavrov] left, calling it a mess`; the noun
 * right in front of it, `[a letter] saying that …`; or, where it opens the sentence, what comes
 * behind its comma.
 */
function ofParticiple(text: CastText, at: number, steps: number): Phrase | undefined {
  const near = phraseAt(text, at);
  if (near !== undefined && isSource(text, near))
    return headPhrase(text, at, sentenceAround(text, at).first);
  return ofVerbBefore(text, at + 1, steps) ?? behindComma(text, at + 1);
}

const isSource = (text: CastText, phrase: Phrase): boolean =>
  (text.cast.at[phrase.head] ?? -1) >= 0 && !isCalendarWord(text.document.tokens[phrase.head]);

/** The subject of the verb in front: one that reports, if there is one, or the nearest. */
function ofVerbBefore(text: CastText, from: number, steps: number): Phrase | undefined {
  const { tokens } = text.document;
  const { first } = sentenceAround(text, from);
  let nearest: number | undefined;
  for (let at = from - 1; at >= first; at -= 1) {
    const token = tokens[at];
    if (token === undefined || isQuoted(text, at) || !isFinite(text, at)) continue;
    nearest ??= at;
    if (speechFrame(token)?.that !== true) continue;
    nearest = at;
    break;
  }
  return nearest === undefined ? undefined : sourceOf(text, nearest, steps + 1);
}

/** `said`, or `had` where it is no auxiliary; not `the left` nor `saying`. */
function isFinite({ document, phrases }: CastText, at: number): boolean {
  const { tokens } = document;
  const token = tokens[at];
  if (token === undefined || token.lower.endsWith('ing') || phrases.at[at] !== undefined)
    return false;
  if (token.pos === 'VERB') return tokens[at - 1]?.pos !== 'DET';
  return (
    /^(?:had|has|have|was|were|is|are)$/u.test(token.lower) && phrases.at[at + 1] !== undefined
  );
}

/** `Citing the vote, [Lavrov] left.` */
function behindComma(text: CastText, from: number): Phrase | undefined {
  const { tokens } = text.document;
  const { last } = sentenceAround(text, from);
  for (let at = from; at < last; at += 1)
    if (tokens[at]?.text === ',' && !isQuoted(text, at)) return phraseAt(text, at + 1);
  return undefined;
}

/**
 * What stands in front of a verb that the tagger takes for the head of the same phrase: `[Polls] show
 * that …`, `[Reed] plans to …`.
 */
export function subjectOfMistaken(text: CastText, at: number): Phrase | undefined {
  const { tokens } = text.document;
  const phrase = phraseAt(text, at);
  if (phrase === undefined || phrase.last !== at + 1 || phrase.first === at) return undefined;
  const isSingular = tokens[at]?.lower.endsWith('s') === true;
  const before = tokens[at - 1];
  const agrees = isSingular
    ? text.names.at[at - 1]?.kind === 'person'
    : before?.pos !== 'ADJ' && before?.lower.endsWith('s') === true && before.text.length > 2;
  const isFollowed = /^(?:DET|PRON|SCONJ|PART|PROPN)$/u.test(tokens[at + 1]?.pos ?? '');
  return agrees && isFollowed ? { first: phrase.first, last: at, head: at - 1 } : undefined;
}

export const sentenceAround = (
  { document }: CastText,
  at: number,
): { first: number; last: number } =>
  document.sentences[document.sentenceOf[at] ?? -1] ?? { first: at, last: at + 1 };

/** The speaker that a phrase or a relative pronoun denotes. */
export function speakerFor(
  text: CastText,
  phrase: Phrase | undefined,
  confidence: number,
): Speaker | undefined {
  if (phrase === undefined) return undefined;
  const isRelative = /^(?:who|which|that)$/u.test(text.document.tokens[phrase.head]?.lower ?? '');
  return isRelative
    ? relativeSpeaker(text, phrase.first, confidence)
    : speakerIn(text, phrase, confidence);
}

/** `Lavrov, [who] said`: the pronoun, and whom it takes up. */
function relativeSpeaker(text: CastText, at: number, confidence: number): Speaker {
  const { tokens } = text.document;
  const end = tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
  const phrase = headPhrase(text, end, sentenceAround(text, at).first);
  const meant = phrase && speakerIn(text, phrase, confidence);
  const mention = spanOf(tokens, { first: at, last: at + 1 });
  return { ...(meant ?? { confidence, sureness: 0 }), mention };
}
