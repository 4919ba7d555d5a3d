import { type Span, length, span } from '../text/span.ts';

/** The most that a card quotes of one passage, in UTF-16 code units. */
export const LONGEST_PASSAGE = 700;

/**
 * The sentence with as many of its neighbours as fit: each time the side whose next sentence
 * scores more, so that a pronoun's antecedent or the rest of an answer comes into sight.
 *
 *     … | Lavrov met Rubio. | [He left early.] | "It went well," he said. | …
 */
export function findWindow(
  sentences: readonly Span[],
  index: number,
  scores: (index: number) => number,
): Span {
  const centre = sentences[index] ?? span(0, 0);
  let first = index;
  let last = index;
  for (;;) {
    const sides = [first - 1, last + 1].filter((side) =>
      fits(sentences, Math.min(first, side), Math.max(last, side)),
    );
    const [side] = sides.toSorted((a, b) => scores(b) - scores(a));
    if (side === undefined) break;
    if (side < first) first = side;
    else last = side;
  }
  return span(sentences[first]?.start ?? centre.start, sentences[last]?.end ?? centre.end);
}

function fits(sentences: readonly Span[], first: number, last: number): boolean {
  const from = sentences[first];
  const to = sentences[last];
  return !!from && !!to && length(span(from.start, to.end)) <= LONGEST_PASSAGE;
}
