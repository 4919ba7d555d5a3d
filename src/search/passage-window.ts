import { type Span, length, span } from '../text/span.ts';

/** The most that a card quotes of one passage, in UTF-16 code units. */
export const LONGEST_PASSAGE = 700;

/**
 * The sentence with as many of its neighbours as fit, the one before before the one after, so that
 * a pronoun's antecedent comes into sight.
 *
 *     … | Lavrov met Rubio. | [He left early.] | "It went well," he said. | …
 */
export function findWindow(sentences: readonly Span[], index: number): Span {
  let window = sentences[index] ?? span(0, 0);
  let first = index;
  let last = index;
  for (let grew = true; grew;) {
    const before = joined(sentences[first - 1], window);
    if (before) first -= 1;
    window = before ?? window;
    const after = joined(window, sentences[last + 1]);
    if (after) last += 1;
    window = after ?? window;
    grew = before !== undefined || after !== undefined;
  }
  return window;
}

function joined(left: Span | undefined, right: Span | undefined): Span | undefined {
  if (!left || !right) return undefined;
  const both = span(left.start, right.end);
  return length(both) <= LONGEST_PASSAGE ? both : undefined;
}
