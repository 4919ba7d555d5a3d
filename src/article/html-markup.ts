import { blank } from './blank.ts';

/** The elements of HTML (WHATWG HTML, "Index of elements"), and a few that old pages still have. */
const ELEMENTS = new Set(
  (
    'a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas ' +
    'caption center cite code col colgroup data datalist dd del details dfn dialog div dl dt em ' +
    'embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hgroup hr ' +
    'html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav ' +
    'noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp ' +
    'script search section select slot small source span strike strong style sub summary sup ' +
    'svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
);

// No part of it reaches past the next `<`, so that all the searches together stay linear.
const TAG =
  /<\/?([a-z][a-z0-9-]*)(?:\s+(?:[a-z_:@][\w:.@-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'=<>`]+)|allowfullscreen|async|autoplay|checked|controls|defer|disabled|hidden|itemscope|loop|muted|open))*\s*\/?>/giu;

const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]*)>/giu;

/**
 * Blanks tags, comments, scripts and style sheets, and keeps the words between tags:
 * `a <b>bold</b> claim` → `a    bold     claim`. What only resembles a tag stays: `if x <y and z> w`.
 */
export function blankHtml(text: string): string {
  if (!text.includes('<')) return text;
  const shown = UNSHOWN.reduce((rest, [open, close]) => blankBetween(rest, open, close), text);
  return shown
    .replaceAll(TAG, (tag: string, name: string) => (isElement(name) ? blank(tag) : tag))
    .replaceAll(AUTOLINK, ' $1 ');
}

const isElement = (name: string): boolean => ELEMENTS.has(name.toLowerCase()) || name.includes('-');

const UNSHOWN: readonly (readonly [RegExp, RegExp])[] = [
  [/<!--/gu, /-->/gu],
  [/<script(?:\s[^<>]*)?>/giu, /<\/script\s*>/giu],
  [/<style(?:\s[^<>]*)?>/giu, /<\/style\s*>/giu],
];

/** Blanks all from an opening to its closing; an opening that nothing closes stays. */
function blankBetween(text: string, open: RegExp, close: RegExp): string {
  const pieces: string[] = [];
  let end = 0;
  for (;;) {
    const from = endOfMatch(open, text, end);
    const to = from === undefined ? undefined : endOfMatch(close, text, from.end);
    if (from === undefined || to === undefined) break;
    pieces.push(text.slice(end, from.start), blank(text.slice(from.start, to.end)));
    end = to.end;
  }
  return pieces.join('') + text.slice(end);
}

function endOfMatch(pattern: RegExp, text: string, from: number) {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}
