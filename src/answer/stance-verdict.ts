import type { Polarity, Stance } from '../extraction/facts.ts';
import type { Reading } from '../search/corpus.ts';

/** A position with how well it answers the question. */
export interface Weighed {
  readonly reading: Reading;
  readonly stance: Stance;
  readonly weight: number;
  /** How much of what is asked stands in the target itself. */
  readonly inside: number;
}

export interface Verdict {
  readonly polarity: Polarity;
  readonly lines: readonly Weighed[];
}

/** The weight from which the evidence decides. */
const ENOUGH = 0.3;
/** A weaker side counts from this share of the stronger. */
const RIVAL = 0.6;

/** What the evidence comes to; nothing where it does not reach. */
export function decide(
  stated: readonly Weighed[],
  leaning: readonly Weighed[],
): Verdict | undefined {
  const best = Math.max(0, ...stated.map(({ weight }) => weight));
  const all =
    best >= ENOUGH ? stated.filter(({ weight }) => weight >= best * 0.5) : [...stated, ...leaning];
  const sum = (polarity: Polarity): number =>
    all.reduce((total, one) => (sideOf(one) === polarity ? total + one.weight : total), 0);
  const [supports, opposes, mixed] = [sum('supports'), sum('opposes'), sum('mixed')];
  const most = Math.max(supports, opposes, mixed);
  if (most < ENOUGH) return undefined;
  const lines = all.toSorted((a, b) => b.weight - a.weight);
  if (mixed === most || Math.min(supports, opposes) >= RIVAL * Math.max(supports, opposes))
    return { polarity: 'mixed', lines };
  return { polarity: supports > opposes ? 'supports' : 'opposes', lines };
}

/** A position that stands only under a condition is neither. */
const sideOf = ({ stance }: Weighed): Polarity =>
  stance.strength === 'conditional' && stance.polarity === 'supports' ? 'mixed' : stance.polarity;
