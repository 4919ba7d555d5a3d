import { toSafeText } from './terminal-text.ts';
import type { Styles } from './terminal-text.ts';

/** The name behind an id in a text; the kind is `@` for a user, `@&` for a role, `#` for a channel. */
export type NameOf = (kind: string, id: string) => string;

// Everything inside a line that is not itself, escapes first: `\*` is a star.
const INLINE = new RegExp(
  [
    /\\(?<escaped>[\p{P}\p{S}])/u,
    /`(?<code>[^`\n]+)`/u,
    /\*\*(?<bold>\*?(?:\\.|[^\\*]|\*(?!\*))+)\*\*/u,
    /__(?<underline>_?(?:\\.|[^\\_]|_(?!_))+)__/u,
    /~~(?<struck>(?:\\.|[^\\~]|~(?!~))+)~~/u,
    /\*(?<italic>(?=\S)(?:\\.|[^\\*])+?)\*/u,
    /(?<![\p{L}\p{N}])_(?<italicToo>(?=\S)(?:\\.|[^\\_])+?)_(?![\p{L}\p{N}])/u,
    /\[(?<label>(?:\\.|[^\\[\]\n])+)\]\(<?(?<url>[^\s()<>]+)>?\)/u,
    /<(?<kind>@&|@|#)!?(?<id>\d+)>/u,
    /<\/(?<command>[^:>]+):\d+>/u,
    /<a?:(?<emoji>\w+):\d+>/u,
    /<t:(?<seconds>-?\d+)(?::[a-zA-Z])?>/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gsu',
);

/** Discord's Markdown as a person reads it in a terminal: `docs/reference#message-formatting`. */
export function toTerminalText(markdown: string, styles: Styles, nameOf: NameOf): string {
  return toSafeText(markdown)
    .split('\n')
    .map((line) => renderLine(line, styles, nameOf))
    .join('\n');
}

function renderLine(line: string, styles: Styles, nameOf: NameOf): string {
  const {
    quote = '',
    mark = '',
    rest = line,
  } = /^(?<quote>> )?(?<mark>#{1,3} |-# |[-*] )?(?<rest>.*)$/u.exec(line)?.groups ?? {};
  const bar = quote === '' ? '' : '┃ ';
  const text = renderInline(rest, styles, nameOf);
  if (mark.startsWith('#')) return bar + styles.bold(text);
  if (mark === '-# ') return bar + styles.dim(text);
  return bar + (mark === '' ? '' : '• ') + text;
}

function renderInline(text: string, styles: Styles, nameOf: NameOf): string {
  const inner = (part: string): string => renderInline(part, styles, nameOf);
  let rendered = '';
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    rendered += text.slice(end, match.index);
    rendered += renderFound(match.groups ?? {}, styles, nameOf, inner) ?? match[0];
    end = match.index + match[0].length;
  }
  return rendered + text.slice(end);
}

function renderFound(
  found: Readonly<Record<string, string | undefined>>,
  styles: Styles,
  nameOf: NameOf,
  inner: (text: string) => string,
): string | undefined {
  const { escaped, code, bold, underline, struck, italic, label, url, kind, id } = found;
  const { command, emoji, seconds } = found;
  const slanted = italic ?? found['italicToo'];
  if (bold !== undefined) return styles.bold(inner(bold));
  if (underline !== undefined) return styles.underline(inner(underline));
  if (slanted !== undefined) return styles.italic(inner(slanted));
  if (struck !== undefined) return inner(struck);
  if (label !== undefined) return `${inner(label)} <${url}>`;
  if (kind !== undefined) return `${kind[0]}${nameOf(kind, id ?? '')}`;
  if (command !== undefined) return `/${command}`;
  if (emoji !== undefined) return `:${emoji}:`;
  if (seconds !== undefined) return toDate(Number(seconds));
  return escaped ?? code;
}

function toDate(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime())
    ? 'Invalid Date'
    : date.toISOString().slice(0, 16).replace('T', ' ');
}
