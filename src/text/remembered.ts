const MOST_WORDS = 50_000;

/** The same function of a word, which remembers its results for the first words that it is asked for. */
export function rememberedWords<Value extends boolean | number | object | null>(
  make: (word: string) => Value,
  most = MOST_WORDS,
): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    if (known.size >= most) return make(word);
    const own = copyOf(word);
    const made = make(own);
    known.set(own, made);
    return made;
  };
}

/** The same word, which does not keep the text alive that it was cut from. */
const copyOf = (word: string): string => ` ${word}`.slice(1);

const MOST_LATE = 20_000;

/**
 * The same function of a word, or of what never changes, which remembers its results for those that
 * it was asked for of late: at most for twice `most`, those of a full set and of the set filled since.
 */
export function rememberedLately<Asked extends string | object, Value extends string | object>(
  make: (asked: Asked) => Value,
  most = MOST_LATE,
): (asked: Asked) => Value {
  let late = new Map<Asked, Value>();
  let before = new Map<Asked, Value>();
  return (asked) => {
    const known = late.get(asked);
    if (known !== undefined) return known;
    const found = before.get(asked) ?? make(asked);
    if (late.size >= most) [before, late] = [late, new Map()];
    late.set(asked, found);
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
    const found = known.get(owner);
    if (found !== undefined) return found;
    const made = make(owner);
    known.set(owner, made);
    return made;
  };
}

/** The same function, which makes its result the first time that it is asked. */
export function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
