import { length, span, type Span, trimSpan } from '../text/span.ts';

/**
 * The paragraphs of a body, in order, white space at their ends left out. They are separated by
 * blank lines, or by line ends in a body that has no blank line between its words:
 *
 *     He spoke.␤She left.␤␤They met.  →  [He spoke.␤She left.] [They met.]
 *     He spoke.␤She left.␤They met.   →  [He spoke.] [She left.] [They met.]
 *
 * Linear in the length of the body.
 */
export function findParagraphs(body: string): Span[] {
  const blocks = findBlocks(findLines(body));
  return blocks.length === 1 ? [...(blocks[0] ?? [])] : blocks.map(coverAll);
}

/** The lines of a text without the white space at their ends; blank ones are empty spans. */
function findLines(body: string): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start <= body.length;) {
    const end = body.indexOf('\n', start);
    const stop = end === -1 ? body.length : end;
    lines.push(trimSpan(body, span(start, stop)));
    start = stop + 1;
  }
  return lines;
}

/** Runs of lines that are not blank. */
function findBlocks(lines: readonly Span[]): Span[][] {
  const blocks: Span[][] = [];
  let block: Span[] = [];
  for (const line of lines) {
    if (length(line) === 0) block = [];
    else if (block.push(line) === 1) blocks.push(block);
  }
  return blocks;
}

const coverAll = (block: readonly Span[]): Span =>
  span(block[0]?.start ?? 0, block.at(-1)?.end ?? 0);
