import { RESTJSONErrorCodes } from 'discord-api-types/v10';

/** One thing wrong in a request's body. */
export interface FormError {
  /** Where it stands, for example `['components', 0, 'custom_id']`; empty for the whole body. */
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
}

/** Discord's error tree: `_errors` at a place, places by key. */
interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

interface ErrorBody {
  readonly message: string;
  readonly code: number;
  readonly errors?: ErrorTree;
}

/** A refusal as Discord answers it: `docs/reference#error-messages`. */
export class ApiFailure extends Error {
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, body: ErrorBody) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

/** Codes and statuses: `docs/topics/opcodes-and-status-codes#json`. */
export const FAILURES = {
  unauthorized: () => refuse(401, RESTJSONErrorCodes.GeneralError, '401: Unauthorized'),
  notFound: () => refuse(404, RESTJSONErrorCodes.GeneralError, '404: Not Found'),
  wrongMethod: () => refuse(405, RESTJSONErrorCodes.GeneralError, '405: Method Not Allowed'),
  tooLarge: () => refuse(413, RESTJSONErrorCodes.RequestEntityTooLarge, 'Request entity too large'),
  invalidJson: () =>
    refuse(
      400,
      RESTJSONErrorCodes.RequestBodyContainsInvalidJSON,
      'The request body contains invalid JSON.',
    ),
  invalidContentType: () =>
    refuse(
      400,
      RESTJSONErrorCodes.InvalidFormBodyOrContentType,
      'Invalid form body or content type: the sandbox takes application/json and multipart/form-data.',
    ),
  tooManyFiles: (most: number) =>
    refuse(
      400,
      RESTJSONErrorCodes.MaximumNumberOfAttachmentsInAMessageReached,
      `Maximum number of attachments in a message reached (${most})`,
    ),
  unknown: (what: keyof typeof UNKNOWN) => refuse(404, UNKNOWN[what], `Unknown ${what}`),
  alreadyAcknowledged: () =>
    refuse(
      400,
      RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
      'Interaction has already been acknowledged.',
    ),
  invalidWebhookToken: () =>
    refuse(401, RESTJSONErrorCodes.InvalidWebhookToken, 'Invalid Webhook Token'),
  emptyMessage: () =>
    refuse(400, RESTJSONErrorCodes.CannotSendAnEmptyMessage, 'Cannot send an empty message'),
  missingAccess: () => refuse(403, RESTJSONErrorCodes.MissingAccess, 'Missing Access'),
  missingPermissions: () =>
    refuse(403, RESTJSONErrorCodes.MissingPermissions, 'Missing Permissions'),
  notAuthor: () =>
    refuse(
      403,
      RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser,
      'Cannot edit a message authored by another user',
    ),
  wrongChannelType: () =>
    refuse(
      400,
      RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
      'Cannot execute action on this channel type',
    ),
  threadExists: () =>
    refuse(
      400,
      RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage,
      'A thread has already been created for this message',
    ),
  tooManyCommands: (most: number) =>
    refuse(
      400,
      RESTJSONErrorCodes.MaximumNumberOfApplicationCommandsReached,
      `Maximum number of application commands reached (${most}).`,
    ),
} as const;

const UNKNOWN = {
  Application: RESTJSONErrorCodes.UnknownApplication,
  Channel: RESTJSONErrorCodes.UnknownChannel,
  Guild: RESTJSONErrorCodes.UnknownGuild,
  Member: RESTJSONErrorCodes.UnknownMember,
  Message: RESTJSONErrorCodes.UnknownMessage,
  User: RESTJSONErrorCodes.UnknownUser,
  Webhook: RESTJSONErrorCodes.UnknownWebhook,
  interaction: RESTJSONErrorCodes.UnknownInteraction,
  'application command': RESTJSONErrorCodes.UnknownApplicationCommand,
} as const;

/** The errors as they stand when what was checked stands at `at`. */
export function placeUnder(
  at: readonly PropertyKey[],
  errors: readonly FormError[],
): readonly FormError[] {
  return errors.map(({ path, code, message }) => ({ path: [...at, ...path], code, message }));
}

/** 50035 Invalid Form Body, with each error at its place. */
export function invalidForm(errors: readonly FormError[]): ApiFailure {
  const tree: ErrorTree = {};
  for (const error of errors) plant(tree, error);
  const code = RESTJSONErrorCodes.InvalidFormBodyOrContentType;
  return new ApiFailure(400, { message: 'Invalid Form Body', code, errors: tree });
}

function refuse(status: number, code: number, message: string): ApiFailure {
  return new ApiFailure(status, { message, code });
}

function plant(tree: ErrorTree, { path, code, message }: FormError): void {
  let place = tree;
  for (const key of path) {
    const next = place[String(key)];
    const child: ErrorTree = next === undefined || Array.isArray(next) ? {} : next;
    place[String(key)] = child;
    place = child;
  }
  const already = place['_errors'];
  place['_errors'] = [...(Array.isArray(already) ? already : []), { code, message }];
}
