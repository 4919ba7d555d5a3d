/**
 * Characters that nobody sees and that can make words read otherwise than they stand: controls, zero
 * widths, those that turn the direction of writing (the "Trojan Source" ones among them), tags, and
 * the variation selectors that only ideographs have. Joiners within emoji and within Arabic and Indic
 * words are left out, and so are the tags that make the flag of Wales.
 */
const UNSEEN =
  /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u00AD\u061C\u180E\uFFF9-\uFFFB]|(?![\t\n])\p{Cc}|[\u200C\u200D](?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\p{scx=Arab}\p{scx=Deva}\p{Mn}].)|[\u{E0100}-\u{E01EF}](?<!\p{Ideographic}.)|[\u{E0000}-\u{E007F}](?<!\u{1F3F4}[\u{E0020}-\u{E007F}]{0,6}.)/u;

const EVERY_UNSEEN = new RegExp(UNSEEN, 'gu');

/** The first character of the text that nobody sees; tabs and line ends are seen. */
export const findUnseen = (text: string): string | undefined => UNSEEN.exec(text)?.[0];

/**
 * The text composed (Unicode NFC) and without what nobody sees; half a surrogate pair becomes U+FFFD.
 * `Ru<U+202E>bio` → `Rubio`. Doing it again changes nothing: what goes may lay bare a joiner that
 * stood behind it, so it is done until nothing changes, which takes two or three rounds.
 */
export function dropUnseen(text: string): string {
  const next = text.toWellFormed().normalize('NFC').replaceAll(EVERY_UNSEEN, '');
  return next === text ? text : dropUnseen(next);
}
