/** How text is set in a terminal; without one, each style leaves it as it is. */
export interface Styles {
  readonly bold: (text: string) => string;
  readonly italic: (text: string) => string;
  readonly underline: (text: string) => string;
  readonly dim: (text: string) => string;
}

// Control characters of both blocks but tab and line feed, and those that turn the line around.
// oxlint-disable-next-line no-control-regex -- these are what is sought
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// oxlint-disable-next-line no-control-regex -- our own styles
const STYLE_CODE = /\u001b\[\d+m/g;

/** Text that cannot steer the terminal: `\u001b[2J` is shown, not obeyed. */
export function toSafeText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\u2028\u2029]/g, '\n')
    .replaceAll(UNSAFE, (unsafe) => `\\u${unsafe.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Styles by ANSI codes, or none. */
export function createStyles(isTerminal: boolean): Styles {
  const style = (on: number, off: number) => (text: string) =>
    isTerminal ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return { bold: style(1, 22), dim: style(2, 22), italic: style(3, 23), underline: style(4, 24) };
}

/**
 * Breaks lines at spaces so that none is wider than `width`, but for a single longer word. What
 * follows a quotation's bar or a bullet stays under it.
 */
export function wrapText(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const {
      bar = '',
      bullet = '',
      rest = line,
    } = /^(?<bar>┃ )?(?<bullet>• )?(?<rest>.*)$/su.exec(line)?.groups ?? {};
    const under = bar + ' '.repeat(bullet.length);
    const lines = packWords(rest.split(' '), ' ', width - under.length);
    return lines.map((each, index) => (index === 0 ? bar + bullet : under) + each);
  });
}

/** Puts as many words on each line as it takes. */
export function packWords(words: readonly string[], gap: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current: string | undefined;
  for (const word of words) {
    const longer: string = current === undefined ? word : `${current}${gap}${word}`;
    if (current === undefined || visibleLength(longer) <= width) {
      current = longer;
    } else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current ?? ''];
}

const visibleLength = (text: string): number => text.replaceAll(STYLE_CODE, '').length;
