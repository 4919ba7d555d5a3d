import { type Article, paragraphAt } from '../../article/article.ts';
import { contains, length, overlaps, sameSpan, span, type Span } from '../../text/span.ts';
import type { Facts, Quotation, Speaker } from '../facts.ts';
import { isSurelyNamed } from '../quotations/speaker.ts';

// Which quotations are one thing that somebody said.

/** The quotation that stands at a place, or most of it: an index. */
export function quotationAt({ quotations }: Facts, place: Span): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const [at, quotation] of quotations.entries()) {
    if (quotation.isTopic) continue;
    const shared = sameSpan(quotation.span, place) ? Infinity : sharedOf(quotation.span, place);
    if (shared <= most) continue;
    best = at;
    most = shared;
  }
  return best;
}

const sharedOf = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/**
 * A quotation with all that have its speaker because they are the same words, or the same breath:
 * indexes, the first its own. What is in `apart` is ruled on by itself.
 *
 *     She said that it was “a lie”.           [it was “a lie”] [a lie]
 *     “We tried,” she said. “It failed.”      [We tried,] [It failed.]
 */
export const saidTogether = (
  article: Article,
  facts: Facts,
  at: number,
  apart: ReadonlySet<number> = new Set(),
): readonly number[] => grow(facts, [at], apart, (a, b) => areOne(article, facts, a, b));

/**
 * The same with those behind that have the speaker from them, where the words go on or a pronoun
 * stands for whoever spoke. They may be ruled on without those in front.
 *
 *     “We tried,” she said.␤␤“It failed.”      [We tried,] → [It failed.]
 */
export const goingOn = (
  facts: Facts,
  together: readonly number[],
  apart: ReadonlySet<number>,
): readonly number[] =>
  growBehind(
    facts,
    together,
    apart,
    (a, b) => hangsOn(a, b) && (!isByName(facts, a) || isNext(facts, a, b)),
  );

/** Those that only had their speaker from them: with it, they lose the ground for theirs. */
export const leftBehind = (
  facts: Facts,
  together: readonly number[],
  apart: ReadonlySet<number>,
): readonly number[] => growBehind(facts, together, apart, hangsOn).slice(together.length);

/** None has its speaker from words that had it from elsewhere themselves. */
const growBehind = (
  facts: Facts,
  from: readonly number[],
  apart: ReadonlySet<number>,
  areTied: Tie,
): readonly number[] =>
  from.some((at) => namesItsSpeaker(facts.quotations[at]))
    ? grow(facts, from, apart, areTied)
    : from;

const namesItsSpeaker = (quotation: Quotation | undefined): boolean =>
  quotation?.speaker !== undefined && overlaps(quotation.sentence, quotation.speaker.mention);

type Tie = (a: Quotation, b: Quotation) => boolean;

/** All that are tied to some, and to those in turn; what is said of no one, and what is apart, left out. */
function grow(
  { quotations }: Facts,
  from: readonly number[],
  apart: ReadonlySet<number>,
  areTied: Tie,
): readonly number[] {
  const grown = [...from];
  // It grows while it is walked through.
  for (const one of grown)
    for (const [other, quotation] of quotations.entries()) {
      const known = quotations[one];
      if (known === undefined || quotation.isTopic || grown.includes(other)) continue;
      if (!apart.has(other) && areTied(known, quotation)) grown.push(other);
    }
  return grown;
}

/** The speaker of what stands behind was named by the same words, outside its own sentence. */
const hangsOn: Tie = (a, b) =>
  a.span.end <= b.span.start &&
  a.speaker !== undefined &&
  b.speaker !== undefined &&
  sameSpan(a.speaker.mention, b.speaker.mention) &&
  !namesItsSpeaker(b);

const isByName = ({ mentions }: Facts, { speaker }: Quotation): boolean =>
  mentions.some(
    ({ kind, span: name }) =>
      kind === 'name' && speaker !== undefined && contains(speaker.mention, name),
  );

/** No sentence of the article's own stands between. */
const isNext = ({ sentences }: Facts, a: Quotation, b: Quotation): boolean => {
  const gap = span(a.span.end, b.span.start);
  return !sentences.some((sentence) => contains(gap, sentence));
};

const areOne = (article: Article, facts: Facts, a: Quotation, b: Quotation): boolean =>
  overlaps(a.span, b.span)
    ? isSameSource(a.speaker, b.speaker) || areSameWords(a, b)
    : isOneBreath(article, facts, a, b);

/**
 * Of `said it was “a lie”` the words between marks are most of what was said, and nothing tells that
 * another said them: not so in `said that Lee called it “a lie”`.
 */
function areSameWords(a: Quotation, b: Quotation): boolean {
  const [outer, inner] = length(a.span) > length(b.span) ? [a, b] : [b, a];
  if (sharedOf(a.span, b.span) < length(outer.span) / 2) return false;
  if (inner.speaker === undefined || outer.speaker === undefined) return true;
  const areSure = isSurelyNamed(inner.speaker) && isSurelyNamed(outer.speaker);
  return !areSure && !contains(outer.span, inner.speaker.mention);
}

const isSameSource = (a: Speaker | undefined, b: Speaker | undefined): boolean =>
  a === undefined || b === undefined
    ? a === b
    : sameSpan(a.mention, b.mention) || (a.entity !== undefined && a.entity === b.entity);

/** The same words name who spoke, in one paragraph, with no sentence of the article's own between. */
function isOneBreath(article: Article, facts: Facts, a: Quotation, b: Quotation): boolean {
  if (a.manner !== 'direct' || b.manner !== 'direct') return false;
  if (!a.speaker || !b.speaker || !sameSpan(a.speaker.mention, b.speaker.mention)) return false;
  const [first, second] = a.span.start < b.span.start ? [a, b] : [b, a];
  return (
    paragraphAt(article, first.span.end) === paragraphAt(article, second.span.start) &&
    isNext(facts, first, second)
  );
}
