import { type Span, slice, span } from '../text/span.ts';
import { fold } from '../text/fold.ts';

/** How words that somebody claims were said compare with a stretch of an article. */
export interface Comparison {
  /** How much of the claim stands there in its order, from 0 to 1. */
  readonly likeness: number;
  /** Words of the article, inside the matching stretch, that the claim does not have. */
  readonly differing: readonly Span[];
}

interface Word extends Span {
  readonly folded: string;
}

/** Below this share of the claim's words, in order, nobody said anything like it there. */
const LIKE = 0.6;
const LEAST_WORDS = 3;

/**
 * Compares a claim with a span of a body; undefined where they are not alike. The words in common
 * are the longest common subsequence (Hirschberg 1975 names it so), which keeps their order.
 *
 *     claim    no agreement about us without us
 *     article  any [agreement about us without us]     likeness 5/6, nothing differing inside
 */
export function compareWords(claim: string, body: string, place: Span): Comparison | undefined {
  const asked = wordsIn(claim, span(0, claim.length));
  const said = wordsIn(body, place);
  const least = Math.min(LEAST_WORDS, asked.length);
  if (asked.length === 0 || !sharesEnough(asked, said)) return undefined;
  const common = commonWords(asked, said);
  const likeness = common.length / asked.length;
  if (common.length < least || likeness < LIKE) return undefined;
  return { likeness, differing: differing(said, common, asked.length) };
}

function wordsIn(text: string, place: Span): Word[] {
  return Array.from(slice(text, place).matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu), (match) => ({
    folded: fold(match[0]),
    start: place.start + match.index,
    end: place.start + match.index + match[0].length,
  }));
}

/** A cheap bound on the common words, so that most quotations are passed over at once. */
function sharesEnough(asked: readonly Word[], said: readonly Word[]): boolean {
  const words = new Set(said.map(({ folded }) => folded));
  const shared = asked.filter(({ folded }) => words.has(folded)).length;
  return shared / asked.length >= LIKE;
}

/** The indexes in `said` of a longest common subsequence. */
function commonWords(asked: readonly Word[], said: readonly Word[]): number[] {
  const width = said.length + 1;
  const longest = new Uint16Array((asked.length + 1) * width);
  for (let i = asked.length - 1; i >= 0; i -= 1)
    for (let j = said.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        asked[i]?.folded === said[j]?.folded
          ? 1 + (longest[(i + 1) * width + j + 1] ?? 0)
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
  const common: number[] = [];
  let i = 0;
  let j = 0;
  while (i < asked.length && j < said.length) {
    if (asked[i]?.folded === said[j]?.folded) {
      common.push(j);
      i += 1;
      j += 1;
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return common;
}

/**
 * Where the claim departs from the article: words inside the matching stretch that it leaves out,
 * and the word in front of or behind the stretch that stands where the claim has another.
 */
function differing(said: readonly Word[], common: readonly number[], asked: number): Span[] {
  const first = common[0] ?? 0;
  const last = common.at(-1) ?? 0;
  const isShort = common.length < asked;
  const from = isShort && first > 0 ? first - 1 : first;
  const to = isShort && first === 0 && last + 1 < said.length ? last + 1 : last;
  const kept = new Set(common);
  return said
    .slice(from, to + 1)
    .filter((_, index) => !kept.has(from + index))
    .map(({ start, end }) => span(start, end));
}
