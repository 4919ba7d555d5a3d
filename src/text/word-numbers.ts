/** A word with its number, which is the same in every text. */
export interface NumberedWord {
  /** In lower case. */
  readonly lower: string;
  /** Of `lower`: the same for all spellings of it. */
  readonly number: number;
}

/** How many words are numbered, the first that are met; all others share this as their number. */
const MOST_WORDS = 50_000;

/** Where no word is. */
export const NO_NUMBER = -1;

const numbers = new Map<string, number>();

/** The number of a word in lower case. Those met first, which are mostly the commonest, have the lowest. */
export function numberOf(lower: string): number {
  const known = numbers.get(lower);
  if (known !== undefined) return known;
  const number = numbers.size;
  if (number < MOST_WORDS) numbers.set(lower, number);
  return number;
}

const UNASKED = 0;
const NOTHING = 1;

/**
 * The same look-up of a word in lower case, made once for each word: from then on it is a read from
 * an array, which takes a tenth of the time of a map or a set of strings. For what is asked of every
 * word of a text.
 */
export function byNumber<Value>(
  find: (lower: string) => Value | undefined,
): (word: NumberedWord | undefined) => Value | undefined {
  // For each number the index of its value. No index is negative: reading below an array is slow.
  const indices = new Uint16Array(MOST_WORDS);
  const values: (Value | undefined)[] = [undefined, undefined];
  const ask = ({ lower, number }: NumberedWord): Value | undefined => {
    const value = find(lower);
    indices[number] = value === undefined ? NOTHING : values.push(value) - 1;
    return value;
  };
  return (word) => {
    if (word === undefined) return undefined;
    const index = indices[word.number] ?? UNASKED;
    return index === UNASKED ? ask(word) : values[index];
  };
}

const NO = 1;
const YES = 2;

/** The same test of a word in lower case, made once for each word; see `byNumber`. */
export function testByNumber(
  test: (lower: string) => boolean,
): (word: NumberedWord | undefined) => boolean {
  const answers = new Uint8Array(MOST_WORDS);
  const ask = ({ lower, number }: NumberedWord): boolean => {
    const answer = test(lower);
    answers[number] = answer ? YES : NO;
    return answer;
  };
  return (word) => {
    if (word === undefined) return false;
    const answer = answers[word.number] ?? UNASKED;
    return answer === UNASKED ? ask(word) : answer === YES;
  };
}

/** Words in lower case that may also be asked for by number. */
export interface WordSet extends ReadonlySet<string> {
  readonly holds: (word: NumberedWord | undefined) => boolean;
}

/** A set of words in lower case; see `byNumber` for what `holds` spares. */
export function wordSet(words: Iterable<string>): WordSet {
  const set = new Set(words);
  return Object.assign(set, { holds: testByNumber((word) => set.has(word)) });
}

/** A first test of two words, one behind the other. */
export interface PairFilter {
  /** Whether they may be such a pair; if not, they are none. */
  readonly mayHold: (first: NumberedWord | undefined, second: NumberedWord | undefined) => boolean;
}

const PAIR_BITS = 16;

/**
 * Pairs of words by their numbers, kept as a Bloom filter (Bloom 1970) of one hash, which is small
 * enough to stay in the processor's cache: most pairs of a text are told apart from some thousand
 * without a look-up.
 */
export function pairFilter(pairs: Iterable<readonly [first: number, second: number]>): PairFilter {
  const bits = new Uint8Array(2 ** PAIR_BITS / 8);
  for (const [first, second] of pairs) {
    const hash = hashOf(first, second);
    bits[hash >> 3] = (bits[hash >> 3] ?? 0) | (1 << (hash & 7));
  }
  return {
    mayHold: (first, second) => {
      if (first === undefined || second === undefined) return false;
      const hash = hashOf(first.number, second.number);
      return ((bits[hash >> 3] ?? 0) & (1 << (hash & 7))) !== 0;
    },
  };
}

/** Multiplicative, by Knuth's constant. */
const hashOf = (first: number, second: number): number =>
  Math.imul(Math.imul(first, 0x9e3779b1) + second, 0x9e3779b1) >>> (32 - PAIR_BITS);
