import type { Stance } from '../facts.ts';
import { stanceOf } from './draft.ts';
import { holdingOf, type VoicedText } from './party.ts';
import { possessorOf } from './subject.ts';
import { isCalendarWord } from '../lexicon/calendar.ts';
import { targetFrom } from './target.ts';

/** Less sure than what is said outright: somebody may regret what was theirs. */
const CONFIDENCE = 0.4;

/**
 * What somebody made stands for what they want: `[Lee]’s | plan to widen the road |`.
 * @param openings the tokens of nouns for such things
 */
export function findOwnActs(text: VoicedText, openings: readonly number[]): Stance[] {
  const found: Stance[] = [];
  for (const at of openings) {
    const stance = ownActAt(text, at);
    if (stance !== undefined) found.push(stance);
  }
  return found;
}

function ownActAt(text: VoicedText, at: number): Stance | undefined {
  const phrase = text.phrases.at[at];
  if (phrase === undefined || phrase.last !== at + 1) return undefined;
  const possessor = possessorOf(text, at);
  if (possessor === undefined || isCalendarWord(text.document.tokens[possessor.head]))
    return undefined;
  const hasTail = /^(?:of|for|to)$/u.test(text.document.tokens[at + 1]?.lower ?? '');
  const whole = hasTail ? targetFrom(text, at) : phrase;
  const hasMark = /^['’]/u.test(text.document.tokens[possessor.last]?.text ?? '');
  const first = hasMark ? possessor.last + 1 : possessor.last;
  const holding = holdingOf(text, at, possessor);
  if (first > at || whole === undefined || holding === undefined) return undefined;
  return stanceOf(text, holding, {
    target: { first, last: whole.last },
    cue: { first: possessor.first, last: at + 1 },
    polarity: 'supports',
    strength: 'firm',
    confidence: CONFIDENCE,
  });
}
