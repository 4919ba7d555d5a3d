/** The first second of 2015, from which Discord counts milliseconds. */
const DISCORD_EPOCH = 1_420_070_400_000;

/**
 * A source of ids that never repeats: 42 bits of time, 22 of sequence.
 * Format: `docs/reference#snowflakes`.
 */
export function createSnowflakes(clock: () => number): () => string {
  let sequence = 0n;
  return () => {
    sequence += 1n;
    return ((BigInt(clock() - DISCORD_EPOCH) << 22n) | (sequence & 0x3fffffn)).toString();
  };
}
