import { blank } from './blank.ts';
import { blankHtml } from './html-markup.ts';
import { blankInline, foldLabel, type Labels } from './inline-markup.ts';

/**
 * A copy of a body, of the same length, in which Markdown's markup is blanked with spaces, so that
 * what is read in the copy has its offsets in the body:
 *
 *     ## The *talks*␤- [Rubio](https://x.org) spoke
 *        The  talks ␤   Rubio                spoke
 *
 * Ordinary prose stays: apostrophes, `snake_case`, `2 * 3`, `5 < 6`, `"[They] said"`. Linear time.
 */
export function blankMarkup(body: string): string {
  const lines = readLines(blankHtml(body));
  const labels = findLabels(body);
  return findChunks(lines)
    .map((chunk) => blankChunk(chunk, labels))
    .join('\n');
}

/** The first heading that has words, without its markup; a very long one is not taken for one. */
export function findHeading(body: string): string | undefined {
  const lines = readLines(blankHtml(body));
  const heading = lines.find(({ kind, text }) => kind === 'heading' && isHeading(wordsOf(text)));
  return heading && wordsOf(heading.text);
}

const LONGEST_HEADING = 300;

const isHeading = (words: string): boolean => words !== '' && words.length <= LONGEST_HEADING;

const wordsOf = (text: string): string =>
  blankInline(text, new Set()).replaceAll(/\s+/gu, ' ').trim();

/** A line whose block markup is blanked. All kinds but prose start a block of their own. */
interface Line {
  readonly kind: 'heading' | 'item' | 'prose' | 'blank' | 'code';
  readonly text: string;
}

const FENCE = /^ {0,3}(?<marks>`{3,}(?=[^`]*$)|~{3,}(?!~))(?<info>.*)$/u;
const RULE = /^[ \t]*(?:(?:[-*_][ \t]*){3,}|={2,}[ \t]*)$/u;
const UNDERLINE = /^ {0,3}(?:-{2,}|={2,})[ \t]*$/u;
const PREFIX =
  /[ \t]*(?:(?<quote>>)[ \t]?|[-+*][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)|(?<number>\d{1,3})[.)][ \t]+(?=\S)|(?<heading>#{1,6})[ \t]+(?=\S))/uy;
const DEFINITION =
  /^ {0,3}\[(?<label>[^[\]^][^[\]]*)\]:[ \t]*(?<address>\S+)[ \t]*(?:(?:"[^"]*"|'[^']*'|\([^()]*\))[ \t]*)?$/u;
const ADDRESS = /^<|:\/\/|^[/#.]|^mailto:/u;
const FOOTNOTE = /^ {0,3}\[\^[^\]\s]+\]:/u;
const DELIMITERS = /^(?=.*\|)(?=.*-)[ \t|:-]+$/u;

function readLines(body: string): Line[] {
  const raw = body.split('\n');
  const code = findCode(raw);
  const rows = findRows(raw);
  const lines: Line[] = [];
  for (const [index, line] of raw.entries())
    if (code.has(index)) lines.push({ kind: 'code', text: line });
    else if (UNDERLINE.test(line) && standsAlone(lines)) {
      const above = lines.pop()?.text ?? '';
      lines.push({ kind: 'heading', text: above }, { kind: 'blank', text: blank(line) });
    } else lines.push(readLine(line, lines.at(-1)?.kind, rows.has(index)));
  return lines;
}

/** Whether the last line is a paragraph of one line, which an underline makes a heading. */
const standsAlone = (lines: readonly Line[]): boolean =>
  lines.at(-1)?.kind === 'prose' && !continues(lines.at(-2));

const continues = (line: Line | undefined): boolean =>
  line?.kind === 'prose' || line?.kind === 'item';

/** The numbers of the lines between fences, and the fences; an open fence goes on to the end. */
function findCode(lines: readonly string[]): Set<number> {
  const code = new Set<number>();
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    const { marks = '', info = '' } = FENCE.exec(line)?.groups ?? {};
    const closes = fence !== undefined && marks.startsWith(fence) && info.trim() === '';
    if (fence !== undefined || marks !== '') code.add(index);
    if (closes) fence = undefined;
    else if (fence === undefined && marks !== '') fence = marks;
  }
  return code;
}

/** The numbers of the lines that are rows of tables: a heading row, delimiters, more rows. */
function findRows(lines: readonly string[]): Set<number> {
  const rows = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const isHeaded = (lines[index - 1]?.includes('|') ?? false) && DELIMITERS.test(line);
    if (isHeaded) rows.add(index - 1);
    if (isHeaded || (rows.has(index - 1) && line.includes('|'))) rows.add(index);
  }
  return rows;
}

