import { span, type Span } from '../text/span.ts';
import { blankSpans } from './blank.ts';
import { pairRuns, readRun, type Run } from './emphasis.ts';

/** Labels that a `[label]: address` line defines, folded by `foldLabel`. */
export type Labels = ReadonlySet<string>;

export const foldLabel = (label: string): string =>
  label.replaceAll(/\s+/gu, ' ').trim().toLowerCase();

/** As in CommonMark. */
const LONGEST_LABEL = 999;

/** An escape, a run of ticks, a bracket, or a run of marks of emphasis. */
const TOKEN = /\\[!-/:-@[-`{-~]|`+|!\[|\[|\]|\*+|_+|~~/gu;

/** What every one of them has; most blocks of prose have none. */
const MARK = /[\\`[\]*_~]/u;

/** `(address "title")` right after a link's text; the address may hold one pair of parentheses. */
const ADDRESS =
  /\((?:\s*(?:<[^<>\n]*>|(?:[^\s()<>]|\([^\s()<>]*\))+)|(?=\s))(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)|\(\)/uy;

const REFERENCE = /\[([^[\]]*)\]/uy;

/**
 * Blanks the markup within one block of text and keeps its words, at the same length:
 * `**Rubio** [said](http://x.org)` → `  Rubio    said               `. Images and the marks of
 * footnotes go whole; `"[They] said"`, `2 * 3` and `snake_case` stay as they are.
 */
export function blankInline(text: string, labels: Labels): string {
  if (!MARK.test(text)) return text;
  const blanks: Span[] = [];
  const runs: Run[] = [];
  const brackets: Span[] = [];
  const ticks = findTicks(text);
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const token = match[0];
    const start = match.index;
    const end = start + token.length;
    if (token.startsWith('\\')) blanks.push(span(start, start + 1));
    else if (token.startsWith('`')) TOKEN.lastIndex = readCode(ticks, span(start, end), blanks);
    else if (token.endsWith('[')) brackets.push(span(start, end));
    else if (token === ']') {
      const last = TOKEN.lastIndex;
      TOKEN.lastIndex = Math.max(last, readLink(text, brackets.pop(), start, labels, blanks));
    } else runs.push(readRun(text, start, end));
  }
  return blankSpans(text, [...blanks, ...pairRuns(runs)]);
}

/** Where runs of ticks start, by their length, the last one first. */
function findTicks(text: string): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { index, 0: run } of [...text.matchAll(/`+/gu)].toReversed()) {
    const starts = found.get(run.length);
    if (starts) starts.push(index);
    else found.set(run.length, [index]);
  }
  return found;
}

/** Code closes with a run of ticks as long as the one that opened it; gives where to read on. */
function readCode(ticks: Map<number, number[]>, opening: Span, blanks: Span[]): number {
  const size = opening.end - opening.start;
  const runs = ticks.get(size) ?? [];
  while ((runs.at(-1) ?? Infinity) < opening.end) runs.pop();
  const closing = runs.pop();
  if (closing === undefined) return opening.end;
  blanks.push(opening, span(closing, closing + size));
  return closing + size;
}

/** Blanks the link, image or footnote whose text ends at `close`; gives where to read on. */
function readLink(
  text: string,
  open: Span | undefined,
  close: number,
  labels: Labels,
  blanks: Span[],
): number {
  if (open === undefined) return close + 1;
  const words = text.slice(open.end, close);
  const isImage = open.end - open.start === 2;
  const end = endOfTarget(text, words, close + 1, labels);
  if (/^\^[^\s]+$/u.test(words)) blanks.push(span(open.start, close + 1));
  if (end === undefined) return close + 1;
  if (isImage) blanks.push(span(open.start, end));
  else blanks.push(open, span(close, end));
  return end;
}

/** Where `(address)` or `[label]` after a link's text ends; undefined if neither stands there. */
function endOfTarget(text: string, words: string, from: number, labels: Labels) {
  ADDRESS.lastIndex = from;
  if (ADDRESS.test(text)) return ADDRESS.lastIndex;
  REFERENCE.lastIndex = from;
  const reference = labels.size > 0 ? REFERENCE.exec(text) : null;
  const label = reference?.[1] || words;
  const isDefined = label.length <= LONGEST_LABEL && labels.has(foldLabel(label));
  return reference && isDefined ? REFERENCE.lastIndex : undefined;
}
