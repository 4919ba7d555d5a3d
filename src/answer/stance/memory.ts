import type { Reading } from '../../search/corpus.ts';
import { remembered } from '../../text/remembered.ts';

/** The same function of a reading and a key, its results remembered with the reading. */
export function rememberedByKey<Key extends string | number, Value>(
  read: (reading: Reading, key: Key) => Value,
): (reading: Reading, key: Key) => Value {
  const knownOf = remembered<Reading, Map<Key, Value>>(() => new Map());
  return (reading, key) => {
    const known = knownOf(reading);
    const found = known.get(key) ?? read(reading, key);
    known.set(key, found);
    return found;
  };
}
