import type { Polarity, Stance } from '../../extraction/facts.ts';
import type { Reading } from '../../search/corpus.ts';

/** A position with how well it answers the question. */
export interface Weighed {
  readonly reading: Reading;
  readonly stance: Stance;
  /** Toward what is asked: the contrary of the position’s own where that is on its end. */
  readonly side: Polarity;
  readonly weight: number;
  /** How much of what is asked stands in the target itself. */
  readonly inside: number;
}

/** The weight from which a stated position decides, and from which what quotations lean to does. */
const ENOUGH = 0.15;
const ENOUGH_LEANING = 0.15;
/** What weighs less than this share of the best is left out. */
const RELEVANT = 0.4;
/** A weaker side counts from this share of the stronger. */
const RIVAL = 0.8;
/** Support weighs so much of what is neither, and there is nothing against. */
const AGREEING = 0.4;

/**
 * What tells of a holder: the stated positions; else what quotations lean to beside them; none where
 * neither reaches.
 */
export function telling(
  stated: readonly Weighed[],
  leaning: () => readonly Weighed[],
): readonly Weighed[] {
  const best = Math.max(0, ...stated.map(({ weight }) => weight));
  if (best >= ENOUGH) return stated.filter(({ weight }) => weight >= best * RELEVANT);
  const leanings = leaning();
  const sum = leanings.reduce((total, { weight }) => total + weight, 0);
  return sum < ENOUGH_LEANING ? [] : [...stated, ...leanings];
}

/** Which side weighs more; `mixed` where neither does, or what is neither. */
export function balance(all: readonly Weighed[]): Polarity {
  const sum = (polarity: Polarity): number =>
    all.reduce((total, one) => (sideOf(one) === polarity ? total + one.weight : total), 0);
  const [supports, opposes, mixed] = [sum('supports'), sum('opposes'), sum('mixed')];
  // Who does not oppose it and otherwise acts for it, supports it.
  if (opposes === 0 && supports >= AGREEING * mixed && supports > 0) return 'supports';
  const isTorn = Math.min(supports, opposes) >= RIVAL * Math.max(supports, opposes);
  if (isTorn || mixed >= Math.max(supports, opposes)) return 'mixed';
  return supports > opposes ? 'supports' : 'opposes';
}

/** A position that stands only under a condition is neither. */
const sideOf = ({ stance, side }: Weighed): Polarity =>
  stance.strength === 'conditional' && side === 'supports' ? 'mixed' : side;
