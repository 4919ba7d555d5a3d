import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
} from 'discord.js';
import { UserError } from '../article/user-error.ts';
import { isOutOfReach, reachOf } from './api-error.ts';

/** Discord does not let the bot in with the settings it has; trying again would change nothing. */
export class LoginError extends UserError {
  override name = 'LoginError';
}

/** What an operator can put right; undefined for all else. */
export function loginErrorFor(
  error: unknown,
  guildId: string | undefined,
): LoginError | UserError | undefined {
  const isToken =
    error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
  if (isToken || isStatus(error, 401)) return new LoginError(UNKNOWN_TOKEN);
  if (guildId !== undefined && (isStatus(error, 403) || isStatus(error, 404)))
    return new LoginError(`DISCORD_GUILD_ID: the bot is not in a server with the id ${guildId}.`);
  return unreachable(error);
}

const UNKNOWN_TOKEN = 'DISCORD_TOKEN: Discord does not know this token.';

const unreachable = (error: unknown): UserError | undefined =>
  isOutOfReach(error)
    ? new UserError(`Discord is out of reach (${reachOf(error)}); is there a network?`)
    : undefined;

const isStatus = (error: unknown, status: number): boolean =>
  error instanceof DiscordAPIError && error.status === status;

/** After these Discord lets nobody in who comes again with the same settings. */
const REASONS: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: UNKNOWN_TOKEN,
  [GatewayCloseCodes.InvalidShard]:
    'SHARDS: Discord takes no such number of shards from this bot; write auto, or a multiple of what it recommends',
  [GatewayCloseCodes.ShardingRequired]:
    'SHARDS: a shard would have more than 2,500 servers; write auto, or a greater number',
  [GatewayCloseCodes.InvalidIntents]: 'Discord does not know an intent that the bot asks for',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not grant an intent that the bot asks for; MENTIONS=off asks for one fewer',
};

/** Why Discord ended a session for good, by the code it closed with. */
export function endedBy(code: number): LoginError {
  const reason = REASONS[code];
  return new LoginError(
    reason === undefined
      ? `Discord ended the session for good (close code ${code}).`
      : `${reason.replace(/\.$/u, '')} (close code ${code}).`,
  );
}
