import type { Stance } from '../facts.ts';
import { IDLE_DEEDS } from '../lexicon/stance-modifiers.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { stanceOf } from './draft.ts';
import { holdingOf, type VoicedText } from './party.ts';
import { groupStart, subjectOf } from './subject.ts';
import { targetFrom } from './target.ts';
import { turnOf } from './turn.ts';

// What somebody says they will not do: `Dhaka will not barter the river`.

/** Refusals by any verb that is no cue itself; `taken` are the tokens of cues. */
export function findRefusals(text: VoicedText, taken: ReadonlySet<number>): Stance[] {
  const found: Stance[] = [];
  const { tokens } = text.document;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.pos !== 'VERB' || taken.has(at) || IDLE_DEEDS.holds(token) || !isRefused(text, at))
      continue;
    const stance = refusalAt(text, at);
    if (stance !== undefined) found.push(stance);
  }
  return found;
}

function refusalAt(text: VoicedText, at: number): Stance | undefined {
  const subject = subjectOf(text, at);
  const holding = subject && mayRefuse(text, subject) ? holdingOf(text, at, subject) : undefined;
  const object = holding && targetFrom(text, at + 1);
  if (holding === undefined || object === undefined) return undefined;
  const turn = turnOf(text, at, at + 1);
  if (turn.isOpen || turn.sign !== -1) return undefined;
  return stanceOf(text, holding, {
    target: { first: at, last: object.last },
    cue: { first: groupStart(text, at), last: at + 1 },
    polarity: 'opposes',
    strength: turn.isConditional ? 'conditional' : 'firm',
    confidence: 0.55,
  });
}

const WILL = new Set(['will', 'would', 'wo', '’ll', "'ll", '’d', "'d"]);
const NOT = new Set(['not', 'never', "n't", 'n’t']);

/** `will not`, `would never`, `won’t` before a bare verb. */
function isRefused(text: VoicedText, at: number): boolean {
  const { tokens } = text.document;
  let hasWill = false;
  let hasNot = false;
  for (let before = groupStart(text, at); before < at; before += 1) {
    const word = tokens[before]?.lower ?? '';
    hasWill ||= WILL.has(word);
    hasNot ||= NOT.has(word);
  }
  return hasWill && hasNot;
}

const mayRefuse = ({ cast, document }: VoicedText, { head }: Phrase): boolean =>
  (cast.at[head] ?? -1) >= 0 ||
  /^(?:i|we|government|country|party|utility|company|union)$/u.test(
    document.tokens[head]?.lower ?? '',
  );
