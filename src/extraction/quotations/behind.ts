import { span } from '../../text/span.ts';
import type { CastText } from '../cast/cast.ts';
import { plainReportingVerb } from '../lexicon/reporting-verbs.ts';
import { subjectAfter, subjectBefore } from '../syntax/subjects.ts';
import { accordingTo, byPhrase, inverted, phraseAt, subjectOfVerb } from './clause.ts';
import { type Attribution, isQuoted, opensSentence, type Sieve } from './stretch.ts';
import { isVerbHere } from './verb.ts';

// Sieves that find the speaker in the words behind a quotation.

/** `“…,” said Jadain`, `“…,” she added`, `“…,” according to two lawmakers` */
export const cueBehind: Sieve = (look) => {
  const { text, stretch } = look;
  const { tokens, sentenceOf } = text.document;
  let at = stretch.last;
  while (/^(?:,|—|–|--|-)$/u.test(tokens[at]?.text ?? '')) at += 1;
  const isOneSentence = sentenceOf[stretch.last - 1] === sentenceOf[at];
  const isOpenEnded = /[,?!—–]/u.test(tokens[stretch.last - 2]?.text ?? '');
  if (tokens[at] === undefined) return undefined;
  if (!isOneSentence && !isOpenEnded) return saidAlone(text, stretch.last - 1);
  // `called it “a mess,” and Lavrov said …`: another clause begins.
  if (/^(?:CCONJ|SCONJ)$/u.test(tokens[at]?.pos ?? '')) return undefined;
  const found =
    inverted(text, at) ??
    subjectThenVerb(text, at) ??
    accordingTo(text, at) ??
    (isOpenEnded && opensSentence(look)
      ? (byAnyVerb(text, at) ?? anyVerbBehind(text, at))
      : undefined);
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
    const isCue = plainReportingVerb(token) !== undefined && token.pos !== 'ADJ';
    if (!isCue || phraseAt(text, at) !== undefined) continue;
    const phrase = subjectBefore(text, at);
    if (phrase === undefined || phrase.first < from) continue;
    if (phrase.first > from + 6) return undefined;
    const inner = speakerTold(text, at + 1);
    if (inner !== undefined) return inner;
    const found = byPhrase(text, phrase, at - from < 12 ? 0.95 : 0.85);
    if (found !== undefined) return { ...found, cue: span(token.start, token.end) };
  }
  return undefined;
}

/** `“We go again,” Moretti said [Adeyemi] told them.`: one tells what another said. */
function speakerTold(text: CastText, from: number): Attribution | undefined {
  const phrase = phraseAt(text, from);
  const verb = phrase?.last ?? from;
  if (phrase?.first !== from || text.names.at[verb - 1] === undefined) return undefined;
  const isCue = plainReportingVerb(text.document.tokens[verb]) !== undefined;
  return isCue ? byPhrase(text, phrase, 0.85) : undefined;
}

/** Whatever the verb, where a person's name stands behind it: `“This is great!” beamed [Ada Vogt]` */
function byAnyVerb(text: CastText, verb: number): Attribution | undefined {
  const token = text.document.tokens[verb];
  if (token?.pos !== 'VERB' || isQuoted(text, verb) || /ing$|^told$/u.test(token.lower))
    return undefined;
  const found = byPhrase(text, subjectAfter(text, verb), 0.88);
  const isPerson = found && text.cast.entities[found.speaker.entity ?? -1]?.kind === 'person';
  return isPerson || (found && /^reads?$/u.test(token.lower))
    ? { ...found, cue: span(token.start, token.end) }
    : undefined;
}

/** `“They want free stuff,” [Bennett] shot back`: the subject stands right behind the words. */
function anyVerbBehind(text: CastText, from: number): Attribution | undefined {
  const { tokens } = text.document;
  const phrase = phraseAt(text, from);
  if (phrase?.first !== from) return undefined;
  let verb = phrase.last;
  while (/^(?:ADV|AUX)$/u.test(tokens[verb]?.pos ?? '')) verb += 1;
  const token = tokens[verb];
  if (token?.pos !== 'VERB' || token.lower.endsWith('ing')) return undefined;
  const found = byPhrase(text, phrase, 0.9);
  return found && { ...found, cue: span(token.start, token.end) };
}

/** How long a sentence that only says who spoke may be, in tokens. */
const SHORT = 9;

/** `“I hope to find them.” Trump said.`: a sentence of its own that says nothing else. */
function saidAlone(text: CastText, lastOfQuotation: number): Attribution | undefined {
  const { tokens, sentences, sentenceOf } = text.document;
  const number = sentenceOf[lastOfQuotation] ?? -1;
  const [own, next] = [sentences[number], sentences[number + 1]];
  if (next === undefined || own?.paragraph !== next.paragraph) return undefined;
  if (next.last - next.first > SHORT || !/^[.!]$/u.test(tokens[next.last - 1]?.text ?? ''))
    return undefined;
  if (text.document.quotedOf.subarray(next.first, next.last).some((quoted) => quoted >= 0))
    return undefined;
  for (let at = next.first; at < next.last; at += 1) {
    const isCue = plainReportingVerb(tokens[at]) !== undefined && isVerbHere(text, at);
    if (isCue && !beginsClause(text, at + 1))
      return at === next.first ? inverted(text, at) : subjectOfVerb(text, at, 0.9);
  }
  return undefined;
}

/** `Trump said [he won].` says what was said, and is no cue for the words before. */
function beginsClause({ document, phrases }: CastText, at: number): boolean {
  const phrase = phrases.at[at];
  const behind = document.tokens[phrase?.last ?? at];
  return document.tokens[at]?.lower === 'that' || /^(?:VERB|AUX)$/u.test(behind?.pos ?? '');
}

/** A fragment in a sentence whose reporting clause comes behind it: `the “rigged” vote, she said`. */
export const cueLater: Sieve = ({ text, stretch }) => {
  const { tokens, sentenceOf } = text.document;
  const sentence = sentenceOf[stretch.last - 1];
  for (let at = stretch.last; sentenceOf[at] === sentence; at += 1) {
    const isCue = plainReportingVerb(tokens[at]) !== undefined;
    if (!isCue || isQuoted(text, at) || !isVerbHere(text, at)) continue;
    const behind = tokens[at - 1]?.text === ',' ? inverted(text, at) : undefined;
    const found = behind ?? subjectOfVerb(text, at, 0.85);
    if (found !== undefined) return found;
  }
  return undefined;
};
