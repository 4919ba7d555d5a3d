import type { Stance } from '../facts.ts';
import { ownActs } from '../lexicon/stance-own-acts.ts';
import { stanceOf } from './draft.ts';
import { holdingOf, type VoicedText } from './party.ts';
import { possessorOf } from './subject.ts';
import { isCalendarWord } from '../lexicon/calendar.ts';
import { targetFrom } from './target.ts';

/** Less sure than what is said outright: somebody may regret what was theirs. */
const CONFIDENCE = 0.4;

/** What somebody made stands for what they want: `[Lee]’s | plan to widen the road |`. */
export function findOwnActs(text: VoicedText): Stance[] {
  const { tokens } = text.document;
  const found: Stance[] = [];
  for (let at = 1; at < tokens.length; at += 1) {
    if (!ownActs.has(tokens[at]?.lower ?? '')) continue;
    const stance = ownActAt(text, at);
    if (stance !== undefined) found.push(stance);
  }
  return found;
}

function ownActAt(text: VoicedText, at: number): Stance | undefined {
  const phrase = text.phrases.at[at];
  if (phrase === undefined || phrase.last !== at + 1) return undefined;
  const possessor = possessorOf(text, at);
  if (possessor === undefined || isCalendarWord(text.document.tokens[possessor.head]?.lower ?? ''))
    return undefined;
  const hasTail = /^(?:of|for|to)$/u.test(text.document.tokens[at + 1]?.lower ?? '');
  const whole = hasTail ? targetFrom(text, at) : phrase;
  const hasMark = /^['’]/u.test(text.document.tokens[possessor.last]?.text ?? '');
  const first = hasMark ? possessor.last + 1 : possessor.last;
  const holding = holdingOf(text, at, possessor);
  if (first > at || whole === undefined || holding === undefined) return undefined;
  return stanceOf(text, {
    holding,
    target: { first, last: whole.last },
    cue: { first: possessor.first, last: at + 1 },
    polarity: 'supports',
    strength: 'firm',
    confidence: CONFIDENCE,
  });
}
