import { randomInt } from 'node:crypto';

// Words in UTF-8 with a number each. A corpus that is opened meets the words of all its articles, ten
// times as many as there are, and a string made of each only to look it up would take most of that
// time. So a word is found by its bytes in a table with open addressing (Knuth, volume 3, section
// 6.4), and becomes a string when it is met first:
//
//     slots      0 │ 2 │ 0 │ 1 │ …         by hash: a word's place, from 1
//     ends       0 │ 5 │ 9 │ …             by place: where the word ends in the bytes
//     bytes      e n v o y t a l k …

const SPACE = 0x20;
const FIRST_SLOTS = 4_096;
// Whoever writes an article does not choose which words collide.
const SEED = randomInt(2 ** 32);

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Gives the numbers of words that stand in UTF-8 with a space between them, in their order.
 * @param numberNew gives a word its number when it is met first
 */
export function createByteWords(
  numberNew: (word: string) => number,
): (joined: Uint8Array) => readonly number[] {
  let slots = new Uint32Array(FIRST_SLOTS);
  let bytes = new Uint8Array(FIRST_SLOTS);
  let ends = new Uint32Array(FIRST_SLOTS);
  const numbers: number[] = [];

  function learn(joined: Uint8Array, start: number, end: number, hash: number): number {
    const slot = slotOf(joined, start, end, hash);
    const place = slots[slot] ?? 0;
    if (place !== 0) return numbers[place - 1] ?? 0;
    const number = numberNew(decoder.decode(joined.subarray(start, end)));
    keep(joined.subarray(start, end));
    slots[slot] = numbers.push(number);
    if (2 * numbers.length > slots.length) rehash();
    return number;
  }

  /** Where the word is, or would be. */
  function slotOf(from: Uint8Array, start: number, end: number, hash: number): number {
    const mask = slots.length - 1;
    // What is last is mixed with what is first, which tells more.
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let place = slots[slot] ?? 0; place !== 0; place = slots[slot] ?? 0) {
      if (isWord(place, from, start, end)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  function isWord(place: number, from: Uint8Array, start: number, end: number): boolean {
    const own = ends[place - 1] ?? 0;
    if ((ends[place] ?? 0) - own !== end - start) return false;
    for (let at = start; at < end; at += 1) if (from[at] !== bytes[own + at - start]) return false;
    return true;
  }

  function keep(word: Uint8Array): void {
    const start = ends[numbers.length] ?? 0;
    const end = start + word.length;
    if (end > bytes.length) {
      const longer = new Uint8Array(2 * end);
      longer.set(bytes);
      bytes = longer;
    }
    if (numbers.length + 1 === ends.length) {
      const longer = new Uint32Array(2 * ends.length);
      longer.set(ends);
      ends = longer;
    }
    bytes.set(word, start);
    ends[numbers.length + 1] = end;
  }

  function rehash(): void {
    slots = new Uint32Array(2 * slots.length);
    for (let place = 1; place <= numbers.length; place += 1) {
      const start = ends[place - 1] ?? 0;
      const end = ends[place] ?? 0;
      let hash = SEED;
      for (let at = start; at < end; at += 1) hash = mix(hash, bytes[at] ?? 0);
      slots[slotOf(bytes, start, end, hash)] = place;
    }
  }

  return (joined) => {
    const found: number[] = [];
    let start = 0;
    let hash = SEED;
    for (let at = 0; at < joined.length; at += 1) {
      const byte = joined[at] ?? 0;
      if (byte === SPACE) {
        found.push(learn(joined, start, at, hash));
        start = at + 1;
        hash = SEED;
      } else hash = mix(hash, byte);
    }
    if (joined.length > 0) found.push(learn(joined, start, joined.length, hash));
    return found;
  };
}

/** A step of FNV-1a (Fowler, Noll, Vo). */
const mix = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x0100_0193);
