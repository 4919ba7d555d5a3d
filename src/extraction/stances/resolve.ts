import type { Stance } from '../facts.ts';
import type { Phrase } from '../syntax/phrases.ts';
import { stanceOf } from './draft.ts';
import { holdingOf, type VoicedText } from './party.ts';
import { groupStart, subjectOf } from './subject.ts';
import { targetFrom } from './target.ts';
import { turnOf } from './turn.ts';

// What somebody says they will not do: `Dhaka will not barter the river`.

/** Verbs whose refusal takes no side. */
const IDLE = new Set(
  `be have get know say tell comment seem come go make need want see think happen become matter last
   stay remain speak talk attend answer name elaborate respond return find feel look appear discuss
   reveal disclose identify win lose hold face meet run die hesitate wait rest forget`.split(
    /\s+/u,
  ),
);

/** Refusals by any verb that is no cue itself; `taken` are the tokens of cues. */
export function findRefusals(text: VoicedText, taken: ReadonlySet<number>): Stance[] {
  const found: Stance[] = [];
  for (const [at, token] of text.document.tokens.entries()) {
    if (token.pos !== 'VERB' || taken.has(at) || IDLE.has(token.lower) || !isRefused(text, at))
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
  return stanceOf(text, {
    holding,
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
