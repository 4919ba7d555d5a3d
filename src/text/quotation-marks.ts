import { type Span, span, trimSpan } from './span.ts';

/** A stretch between quotation marks. */
export interface QuotedStretch {
  /** The words, marks excluded. */
  readonly inner: Span;
  /** The words and their marks. */
  readonly outer: Span;
  /** False where the paragraph ends first, because the next one reopens the quotation. */
  readonly isClosed: boolean;
}

interface MarkStyle {
  readonly opens: RegExp;
  readonly closes: RegExp;
}

const DOUBLE: MarkStyle = { opens: /["“„«]/u, closes: /["”»“]/u };
const SINGLE: MarkStyle = { opens: /['‘]/u, closes: /['’]/u };

/** Where the next of some marks stands at or behind `from`; `end` where there is none before it. */
function nextMark(text: string, marks: RegExp, from: number, end: number): number {
  // A slice copies nothing, and what stands behind the end is not looked through.
  const found = text.slice(from, end).search(marks);
  return found < 0 ? end : from + found;
}

/** The mark that closes what a mark opened; a straight one closes itself. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"”',
  '“': '”"',
  '„': '“”"',
  '«': '»',
  "'": "'’",
  '‘': "’'",
};

/**
 * The quoted stretches of an article, in order and apart. Marks inside a quotation nest and are
 * left to it. Single marks count only in an article that has no double ones, and only where they
 * can be no apostrophe. `marked` is the text before its markup was blanked, of the same length: the
 * mark of `"**Never** again"` touches a word there.
 */
export function findQuotedStretches(
  text: string,
  paragraphs: readonly Span[],
  marked = text,
): QuotedStretch[] {
  const texts = { text, marked };
  const doubles = paragraphs.flatMap((paragraph) => stretches(texts, paragraph, DOUBLE));
  if (doubles.length > 0) return doubles;
  return paragraphs.flatMap((paragraph) => stretches(texts, paragraph, SINGLE));
}

interface Texts {
  readonly text: string;
  readonly marked: string;
}

function stretches(texts: Texts, paragraph: Span, style: MarkStyle): QuotedStretch[] {
  const { text } = texts;
  const found: QuotedStretch[] = [];
  const next = (from: number): number => nextMark(text, style.opens, from, paragraph.end);
  for (let at = next(paragraph.start); at < paragraph.end; at = next(at + 1)) {
    if (!isOpening(texts, at, paragraph)) continue;
    const close = closingMark(text, at, paragraph, style);
    // What closes none of them closes none further on.
    if (close === undefined && style === SINGLE) break;
    const end = close ?? paragraph.end;
    const inner = trimSpan(text, span(at + 1, end));
    if (inner.start >= inner.end) continue;
    const isClosed = close !== undefined;
    found.push({ inner, outer: span(at, isClosed ? end + 1 : end), isClosed });
    at = end;
  }
  return found;
}

/** A straight mark opens where nothing, white space or an opening bracket or dash stands before it. */
function isOpening({ text, marked }: Texts, at: number, paragraph: Span): boolean {
  const mark = text.charAt(at);
  const before = at === paragraph.start ? ' ' : text.charAt(at - 1);
  const isTouching = at + 1 < paragraph.end && !/\s/u.test(marked.charAt(at + 1));
  const after = isTouching ? text.charAt(at + 1) : ' ';
  if (mark === "'" || mark === '‘')
    return /[\s([—–-]/u.test(before) && /[\p{L}\p{N}“"[$£€…]/u.test(after) && !isElision(text, at);
  if (mark !== '"') return true;
  if (/\d/u.test(before) && /[\s,.)]/u.test(after)) return false; // 6'2", 27"
  return /[\s([—–\-/:'‘…]/u.test(before) ? isTouching : /[\p{L}\p{N}[]/u.test(after);
}

/** `’90s`, `'em`, `'til` */
const isElision = (text: string, at: number): boolean =>
  /^['‘’](?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|n\b)/u.test(text.slice(at, at + 8));

function closingMark(
  text: string,
  opened: number,
  paragraph: Span,
  style: MarkStyle,
): number | undefined {
  const closers = CLOSERS[text.charAt(opened)] ?? '"';
  const next = (from: number): number => nextMark(text, style.closes, from, paragraph.end);
  let depth = 0;
  for (let at = next(opened + 1); at < paragraph.end; at = next(at + 1)) {
    const mark = text.charAt(at);
    if (style === SINGLE) {
      if (closers.includes(mark) && isClosingSingle(text, at, paragraph)) return at;
      continue;
    }
    if (mark === '“' && text.charAt(opened) === '“') depth += 1;
    else if (closers.includes(mark) && depth > 0 && mark === '”') depth -= 1;
    else if (closers.includes(mark) && !opensAgain(text, at, paragraph)) return at;
  }
  // An unbalanced inner mark must not swallow the paragraph: `“He said “no.”` closes at the last.
  return depth > 0 ? lastCloser(text, opened, paragraph, closers) : undefined;
}

/** A straight mark inside straight marks that can only open: `"He called it "a mess" today"`. */
function opensAgain(text: string, at: number, paragraph: Span): boolean {
  if (text.charAt(at) !== '"' || at + 1 >= paragraph.end) return false;
  return /\s/u.test(text.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

function lastCloser(
  text: string,
  opened: number,
  { end }: Span,
  closers: string,
): number | undefined {
  for (let at = end - 1; at > opened; at -= 1) if (closers.includes(text.charAt(at))) return at;
  return undefined;
}

/** Not the apostrophe of `don’t` or of `the ministers’ talks`. */
function isClosingSingle(text: string, at: number, paragraph: Span): boolean {
  const before = text.charAt(at - 1);
  const after = at + 1 < paragraph.end ? text.charAt(at + 1) : ' ';
  if (/[\p{L}\p{N}]/u.test(after)) return false;
  return (
    /[.,!?;:…)\]”]/u.test(before) ||
    !/s/u.test(before) ||
    !/^\s+\p{Ll}/u.test(text.slice(at + 1, at + 4))
  );
}
