import { contains } from '../../text/span.ts';
import type { CastText } from '../cast/cast.ts';
import { plainReportingVerb } from '../lexicon/reporting-verbs.ts';
import { inverted, isPlace, mainSubject, subjectOfVerb } from './clause.ts';
import { type Attribution, isQuoted, type Look, opensSentence, type Sieve } from './stretch.ts';
import { isModal, isVerbHere } from './verb.ts';

// Sieves that find the speaker outside the sentence of the quotation, or guess inside it.

/** The paragraph before was left open, so its speaker goes on. */
export const reopened: Sieve = ({ before }) =>
  before === undefined || before.stretch.quoted.isClosed
    ? undefined
    : lessSure(before.attribution, 0.93);

/** How long a cue between two parts of one utterance may be, in tokens. */
const CUE_LENGTH = 12;

/** `“The way I see it,” she elaborated, “nobody asked.”`: the words go on. */
export const interrupted: Sieve = ({ text, stretch, before }) => {
  const { tokens, sentenceOf } = text.document;
  if (before === undefined || tokens[stretch.first - 1]?.text !== ',') return undefined;
  const isOneSentence = sentenceOf[before.stretch.last - 1] === sentenceOf[stretch.first];
  const isShort = stretch.first - before.stretch.last <= CUE_LENGTH;
  const isOpenEnded = tokens[before.stretch.last - 2]?.text === ',';
  return isOneSentence && isShort && isOpenEnded ? lessSure(before.attribution, 0.93) : undefined;
};

/** A stretch that is a sentence takes the speaker of the quotation in front of it. */
export const sameParagraph: Sieve = (look) => {
  const { before, stretch } = look;
  if (before?.stretch.paragraph !== stretch.paragraph || !opensSentence(look)) return undefined;
  return subjectBetween(look) ?? lessSure(before.attribution, 0.93);
};

/** `“…,” Lavrov said. [Rubio] disagreed. “…”`: a sentence between turns to somebody else. */
function subjectBetween({ text, stretch, before }: Look): Attribution | undefined {
  const { sentenceOf, sentences } = text.document;
  const own = sentenceOf[stretch.first] ?? 0;
  const previous = sentenceOf[(before?.stretch.last ?? 0) - 1] ?? 0;
  // `“Why?” Vogt asked. “…”`: the sentence between is the cue's own.
  const isCue = (before?.attribution?.cue?.start ?? -1) >= (sentences[own - 1]?.start ?? 0);
  if (own - previous <= 1 || isCue) return undefined;
  return lessSure(lastReport(text, own - 1), 0.85) ?? mainSubject(text, own - 1, 0.75);
}

/** `“We tried. It failed.” … “It is over,” she said.`: the paragraph names its speaker later. */
export const laterInParagraph: Sieve = (look) => {
  const { behind, stretch } = look;
  if (behind?.stretch.paragraph !== stretch.paragraph || !opensSentence(look)) return undefined;
  return lessSure(behind.attribution, 0.85);
};

/** `“We tried,” Vogt said.` and behind it a paragraph that only quotes: she goes on. */
export const goesOn: Sieve = (look) => {
  const { stretch, before } = look;
  const isNear = before !== undefined && stretch.paragraph - before.stretch.paragraph === 1;
  const isNext = isNear && isInSentenceBefore(look);
  return isNext && isSentence(look) ? lessSure(before.attribution, 0.83) : undefined;
};

/** Whether the stretch is a sentence, or several: no words behind it say who spoke. */
function isSentence(look: Look): boolean {
  const { text, stretch } = look;
  const { sentences, sentenceOf, tokens } = text.document;
  const isEnd = sentences[sentenceOf[stretch.last - 1] ?? -1]?.last === stretch.last;
  return opensSentence(look) && isEnd && tokens[stretch.last - 2]?.text !== ',';
}

/** Whether the quotation before ends in the sentence before. */
function isInSentenceBefore({ text, stretch, before }: Look): boolean {
  const { sentences, sentenceOf } = text.document;
  const previous = sentences[(sentenceOf[stretch.first] ?? 0) - 1];
  return before !== undefined && previous !== undefined && before.stretch.last > previous.first;
}

/** `Lavrov said that the talks had failed. “We tried.”`: the words bear out what was reported. */
export const reportBefore: Sieve = (look) => {
  const { text, stretch } = look;
  const { sentences, sentenceOf } = text.document;
  const number = (sentenceOf[stretch.first] ?? 0) - 1;
  const previous = sentences[number];
  if (previous === undefined || !isSentence(look)) return undefined;
  const isApart = previous.paragraph !== stretch.paragraph;
  return lessSure(lastReport(text, number), isApart ? 0.72 : 0.85);
};

/** Who is the last in a sentence to report anything. */
function lastReport(text: CastText, sentence: number): Attribution | undefined {
  const { sentences, tokens } = text.document;
  const { first = 0, last = 0 } = sentences[sentence] ?? {};
  for (let at = last - 1; at >= first; at -= 1) {
    const isCue = plainReportingVerb(tokens[at]) !== undefined;
    if (!isCue || isQuoted(text, at) || !isVerbHere(text, at) || isModal(text, at)) continue;
    const isTurned = /^[,”"»]$/u.test(tokens[at - 1]?.text ?? '');
    const found = (isTurned ? inverted(text, at) : undefined) ?? subjectOfVerb(text, at, 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `The report states that they left only “in part”`: the words belong to what is reported. */
export const insideReport: Sieve = ({ stretch, reports }) => {
  const report = reports.find(
    ({ span, isTopic }) => isTopic !== true && contains(span, stretch.quoted.inner),
  );
  if (report?.speaker === undefined) return undefined;
  const { speaker, cue } = report;
  return { speaker, ...(cue === undefined ? {} : { cue }) };
};

/** A fragment goes to the subject of the verb in front of it: `Lavrov left the “circus”`. */
export const sentenceSubject: Sieve = (look) => {
  const { text, stretch } = look;
  if (opensSentence(look)) return undefined;
  const { tokens, sentenceOf } = text.document;
  for (let at = stretch.first - 1; sentenceOf[at] === sentenceOf[stretch.first]; at -= 1) {
    if (isQuoted(text, at) || tokens[at]?.pos !== 'VERB' || !isVerbHere(text, at)) continue;
    const found = subjectOfVerb(text, at, 0.6);
    if (found !== undefined && !isPlace(text, found)) return { speaker: found.speaker };
  }
  return undefined;
};

/** A fragment in a sentence without a subject of its own: the speaker of the one in front. */
export const sentenceBefore: Sieve = ({ before, stretch }) =>
  before?.stretch.paragraph === stretch.paragraph ? lessSure(before.attribution, 0.6) : undefined;

/** The same speaker, taken over with at most this confidence; the cue stays where it stands. */
const lessSure = (from: Attribution | undefined, most: number): Attribution | undefined =>
  from && { speaker: { ...from.speaker, confidence: Math.min(from.speaker.confidence, most) } };
