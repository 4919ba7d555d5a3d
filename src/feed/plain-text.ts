import { parseHTML } from 'linkedom';

// So much of a text is looked at; what is kept of it is far shorter.
const MOST_MARKUP = 6_000;

/** Tags that words do not run on across: `<p>One</p><p>Two</p>` is two words. */
const BLOCK = /<(?=\/?(?:p|div|br|hr|li|ul|ol|td|tr|h[1-6]|blockquote|figure|figcaption)\b)/giu;

// Controls, and marks that no reader sees: soft hyphens, zero-width spaces. Joiners stay, which some
// scripts and emoji need.
const UNSEEN = /[\p{Bidi_Control}\u{ad}\u{200b}\u{2060}\u{feff}\u{fffe}\u{ffff}]/gu;
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/**
 * Words without markup, on one line, of at most so many UTF-16 code units; what is cut ends in `…`.
 *
 *     <b>Envoys</b> meet &amp; part → Envoys meet & part
 */
export function plainText(markup: string, most: number): string {
  const words = withoutMarkup(markup.slice(0, MOST_MARKUP));
  return cutText(words.toWellFormed().replace(UNSEEN, '').replace(CONTROL, ' ').trim(), most);
}

/** Plain text of at most so many UTF-16 code units; what is cut ends in `…`. */
export const cutText = (words: string, most: number): string =>
  words.length > most ? `${wholeLetters(words, most - 1).trimEnd()}…` : words;

function withoutMarkup(markup: string): string {
  if (!/[<&]/u.test(markup)) return markup;
  const { document } = parseHTML(`<html><body>${markup.replace(BLOCK, ' <')}</body></html>`);
  for (const unshown of document.querySelectorAll('script, style')) unshown.remove();
  return document.body.textContent ?? '';
}

/** The first code units, none of which is half a letter. */
function wholeLetters(words: string, most: number): string {
  const last = words.charCodeAt(most - 1);
  return words.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most);
}
