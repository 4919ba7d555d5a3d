import { cover, type Span } from '../text/span.ts';

/** The number, from 0, of the sentence that holds the offset or stands nearest before it. */
export function sentenceAt(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The numbers, from 0, of the sentences that a span reaches into. */
export function sentencesUnder(sentences: readonly Span[], { start, end }: Span): number[] {
  const numbers: number[] = [];
  for (let i = sentenceAt(sentences, start); (sentences[i]?.start ?? Infinity) < end; i += 1)
    numbers.push(i);
  return numbers;
}

/** The sentence of some words, or all that they reach over; the words alone where none holds them. */
export const sentencesAround = (sentences: readonly Span[], words: Span): Span =>
  sentencesUnder(sentences, words)
    .flatMap((at) => sentences[at] ?? [])
    .reduce(cover, words);
