/** So many ids are remembered: an hour's, for a bot that is asked three times a second. */
const MOST_KEPT = 10_000;

/**
 * Tells an event that comes for the first time from one that comes again, by the id of what it is about:
 * Discord may send an event twice, for example when a connection is resumed.
 */
export function createFirstTime(most = MOST_KEPT): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen;
    if (seen.size > most && oldest !== undefined) seen.delete(oldest);
    return true;
  };
}
