import type { z } from 'zod';
import type { Corpus } from '../search/corpus.ts';
import type { MessageKey } from './messages.ts';
import type { ServerStore } from '../store/server-store.ts';
import type { Keeping } from '../keeping/keeping.ts';
import type { Form, Message, MessagePlace, Question, Reply } from './reply.ts';

export type { MistakeReport, ServerSettings } from '../store/server-store.ts';

/** A value offered while a member types; both at most 100 characters. */
export interface Completion {
  readonly value: string;
  readonly label: string;
}

export interface FixedChoice {
  readonly value: string;
  readonly label: MessageKey;
}

export interface OptionDefinition {
  /** At most 100 characters. */
  readonly description: MessageKey;
  /** What a value must be; failing it is the member's mistake, told with the schema's message. */
  readonly schema: z.ZodType<string | undefined, string | undefined>;
  /** Up to 25 values that the corpus or the server has, best first, for what was typed so far. */
  readonly complete?: (typed: string, corpus: Corpus, context?: Context) => readonly Completion[];
  /** The only values that it takes, at most 25; such an option does not complete. */
  readonly choices?: readonly FixedChoice[];
  /** What to tell the member where a well-formed value names nothing that the corpus has. */
  readonly refuse?: (value: string, corpus: Corpus) => Message | undefined;
}

/** What Discord lets somebody do in a server, as far as commands ask for it. */
export type Right = 'manage-messages' | 'manage-server';

/** Who asks, and where. */
interface Actor {
  readonly userId: string;
  /** Undefined outside a server, and where the server has not added the bot. */
  readonly guildId?: string | undefined;
  /** At the moment of asking. */
  readonly rights: ReadonlySet<Right>;
}

export interface Context {
  readonly corpus: Corpus;
  readonly actor: Actor;
  readonly servers: ServerStore;
  /** The commands there are, for those that tell of them. */
  readonly commands: readonly Command[];
  /** Takes what went wrong, to be logged; never what members typed. */
  readonly report: (line: string) => void;
  /** Permissions that the bot lacks where it is asked. */
  readonly missing: readonly MessageKey[];
  /** What it takes to change articles; undefined where nothing may be written. */
  readonly keeping: Keeping | undefined;
  /** What was given beside the words, by the name under which a command takes it. */
  readonly files?: Readonly<Record<string, GivenFile>> | undefined;
  /** Tells the member how far a long answer has got; undefined where nobody waits. */
  readonly tell?: (message: Message) => void;
  /** Tells those who look after the server what was done. */
  readonly announce?: (notice: Message) => void;
}

/** A file that a member attached, which is yet to be fetched. */
export interface GivenFile {
  readonly name: string;
  readonly url: string;
  /** Bytes. */
  readonly size: number;
}

/** What was pressed, chosen or filled in. */
export interface Pressed {
  readonly argument: string;
  /** The values chosen in a select. */
  readonly chosen: readonly string[];
  /** What was filled in, by the field's name. */
  readonly fields: Readonly<Record<string, string>>;
  /** The question of the card that it was pressed on, if it has one. */
  readonly question: Question | undefined;
  /** Where that card is, or the one that it speaks of; undefined where only the actor sees it. */
  readonly place: MessagePlace | undefined;
  /** The passages that the card cites, `riyadh-talks 3`. */
  readonly places: () => Promise<readonly string[]>;
}

/** What comes of an action: a card, in place of the one pressed or apart from it; or a form. */
export type Acted = ActedReply | Form;

export interface ActedReply {
  readonly kind: 'reply';
  readonly reply: Reply;
  readonly question: Question | undefined;
  readonly isInPlace: boolean;
  /** What those who look after the server are told where it is set to tell them. */
  readonly notice?: Message;
}

/** By name, `settings.cooldown`; each checks the actor's rights itself. */
export type Actions = Readonly<
  Record<string, (pressed: Pressed, context: Context) => Promise<Acted>>
>;

export type OptionValues = Readonly<Record<string, string | undefined>>;

/** Somebody's message that a command is asked about. */
export interface AskedMessage {
  readonly text: string;
  readonly files: readonly GivenFile[];
  readonly place: MessagePlace;
}

/** A command of a message's menu. */
export interface MessageCommand {
  /** As members see it, at most 32 characters. */
  readonly name: MessageKey;
  readonly run: (asked: AskedMessage, context: Context) => Promise<Reply>;
}

/** Who may use a command; what Discord lets others do besides is in the server's own settings. */
export type Access = 'everyone' | Right;

/** A slash command: the same for Discord, the sandbox and the command line. */
export interface Command {
  /** `quote`; or `corpus add`, one of several that share their first word. */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: MessageKey;
  /** In the order in which they are shown; all are optional. */
  readonly options: Readonly<Record<string, OptionDefinition>>;
  /** What files it takes, by name, each with its description. */
  readonly files?: Readonly<Record<string, MessageKey>>;
  /** Answers without options as well; others then show their examples. */
  readonly answersBare?: true;
  /** A form to fill in instead of an answer; undefined where it answers after all. */
  readonly form?: (options: OptionValues, context: Context) => Form | undefined;
  /** Answers; called with options already checked by their schemas, and at least one if not bare. */
  readonly run: (options: OptionValues, context: Context) => Promise<Reply>;
  /** Everyone where left out; others only in servers. */
  readonly access?: Access;
  readonly actions?: Actions;
  /** Up to three questions that this corpus answers, for a command typed without options. */
  readonly examples: (corpus: Corpus) => readonly Question[];
}
