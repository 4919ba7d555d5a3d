import type { Stance } from '../facts.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { stanceOf } from './draft.ts';
import { holdingOf, type VoicedText } from './party.ts';
import { groupStart, subjectOf } from './subject.ts';
import { targetFrom } from './target.ts';
import { turnOf } from './turn.ts';

// What somebody says they will not do: `Dhaka will not barter the river`.

/** Verbs whose refusal takes no side. */
const IDLE =
  /^(?:be|have|get|know|say|tell|comment|seem|come|go|make|need|want|see|think|happen|become|matter|last|stay|remain|speak|talk|attend|answer|name|elaborate|respond|return|find|feel|look|appear|discuss|reveal|disclose|identify|win|lose|hold|face|meet|run|die|hesitate|wait|rest|forget)$/u;

/** Refusals by any verb that is no cue itself; `taken` are the tokens of cues. */
export function findRefusals(text: VoicedText, taken: ReadonlySet<number>): Stance[] {
  const { tokens } = text.document;
  return tokens.flatMap((token, at) => {
    if (token.pos !== 'VERB' || taken.has(at) || IDLE.test(token.lower) || !isRefused(text, at))
      return [];
    const subject = subjectOf(text, at);
    const holding = subject && mayRefuse(text, subject) ? holdingOf(text, at, subject) : undefined;
    const object = targetFrom(text, at + 1);
    const turn = turnOf(text, at, at + 1);
    if (holding === undefined || object === undefined || turn.isOpen || turn.sign !== -1) return [];
    const target = { first: at, last: object.last };
    const strength = turn.isConditional ? 'conditional' : 'firm';
    return (
      stanceOf(text, {
        holding,
        target,
        cue: { first: groupStart(text, at), last: at + 1 },
        polarity: 'opposes',
        strength,
        confidence: 0.55,
      }) ?? []
    );
  });
}

/** `will not`, `would never`, `won’t` before a bare verb. */
function isRefused(text: VoicedText, at: number): boolean {
  const words = text.document.tokens.slice(groupStart(text, at), at).map(({ lower }) => lower);
  return (
    words.some((word) => /^(?:will|would|wo|’ll|'ll|’d|'d)$/u.test(word)) &&
    words.some((word) => /^(?:not|never|n't|n’t)$/u.test(word))
  );
}

const mayRefuse = ({ cast, document }: VoicedText, { head }: Phrase): boolean =>
  (cast.at[head] ?? -1) >= 0 ||
  /^(?:i|we|government|country|party|utility|company|union)$/u.test(
    document.tokens[head]?.lower ?? '',
  );
