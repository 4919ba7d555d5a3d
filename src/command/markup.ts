import type { Language } from './catalogue/index.ts';

/**
 * How a card's words become the text of one medium. Implemented for Discord's Markdown
 * (`discord/markdown.ts`) and for plain text (`text-card.ts`). Only `escape` is given words that
 * are not the bot's own; the rest is given what `escape` gave, or the bot's own words.
 */
export interface Markup {
  /** Of the bot's own words, dates and counts. */
  readonly language: Language;
  /** Makes words harmless and keeps their line ends; a longer beginning gives a longer text. */
  escape(words: string): string;
  heading(line: string): string;
  bold(line: string): string;
  italic(line: string): string;
  small(line: string): string;
  bullet(line: string): string;
  quote(lines: string): string;
  /** The text holds no backtick and no line end: `formatQuestion` sees to it. */
  code(text: string): string;
  /** At most 210 longer than the line; the line itself where the address may not be followed. */
  link(line: string, url: string): string;
  /** A moment in milliseconds since 1970, in the reader's own time zone where the medium can. */
  time(moment: number, fallback: string): string;
  /** Someone or somewhere in Discord, by name. */
  mention(of: 'user' | 'channel', id: string): string;
}

// Kept: line ends, tabs, and the joiners that emoji and some scripts need.
const INVISIBLE = /[\p{Bidi_Control}\u200b\u2060-\u2064\ufeff]|(?![\n\t])\p{Cc}/gu;

/** What most words are of: letters and marks of European languages. */
const PLAIN = /^[\n\t -~\u00a1-\u00ac\u00ae-\u052f‐-‧€]*$/u;

/** The words without what hides or reorders them: control characters, bidi controls, zero widths. */
export const visible = (words: string): string =>
  PLAIN.test(words)
    ? words
    : words
        .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
        .replace(INVISIBLE, '')
        .replace(/\p{Surrogate}/gu, '\ufffd');

/** The words on one line: ` the\n talks ` → `the talks`. */
export const oneLine = (words: string): string => {
  const seen = visible(words);
  return /[^\S ]| {2}/u.test(seen) ? seen.replace(/\s+/gu, ' ').trim() : seen.trim();
};
