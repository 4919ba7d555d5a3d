import type { Stance } from '../facts.ts';
import { plainReportingVerb } from '../lexicon/reporting-verbs.ts';
import { stanceOf } from './draft.ts';
import { copulaBefore, isNegated, type Judgement, judgementAt } from './judgement.ts';
import { type Holding, holdingOf, speakerAt, type VoicedText } from './party.ts';
import { groupStart, subjectOf } from './subject.ts';
import { type Stretch, targetFrom, wholeSubject } from './target.ts';
import { isBarePronoun, topicOf } from './topic.ts';
import { type Turn, turnOf } from './turn.ts';

// What somebody says of something: `the toll is | a disgrace`, `this | shameful | toll`.

const PREDICATED = 0.7;
const ATTRIBUTED = 0.45;
/** Words in front of a noun may be another's: reported speech keeps less of who judges. */
const REPORTED = 0.7;

/** The judgements passed on something by saying what it is, in somebody's words. */
export function findJudged(text: VoicedText, openings: readonly number[]): Stance[] {
  const found: Stance[] = [];
  let free = 0;
  for (const at of openings) {
    const judgement = at < free ? undefined : judgementAt(text, at);
    const said = judgement && (predicatedAt(text, judgement) ?? attributedAt(text, judgement));
    if (judgement === undefined || said === undefined) continue;
    found.push(said);
    free = judgement.last;
  }
  return found;
}

/** `Kyiv’s membership remains | unrealistic`, in somebody's words. */
function predicatedAt(text: VoicedText, judgement: Judgement): Stance | undefined {
  const copula = copulaBefore(text, judgement.first);
  if (copula === undefined) return undefined;
  const holding = interposed(text, copula) ?? holdingOf(text, judgement.first, undefined);
  const subject = holding && subjectOf(text, copula);
  if (holding === undefined || subject === undefined || isOneself(text, subject, holding))
    return undefined;
  const turn = saidTurn(text, copula, judgement, subject.first);
  if (turn.isOpen || (judgement.sign === 1 && isUrged(text, copula))) return undefined;
  const target = judgedOf(text, subject, copula, judgement);
  return target && written(text, { holding, target, judgement, turn, confidence: PREDICATED });
}

/** How a judgement is turned about: by the copula's group, a negation behind it, or a doubt before. */
function saidTurn(text: VoicedText, copula: number, { first }: Judgement, subject: number): Turn {
  const turn = turnOf(text, copula, copula + 1);
  const isTurned = isNegated(text, first) || isDoubted(text, subject);
  return isTurned ? { ...turn, sign: -1 } : turn;
}

