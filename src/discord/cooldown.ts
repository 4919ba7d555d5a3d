/** When members were last answered for all to see, for as long as that matters. */
export interface Cooldown {
  /** Whether the member was so answered less than so many seconds ago. */
  isCooling(guildId: string, userId: string, seconds: number): boolean;
  start(guildId: string, userId: string): void;
}

/** Nobody can set a longer cooldown, in milliseconds. */
const LONGEST = 3_600_000;
const MOST_KEPT = 10_000;

const keyOf = (guildId: string, userId: string): string => `${guildId} ${userId}`;

export function createCooldown(clock: () => number = Date.now): Cooldown {
  const last = new Map<string, number>();
  return {
    isCooling: (guildId, userId, seconds) =>
      clock() - (last.get(keyOf(guildId, userId)) ?? -Infinity) < seconds * 1000,
    start: (guildId, userId) => {
      const key = keyOf(guildId, userId);
      // Deleted first, so that the map stays in the order of time.
      last.delete(key);
      last.set(key, clock());
      for (const [oldest, at] of last) {
        if (last.size <= MOST_KEPT && clock() - at < LONGEST) break;
        last.delete(oldest);
      }
    },
  };
}
