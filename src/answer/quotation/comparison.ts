import { fold } from '../../text/fold.ts';
import { type Span, cover, slice, span } from '../../text/span.ts';
import { contentWords } from '../../text/stems.ts';
import { type Pair, align } from './alignment.ts';

/** How words that somebody claims were said compare with a stretch of an article. */
export interface Comparison {
  /** How much of the claim stands there in its order, from 0 to 1. */
  readonly likeness: number;
  /** From the first word in common to the last. */
  readonly matching: Span;
  /** Words of the article, in or beside what matches, that the claim does not have so. */
  readonly differing: readonly Span[];
  /** Words of the claim, as typed, that the article has nowhere in what is compared. */
  readonly added: readonly string[];
  /** Words of the claim, as typed, that it has, but in another place. */
  readonly displaced: readonly string[];
}

/** Whether the claim stands there just so. */
export const isSame = ({ differing, added, displaced }: Comparison): boolean =>
  differing.length === 0 && added.length === 0 && displaced.length === 0;

/** A word of a text, made comparable: `Don’t` → dont. */
interface Word extends Span {
  readonly folded: string;
  /** Stands in brackets, `[Russia] will not`: the one who quotes put it there. */
  readonly isAside: boolean;
  /** An ellipsis stands before it. */
  readonly isAfterGap: boolean;
}

/** What somebody claims was said, read once for many comparisons. */
export interface Claim {
  readonly text: string;
  readonly words: readonly Word[];
}

/** Below this share of the claim's words, in order, nobody said anything like it there. */
const LIKE = 0.6;
/** The like share of the words that tell something. */
const TELLING = 0.5;
/** A claim so short is only looked for as it stands. */
const SHORT = 2;

/** So many words beside what matches are taken for what the claim has otherwise. */
const MOST_BESIDE = 2;

