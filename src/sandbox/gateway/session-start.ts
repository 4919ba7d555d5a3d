import { GatewayCloseCodes } from 'discord-api-types/v10';
import type { APIGatewaySessionStartLimit } from 'discord-api-types/v10';

/** What Discord asks of a bot's shards: `docs/events/gateway#sharding`. */
export interface ShardRules {
  /** How many are recommended. */
  readonly recommended: number;
  /** A bot in over 150,000 guilds has a multiple of this. */
  readonly multiple: number;
  /** One shard has no more guilds. */
  readonly mostGuilds: number;
  /** In how many guilds the bot is said to be; as many as there are when left out. */
  readonly guildCount?: number;
  /** Sessions that may be begun in a day. */
  readonly total: number;
  /** How many of them were begun before. */
  readonly spent: number;
  /** How many may be begun in five seconds; not looked at when left out, so that tests need not wait. */
  readonly maxConcurrency?: number;
}

const RULES: ShardRules = {
  recommended: 1,
  multiple: 1,
  mostGuilds: 2500,
  total: 1000,
  spent: 0,
};

/** Counts sessions as they begin, and says which may not. */
export interface SessionStarts {
  readonly rules: ShardRules;
  /** `docs/events/gateway#session-start-limit-object` */
  readonly limit: () => APIGatewaySessionStartLimit;
  /**
   * Counts an identify. Gives what comes of it if no session does: `invalid` where it came too soon
   * after another, a close code, or `reset` where it was one more than the day has.
   */
  readonly begin: (shard: ShardPlace, guilds: number) => Refused | undefined;
}

type Refused = 'invalid' | 'reset' | readonly [GatewayCloseCodes, string];

/** A shard's number, and of how many. */
export type ShardPlace = readonly [number, number];

const DAY = 24 * 3_600_000;
/** Milliseconds in which no more than `maxConcurrency` sessions begin. */
const PACE = 5000;

export function createSessionStarts(
  changed: Partial<ShardRules>,
  clock: () => number,
): SessionStarts {
  const rules = { ...RULES, ...changed };
  let day = { since: clock(), begun: rules.spent };
  const lastOf = new Map<number, number>();
  const today = () => {
    if (clock() - day.since >= DAY) day = { since: clock(), begun: 0 };
    return day;
  };
  const isTooSoon = ([shard]: ShardPlace): boolean => {
    if (rules.maxConcurrency === undefined) return false;
    const key = shard % rules.maxConcurrency;
    const last = lastOf.get(key) ?? -Infinity;
    lastOf.set(key, clock());
    return clock() - last < PACE;
  };
  return {
    rules,
    limit: () => ({
      total: rules.total,
      remaining: Math.max(0, rules.total - today().begun),
      reset_after: day.since + DAY - clock(),
      max_concurrency: rules.maxConcurrency ?? 1,
    }),
    begin: (shard, guilds) => {
      today().begun += 1;
      if (day.begun > rules.total) return 'reset';
      if (shard[1] % rules.multiple !== 0)
        return [GatewayCloseCodes.InvalidShard, 'Invalid shard.'];
      if (guilds > rules.mostGuilds)
        return [GatewayCloseCodes.ShardingRequired, 'Sharding required.'];
      return isTooSoon(shard) ? 'invalid' : undefined;
    },
  };
}

/** `docs/events/gateway#sharding-sharding-formula` */
export const isOnShard = ([shard, shards]: ShardPlace, guildId: string): boolean =>
  (BigInt(guildId) >> 22n) % BigInt(shards) === BigInt(shard);
