import { span } from '../text/span.ts';
import type { CastText } from './cast.ts';
import type { Quotation } from './facts.ts';
import { clauseVerb } from './lexicon/reporting-verbs.ts';
import { speakerIn } from './speaker.ts';
import { subjectBefore, subjectAfter } from './subjects.ts';

/** Reported clauses without quotation marks: `Lavrov said [that the talks had failed].` */
export function findIndirect(text: CastText): Quotation[] {
  const found: Quotation[] = [];
  for (let at = 0; at < text.document.tokens.length; at += 1) {
    if (clauseVerb(text.document.tokens[at]?.lower ?? '') === undefined) continue;
    if ((text.document.quotedOf[at] ?? -1) >= 0) continue;
    const quotation = clauseBehind(text, at) ?? clauseInFront(text, at);
    if (quotation !== undefined) found.push(quotation);
  }
  return found.filter(
    (quotation, index) =>
      !found
        .slice(Math.max(0, index - 3), index)
        .some(
          (other) =>
            other.span.end > quotation.span.start &&
            other.span.start <= quotation.span.start &&
            other !== quotation,
        ),
  );
}

const isVerb = ({ document, phrases }: CastText, at: number): boolean =>
  document.tokens[at]?.pos === 'VERB' || (phrases.of[at] ?? -1) < 0;

function clauseBehind(text: CastText, verb: number): Quotation | undefined {
  const { tokens, sentences, sentenceOf } = text.document;
  const sentence = sentences[sentenceOf[verb] ?? -1];
  const cue = tokens[verb];
  if (sentence === undefined || cue === undefined || !isVerb(text, verb)) return undefined;
  const start = clauseStart(text, verb, sentence.last);
  if (start === undefined) return undefined;
  const subject = subjectBefore(text, verb);
  const speaker = subject && speakerIn(text, subject, 0.85);
  if (speaker === undefined) return undefined;
  const end = endOfClause(text, start, sentence.last);
  if (end - start < 3) return undefined;
  return {
    kind: 'quotation',
    manner: 'indirect',
    span: span(tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0),
    sentence: span(sentence.start, sentence.end),
    cue: span(cue.start, cue.end),
    speaker,
  };
}

/** The first token of the reported clause, over `reporters`, `on Monday` and `that`. */
function clauseStart(
  { document, phrases, names }: CastText,
  verb: number,
  last: number,
): number | undefined {
  const { tokens, quotedOf } = document;
  for (let at = verb + 1; at < Math.min(last, verb + 14); at += 1) {
    const token = tokens[at];
    if (token === undefined || (quotedOf[at] ?? -1) >= 0) return undefined;
    if (token.lower === 'that' && at + 1 < last) return at + 1;
    if (/^[,;:.]$/u.test(token.text) && at > verb + 1) continue;
    void phrases;
    void names;
  }
  const next = tokens[verb + 1];
  const isBareClause =
    /^(?:said|says|say|believes?|believed|thinks?|thought|hopes?|hoped|claims|claimed|argued|argues|insisted|insists|added|adds|suggested|noted|announced|warned|admitted|acknowledged|predicted|told)$/u.test(
      tokens[verb]?.lower ?? '',
    );
  if (!isBareClause || next === undefined || /^[,.;:]$/u.test(next.text)) return undefined;
  const begins =
    /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/u.test(next.pos) ||
    /^(?:there|if|in|when|while|it)$/u.test(next.lower);
  return begins && hasVerb(document.tokens, verb + 1, last) ? verb + 1 : undefined;
}

function hasVerb(tokens: CastText['document']['tokens'], first: number, last: number): boolean {
  for (let at = first; at < last; at += 1)
    if (/^(?:VERB|AUX)$/u.test(tokens[at]?.pos ?? '')) return true;
  return false;
}

/** The clause runs to the sentence's end, its full stop left out. */
function endOfClause({ document }: CastText, start: number, last: number): number {
  let end = last;
  while (end > start && /^[.!?"”’]$/u.test(document.tokens[end - 1]?.text ?? '')) end -= 1;
  return end;
}

/** `[The talks had failed], Lavrov said.` */
function clauseInFront(text: CastText, verb: number): Quotation | undefined {
  const { tokens, sentences, sentenceOf, quotedOf } = text.document;
  const sentence = sentences[sentenceOf[verb] ?? -1];
  const cue = tokens[verb];
  if (sentence === undefined || cue === undefined || !isVerb(text, verb)) return undefined;
  const before = subjectBefore(text, verb);
  const isBefore = before !== undefined && tokens[before.first - 1]?.text === ',';
  const mayInvert = tokens[verb - 1]?.text === ',' && !/^t(?:old|ells?)$/u.test(cue.lower);
  const subject = isBefore ? before : mayInvert ? subjectAfter(text, verb) : undefined;
  if (subject === undefined) return undefined;
  const comma = subject === before ? subject.first - 1 : verb - 1;
  if ((quotedOf[comma - 1] ?? -1) >= 0 || !hasVerb(tokens, sentence.first, comma)) return undefined;
  const speaker = speakerIn(text, subject, 0.85);
  if (speaker === undefined || comma - sentence.first < 3) return undefined;
  return {
    kind: 'quotation',
    manner: 'indirect',
    span: span(sentence.start, tokens[comma - 1]?.end ?? 0),
    sentence: span(sentence.start, sentence.end),
    cue: span(cue.start, cue.end),
    speaker,
  };
}
