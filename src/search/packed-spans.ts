import { type Span, span } from '../text/span.ts';
import { type Unpacking, pack, unpacking } from './packed.ts';

/** A span as two numbers: where it begins, and its length. */
export const numbersOf = ({ start, end }: Span): readonly [number, number] => [start, end - start];

export const packSpans = (spans: readonly Span[]): string => pack(spans.flatMap(numbersOf));

export function unpackSpans(packed: string): readonly Span[] {
  const numbers = unpacking(packed);
  const spans: Span[] = [];
  while (!numbers.isAtEnd()) spans.push(nextSpan(numbers));
  return spans;
}

export function nextSpan({ next }: Unpacking): Span {
  const start = next();
  return span(start, start + next());
}

export const nextSpans = (numbers: Unpacking): readonly Span[] =>
  Array.from({ length: numbers.next() }, () => nextSpan(numbers));