function readLine(line: string, previous: Line['kind'] | undefined, isRow: boolean): Line {
  if (
    line.trim() === '' ||
    RULE.test(line) ||
    isDefinition(line) ||
    (isRow && DELIMITERS.test(line))
  )
    return { kind: 'blank', text: blank(line) };
  if (isRow) return { kind: 'item', text: line.replaceAll(/(?<!\\)\|/gu, ' ') };
  const footnote = FOOTNOTE.exec(line)?.[0];
  if (footnote) return { kind: 'item', text: blank(footnote) + line.slice(footnote.length) };
  return readPrefixed(line, previous);
}

/** Blanks `> `, `- `, `1. ` and `# ` at a line's start, one inside another: `> - ## Talks`. */
function readPrefixed(line: string, previous: Line['kind'] | undefined): Line {
  let kind: Line['kind'] = 'prose';
  let end = 0;
  for (let found = prefixAt(line, end); found; found = prefixAt(line, end)) {
    const { quote, number, heading } = found.groups ?? {};
    // In the middle of a paragraph, a line that begins with `2025. ` is prose.
    if (number !== undefined && previous === 'prose' && number !== '1') break;
    if (heading !== undefined) kind = 'heading';
    else if (quote === undefined) kind = 'item';
    end = PREFIX.lastIndex;
    if (heading !== undefined) break;
  }
  const stop = kind === 'heading' ? closingMarks(line) : line.length;
  return {
    kind,
    text: blank(line.slice(0, end)) + line.slice(end, stop) + blank(line.slice(stop)),
  };
}

function prefixAt(line: string, from: number): RegExpExecArray | null {
  PREFIX.lastIndex = from;
  return PREFIX.exec(line);
}

/** Where the marks that may close a heading start: `# Talks ##` → 7. */
function closingMarks(line: string): number {
  let start = line.trimEnd().length;
  while (line.charAt(start - 1) === '#') start -= 1;
  return /[ \t]/u.test(line.charAt(start - 1)) ? start : line.length;
}

/** `[label]: https://x.org "Title"`; `[Rubio]: Hello` is none. */
function isDefinition(line: string): boolean {
  return line.includes(']:') && ADDRESS.test(DEFINITION.exec(line)?.groups?.['address'] ?? '');
}

/** Every label that some line defines, fenced code not told apart. */
function findLabels(body: string): Labels {
  const defined = body.split('\n').filter(isDefinition);
  return new Set(defined.map((line) => foldLabel(DEFINITION.exec(line)?.groups?.['label'] ?? '')));
}

/** Lines that belong together, so that emphasis and links do not reach from one block to another. */
function findChunks(lines: readonly Line[]): Line[][] {
  const chunks: Line[][] = [];
  for (const [index, line] of lines.entries())
    if (line.kind === 'prose' && continues(lines[index - 1])) chunks.at(-1)?.push(line);
    else chunks.push([line]);
  return chunks;
}

function blankChunk(chunk: readonly Line[], labels: Labels): string {
  const text = chunk.map((line) => line.text).join('\n');
  if (chunk[0]?.kind !== 'code') return blankInline(text, labels);
  return FENCE.test(text) ? blank(text) : text;
}
