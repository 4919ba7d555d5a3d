import type { Stance } from '../facts.ts';
import { plainReportingVerb } from '../lexicon/reporting-verbs.ts';
import { stanceOf } from './draft.ts';
import {
  copulaBefore,
  isNegated,
  type Judgement,
  judgementAt,
  judgementsIn,
  judgingDeedAt,
  namingLinks,
} from './judgement.ts';
import { type Holding, holdingOf, type VoicedText } from './party.ts';
import { antecedentOf, subjectOf } from './subject.ts';
import { type Stretch, targetFrom, wholeSubject } from './target.ts';
import { isAsked } from './turn.ts';

/** The judgements passed on something by name, in quotations and by naming verbs. */
export function findJudged(text: VoicedText, openings: readonly number[]): Stance[] {
  const found: Stance[] = [];
  let free = 0;
  for (const at of openings) {
    const named = namedAt(text, at);
    if (named !== undefined) found.push(named);
    const said = at < free ? undefined : (predicatedAt(text, at) ?? performedAt(text, at));
    if (said === undefined) continue;
    found.push(said);
    free = judgementAt(text, at)?.last ?? at + 1;
  }
  return found;
}

/** `Kyiv’s membership remains | unrealistic`, in somebody's words. */
function predicatedAt(text: VoicedText, at: number): Stance | undefined {
  const judgement = judgementAt(text, at);
  const copula = judgement && copulaBefore(text, at);
  return judgement && copula !== undefined ? ofSubject(text, copula, judgement, 0.7) : undefined;
}

/** `the plan would | destroy jobs`, in somebody's words. */
function performedAt(text: VoicedText, at: number): Stance | undefined {
  if ((text.voice[at] ?? -1) < 0) return undefined;
  const judgement = judgingDeedAt(text, at);
  return judgement && ofSubject(text, at, judgement, 0.5);
}

function ofSubject(
  text: VoicedText,
  verb: number,
  judgement: Judgement,
  confidence: number,
): Stance | undefined {
  const holding = interposed(text, verb) ?? holdingOf(text, judgement.first, undefined);
  const subject = holding && subjectOf(text, verb);
  if (subject === undefined || holding === undefined || isOneself(text, subject, holding))
    return undefined;
  if (isAsked(text, judgement.first)) return undefined;
  return written(text, holding, wholeSubject(text, subject, verb), judgement, confidence);
}

/** `Checks, | she added, | were out of the question`: who says so in between. */
function interposed(text: VoicedText, verb: number): Holding | undefined {
  const { tokens } = text.document;
  if (
    tokens[verb - 1]?.text !== ',' ||
    plainReportingVerb(tokens[verb - 2]?.lower ?? '') === undefined
  )
    return undefined;
  const speaker = text.phrases.at[verb - 3];
  return speaker && tokens[speaker.first - 1]?.text === ','
    ? holdingOf(text, verb - 2, speaker)
    : undefined;
}

const isOneself = (
  { document, cast }: VoicedText,
  { first, head }: { first: number; head: number },
  { entity }: Holding,
): boolean =>
  /^(?:i|we|my|our|you)$/u.test(document.tokens[first]?.lower ?? '') ||
  (entity !== undefined && cast.at[head] === entity);

function written(
  text: VoicedText,
  holding: Holding,
  target: Stretch,
  judgement: Judgement,
  confidence: number,
): Stance | undefined {
  const negated = isNegated(text, judgement.first);
  const sign = negated ? (judgement.sign === 1 ? -1 : 0) : judgement.sign;
  return stanceOf(text, {
    holding,
    target,
    cue: { first: judgement.first, last: judgement.last },
    polarity: sign === 1 ? 'supports' : sign === -1 ? 'opposes' : 'mixed',
    strength: sign === 0 ? 'hedged' : 'firm',
    confidence,
  });
}

/** `called [the deal] “the best thing …”`, `regarded [the clause] as a fair price`, `whom he called …` */
function namedAt(text: VoicedText, at: number): Stance | undefined {
  const verb = text.document.tokens[at];
  const links = verb?.pos === 'VERB' ? namingLinks(verb.lower) : undefined;
  if (links === undefined) return undefined;
  const subject = subjectOf(text, at);
  const target = namedTarget(text, at, subject?.first ?? at);
  const from = target && endOfLink(text, Math.max(at + 1, target.last), links);
  if (target === undefined || from === undefined) return undefined;
  const judgements = judgementsIn(text, from, judgementEnd(text, from));
  const first = judgements[0];
  const holding = first && holdingOf(text, at, subject);
  if (first === undefined || holding === undefined) return undefined;
  const stance = written(text, holding, target, first, 0.8);
  const other = judgements.find((judgement) => judgement.sign !== first.sign);
  return stance === undefined || other === undefined
    ? stance
    : { ...stance, polarity: 'mixed', strength: 'hedged' };
}

/** The object after a naming verb, without a judgement in it; or what `whom` refers to. */
function namedTarget(text: VoicedText, verb: number, subject: number): Stretch | undefined {
  const { tokens } = text.document;
  if (/^(?:whom|which|who)$/u.test(tokens[subject - 1]?.lower ?? '')) {
    const phrase = antecedentOf(text, subject - 1);
    return phrase && { first: phrase.first, last: phrase.last };
  }
  const target = targetFrom(text, verb + 1);
  if (target === undefined) return undefined;
  const quote = firstMark(text, target);
  return quote > target.first ? { first: target.first, last: quote } : undefined;
}

function firstMark({ document }: VoicedText, { first, last }: Stretch): number {
  for (let at = first; at < last; at += 1)
    if (/^["“‘«]$/u.test(document.tokens[at]?.text ?? '')) return at;
  return last;
}

/** Where the judgement begins: after `as`; right at the mark, article or adjective for `call`. */
function endOfLink(text: VoicedText, from: number, links: readonly string[]): number | undefined {
  const { tokens } = text.document;
  const word = tokens[from]?.lower ?? '';
  if (links.includes(word)) return from + 1;
  if (word === 'to' && tokens[from + 1]?.lower === 'be') return from + 2;
  return links.includes('') &&
    (/^["“‘«]$/u.test(word) || /^(?:DET|ADJ|ADV|NOUN)$/u.test(tokens[from]?.pos ?? ''))
    ? from
    : undefined;
}

function judgementEnd({ document }: VoicedText, from: number): number {
  const sentence = document.sentences[document.sentenceOf[from] ?? -1];
  const end = Math.min(sentence?.last ?? from, from + 24);
  for (let at = from + 1; at < end; at += 1) {
    const word = document.tokens[at]?.lower ?? '';
    if (/^(?:;|but|because|which|who|while|although)$/u.test(word)) return at;
    if (word === ',' && document.tokens[at + 1]?.lower.endsWith('ing') === true) return at;
  }
  return end;
}
