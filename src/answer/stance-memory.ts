import type { Reading } from '../search/corpus.ts';

/**
 * The same function, which remembers its results for as long as a reading is in use. Readings never
 * change, and one question asks the same of them again and again.
 */
export function remembered<Key extends string | number, Value>(
  read: (reading: Reading, key: Key) => Value,
): (reading: Reading, key: Key) => Value {
  const known = new WeakMap<Reading, Map<Key, Value>>();
  return (reading, key) => {
    const own = known.get(reading) ?? new Map<Key, Value>();
    known.set(reading, own);
    const found = own.get(key);
    if (found !== undefined) return found;
    const made = read(reading, key);
    own.set(key, made);
    return made;
  };
}
