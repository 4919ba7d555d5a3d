import { type Span, slice, span } from '../../text/span.ts';

/** Where words stand, so that they are found again after edits: the words and 32 characters either side. */
export interface Anchor {
  readonly words: string;
  readonly before: string;
  readonly after: string;
}

/** In UTF-16 code units. */
const CONTEXT = 32;

/** So much around words that now stand in one place only must be there still: it may be another place. */
const LEAST_OF_ONE = 8;
/** Words so long do not stand in another place by chance. */
const TELLING = 32;
/** Where the words stand in several places: so much around the best, and so much more than of the next. */
const LEAST_OF_SEVERAL = 16;
const MARGIN = 4;

/** `[Lavrov]` of `A day later Lavrov said no.` → words `Lavrov`, before `A day later `, after ` said no.` */
export function anchorAt(body: string, words: Span): Anchor {
  const before = body.slice(Math.max(0, words.start - CONTEXT), words.start);
  const after = body.slice(words.end, words.end + CONTEXT);
  return {
    words: slice(body, words),
    // Half a character (a lone surrogate) is no text that every store takes.
    before: before.replace(/^[\uDC00-\uDFFF]/, ''),
    after: after.replace(/[\uD800-\uDBFF]$/, ''),
  };
}

/**
 * Where the anchor's words stand now: with the same words around them; failing that, with most of
 * them. Nothing where the words are gone or it cannot be told which of several places is meant.
 */
export function findAnchor(body: string, anchor: Anchor): Span | undefined {
  const places = placesOf(body, anchor.words)
    .map((place) => ({ place, kept: keptAround(body, place, anchor) }))
    .toSorted((a, b) => b.kept - a.kept);
  const [best, next] = places;
  if (best === undefined) return undefined;
  if (next === undefined) return isTold(best.kept, anchor) ? best.place : undefined;
  if (isWhole(best.kept, anchor)) return isWhole(next.kept, anchor) ? undefined : best.place;
  return best.kept >= LEAST_OF_SEVERAL && best.kept - next.kept >= MARGIN ? best.place : undefined;
}

const isTold = (kept: number, anchor: Anchor): boolean =>
  kept >= LEAST_OF_ONE || anchor.words.length >= TELLING || isWhole(kept, anchor);

const isWhole = (kept: number, { before, after }: Anchor): boolean =>
  kept === before.length + after.length;

/** Every place of some words, in order; overlapping ones too. */
export function placesOf(body: string, words: string): readonly Span[] {
  const places: Span[] = [];
  if (words === '') return places;
  for (let at = body.indexOf(words); at !== -1; at = body.indexOf(words, at + 1))
    places.push(span(at, at + words.length));
  return places;
}

/** How many code units next to a place are those of the anchor. */
function keptAround(body: string, { start, end }: Span, { before, after }: Anchor): number {
  let left = 0;
  while (left < before.length && body[start - 1 - left] === before[before.length - 1 - left])
    left += 1;
  let right = 0;
  while (right < after.length && body[end + right] === after[right]) right += 1;
  return left + right;
}
