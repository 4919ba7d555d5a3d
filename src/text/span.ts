/** A half-open stretch `[start, end)` of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

export const slice = (text: string, { start, end }: Span): string => text.slice(start, end);

export const length = ({ start, end }: Span): number => end - start;

/** Whether `inner` lies wholly inside `outer`; a span contains itself. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** The smallest span that covers both, with whatever lies between them. */
export const cover = (a: Span, b: Span): Span =>
  span(Math.min(a.start, b.start), Math.max(a.end, b.end));

/** The span without the white space at its ends: `[ he said ]` → `[he said]`. */
export function trimSpan(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charAt(from))) from += 1;
  while (to > from && isSpace(text.charAt(to - 1))) to -= 1;
  return span(from, to);
}

/** No printable character of ASCII but the space is one, which needs no regular expression. */
const isSpace = (character: string): boolean =>
  (character <= ' ' || character > '~') && /\s/u.test(character);
