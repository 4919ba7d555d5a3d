import { span } from '../../text/span.ts';
import type { CastText } from '../cast/cast.ts';
import type { Quotation } from '../facts.ts';
import { type Frame, speechFrame } from '../lexicon/speech-frames.ts';
import { FINDERS, isSpeechCue } from '../lexicon/speech-sources.ts';
import { accordingTo, isAccording, phraseAt } from './clause.ts';
import { type Content, contentBehind, foundBehind } from './indirect/content.ts';
import { endOfClause } from './indirect/extent.ts';
import {
  cueBehindMarks,
  type DoubledMarks,
  endOfMarked,
  findDoubledMarks,
  markedBehind,
} from './indirect/doubled-marks.ts';
import { clauseAround, cueAt, relativeAround, type Sourced } from './indirect/in-front.ts';
import { labelled } from './indirect/label.ts';
import { sentenceAround, sourceOf, speakerFor, subjectOfMistaken } from './indirect/source.ts';
import { behindState } from './indirect/state-cue.ts';
import { type Attribution, isQuoted, sentencesAround } from './stretch.ts';
import { isVerbHere } from './verb.ts';
import { wordSet } from '../../text/word-numbers.ts';

// Speech reported without quotation marks.

/** What is reported, and who is said to have said it. */
interface Report extends Content {
  readonly attribution: Attribution;
}

/** The shortest clause that reports anything, in tokens. */
const SHORTEST = 3;

/** Reported clauses: `Lavrov said that [the talks had failed].`, `[They had failed], he said.` */
export function findIndirect(text: CastText): Quotation[] {
  const { tokens } = text.document;
  const marks = findDoubledMarks(text);
  const reports: Report[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!marks.has(at) && !isSpeechCue(tokens[at])) continue;
    const report = marks.has(at) ? markedReport(text, at, marks) : reportAt(text, at, marks);
    if (report === undefined || report.last - report.first < shortest(report)) continue;
    add(reports, report);
  }
  return reports.map((report) => toQuotation(text, report));
}

/**
 * `said that he believed that …`: the outer clause holds the inner one. A clause wins over a topic,
 * and one that a later cue sets in front wins over what it holds: `[He praised it], Lavrov said.`
 */
function add(reports: Report[], report: Report): void {
  const isWeaker = ({ first, content }: Report): boolean =>
    first >= report.first || (content === 'topic' && report.content === 'clause');
  for (
    let last = reports.at(-1);
    last !== undefined && last.last > report.first;
    last = reports.at(-1)
  ) {
    if (!isWeaker(last)) return;
    reports.pop();
  }
  reports.push(report);
}

const shortest = ({ content }: Content): number => (content === 'clause' ? SHORTEST : 1);

/** `[''We tried,'' Lavrov said. ''It failed.'']` */
function markedReport(text: CastText, at: number, marks: DoubledMarks): Report | undefined {
  const stretch = marks.get(at);
  if (stretch?.first !== at) return undefined;
  const cue = cueBehindMarks(text, stretch, marks);
  const speaker = cue && speakerFor(text, cue.source, 0.85);
  if (cue === undefined || speaker === undefined) return undefined;
  const { first } = sentenceAround(text, at);
  const last = endOfMarked(text, stretch, marks);
  return {
    first: Math.min(first, at),
    last,
    content: 'clause',
    attribution: { speaker, cue: cueAt(text, cue.verb) },
  };
}

function reportAt(text: CastText, at: number, marks: DoubledMarks): Report | undefined {
  const { tokens, sentenceOf } = text.document;
  if (isAccording(text, at)) return isQuoted(text, at) ? undefined : byAccording(text, at);
  if (tokens[at]?.text === ':') return sourced(text, labelled(text, at));
  const state = isQuoted(text, at) ? undefined : behindState(text, at);
  if (state !== undefined) return sourced(text, state, at);
  const frame = speechFrame(tokens[at]);
  if (frame === undefined || isQuoted(text, at)) return undefined;
  if (!isVerbHere(text, at)) return byMistaken(text, at, frame);
  if (isBareParticiple(text, at)) return undefined;
  if ((sentenceOf[at] ?? -1) < 0) return undefined;
  const relative = frame.finding === true ? undefined : relativeAround(text, at);
  if (relative !== undefined) return sourced(text, relative, at);
  const marked = frame.that === true ? markedBehind(text, at, marks) : undefined;
  const content = marked
    ? { first: marked.first, last: endOfMarked(text, marked, marks), content: 'clause' as const }
    : contentBehind(text, at, frame, endOfScope(text, at));
  if (content !== undefined) {
    const speaker = speakerFor(text, sourceOf(text, at), 0.85);
    return speaker && { ...content, attribution: { speaker, cue: cueAt(text, at) } };
  }
  const around =
    frame.bare === true || frame.hearer === true || (frame.finding === true && frame.that === true)
      ? clauseAround(text, at)
      : undefined;
  return sourced(text, around, at) ?? finding(text, at, frame);
}