/** `I don’t think | the toll is fair`, `nobody believes that | he is honest`. */
export function isDoubted({ document }: VoicedText, subject: number): boolean {
  const { tokens } = document;
  const verb = tokens[subject - 1]?.lower === 'that' ? subject - 2 : subject - 1;
  return (
    /^(?:think|thinks|thought|believe|believes|believed|suppose|see|say|suggest|mean|feel|expect)$/u.test(
      tokens[verb]?.lower ?? '',
    ) &&
    [1, 2, 3].some((step) =>
      /^(?:not|n't|n’t|never|nobody|cannot|hardly)$/u.test(tokens[verb - step]?.lower ?? ''),
    )
  );
}

/** What `should be fair` is said of is not called fair. */
export function isUrged(text: VoicedText, verb: number): boolean {
  for (let at = groupStart(text, verb); at < verb; at += 1)
    if (/^(?:should|must|ought|needs?|has|have)$/u.test(text.document.tokens[at]?.lower ?? ''))
      return text.document.tokens[verb]?.lower === 'be';
  return false;
}

interface Aim extends Stretch {
  readonly sureness: number;
}

/** What a judgement is said of: `it is a mistake | to build it |`; what `this` means; the subject. */
function judgedOf(
  text: VoicedText,
  subject: { first: number; last: number; head: number },
  copula: number,
  { last }: Judgement,
): Aim | undefined {
  const { tokens } = text.document;
  const word = tokens[subject.first]?.lower ?? '';
  if (word === 'there') return undefined;
  // `it was “absurd” | that they sued |`
  const next = /^["”’»]$/u.test(tokens[last]?.text ?? '') ? last + 1 : last;
  if (word === 'it' && /^(?:to|that|when|how|for)$/u.test(tokens[next]?.lower ?? '')) {
    const clause = targetFrom(text, tokens[next]?.lower === 'for' ? next + 1 : next);
    if (clause !== undefined) return { ...clause, sureness: 1 };
  }
  if (isBarePronoun(text, subject)) {
    const topic = topicOf(text, subject.first);
    if (topic !== undefined) return topic;
  }
  return { ...withConjuncts(text, wholeSubject(text, subject, copula)), sureness: 1 };
}

/** `Kerr and | the Greens`: names joined in front belong to the subject. */
export function withConjuncts({ document, phrases }: VoicedText, subject: Stretch): Stretch {
  let { first } = subject;
  for (
    let steps = 0;
    steps < 3 && /^(?:and|or|,)$/u.test(document.tokens[first - 1]?.lower ?? '');
    steps += 1
  ) {
    const before = phrases.at[first - 2];
    if (before === undefined || document.tokens[before.head]?.pos !== 'PROPN') break;
    if (steps === 0 && document.tokens[first - 1]?.text === ',') break;
    first = before.first;
  }
  return { first, last: subject.last };
}

/** `this | shameful | toll`, `Kerr’s | lies |`, in somebody's words. */
function attributedAt(text: VoicedText, judgement: Judgement): Stance | undefined {
  if (!judgement.isTelling || speakerAt(text, judgement.first) === undefined) return undefined;
  const phrase = text.phrases.at[judgement.first];
  if (phrase === undefined || !isParticular(text, phrase, judgement)) return undefined;
  const named = targetFrom(text, phrase.first);
  const holding = holdingOf(text, judgement.first, undefined);
  if (named === undefined || holding === undefined || named.last < judgement.last) return undefined;
  const target = { first: pointerBefore(text, phrase.first) ?? named.first, last: named.last };
  const turn = turnOf(text, judgement.first, judgement.last);
  if (turn.isOpen || isNegated(text, judgement.first)) return undefined;
  const isDirect = text.quotations[text.voice[judgement.first] ?? -1]?.manner === 'direct';
  return written(text, {
    holding,
    target: { ...target, sureness: isDirect ? 1 : REPORTED },
    judgement,
    turn: { ...turn, sign: 1 },
    confidence: ATTRIBUTED,
  });
}

/** `that | shameful dam`, where the tagger parts the two. */
const pointerBefore = ({ document }: VoicedText, first: number): number | undefined =>
  /^(?:this|that|these|those)$/u.test(document.tokens[first - 1]?.lower ?? '')
    ? first - 1
    : undefined;

/** A judging word in front of a noun, or that noun itself, of something in particular. */
function isParticular(
  text: VoicedText,
  phrase: { first: number; last: number; head: number },
  { first, last }: Judgement,
): boolean {
  const { names } = text;
  const { tokens } = text.document;
  if (/^(?:my|i|me|we|us|you|your)$/u.test(tokens[phrase.first]?.lower ?? '')) return false;
  let hasOwner = false;
  let isDefinite = pointerBefore(text, phrase.first) !== undefined;
  for (let at = phrase.first; at < phrase.last; at += 1) {
    const word = tokens[at]?.lower ?? '';
    hasOwner ||= at < first && /^(?:'s|’s|'|’|his|her|its|their|whose)$/u.test(word);
    isDefinite ||= names.at[at] !== undefined || /^(?:the|this|that|these|those|our)$/u.test(word);
  }
  // `the corruption charges` are not corrupt.
  if (last <= phrase.head) return tokens[last - 1]?.pos !== 'NOUN' && (hasOwner || isDefinite);
  return hasOwner;
}

/** `Checks, | she added, | were out of the question`: who says so in between. */
function interposed(text: VoicedText, verb: number): Holding | undefined {
  const { tokens } = text.document;
  if (tokens[verb - 1]?.text !== ',' || plainReportingVerb(tokens[verb - 2]) === undefined)
    return undefined;
  const speaker = text.phrases.at[verb - 3];
  return speaker && tokens[speaker.first - 1]?.text === ','
    ? holdingOf(text, verb - 2, speaker)
    : undefined;
}

/** Nobody is judged by themselves here: `I was wrong`. */
export const isOneself = (
  { document, cast }: VoicedText,
  { first, head }: { first: number; head: number },
  { entity }: Holding,
): boolean =>
  /^(?:i|we|my|our|you)$/u.test(document.tokens[first]?.lower ?? '') ||
  (entity !== undefined && cast.at[head] === entity);

/** A judgement with whose it is and what it is passed on. */
export interface Passed {
  readonly holding: Holding;
  readonly target: Aim;
  readonly judgement: Pick<Judgement, 'first' | 'last' | 'sign'>;
  readonly turn: Turn;
  readonly confidence: number;
}

/** Not to be good is bad; who says that something is not bad, sides with it, if no more than that. */
export function written(
  text: VoicedText,
  { holding, target, judgement, turn, confidence }: Passed,
): Stance | undefined {
  const sign = turn.sign * judgement.sign;
  const isDenied = turn.sign === -1 && judgement.sign === -1;
  return stanceOf(text, holding, {
    target,
    cue: { first: judgement.first, last: judgement.last },
    polarity: sign === 1 ? 'supports' : sign === -1 ? 'opposes' : 'mixed',
    strength: turn.isConditional
      ? 'conditional'
      : sign === 0 || isDenied || turn.isHedged
        ? 'hedged'
        : 'firm',
    confidence:
      confidence * target.sureness * (isDenied ? 0.6 : 1) * (turn.isConditional ? 0.7 : 1),
  });
}
