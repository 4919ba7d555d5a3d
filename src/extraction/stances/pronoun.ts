import { slice } from '../../text/span.ts';
import type { Stance } from '../facts.ts';
import type { VoicedText } from './party.ts';

const PRONOUN =
  /^(?:it|its|they|them|their|this|that|these|those|he|she|him|her|such|so|which|one|us|me|we|i|you|there|what|something|anything|nothing|everything|all|more|another)$/iu;

/**
 * Puts a named target where a position is taken on `it` or `them`: whom the pronoun is known to
 * mean, else the target of the position before, in the same sentence or the one before. A position
 * on nothing that has a name is left out.
 *
 *     Togo praised | the zero rate |. Nigeria disagreed.
 *     whose party voted for | the quotas |, said | they | did more harm than good
 */
export function nameTargets(text: VoicedText, stances: readonly Stance[]): Stance[] {
  const meant = new Set<number>();
  for (const { kind, span } of text.cast.mentions) if (kind === 'pronoun') meant.add(span.start);
  const kept: Stance[] = [];
  for (const stance of stances) {
    const words = slice(text.document.text, stance.target);
    if (stance.target.start === stance.cue.start) {
      kept.push(...renamed(text, kept.at(-1), stance));
      continue;
    }
    if (!PRONOUN.test(words) || meant.has(stance.target.start)) kept.push(stance);
    else if (/^(?:it|they|them)$/iu.test(words)) kept.push(...renamed(text, kept.at(-1), stance));
  }
  return kept;
}

function renamed({ document }: VoicedText, before: Stance | undefined, stance: Stance): Stance[] {
  if (before === undefined || before.target.start >= stance.target.start) return [];
  const gap = slice(document.text, {
    start: before.evidence.end,
    end: Math.max(before.evidence.end, stance.evidence.start),
  });
  const opens = slice(document.text, { start: stance.evidence.start, end: stance.holder.start });
  const isNear =
    before.evidence.start === stance.evidence.start || (gap.trim() === '' && opens.length <= 5);
  return isNear ? [{ ...stance, target: before.target, confidence: stance.confidence * 0.7 }] : [];
}
