import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

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

/** What it was about is not there any more. */
export const isGone = (error: unknown): boolean => GONE.has(codeOf(error));

/** The bot may not do it. */
export const isBarred = (error: unknown): boolean => BARRED.has(codeOf(error));

/** There is a thread on the message already. */
export const hasThread = (error: unknown): boolean =>
  codeOf(error) === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage;

/** Somebody else has answered the interaction. */
export const isTaken = (error: unknown): boolean =>
  codeOf(error) === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
