import type { Reading } from '../../search/corpus.ts';
import { rememberedLately } from '../../text/remembered.ts';

/** One question looks into so many articles at most, and the next ones into many of the same. */
export const LATELY = 200;

/** The same function of a reading and a key, its results remembered with the readings seen of late. */
export function rememberedByKey<Key extends string | number, Value extends object>(
  read: (reading: Reading, key: Key) => Value,
): (reading: Reading, key: Key) => Value {
  const knownOf = rememberedLately<Reading, Map<Key, Value>>(() => new Map(), LATELY);
  return (reading, key) => {
    const known = knownOf(reading);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = read(reading, key);
    known.set(key, made);
    return made;
  };
}