/** `The poll shows [the mayor ahead]` */
function finding(text: CastText, at: number, frame: Frame): Report | undefined {
  const content = foundBehind(text, at, frame, endOfScope(text, at));
  const source = content && sourceOf(text, at);
  const isFinder = FINDERS.holds(text.document.tokens[source?.head ?? -1]);
  return content && source && isFinder ? sourced(text, { ...content, source }, at) : undefined;
}

function toQuotation(text: CastText, { first, last, content, attribution }: Report): Quotation {
  const { tokens } = text.document;
  return {
    kind: 'quotation',
    manner: 'indirect',
    ...(content === 'topic' ? { isTopic: true } : {}),
    ...(holdsQuoted(text, first, last) ? { isMixed: true } : {}),
    span: span(tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0),
    sentence: sentencesAround(text, first, last),
    ...attribution,
  };
}

/** `said that [the talks were “a mess”]` */
function holdsQuoted(text: CastText, first: number, last: number): boolean {
  for (let at = first; at < last; at += 1) if (isQuoted(text, at)) return true;
  return false;
}

const BARE_PARTICIPLES = wordSet('known seen shown written given spoken sworn'.split(' '));

/** `many of them | known for …`: a participle without `has` tells of nobody's words. */
function isBareParticiple({ document }: CastText, at: number): boolean {
  const { tokens } = document;
  if (!BARE_PARTICIPLES.holds(tokens[at])) return false;
  return ![1, 2, 3].some((back) => /^(?:has|have|had|'ve)$/u.test(tokens[at - back]?.lower ?? ''));
}

/** `Polls show that …`, `Reed plans to …`, where the tagger takes the verb for a noun. */
function byMistaken(text: CastText, at: number, frame: Frame): Report | undefined {
  const source = subjectOfMistaken(text, at);
  const content = source && contentBehind(text, at, frame, endOfScope(text, at));
  return content && sourced(text, { ...content, source }, at);
}

const SUBORDINATORS = wordSet(
  'when while as after although though because since if even whereas'.split(' '),
);

/**
 * Where the clause ends that the verb stands in, if the sentence goes on behind its comma: `While
 * Lavrov said so, | …`, `Lavrov, who said so, | left`.
 */
function endOfScope(text: CastText, verb: number): number {
  const { tokens } = text.document;
  const { first, last } = sentenceAround(text, verb);
  if (tokens[verb - 1]?.lower === 'who')
    return commaAfter(text, verb, last, /^(?:VERB|AUX)$/u) ?? last;
  const opener = tokens[first]?.pos === 'CCONJ' ? first + 1 : first;
  if (!SUBORDINATORS.holds(tokens[opener])) return last;
  const comma = commaAfter(text, first, last, /./u) ?? last;
  return comma < verb ? last : comma;
}

/** The first comma outside of quotation marks that such a part of speech stands behind. */
function commaAfter(text: CastText, from: number, last: number, next: RegExp): number | undefined {
  const { tokens } = text.document;
  for (let at = from; at < last; at += 1)
    if (tokens[at]?.text === ',' && !isQuoted(text, at) && next.test(tokens[at + 1]?.pos ?? ''))
      return at;
  return undefined;
}

function sourced(text: CastText, found: Sourced | undefined, cue?: number): Report | undefined {
  const speaker = found && speakerFor(text, found.source, 0.85);
  if (found === undefined || speaker === undefined) return undefined;
  return {
    ...found,
    attribution: { speaker, ...(cue === undefined ? {} : { cue: cueAt(text, cue) }) },
  };
}

/** `according to a January [poll]`: the month parts the phrase. */
function accordingToDated(text: CastText, at: number): Attribution | undefined {
  const dated = phraseAt(text, at + 2);
  const speaker = dated && speakerFor(text, phraseAt(text, dated.last), 0.85);
  return speaker && { speaker, cue: span(cueAt(text, at).start, cueAt(text, at + 1).end) };
}

/** `[The vote was close], according to the count.` `According to the count, [it was close].` */
function byAccording(text: CastText, at: number): Report | undefined {
  const { tokens } = text.document;
  const attribution = accordingTo(text, at) ?? accordingToDated(text, at);
  const { first, last } = sentenceAround(text, at);
  if (attribution === undefined) return undefined;
  if (at > first + 1) {
    const end = tokens[at - 1]?.text === ',' ? at - 1 : at;
    if (isQuoted(text, end - 1)) return undefined;
    return { first, last: end, content: 'clause', attribution };
  }
  let comma = at;
  while (comma < last && tokens[comma]?.text !== ',') comma += 1;
  const end = endOfClause(text, comma + 1, last);
  return { first: comma + 1, last: end, content: 'clause', attribution };
}
