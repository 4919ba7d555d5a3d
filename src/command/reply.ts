import type { Citation } from '../article/citation.ts';
import type { MessageKey } from './messages.ts';

// What a command says back, without Discord. Text is one of three things, and a renderer escapes
// each: the bot's own message by key; words of an article (a Citation); or a field, which is front
// matter, a number, or what the member typed.

/** The bot's own words by key; `{name}` in the catalogue is replaced by the parameter. */
export interface Message {
  readonly kind: 'message';
  readonly key: MessageKey;
  readonly params: Readonly<Record<string, Part>>;
}

export interface Cited {
  readonly kind: 'cited';
  readonly citation: Citation;
}

export interface Field {
  readonly kind: 'field';
  readonly text: string;
}

export type Part = Message | Cited | Field;

export const message = (key: MessageKey, params: Readonly<Record<string, Part>> = {}): Message => ({
  kind: 'message',
  key,
  params,
});
export const cited = (citation: Citation): Cited => ({ kind: 'cited', citation });
export const field = (value: string | number): Field => ({ kind: 'field', text: String(value) });

/** A bold line of its own. */
interface Subheading {
  readonly kind: 'subheading';
  readonly text: Part;
}

/** A bulleted line; the parts follow one another, and the sources' numbers follow the parts. */
export interface Line {
  readonly kind: 'line';
  readonly parts: readonly Part[];
  readonly sources: readonly Citation[];
}

/** An article's words in a quote block, some of them emphasised, with their source's number. */
export interface Quote {
  readonly kind: 'quote';
  readonly citation: Citation;
  /** Stretches of the citation to set in bold, in order and apart. */
  readonly emphasis: readonly Citation[];
  /** A stretch to set in italics: the word that reports, `said`. */
  readonly cue?: Citation;
}

export type Block = Subheading | Line | Quote;

/** Blocks that stay together on one page. */
export type Entry = readonly Block[];

/** A command with its options, as a member types it. */
export interface Question {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/** Values that would settle what a question left open. */
export interface ReplyChoice {
  readonly label: readonly Part[];
  readonly question: Question;
}

/** A menu of values for one option, several of which may be asked about at once. */
export interface ReplyMenu {
  readonly prompt: MessageKey;
  readonly option: string;
  /** Words of articles, each a value of the option. */
  readonly values: readonly Citation[];
  /** Several are chosen, at most so many. */
  readonly most: number;
}

/** A renderer lays entries out on as many pages as they need and lists each page's sources. */
export interface Reply {
  readonly outcome: 'found' | 'ambiguous' | 'none' | 'guide' | 'refused';
  /** Shown to the asker alone. */
  readonly isPrivate: boolean;
  readonly heading: Message;
  readonly entries: readonly Entry[];
  /** Small print under the entries: the scope, the demonstration. */
  readonly notes: readonly Message[];
  /** Questions to tap: what could be meant, or examples. */
  readonly choices: readonly ReplyChoice[];
  readonly menu?: ReplyMenu;
}

/** Entries with a line above the first that says what they are; none where there are none. */
export function under(text: Message, [first, ...others]: readonly Entry[]): readonly Entry[] {
  return first === undefined ? [] : [[{ kind: 'subheading', text }, ...first], ...others];
}
