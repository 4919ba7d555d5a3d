import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema,
  InteractionApplicationCommandAutocompleteCallbackNumberDataSchema,
  InteractionApplicationCommandAutocompleteCallbackStringDataSchema,
  MessageCreateRequestSchema,
  ModalInteractionCallbackRequestDataSchema,
} from 'discord-api-spec/zod';
import { InteractionResponseType } from 'discord-api-types/v10';
import { z } from 'zod/mini';
import { invalidForm, placeUnder } from '../rest/failure.ts';
import type { Upload } from '../attachment.ts';
import { isRecord } from '../record.ts';
import { toFormErrors } from './form-error.ts';
import type { CommandBody, CompletionBody, MessageBody, ThreadBody } from './body.ts';

// Discord's own description of its requests, behind one typed door. What it gets wrong is listed here.

type Fields = Readonly<Record<string, unknown>>;

interface Patch {
  readonly why: string;
  readonly apply: (body: Fields) => Fields;
}

/** Applied to a copy that is checked; what the caller keeps is what was sent. */
const COMMAND_PATCHES: readonly Patch[] = [
  {
    why: 'default_member_permissions is described as a number; Discord documents a string or null',
    apply: (body) => {
      const given = body['default_member_permissions'];
      const isDigits = typeof given === 'string' && /^\d{1,20}$/.test(given);
      return isDigits ? { ...body, default_member_permissions: Number(given) } : body;
    },
  },
];

const COMMAND_SCHEMAS = {
  create: ApplicationCommandCreateRequestSchema,
  overwrite: ApplicationCommandUpdateRequestSchema,
  edit: ApplicationCommandPatchRequestPartialSchema,
};
const MESSAGE_SCHEMAS = {
  response: IncomingWebhookInteractionRequestSchema,
  update: IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  edit: IncomingWebhookUpdateRequestPartialSchema,
  channel: MessageCreateRequestSchema,
};
const COMPLETION_SCHEMAS = {
  string: InteractionApplicationCommandAutocompleteCallbackStringDataSchema,
  integer: InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema,
  number: InteractionApplicationCommandAutocompleteCallbackNumberDataSchema,
};
const CALLBACK_SCHEMA = z.object({
  type: z.enum(InteractionResponseType),
  data: z.nullish(z.record(z.string(), z.unknown())),
});

export type MessageUse = keyof typeof MESSAGE_SCHEMAS;
export type CompletionType = keyof typeof COMPLETION_SCHEMAS;

/** Checks one command. Throws 50035 with errors under `at`. */
export function checkCommandBody(
  use: keyof typeof COMMAND_SCHEMAS,
  body: unknown,
  at: readonly PropertyKey[],
): CommandBody {
  const patched = isRecord(body)
    ? COMMAND_PATCHES.reduce((sum, { apply }) => apply(sum), body)
    : body;
  check(COMMAND_SCHEMAS[use], patched, at);
  assume<CommandBody>(body);
  return body;
}

/** Checks what a message is made or changed with. Throws 50035 with errors under `at`. */
export function checkMessageBody(
  use: MessageUse,
  body: unknown,
  at: readonly PropertyKey[],
  uploads: ReadonlyMap<number, Upload>,
): MessageBody {
  check(MESSAGE_SCHEMAS[use], body, at);
  assume<MessageBody>(body);
  return { ...body, uploads };
}

/** Checks an interaction callback's frame, not its data. Throws 50035. */
export function checkCallback(body: unknown): z.output<typeof CALLBACK_SCHEMA> {
  check(CALLBACK_SCHEMA, body, []);
  return CALLBACK_SCHEMA.parse(body);
}

/** Checks the choices offered for an option of a type. Throws 50035 with errors under `data`. */
export function checkCompletionBody(type: CompletionType, body: unknown): CompletionBody {
  check(COMPLETION_SCHEMAS[type], body, ['data']);
  assume<CompletionBody>(body);
  return body;
}

/** Checks what a thread is started with. Throws 50035. */
export function checkThreadBody(body: unknown): ThreadBody {
  check(CreateTextThreadWithMessageRequestSchema, body, []);
  assume<ThreadBody>(body);
  return body;
}

/** Checks a form. Throws 50035 with errors under `data`. */
export function checkModalBody(body: unknown): void {
  check(ModalInteractionCallbackRequestDataSchema, body, ['data']);
}

function check(schema: z.ZodMiniType, body: unknown, at: readonly PropertyKey[]): void {
  const result = schema.safeParse(body);
  if (result.success) return;
  throw invalidForm(placeUnder(at, toFormErrors(result.error.issues, body)));
}

/** Says what a schema has just shown: the package gives its schemas no types. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the shape
function assume<T>(_checked: unknown): asserts _checked is T {}
