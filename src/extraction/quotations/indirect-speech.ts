import { span } from '../../text/span.ts';
import type { CastText } from '../cast/cast.ts';
import type { Quotation } from '../facts.ts';
import { clauseVerb } from '../lexicon/reporting-verbs.ts';
import { subjectAfter, subjectBefore } from '../syntax/subjects.ts';
import { accordingTo, byPhrase, isAccording, isVerbHere, subjectOfVerb } from './clause.ts';
import { type Attribution, isQuoted, sentencesAround } from './stretch.ts';

// Speech reported without quotation marks.

/** A reported clause, in tokens `[first, last)`, and who is said to have said it. */
interface Report {
  readonly first: number;
  readonly last: number;
  readonly attribution: Attribution;
}

/** The shortest clause that reports anything, in tokens. */
const SHORTEST = 3;

/** Reported clauses: `Lavrov said that [the talks had failed].`, `[They had failed], he said.` */
export function findIndirect(text: CastText): Quotation[] {
  const { tokens } = text.document;
  const reports: Report[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (isQuoted(text, at)) continue;
    const report = reportAt(text, at);
    if (report === undefined || report.last - report.first < SHORTEST) continue;
    // `said that he believed that …`: the outer clause holds the inner one.
    if (report.first >= (reports.at(-1)?.last ?? 0)) reports.push(report);
  }
  return reports.map((report) => toQuotation(text, report));
}

function reportAt(text: CastText, at: number): Report | undefined {
  if (isAccording(text, at)) return byAccording(text, at);
  const isCue = clauseVerb(text.document.tokens[at]?.lower ?? '') !== undefined;
  if (!isCue || !isVerbHere(text, at)) return undefined;
  return clauseBehind(text, at) ?? clauseInFront(text, at);
}

function toQuotation(text: CastText, { first, last, attribution }: Report): Quotation {
  const { tokens } = text.document;
  return {
    kind: 'quotation',
    manner: 'indirect',
    span: span(tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0),
    sentence: sentencesAround(text, first, last),
    ...attribution,
  };
}

/** `Lavrov told reporters on Monday that [the talks had failed]` */
function clauseBehind(text: CastText, verb: number): Report | undefined {
  const last = endOfSentence(text, verb);
  const first = afterThat(text, verb, last) ?? bareClause(text, verb, last);
  if (first === undefined) return undefined;
  const attribution = subjectOfVerb(text, verb, 0.85);
  return attribution && { first, last: endOfClause(text, first, last), attribution };
}

/** How far from its verb the word `that` may stand: `told a crowd in Ohio on Monday that`. */
const THAT_REACH = 12;

function afterThat(text: CastText, verb: number, last: number): number | undefined {
  const { tokens } = text.document;
  for (let at = verb + 1; at < Math.min(last - 1, verb + THAT_REACH); at += 1) {
    if (isQuoted(text, at) || /^[;:.]$/u.test(tokens[at]?.text ?? '')) return undefined;
    if (at > verb + 1 && tokens[at]?.pos === 'VERB') return undefined;
    if (/^(?:that|whether)$/u.test(tokens[at]?.lower ?? '')) return at + 1;
  }
  return undefined;
}

/** Verbs that take a clause without `that`. */
const BARE =
  /^(?:said|says|saying|believes?|believed|thinks?|thought|hopes?|hoped|claims?|claimed|argue[ds]?|insist(?:s|ed)|adds?|added|suggest(?:s|ed)|note[ds]|announced|warn(?:s|ed)|admit(?:s|ted)|acknowledged|predicted|told|adding|arguing|claiming|vowed|reported|conceded|explained|feels?|felt)$/u;

function bareClause(text: CastText, verb: number, last: number): number | undefined {
  const { tokens } = text.document;
  if (!BARE.test(tokens[verb]?.lower ?? '')) return undefined;
  const isTold = /^told$/u.test(tokens[verb]?.lower ?? '');
  const heard = isTold ? text.phrases.list[text.phrases.of[verb + 1] ?? -1] : undefined;
  const first = heard?.last ?? verb + 1;
  const begins =
    /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/u.test(tokens[first]?.pos ?? '') ||
    /^(?:there|if|in|when|while|it|they|after|as|because)$/u.test(tokens[first]?.lower ?? '');
  return begins && !isQuoted(text, first) && hasVerb(text, first, last) ? first : undefined;
}

/** `Following the talks` is no clause: its verb is a participle. */
function hasVerb({ document }: CastText, first: number, last: number): boolean {
  return document.tokens
    .slice(first, last)
    .some(({ pos, lower }) => pos === 'AUX' || (pos === 'VERB' && !lower.endsWith('ing')));
}

/** `[The talks had failed], Lavrov said.` `[They had], said Lavrov.` */
function clauseInFront(text: CastText, verb: number): Report | undefined {
  const { tokens } = text.document;
  const before = subjectBefore(text, verb);
  const isBefore = before !== undefined && tokens[before.first - 1]?.text === ',';
  const isBehind = tokens[verb - 1]?.text === ',' && tokens[verb]?.lower !== 'told';
  const subject = isBefore ? before : isBehind ? subjectAfter(text, verb) : undefined;
  const found = byPhrase(text, subject, 0.85);
  const comma = isBefore ? before.first - 1 : verb - 1;
  const first = startOfSentence(text, verb);
  if (found === undefined || isQuoted(text, comma - 1) || !hasVerb(text, first, comma))
    return undefined;
  const { start = 0, end = 0 } = tokens[verb] ?? {};
  return { first, last: comma, attribution: { ...found, cue: span(start, end) } };
}

/** `[The vote was close], according to the count.` `According to the count, [it was close].` */
function byAccording(text: CastText, at: number): Report | undefined {
  const { tokens } = text.document;
  const attribution = accordingTo(text, at);
  const first = startOfSentence(text, at);
  const last = endOfSentence(text, at);
  if (attribution === undefined) return undefined;
  if (at > first + 1) {
    const end = tokens[at - 1]?.text === ',' ? at - 1 : at;
    return isQuoted(text, end - 1) ? undefined : { first, last: end, attribution };
  }
  let comma = at;
  while (comma < last && tokens[comma]?.text !== ',') comma += 1;
  return { first: comma + 1, last: endOfClause(text, comma + 1, last), attribution };
}

const startOfSentence = ({ document }: CastText, at: number): number =>
  document.sentences[document.sentenceOf[at] ?? -1]?.first ?? at;

const endOfSentence = ({ document }: CastText, at: number): number =>
  document.sentences[document.sentenceOf[at] ?? -1]?.last ?? at;

/** The clause runs to the sentence's end, or to where another source takes over. */
function endOfClause(text: CastText, first: number, last: number): number {
  const { tokens } = text.document;
  let end = last;
  for (let at = first + 1; at < last; at += 1)
    if (tokens[at]?.text === ';' || (tokens[at - 1]?.text === ',' && isTurn(text, at))) {
      end = at - 1;
      break;
    }
  while (end > first && /^[.!?"”,]$/u.test(tokens[end - 1]?.text ?? '')) end -= 1;
  return end;
}

/** `…, but said …`, `…, adding that …`, `…, according to …`: another report begins. */
function isTurn(text: CastText, at: number): boolean {
  const { tokens } = text.document;
  const verb = /^(?:and|but)$/u.test(tokens[at]?.lower ?? '') ? at + 1 : at;
  return isAccording(text, at) || clauseVerb(tokens[verb]?.lower ?? '') !== undefined;
}
