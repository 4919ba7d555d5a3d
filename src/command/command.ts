import type { z } from 'zod';
import type { Corpus } from '../search/corpus.ts';
import type { MessageKey } from './messages.ts';
import type { Message, Question, Reply } from './reply.ts';

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
  /** Up to 25 values that the corpus has, best first, for what was typed so far. */
  readonly complete?: (typed: string, corpus: Corpus) => readonly Completion[];
  /** The only values that it takes, at most 25; such an option does not complete. */
  readonly choices?: readonly FixedChoice[];
  /** What to tell the member where a well-formed value names nothing that the corpus has. */
  readonly refuse?: (value: string, corpus: Corpus) => Message | undefined;
}

/** Who asks, and where. */
export interface Actor {
  readonly userId: string;
  readonly guildId?: string;
}

export interface Context {
  readonly corpus: Corpus;
  readonly actor: Actor;
}

export type OptionValues = Readonly<Record<string, string | undefined>>;

/** A slash command: the same for Discord, the sandbox and the command line. */
export interface Command {
  readonly name: string;
  /** At most 100 characters. */
  readonly description: MessageKey;
  /** In the order in which they are shown; all are optional. */
  readonly options: Readonly<Record<string, OptionDefinition>>;
  /** Answers without options as well; others then show their examples. */
  readonly answersBare?: true;
  /** Answers; called with options already checked by their schemas, and at least one if not bare. */
  readonly run: (options: OptionValues, context: Context) => Promise<Reply>;
  /** Up to three questions that this corpus answers, for a command typed without options. */
  readonly examples: (corpus: Corpus) => readonly Question[];
}
