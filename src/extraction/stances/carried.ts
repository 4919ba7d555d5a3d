import type { Stance } from '../facts.ts';
import { carryingVerbs } from '../lexicon/stance-conduct.ts';
import { inflect } from '../lexicon/inflection.ts';
import { isDoubted, isOneself, withConjuncts, written } from './judged.ts';
import { isNegated, type Judgement, judgementAt } from './judgement.ts';
import { holdingOf, type VoicedText } from './party.ts';
import { subjectOf } from './subject.ts';
import { wholeSubject } from './target.ts';
import { isBarePronoun, topicOf } from './topic.ts';
import { turnOf } from './turn.ts';

// What somebody is said to have, make or bring: `the law sets | a dangerous precedent`.

const CARRIED = 0.45;

const carrying = new Set(carryingVerbs.flatMap(inflect));

/**
 * The judgements that fall on a subject by what its verb carries.
 * @param spoken tokens in somebody's words at which one may begin
 */
export function findCarried(text: VoicedText, spoken: readonly number[]): Stance[] {
  const found: Stance[] = [];
  let free = 0;
  for (const at of spoken) {
    if (at < free) continue;
    const judgement = judgementAt(text, at);
    const stance = judgement && judgesAll(text, judgement) ? carriedAt(text, judgement) : undefined;
    if (judgement === undefined || stance === undefined) continue;
    found.push(stance);
    free = judgement.last;
  }
  return found;
}

/** `a | mistake |`, `a | shameful | deal`; `a | legal | challenge` is not legal. */
function judgesAll({ phrases }: VoicedText, { first, last, isTelling }: Judgement): boolean {
  const phrase = phrases.at[first];
  return (
    phrase !== undefined &&
    (isTelling || (last - first > 1 && last > phrase.head) || last - 1 === phrase.head)
  );
}

function carriedAt(text: VoicedText, judgement: Judgement): Stance | undefined {
  const verb = carrierOf(text, judgement.first);
  const holding = verb === undefined ? undefined : holdingOf(text, verb, undefined);
  const subject = verb === undefined ? undefined : subjectOf(text, verb);
  if (verb === undefined || holding === undefined || subject === undefined) return undefined;
  if (isOneself(text, subject, holding)) return undefined;
  const turn = turnOf(text, verb, verb + 1);
  if (turn.isOpen) return undefined;
  const isTurned = isNegated(text, judgement.first) || isDoubted(text, subject.first);
  const topic = isBarePronoun(text, subject) ? topicOf(text, subject.first) : undefined;
  return written(text, {
    holding,
    target: topic ?? { ...withConjuncts(text, wholeSubject(text, subject, verb)), sureness: 1 },
    judgement,
    turn: isTurned ? { ...turn, sign: -1 } : turn,
    confidence: CARRIED,
  });
}

/** The verb whose object a judgement stands in: `makes | a huge mistake`. */
function carrierOf({ document, phrases }: VoicedText, first: number): number | undefined {
  const { tokens } = document;
  let at = (phrases.at[first]?.first ?? first) - 1;
  while (at > first - 5 && /^(?:["“‘]|such|quite|so|very)$/u.test(tokens[at]?.lower ?? '')) at -= 1;
  const token = tokens[at];
  return token?.pos === 'VERB' && carrying.has(token.lower) ? at : undefined;
}
