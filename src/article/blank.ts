import type { Span } from '../text/span.ts';

/** As many spaces as the text has code units; line ends stay: `a␤bc` → ` ␤  `. */
export const blank = (text: string): string =>
  text
    .split('\n')
    .map((line) => ' '.repeat(line.length))
    .join('\n');

/** A copy of the same length in which the spans are blanked; they may overlap. */
export function blankSpans(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const next of spans.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(end, next.start);
    if (next.end <= start) continue;
    pieces.push(text.slice(end, start), blank(text.slice(start, next.end)));
    end = next.end;
  }
  return pieces.join('') + text.slice(end);
}
