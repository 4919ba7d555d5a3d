import { z } from 'zod/mini';
import type { SeenField } from '../driver/seen-field.ts';

// What the page and the sandbox say to each other over the page's WebSocket, a JSON text each.

/** Of one request, whose files come as base64: four characters are three bytes. */
export const MOST_BYTES_SENT = 16 * 1024 * 1024;

const sentFile = z.object({
  name: z.string().check(z.maxLength(260)),
  contentType: z.string(),
  base64: z.base64(),
});

const ids = { messageId: z.string(), customId: z.string() };
const optionValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), sentFile]));

/** Something that somebody does on the page, where they are. */
const deedSchema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('look'),
    as: z.enum(['member', 'stranger', 'moderator']),
    channel: z.string(),
    locale: z.string(),
  }),
  z.object({ act: z.literal('command'), name: z.string(), options: optionValues }),
  z.object({
    act: z.literal('complete'),
    name: z.string(),
    options: optionValues,
    focused: z.string(),
  }),
  z.object({ act: z.literal('press'), ...ids }),
  z.object({ act: z.literal('select'), ...ids, values: z.array(z.string()) }),
  z.object({
    act: z.literal('submit'),
    formId: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.array(sentFile)])),
  }),
  z.object({ act: z.literal('messageCommand'), messageId: z.string(), name: z.string() }),
  z.object({
    act: z.literal('say'),
    text: z.string(),
    replyTo: z.optional(z.string()),
    files: z.array(sentFile),
  }),
  z.object({ act: z.literal('remove'), messageId: z.string() }),
]);

export const requestSchema = z.object({ id: z.number(), deed: deedSchema });

export type SentFile = z.output<typeof sentFile>;
export type Deed = z.output<typeof deedSchema>;
export type PageRequest = z.output<typeof requestSchema>;

export interface ShownChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'thread' | 'private';
  /** Of a thread. */
  readonly parentId?: string;
}

export interface ShownOption {
  readonly name: string;
  readonly description: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'file' | 'other';
  readonly isRequired: boolean;
  readonly completes: boolean;
  readonly choices: readonly { readonly name: string; readonly value: string | number }[];
}

export interface ShownCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly ShownOption[];
}

/** A component of a message as Discord's API gives it. */
export type ShownComponent = Readonly<Record<string, unknown>>;

export interface ShownFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** On the page's own host. */
  readonly path: string;
}

export interface ShownMessage {
  readonly id: string;
  readonly author: string;
  readonly isBot: boolean;
  readonly isMine: boolean;
  /** ISO 8601. */
  readonly at: string;
  readonly isEdited: boolean;
  readonly isLoading: boolean;
  /** Only this person sees it. */
  readonly isPrivate: boolean;
  readonly content: string;
  readonly components: readonly ShownComponent[];
  /** Made of components alone, which show its files where they name them. */
  readonly isCard: boolean;
  readonly attachments: readonly ShownFile[];
  /** Whom it answers, and how that began. */
  readonly replyTo?: { readonly author: string; readonly content: string };
  /** The command that it answers: `/quote` by mia. */
  readonly answers?: { readonly who: string };
  readonly threadId?: string;
  readonly mayDelete: boolean;
}

/** Everything that somebody sees where they are. */
export interface View {
  readonly as: string;
  readonly person: string;
  readonly channel: ShownChannel;
  readonly channels: readonly ShownChannel[];
  readonly messages: readonly ShownMessage[];
  readonly commands: readonly ShownCommand[];
  readonly messageCommands: readonly { readonly name: string; readonly shown: string }[];
  /** Names by id, for mentions: `@1` and `#2`. */
  readonly names: Readonly<Record<string, string>>;
  readonly mayWrite: boolean;
  /** The last interaction that the bot was sent, and what it answered since. */
  readonly traffic: { readonly interaction: unknown; readonly requests: readonly unknown[] };
}

export interface ShownForm {
  readonly formId: string;
  readonly title: string;
  readonly fields: readonly SeenField[];
}

/** What came of a deed. */
export interface DeedResult {
  readonly form?: ShownForm;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  /** Why Discord's client would not do it, or what the bot failed to do. */
  readonly error?: string;
}

export type PageEvent =
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'result'; readonly id: number; readonly result: DeedResult };
