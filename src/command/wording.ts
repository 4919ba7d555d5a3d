import type { Citation } from '../article/citation.ts';
import { CUT_MARK, cutToRoom } from './cut.ts';
import { type Markup, oneLine } from './markup.ts';
import { formatCount, formatDate, formatDays, momentOf } from './dates.ts';
import { type MessageKey, pluralBy, textOf } from './messages.ts';
import type { Message, MessagePlace, Part, Quote } from './reply.ts';
import { rememberedLately } from '../text/remembered.ts';

// Parts of a reply as text of one medium, each within a room in UTF-16 code units of that text.

/** A piece of a catalogue's template. */
type Piece = { readonly text: string } | { readonly name: string };

/** `Nothing in {articles} articles` → its literal text and its placeholders, in order. */
const pieces = rememberedLately((template: string): readonly Piece[] =>
  template
    .split(/(\{\w+\})/u)
    .filter((piece) => piece !== '')
    .map((piece) => (/^\{\w+\}$/u.test(piece) ? { name: piece.slice(1, -1) } : { text: piece })),
);

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);

/** The bot's own words, their parameters sharing what room these leave; what one spares, the next has. */
export function wordMessage({ key, params }: Message, markup: Markup, room = Infinity): string {
  const template = pieces(templateOf(key, params, markup));
  const own = sum(template.map((piece) => ('text' in piece ? piece.text.length : 0)));
  let left = room - own;
  let sharing = template.filter(isPlaceholder).length;
  return template
    .map((piece) => {
      if (!isPlaceholder(piece)) return piece.text;
      const part = params[piece.name];
      const worded = part === undefined ? '' : wordPart(part, markup, Math.floor(left / sharing));
      left -= worded.length;
      sharing -= 1;
      return worded;
    })
    .join('');
}

/** Of a text with plural forms the one for the count among its parameters. */
function templateOf(key: MessageKey, params: Message['params'], { language }: Markup): string {
  const decides = params[pluralBy(key, language) ?? ''];
  return textOf(key, language, decides?.kind === 'count' ? decides.count : undefined);
}

const isPlaceholder = (piece: Piece): piece is { readonly name: string } => 'name' in piece;

/** A part on one line, cut to the room. */
export function wordPart(part: Part, markup: Markup, room = Infinity): string {
  switch (part.kind) {
    case 'message':
      return wordMessage(part, markup, room);
    case 'cited':
      return wordInline(part.citation.text, markup, room);
    case 'field':
      return wordInline(part.text, markup, room);
    case 'date':
      return wordDate(part.written, markup, room);
    case 'days':
      return markup.escape(formatDays(part.days, markup.language));
    case 'count':
      return markup.escape(formatCount(part.count, markup.language));
    case 'userMention':
      return markup.mention(part.of, part.id);
    case 'messageLink':
      return markup.link(textOf(part.text, markup.language), addressOf(part.at));
    default:
      return part satisfies never;
  }
}

/**
 * A day stays a day; a moment is told in the reader's own time zone. A day as a moment would be the day
 * before in the west.
 */
function wordDate(written: string, markup: Markup, room: number): string {
  const words = wordInline(formatDate(written, markup.language), markup, room);
  const moment = momentOf(written);
  return moment === undefined ? words : markup.time(moment, words);
}

const addressOf = ({ guildId = '@me', channelId, messageId }: MessagePlace): string =>
  `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;

/** Words on one line, escaped and cut to the room. */
export function wordInline(words: string, markup: Markup, room = Infinity): string {
  const line = oneLine(words);
  return cutToRoom(line, Math.max(0, room), (end) => markup.escape(line.slice(0, end).trimEnd()));
}

// What needs no space before it: nothing, a space of its own, a comma.
const BEGINS_APART = /^(?:$|[\s,.;:?!)])/u;

/** Parts one after another, a space between them, until the room is used up. */
export function wordParts(parts: readonly Part[], markup: Markup, room = Infinity): string {
  let text = '';
  for (const part of parts) {
    const left = room - text.length - CUT_MARK.length - 1;
    const worded = left > 0 ? wordPart(part, markup, left) : undefined;
    if (worded === undefined || worded.length > left) return `${text}${CUT_MARK}`;
    text += text === '' || BEGINS_APART.test(worded) ? worded : ` ${worded}`;
  }
  return text;
}

/** A quote block with what is emphasised in bold and the cue in italics. */
export const wordQuoted = (quote: Quote, markup: Markup, room = Infinity): string =>
  cutToRoom(quote.citation.text, room, (end) => markup.quote(markUp(quote, end, markup)));

interface Marked {
  readonly stretch: Citation;
  readonly mark: (line: string) => string;
}

const markedIn = ({ emphasis, cue }: Quote, markup: Markup): readonly Marked[] =>
  [
    ...emphasis.map((stretch): Marked => ({ stretch, mark: (line) => markup.bold(line) })),
    ...(cue === undefined ? [] : [{ stretch: cue, mark: (line: string) => markup.italic(line) }]),
  ].toSorted((a, b) => a.stretch.start - b.stretch.start);

/** The citation's words up to an offset, escaped, each line of a marked stretch in its mark. */
function markUp(quote: Quote, end: number, markup: Markup): string {
  const { citation } = quote;
  let text = '';
  let read = 0;
  for (const { stretch, mark } of markedIn(quote, markup)) {
    const [from, to] = within(citation, stretch, end);
    if (from < read || from >= to) continue;
    text += markup.escape(citation.text.slice(read, from));
    text += markLines(markup.escape(citation.text.slice(from, to)), mark);
    read = to;
  }
  return text + markup.escape(citation.text.slice(read, end).trimEnd());
}

/** Where in the citation's text a stretch of it lies, up to an offset. */
const within = (citation: Citation, stretch: Citation, end: number): readonly [number, number] => [
  Math.max(0, stretch.start - citation.start),
  Math.min(end, stretch.end - citation.start),
];

const markLines = (escaped: string, mark: (line: string) => string): string =>
  escaped
    .split('\n')
    .map((line) => (line.trim() === '' ? line : mark(line)))
    .join('\n');
