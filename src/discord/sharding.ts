import { type APIApplication, type APIGatewayBotInfo, REST, Routes } from 'discord.js';
import { UserError } from '../article/user-error.ts';
import { LoginError } from './login-error.ts';

// A bot in many servers has several connections, its shards, each for some of the servers
// (https://discord.com/developers/docs/events/gateway#sharding). One process has all of them, or a
// range of them and other processes the rest.

/** The shards of one process: from the first to the last, both counted from 0, of so many in all. */
export interface ShardRange {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** The shards that are asked for; `auto` is all, as many as Discord recommends. */
export type WantedShards = ShardRange | 'auto';

const sizeOf = ({ first, last }: ShardRange): number => last - first + 1;

/** The shards' numbers, in order. */
export const shardsIn = (range: ShardRange): number[] =>
  Array.from({ length: sizeOf(range) }, (_, at) => range.first + at);

/** Whether what happens in a server comes to one of these shards. */
export function isServed({ first, last, count }: ShardRange, guildId: string): boolean {
  const shard = Number((BigInt(guildId) >> 22n) % BigInt(count));
  return shard >= first && shard <= last;
}

/** Discord closes a shard that would have more servers. */
const MOST_SERVERS = 2500;

/** So many shards are never too many, nor twice what is recommended: room for a bot that grows. */
const ALWAYS_ALLOWED = 16;

/**
 * Whoever begins the last session of a day has the token reset. A tenth is kept back, for shards that
 * lose their sessions, and so that a process which crashes and is started again all day ends here.
 */
const RESERVED_SHARE = 0.1;

/**
 * Settles which shards this process has, without beginning a session: a wrong number would spend the
 * day's at every start.
 * @param clock milliseconds since 1970
 * @throws LoginError if Discord would not take so many shards; UserError if too few sessions are left
 */
export async function settleShards(
  rest: REST,
  wanted: WantedShards,
  clock: () => number = Date.now,
): Promise<ShardRange> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Discord's own answer to this route
  const info = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
  if (wanted === 'auto') {
    const range = { first: 0, last: info.shards - 1, count: info.shards };
    mustHaveStarts(range, info, clock());
    return range;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  const application = (await rest.get(Routes.currentApplication())) as APIApplication;
  mustBeTaken(wanted, info, application.approximate_guild_count ?? 0);
  mustHaveStarts(wanted, info, clock());
  return wanted;
}

function mustBeTaken(
  { count }: ShardRange,
  { shards: recommended, session_start_limit: { max_concurrency: atOnce } }: APIGatewayBotInfo,
  servers: number,
): void {
  const fewest = Math.ceil(servers / MOST_SERVERS);
  const most = Math.max(ALWAYS_ALLOWED, 2 * recommended);
  const fault =
    count < fewest
      ? `too few for about ${servers} servers, which need ${fewest} or more`
      : count > most
        ? `more than its servers can need, which is ${most} at the most`
        : // Only bots in over 150,000 servers begin several sessions at once, by their fixed number.
          count % atOnce === 0
          ? undefined
          : `not a multiple of ${atOnce}, as Discord wants it of a bot of this size`;
  if (fault !== undefined)
    throw new LoginError(
      `SHARDS: ${count} shards are ${fault}. Discord recommends ${recommended}; write auto, or ${recommended}, or a range such as 0-${recommended - 1}/${recommended}.`,
    );
}

function mustHaveStarts(
  range: ShardRange,
  { session_start_limit: { total, remaining, reset_after: resetAfter } }: APIGatewayBotInfo,
  now: number,
): void {
  const needed = sizeOf(range) + Math.floor(total * RESERVED_SHARE);
  if (remaining >= needed) return;
  const at = new Date(now + resetAfter).toISOString().replace(/:\d\d\.\d+Z$/u, ' UTC');
  throw new UserError(
    `Discord lets this bot begin ${remaining} more of ${total} sessions until ${at.replace('T', ' ')}, ` +
      `and it takes ${needed} left to start: one a shard, and a tenth that is kept back. Is it being ` +
      `started over and over? Find out why, and start it after that time.`,
  );
}

/** Asks Discord before there is a client. */
export const restFor = (token: string, apiUrl: string | undefined): REST =>
  new REST(apiUrl === undefined ? {} : { api: apiUrl }).setToken(token);
