import { blankHtml } from '../article/html-markup.ts';
import { dropUnseen } from '../text/unseen.ts';

/** On one line, composed, and without what nobody sees; cut at a word where it is too long. */
export function tidyWords(text: string, most: number): string {
  const words = dropUnseen(text.replaceAll(/[\s\p{Cc}]+/gu, ' '))
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (words.length <= most) return words;
  const cut = words.slice(0, most - 1);
  const end = cut.lastIndexOf(' ');
  return dropUnseen(`${end > most / 2 ? cut.slice(0, end) : cut}…`);
}

/** Line ends made `\n` and what nobody sees taken out; Unicode composed. */
export const tidyText = (text: string): string =>
  dropUnseen(text.replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n'));

/** Links of Markdown's that do not lead to a page: `[here](javascript:alert(1))`, `[a]: data:x`. */
const UNSAFE_LINK =
  /(!?\[[^[\]\n]*\])\(\s*<?(?!https?:|mailto:)[^()\s:/?#]*(?::|&(?:#|colon|tab|newline))(?:[^()\n]|\([^()\n]*\))*\)/giu;
const UNSAFE_DEFINITION =
  /^ {0,3}\[[^[\]\n]+\]:[ \t]*<?(?:javascript|vbscript|data|file|blob):.*$/gimu;
const UNSAFE_AUTOLINK = /<(?:javascript|vbscript|data|file|blob):[^<>\n]*>/giu;

/** Text with the markup of HTML taken out, so that no script survives, and unsafe links as text. */
export function tidyMarkdown(text: string): string {
  const words = dropBlanked(text, blankHtml(text));
  return words
    .replaceAll(UNSAFE_LINK, (_, label: string) => label.replace(/^!?\[(.*)\]$/su, '$1'))
    .replaceAll(UNSAFE_DEFINITION, '')
    .replaceAll(UNSAFE_AUTOLINK, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
}

/** What is left where a copy of the same length was blanked: `a <b> c`, `a     c` → `a  c`. */
function dropBlanked(text: string, blanked: string): string {
  if (text === blanked) return text;
  return blanked.replaceAll(/ +/gu, (run: string, start: number) => {
    const original = text.slice(start, start + run.length);
    return original === run ? run : outerSpaces(original);
  });
}

/** `' <b> '` → two spaces; a loop, as a pattern would try each run of spaces again and again. */
function outerSpaces(text: string): string {
  let start = 0;
  while (text.charAt(start) === ' ') start += 1;
  let end = text.length;
  while (end > start && text.charAt(end - 1) === ' ') end -= 1;
  return text.slice(0, start) + text.slice(end);
}

/** A line of Markdown that is a block of its own. */
const BLOCK = /(?<![^\n])[^\S\n]*(?:[-+*>#|]|\d{1,3}[.)]\s|`{3}|~{3})/u;
const SENTENCE_END = /[.!?…:"'”’)\]]\s*$/u;

/**
 * Paragraphs set apart by blank lines in plain text that has none: each line is one, or, where lines
 * break within sentences, all lines are.
 */
export function spreadParagraphs(text: string): string {
  const lines = text.split('\n');
  if (lines.length < 2 || lines.some((line) => line.trim() === '') || BLOCK.test(text)) return text;
  const ended = lines.slice(0, -1).filter((line) => SENTENCE_END.test(line)).length;
  const isWrapped = lines.length > 2 && ended < (lines.length - 1) / 2;
  return lines.map((line) => line.trim()).join(isWrapped ? ' ' : '\n\n');
}
