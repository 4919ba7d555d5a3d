import { visible } from '../command/markup.ts';

// Discord shows a backslash and a punctuation mark as the bare mark, which then means nothing.
// Escaped everywhere: emphasis, spoilers, code, masked links, mentions, timestamps, custom emoji,
// and the slashes without which no address is a link or an invitation.
const ANYWHERE = /[\\*_~`|[\]<@/]/gu;

// `:smile:` would become an emoji; a colon before white space begins none.
const COLON = /:(?!\s)/gu;

// At the start of a line: `- item`, `+ item`, `-# small`, `# header`, `> quote`, `1. item`.
const LINE_START = /^([^\S\n\r\u2028\u2029]*)([-+#>])/gmu;
const NUMBERED = /^([^\S\n\r\u2028\u2029]*\d+)([.)])/gmu;

/** Most words: one line of European letters and marks, of which none is any of these. */
const HARMLESS = /^(?![\t ]*[-+#>\d])[\t !-)+-.0-9;=>?A-Z^a-z{}\u00a1-\u00ac\u00ae-\u052f‐-‧€]*$/u;

/**
 * The words as Discord Markdown that shows exactly them: `**bold** @everyone` is shown, not obeyed.
 * What would hide or reorder words is left out.
 */
export const escapeMarkdown = (words: string): string =>
  HARMLESS.test(words)
    ? words
    : visible(words)
        .replace(ANYWHERE, '\\$&')
        .replace(COLON, '\\:')
        .replace(LINE_START, '$1\\$2')
        .replace(NUMBERED, '$1\\$2');
