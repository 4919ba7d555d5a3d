import { contains, span } from '../text/span.ts';
import type { CastText } from './cast.ts';
import { attributeDirect } from './direct-speech.ts';
import type { Quotation } from './facts.ts';
import { findIndirect } from './indirect-speech.ts';

/** The quotations of an article, direct and indirect, in order of place. */
export function findQuotations(text: CastText): Quotation[] {
  const direct = attributeDirect(text);
  const indirect = findIndirect(text).filter(
    ({ span: clause }) => !direct.some((quotation) => contains(quotation.span, clause)),
  );
  return [...direct, ...indirect].toSorted((a, b) => a.span.start - b.span.start);
}

/** The sentence, or the sentences, that a stretch stands in. */
export function sentencesAround(
  { document }: CastText,
  start: number,
  end: number,
): { start: number; end: number } {
  const { sentences } = document;
  const first = sentences.findIndex((sentence) => sentence.end > start);
  let last = first;
  while ((sentences[last + 1]?.start ?? Infinity) < end) last += 1;
  return span(sentences[first]?.start ?? start, sentences[last]?.end ?? end);
}
