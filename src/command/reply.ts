import type { Citation } from '../article/citation.ts';
import type { Days } from '../text/days.ts';
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

/** Someone or somewhere in Discord, shown by name and never pinged. */
export interface UserMention {
  readonly kind: 'userMention';
  readonly of: 'user' | 'channel';
  readonly id: string;
}

/** The bot's own words that lead to a message in Discord. */
export interface MessageLink {
  readonly kind: 'messageLink';
  readonly text: MessageKey;
  readonly at: MessagePlace;
}

export interface MessagePlace {
  /** Undefined for a private channel. */
  readonly guildId?: string | undefined;
  readonly channelId: string;
  readonly messageId: string;
}

/** A date as front matter has it, ISO 8601 or not; days; a count: each worded in the reader's language. */
export interface DatePart {
  readonly kind: 'date';
  readonly written: string;
}

export interface DaysPart {
  readonly kind: 'days';
  readonly days: Days;
}

export interface CountPart {
  readonly kind: 'count';
  readonly count: number;
}

export type Part =
  Message | Cited | Field | DatePart | DaysPart | CountPart | UserMention | MessageLink;

export const message = (key: MessageKey, params: Readonly<Record<string, Part>> = {}): Message => ({
  kind: 'message',
  key,
  params,
});
export const cited = (citation: Citation): Cited => ({ kind: 'cited', citation });
export const datePart = (written: string): DatePart => ({ kind: 'date', written });
export const daysPart = (days: Days): DaysPart => ({ kind: 'days', days });
export const countPart = (count: number): CountPart => ({ kind: 'count', count });
export const userMention = (of: UserMention['of'], id: string): UserMention => ({
  kind: 'userMention',
  of,
  id,
});
export const messageLink = (text: MessageKey, at: MessagePlace): MessageLink => ({
  kind: 'messageLink',
  text,
  at,
});
export const field = (value: string | number): Field => ({ kind: 'field', text: String(value) });

/** A bold line of its own. */
interface Subheading {
  readonly kind: 'subheading';
  readonly text: Part;
}

/** A bulleted line; the parts follow one another, and the sources' numbers follow the parts. */
interface Line {
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

/** What may be pressed or chosen on a card of its own; it calls an action. */
export type Control = ButtonControl | SelectControl | ChannelControl;

interface Acting {
  /** The name of an action, `settings.cooldown`. */
  readonly action: string;
  /** What the action is about, at most 60 of letters, digits, `.`, `-` and `_`. */
  readonly argument?: string;
}

export interface ButtonControl extends Acting {
  readonly kind: 'button';
  readonly label: MessageKey;
  /** It takes something away. */
  readonly isDangerous?: true;
}

export interface SelectControl extends Acting {
  readonly kind: 'select';
  readonly prompt: MessageKey;
  /** At most 25. */
  readonly options: readonly SelectOption[];
}

interface SelectOption {
  readonly value: string;
  readonly label: Message;
  readonly isChosen: boolean;
}

/** Channels of the server, some of them chosen already. */
export interface ChannelControl extends Acting {
  readonly kind: 'channels';
  readonly prompt: MessageKey;
  readonly chosen: readonly string[];
  /** None to so many are chosen. */
  readonly most: number;
}

/** Fields to fill in, at most five; sent, they call an action. */
export interface Form extends Acting {
  readonly kind: 'form';
  readonly title: MessageKey;
  readonly fields: readonly FormField[];
}

export type FormField =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly label: MessageKey;
      readonly isLong: boolean;
      readonly isRequired: boolean;
      /** Characters. */
      readonly most: number;
      /** What stands there to begin with. */
      readonly value?: string;
    }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: MessageKey;
      readonly options: readonly { readonly value: string; readonly label: MessageKey }[];
    };

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
  /** Questions that go on from what it says, each with a label of the bot's own first. */
  readonly followUps?: readonly ReplyChoice[];
  /** Whom it is about, where that is one: whom `he` means in what is asked next. */
  readonly person?: string;
  readonly controls?: readonly Control[];
  /** Files to take along, which stand under the card. */
  readonly files?: readonly ReplyFile[];
}

interface ReplyFile {
  /** Letters, digits, `-`, `_` and `.`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A line of its own that cites nothing. */
export const plainEntry = (...parts: readonly Part[]): Entry => [
  { kind: 'line', parts, sources: [] },
];

/** Entries with a line above the first that says what they are; none where there are none. */
export function under(text: Message, [first, ...others]: readonly Entry[]): readonly Entry[] {
  return first === undefined ? [] : [[{ kind: 'subheading', text }, ...first], ...others];
}