const TOKEN =
  /(?<gap>\[\s*(?:…|\.{3}|\. \. \.)\s*\]|…|\.{3,}|\. \. \.)|(?<open>\[)|(?<close>\])|(?<word>\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])|\d+(?:[.,]\d+)*|[\p{L}\p{N}\p{M}]+(?:['’ʼ‘][\p{L}\p{M}]+)*)/gu;

function wordsIn(text: string, place: Span): Word[] {
  const words: Word[] = [];
  let isAside = false;
  let isAfterGap = false;
  for (const { groups, index, 0: found } of slice(text, place).matchAll(TOKEN)) {
    if (groups?.['open'] !== undefined) isAside = true;
    else if (groups?.['close'] !== undefined) isAside = false;
    else if (groups?.['gap'] !== undefined) isAfterGap = true;
    else {
      const start = place.start + index;
      const folded = fold(found).replace(/[.,']/gu, '');
      words.push({ folded, isAside, isAfterGap, start, end: start + found.length });
      isAfterGap = false;
    }
  }
  return words;
}

/**
 * What a member pasted as somebody's words; where it has words between quotation marks and others,
 * also those between the marks alone: `Rubio said, “It went well.”`
 */
export function readClaims(text: string): readonly Claim[] {
  const quoted = Array.from(text.matchAll(/[“"«„]([^“”"«»„]+)(?:[”"»]|$)/gu), ([, inner]) => inner);
  return [...new Set([text, quoted.join(' … ')])]
    .map((words) => ({ text: words, words: wordsIn(words, span(0, words.length)) }))
    .filter((claim, at) => (at === 0 ? counted(claim).length > 0 : counted(claim).length > SHORT));
}

const counted = ({ words }: Claim): readonly Word[] => words.filter(({ isAside }) => !isAside);

/** Whether a claim is so few words that they may stand anywhere. */
export const isShort = (claim: Claim): boolean => counted(claim).length <= SHORT;

export const isOneWord = (claim: Claim): boolean => counted(claim).length === 1;

/** Whether a claim is words so few and plain that they stand everywhere: `it is`. */
export const isTooPlain = (claim: Claim): boolean =>
  isShort(claim) && contentWords(claim.text).length === 0;

/**
 * Compares a claim with parts of a body; undefined where they are not alike. It is laid beside the
 * nearest of their sentences if it departs less from that than from all of them.
 *
 *     claim    no agreement about us without us
 *     article  any [agreement about us without us]     likeness 5/6, differing: any, added: no
 */
export function compareWords(
  claim: Claim,
  body: string,
  parts: readonly Span[],
): Comparison | undefined {
  const asked = counted(claim);
  const said = parts.flatMap((part) => wordsIn(body, part));
  if (!sharesEnough(asked, said)) return undefined;
  const sentences = apart(said, body).filter((words) => sharesEnough(asked, words));
  const compared = [said, ...(sentences.length > 1 || parts.length > 1 ? sentences : [])].flatMap(
    (words) => compareRun(claim, asked, words, said) ?? [],
  );
  const nearest = compared.toSorted(
    (a, b) => b.likeness - a.likeness || a.differing.length - b.differing.length,
  );
  return nearest[0];
}

/** Words as the sentences, or parts of them, that full stops and the like end. */
function apart(said: readonly Word[], body: string): readonly (readonly Word[])[] {
  const sentences: Word[][] = [];
  for (const [at, word] of said.entries()) {
    const before = said[at - 1];
    const isNext = before !== undefined && !/[.!?"”»]/u.test(body.slice(before.end, word.start));
    if (isNext) sentences.at(-1)?.push(word);
    else sentences.push([word]);
  }
  return sentences;
}

function compareRun(
  claim: Claim,
  asked: readonly Word[],
  said: readonly Word[],
  shown: readonly Word[],
): Comparison | undefined {
  const pairs = align(claim.words, said);
  const common = pairs.filter(({ isCommon }) => isCommon);
  const [first, last] = [said[common[0]?.said ?? -1], said[common.at(-1)?.said ?? -1]];
  if (first === undefined || last === undefined) return undefined;
  const found = new Set(common.flatMap(({ claimed }) => claim.words[claimed] ?? []));
  const likeness = asked.filter((word) => found.has(word)).length / asked.length;
  const missing = asked.filter((word) => !found.has(word));
  const differing = differingIn(claim, said, pairs).map(({ start, end }) => span(start, end));
  if (!isLike(asked, missing, differing)) return undefined;
  const known = new Set(shown.map(({ folded }) => folded));
  const isKnown = ({ folded }: Word): boolean => known.has(folded);
  return {
    likeness,
    matching: cover(first, last),
    differing,
    added: runsOf(
      claim,
      missing.filter((word) => !isKnown(word)),
    ),
    displaced: runsOf(claim, missing.filter(isKnown)),
  };
}

/** A cheap bound on the common words, so that most quotations are passed over at once. */
function sharesEnough(asked: readonly Word[], said: readonly Word[]): boolean {
  const words = new Set(said.map(({ folded }) => folded));
  const shared = asked.filter(({ folded }) => words.has(folded)).length;
  return asked.length > 0 && shared / asked.length >= LIKE;
}

function isLike(
  asked: readonly Word[],
  missing: readonly Word[],
  differing: readonly Span[],
): boolean {
  if (asked.length <= SHORT) return missing.length === 0 && differing.length === 0;
  const telling = asked.filter(isTelling).length;
  const found = telling - missing.filter(isTelling).length;
  return missing.length <= (1 - LIKE) * asked.length && found >= TELLING * telling;
}

const isTelling = ({ folded }: Word): boolean => contentWords(folded).length > 0;

/**
 * Where the article departs from the claim: words inside what matches that the claim leaves out
 * without an ellipsis, and the words beside it that stand where the claim has others.
 */
function differingIn(
  { words }: Claim,
  said: readonly Word[],
  pairs: readonly Pair[],
): readonly Word[] {
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (first === undefined || last === undefined) return [];
  const missing = (some: readonly Word[]): number =>
    Math.min(MOST_BESIDE, some.filter(({ isAside }) => !isAside).length);
  const head = missing(words.slice(0, first.claimed));
  const tail = missing(words.slice(last.claimed + 1));
  const before = said.slice(Math.max(0, first.said - head), first.said);
  const after = said.slice(last.said + 1, last.said + 1 + tail);
  const inside = pairs.flatMap((pair, at) => departuresUpTo(pair, pairs[at - 1], words, said));
  return [...before, ...inside, ...after];
}

/** What was said between two pairs, and in the latter one, that the claim has not or has otherwise. */
function departuresUpTo(
  pair: Pair,
  before: Pair | undefined,
  words: readonly Word[],
  said: readonly Word[],
): readonly Word[] {
  const claimed = words.slice((before?.claimed ?? pair.claimed) + 1, pair.claimed + 1);
  const isFree = claimed.some(({ isAside, isAfterGap }) => isAside || isAfterGap);
  const skipped = isFree ? [] : said.slice((before?.said ?? pair.said) + 1, pair.said);
  const isOther = !pair.isCommon && words[pair.claimed]?.isAside !== true;
  return isOther ? [...skipped, ...said.slice(pair.said, pair.said + 1)] : skipped;
}

/** Words of the claim that follow one another, as typed. */
function runsOf({ text, words }: Claim, missing: readonly Word[]): string[] {
  const runs: Span[] = [];
  for (const word of missing) {
    const last = runs.at(-1);
    const isNext = last !== undefined && words[words.indexOf(word) - 1]?.end === last.end;
    if (isNext) runs[runs.length - 1] = cover(last, word);
    else runs.push(word);
  }
  return runs.map((run) => slice(text, run));
}
