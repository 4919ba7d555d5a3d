import { hashWord } from './likeness.ts';

// A map that never changes and yet makes another cheaply: it is cut into shards, and the next map
// shares all of them but those in which something changed.
//
//     before  [shard 0] [shard 1] [shard 2] …
//                 │        ╲         │
//     after   [shard 0] [shard 1'] [shard 2] …

// For some hundred thousand words a shard holds a few dozen.
const SHARDS = 4_096;

type Shard<Value> = ReadonlyMap<string, Value>;

/** A map by words; see `draftOf` for how the next is made. */
export interface Shards<Value> {
  readonly size: number;
  get(word: string): Value | undefined;
  words(): readonly string[];
  values(): readonly Value[];
  readonly shards: readonly (Shard<Value> | undefined)[];
}

/** The next map while it is made. */
export interface Draft<Value> {
  get(word: string): Value | undefined;
  /** Undefined takes the word out. */
  set(word: string, value: Value | undefined): void;
  /** The map as it is now; the draft goes on with a copy. */
  done(): Shards<Value>;
}

export const emptyShards = <Value>(): Shards<Value> =>
  shardsOf<Value>(Array.from({ length: SHARDS }));

/** @param entries of several for one word, the last */
export function shardsFrom<Value>(
  entries: Iterable<readonly [word: string, value: Value]>,
): Shards<Value> {
  const draft = draftOf(emptyShards<Value>());
  for (const [word, value] of entries) draft.set(word, value);
  return draft.done();
}

const shardOf = (word: string): number => hashWord(word) & (SHARDS - 1);

function shardsOf<Value>(shards: readonly (Shard<Value> | undefined)[]): Shards<Value> {
  return {
    shards,
    get size() {
      return shards.reduce((sum, shard) => sum + (shard?.size ?? 0), 0);
    },
    get: (word) => shards[shardOf(word)]?.get(word),
    words() {
      const words: string[] = [];
      for (const shard of shards) if (shard !== undefined) words.push(...shard.keys());
      return words;
    },
    values() {
      const values: Value[] = [];
      for (const shard of shards) if (shard !== undefined) values.push(...shard.values());
      return values;
    },
  };
}

export function draftOf<Value>(before: Shards<Value>): Draft<Value> {
  let shards = [...before.shards];
  let own = new Map<number, Map<string, Value>>();
  function ownShard(at: number): Map<string, Value> {
    const known = own.get(at);
    if (known !== undefined) return known;
    const copy = new Map(shards[at]);
    own.set(at, copy);
    shards[at] = copy;
    return copy;
  }
  return {
    get: (word) => shards[shardOf(word)]?.get(word),
    set(word, value) {
      const shard = ownShard(shardOf(word));
      if (value === undefined) shard.delete(word);
      else shard.set(word, value);
    },
    done() {
      const made = shardsOf(shards);
      shards = [...shards];
      own = new Map();
      return made;
    },
  };
}
