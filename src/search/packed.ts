// Whole numbers in a short text, which JSON keeps as it is: six bits a character, the lowest first;
// what is behind a character of the second 64 goes on in the next. Most spans take three characters,
// where an array takes sixteen bytes.
//
//     5 → 5      100 → T1

const FIRST = '0'.charCodeAt(0);
const BITS = 6;
const BASE = 1 << BITS;

// As many arguments as a call takes without fear for the stack.
const FEW = 10_000;

/** Packs whole numbers from 0 to 2³² - 1. */
export function pack(numbers: readonly number[]): string {
  const codes: number[] = [];
  for (const number of numbers) {
    let left = number;
    for (; left >= BASE; left = Math.floor(left / BASE)) codes.push(FIRST + BASE + (left % BASE));
    codes.push(FIRST + left);
  }
  let text = '';
  for (let at = 0; at < codes.length; at += FEW)
    text += String.fromCharCode(...codes.slice(at, at + FEW));
  return text;
}

/** A small number as one character: a set of them is searched with `includes`. */
export const packOne = (number: number): string => String.fromCharCode(FIRST + number);

/** Reads packed numbers one after another. */
export interface Unpacking {
  readonly isAtEnd: () => boolean;
  /** 0 where there is none any more. */
  readonly next: () => number;
  /** Passes over so many characters. */
  readonly skip: (characters: number) => void;
}

export function unpacking(packed: string): Unpacking {
  let at = 0;
  function next(): number {
    let number = 0;
    for (let worth = 1; at < packed.length; worth *= BASE) {
      const digit = packed.charCodeAt(at) - FIRST;
      at += 1;
      if (digit < BASE) return number + digit * worth;
      number += (digit - BASE) * worth;
    }
    return number;
  }
  return {
    isAtEnd: () => at >= packed.length,
    next,
    skip: (characters) => void (at += characters),
  };
}

/** Things packed one by one, each behind how many characters it takes. */
export const packApart = (packed: readonly string[]): string =>
  packed.map((one) => `${pack([one.length])}${one}`).join('');

/** All that was packed apart. */
export function unpackAll<Thing>(
  packed: string,
  next: (numbers: Unpacking) => Thing,
): readonly Thing[] {
  const numbers = unpacking(packed);
  const all: Thing[] = [];
  while (!numbers.isAtEnd()) {
    numbers.next();
    all.push(next(numbers));
  }
  return all;
}

/** One alone of what was packed apart, by its number; the others are passed over. */
export function unpackAt<Thing>(
  packed: string,
  number: number,
  next: (numbers: Unpacking) => Thing,
): Thing | undefined {
  const numbers = unpacking(packed);
  for (let before = 0; before < number; before += 1) numbers.skip(numbers.next());
  if (numbers.isAtEnd()) return undefined;
  numbers.next();
  return next(numbers);
}
