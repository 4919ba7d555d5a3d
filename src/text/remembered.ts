const MOST_WORDS = 50_000;

/** The same function of a word, which remembers its results for the first words that it is asked for. */
export function rememberedWords<Value extends boolean | number | object | null>(
  make: (word: string) => Value,
): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const made = make(word);
    if (known.size < MOST_WORDS) known.set(word, made);
    return made;
  };
}

const MOST_LATE = 20_000;

/**
 * The same function of a word, which remembers its results for the words that it was asked for of
 * late: at most twice so many, those of a full set and those of the set that is filled since.
 */
export function rememberedLately<Value extends string | object>(
  make: (word: string) => Value,
): (word: string) => Value {
  let late = new Map<string, Value>();
  let before = new Map<string, Value>();
  return (word) => {
    const known = late.get(word);
    if (known !== undefined) return known;
    const found = before.get(word) ?? make(word);
    if (late.size >= MOST_LATE) [before, late] = [late, new Map()];
    late.set(word, found);
    return found;
  };
}

/**
 * The same function, which remembers its results for as long as what they were made from is in use.
 * For what never changes (an article, a reading, a view) and is asked for again and again.
 */
export function remembered<Owner extends object, Value extends object>(
  make: (owner: Owner) => Value,
): (owner: Owner) => Value {
  const known = new WeakMap<Owner, Value>();
  return (owner) => {
    const found = known.get(owner) ?? make(owner);
    known.set(owner, found);
    return found;
  };
}
