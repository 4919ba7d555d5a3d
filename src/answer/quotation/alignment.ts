// How two runs of words lie best beside each other: local alignment (Smith and Waterman 1981).

/** A word of a claim, as far as aligning goes. */
interface Claimed {
  readonly folded: string;
  readonly isAside: boolean;
  readonly isAfterGap: boolean;
}

/** Two words that lie beside each other, by their places; `[Russia] will` beside `it will` too. */
export interface Pair {
  readonly claimed: number;
  readonly said: number;
  readonly isCommon: boolean;
}

/** What a pair of the same word is worth, and what one costs that differs or has no partner. */
const COMMON = 2;
const COST = 1;

/**
 * The stretches of both that are most alike, as pairs in order. Words in brackets cost nothing, and
 * neither does what was said where the claim has an ellipsis.
 *
 *     claim   we  tried … it failed
 *     said    We  tried, and in the end it failed.     (we, We) (tried, tried) (it, it) (failed, failed)
 */
export function align(claim: readonly Claimed[], said: readonly { folded: string }[]): Pair[] {
  const width = said.length + 1;
  const scores = new Int16Array((claim.length + 1) * width);
  let best = 0;
  for (let i = 1; i <= claim.length; i += 1)
    for (let j = 1; j <= said.length; j += 1) {
      const score = Math.max(
        0,
        ...stepsTo(i, j).map(([from, worth]) => (scores[from] ?? 0) + worth),
      );
      scores[i * width + j] = score;
      if (score > (scores[best] ?? 0)) best = i * width + j;
    }
  return traceBack();

  /** From where a pair of places can be reached, and what that is worth. */
  function stepsTo(i: number, j: number): readonly (readonly [from: number, worth: number])[] {
    const [word, next, other] = [claim[i - 1], claim[i], said[j - 1]];
    const isAside = word?.isAside === true;
    const isFree = isAside || next?.isAside === true || next?.isAfterGap === true;
    const both = word?.folded === other?.folded ? COMMON : isAside ? 0 : -COST;
    return [
      [(i - 1) * width + j - 1, both],
      [i * width + j - 1, isFree ? 0 : -COST],
      [(i - 1) * width + j, isAside ? 0 : -COST],
    ];
  }

  function traceBack(): Pair[] {
    const pairs: Pair[] = [];
    for (let at = best; (scores[at] ?? 0) > 0;) {
      const [i, j] = [Math.floor(at / width), at % width];
      const [from = 0] =
        stepsTo(i, j).find(([place, worth]) => (scores[place] ?? 0) + worth === scores[at]) ?? [];
      if (from === at - width - 1)
        pairs.push({
          claimed: i - 1,
          said: j - 1,
          isCommon: claim[i - 1]?.folded === said[j - 1]?.folded,
        });
      at = from;
    }
    return pairs.toReversed();
  }
}
