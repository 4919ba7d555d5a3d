import { span } from '../../../text/span.ts';
import type { CastText } from '../../cast/cast.ts';
import type { Token } from '../../syntax/document.ts';
import type { Phrase } from '../../syntax/phrases.ts';
import { subjectAfter, subjectBefore } from '../../syntax/subjects.ts';
import { phraseAt } from '../clause.ts';
import { isQuoted } from '../stretch.ts';
import type { Content } from './content.ts';
import { endOfClause, endOfObject } from './extent.ts';
import { sentenceAround } from './source.ts';

/** A reported clause with the phrase that names its source. */
export interface Sourced extends Content {
  readonly source: Phrase;
}

/**
 * The clause that a report stands behind or inside of.
 *
 *     [The talks had failed], Lavrov said.    [They had], said Lavrov.
 *     [The talks, Lavrov said, had failed].
 */
export function clauseAround(text: CastText, verb: number): Sourced | undefined {
  const { tokens } = text.document;
  // `Pressed by Krug, Rossi conceded, “We might.”`: what she conceded stands behind.
  if (isInfinite(text, verb) || leadsToMarks(text, verb)) return undefined;
  const before = subjectBefore(text, verb);
  const isBefore = before !== undefined && isBreak(text, before.first - 1);
  const isBehind = isBreak(text, verb - 1) && tokens[verb]?.lower !== 'told';
  const source = isBefore ? before : isBehind ? subjectAfter(text, verb) : undefined;
  if (source === undefined) return undefined;
  const comma = isBefore ? source.first - 1 : verb - 1;
  const { first, last } = sentenceAround(text, verb);
  if (comma <= first || isQuoted(text, comma - 1)) return undefined;
  const rest = isBefore ? verb + 1 : source.last;
  const goesOn = goesOnBehind(text, rest, last);
  const end = goesOn ? endOfClause(text, rest + 1, last) : comma;
  if (!goesOn && setsScene(text, first, comma)) return undefined;
  return hasVerb(text, first, comma) || hasVerb(text, rest, end)
    ? { first, last: end, content: 'clause', source }
    : undefined;
}

const leadsToMarks = (text: CastText, verb: number): boolean =>
  /^[,:]$/u.test(text.document.tokens[verb + 1]?.text ?? '') && isQuoted(text, verb + 2);

/** `saying`, `to say`, `would say` */
const isInfinite = ({ document }: CastText, verb: number): boolean =>
  (document.tokens[verb]?.lower ?? '').endsWith('ing') ||
  /^(?:to|will|would|could|should|can|may|might|must)$/u.test(
    document.tokens[verb - 1]?.lower ?? '',
  );

/** `When Lavrov came, she said nothing`: no clause of hers. */
function setsScene({ document }: CastText, first: number, comma: number): boolean {
  const { tokens } = document;
  if (!SCENE.test(tokens[first]?.lower ?? '')) return false;
  for (let at = first; at < comma; at += 1) if (tokens[at]?.text === ',') return false;
  return true;
}

const SCENE = /^(?:when|while|as|after|before|although|though|since|asked)$/u;

/**
 * The relative clause that a report stands in: `[what he calls a mess]`, `[which Lavrov said had
 * failed]`. The verb behind the cue has the relative pronoun for its subject.
 */
export function relativeAround(text: CastText, verb: number): Sourced | undefined {
  const { tokens } = text.document;
  const source = subjectBefore(text, verb);
  const first = (source?.first ?? 0) - 1;
  if (source === undefined || !/^(?:what|which|who|whom)$/u.test(tokens[first]?.lower ?? ''))
    return undefined;
  const next = tokens[verb + 1];
  const isNaming = /^call(?:s|ed)?$/u.test(tokens[verb]?.lower ?? '');
  const goesOn = isNaming ? phraseAt(text, verb + 1) !== undefined : isFinite(next);
  if (!goesOn || isQuoted(text, verb + 1)) return undefined;
  const { last } = sentenceAround(text, verb);
  return { first, last: endOfObject(text, verb + 1, last), content: 'topic', source };
}

const isFinite = (token: Token | undefined): boolean =>
  token?.pos === 'AUX' || (token?.pos === 'VERB' && !token.lower.endsWith('ing'));

/** A comma or a dash. */
const isBreak = ({ document }: CastText, at: number): boolean =>
  /^(?:,|—|–|--|-)$/u.test(document.tokens[at]?.text ?? '');

/** `The talks, Lavrov said, | had failed`: the clause goes on behind the comma. */
function goesOnBehind(text: CastText, comma: number, last: number): boolean {
  const { tokens } = text.document;
  if (tokens[comma]?.text !== ',' || isQuoted(text, comma + 1) || comma + 3 >= last) return false;
  const next = tokens[comma + 1];
  return (
    next !== undefined &&
    !next.lower.endsWith('ing') &&
    !/^(?:who|which|but|according|a|an)$/u.test(next.lower)
  );
}

/** `Following the talks` is no clause: its verb is a participle. */
function hasVerb({ document }: CastText, first: number, last: number): boolean {
  for (let at = first; at < last; at += 1) {
    const token = document.tokens[at];
    if (isFinite(token)) return true;
  }
  return false;
}

export const cueAt = ({ document }: CastText, at: number) =>
  span(document.tokens[at]?.start ?? 0, document.tokens[at]?.end ?? 0);
