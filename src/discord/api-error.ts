import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';

/** Discord's code for what it refused; undefined for what failed otherwise. */
const codeOf = (error: unknown): number | undefined =>
  error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : undefined;

const GONE: ReadonlySet<number | undefined> = new Set([
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
]);

const BARRED: ReadonlySet<number | undefined> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
]);

/** What the network says when it does not get through. */
const LOST = /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|UND_ERR_\w+)$/u;

/** Discord did not take it in, or did not say so: another time it may go well. */
export const isOutOfReach = (error: unknown): error is Error => {
  if (error instanceof HTTPError) return true;
  if (!(error instanceof Error)) return false;
  return LATE.has(error.name) || ('code' in error && LOST.test(String(error.code)));
};

const LATE: ReadonlySet<string> = new Set(['AbortError', 'TimeoutError']);

/** Why Discord is out of reach, in a word: `ECONNREFUSED`, or `503`. */
export function reachOf(error: Error): string {
  if (error instanceof HTTPError) return String(error.status);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** What it was about is not there any more. */
export const isGone = (error: unknown): boolean => GONE.has(codeOf(error));

/** The message that is replied to is not there any more. */
export const hasNoReference = (error: unknown): boolean =>
  codeOf(error) === RESTJSONErrorCodes.InvalidFormBodyOrContentType &&
  JSON.stringify(error instanceof DiscordAPIError ? error.rawError : {}).includes(
    '"MESSAGE_REFERENCE_UNKNOWN_MESSAGE"',
  );

/** The bot may not do it. */
export const isBarred = (error: unknown): boolean => BARRED.has(codeOf(error));

/** There is a thread on the message already. */
export const hasThread = (error: unknown): boolean =>
  codeOf(error) === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage;

/** Somebody else has answered the interaction. */
export const isTaken = (error: unknown): boolean =>
  codeOf(error) === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
