import { contentWords } from '../text/stems.ts';
import { stemOf } from './vocabulary.ts';

// Near-duplicates by shingles and MinHash, after Broder, "On the resemblance and containment of
// documents" (1997). A text becomes the set of its shingles, runs of three words:
//
//     envoys met in the Saudi capital → {envoy met saudi, met saudi capital}
//
// and its sketch a fixed number of hashes, of which two texts share about as large a part as they
// share of all their shingles together.

/**
 * How many words a shingle has: stems of words that carry a topic, so it spans about five as they
 * stand. Measured beside four and five: the shorter it is, the less one changed word breaks, and with
 * three an article edited in three places a paragraph lies above one that shares its quotations.
 */
const SHINGLE = 3;
// The standard error of a likeness of 0.3 is √(0.3 · 0.7 / 128) = 0.04. It is a power of two, so that
// the topmost bits of a hash choose the bin.
const BINS = 128;
const BIN_BITS = 7;
/**
 * What two articles on one event share are quotations, names and set phrases, seldom more than 40 %
 * of the shorter; an article with three words in every short paragraph changed keeps over 55 %.
 */
const LEAST_SHARED = 0.5;
const EMPTY = 0xffff_ffff;
// An empty bin looks for a full one so many times before it takes the next full one to its right.
const MOST_LOOKS = 1_024;

/**
 * The words of a text as numbers that need no vocabulary: hashes of the stems of its content words.
 * So asking about a text teaches nobody its words.
 */
export const hashedWords = (text: string): Uint32Array =>
  Uint32Array.from(contentWords(text), (word) => hashWord(stemOf(word)));

/** A word as a number: FNV-1a over its UTF-16 code units (Fowler, Noll, Vo). */
export function hashWord(word: string): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < word.length; i += 1)
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x0100_0193) >>> 0;
  return hash;
}

/**
 * What is kept of a text to compare it by: 128 hashes, then how many shingles it has. Every shingle
 * is hashed once and falls into one bin, which keeps the least (Li, Owen, Zhang, "One Permutation
 * Hashing", 2012). The bins that none fell into borrow from others (Shrivastava, "Optimal
 * Densification for Fast and Accurate Minwise Hashing", 2017). Time grows with the number of words.
 */
export function sketchOf(words: ArrayLike<number>): Uint32Array {
  const sketch = new Uint32Array(BINS + 1).fill(EMPTY, 0, BINS);
  // A text shorter than a shingle is a shingle by itself.
  const shingles = words.length === 0 ? 0 : Math.max(1, words.length - SHINGLE + 1);
  for (let start = 0; start < shingles; start += 1) {
    const hash = hashShingle(words, start);
    const bin = hash >>> (32 - BIN_BITS);
    if (hash < (sketch[bin] ?? 0)) sketch[bin] = hash;
  }
  sketch[BINS] = shingles;
  if (shingles > 0) fillEmptyBins(sketch);
  return sketch;
}

function hashShingle(words: ArrayLike<number>, start: number): number {
  const end = Math.min(start + SHINGLE, words.length);
  let hash = 0;
  for (let i = start; i < end; i += 1) hash = mix(Math.imul(hash, 31) + (words[i] ?? 0));
  // The one value that means an empty bin.
  return hash === EMPTY ? 0 : hash;
}

/** Spreads a number's bits over all 32 (the finaliser of Appleby's MurmurHash3). */
function mix(number: number): number {
  let hash = number | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Every empty bin takes what a full one has, chosen by a hash of its own number and the attempt. */
function fillEmptyBins(sketch: Uint32Array): void {
  const before = sketch.slice(0, BINS);
  for (let bin = 0; bin < BINS; bin += 1) {
    if (before[bin] !== EMPTY) continue;
    let look = 1;
    let from = bin;
    do
      from =
        look < MOST_LOOKS ? mix(bin * MOST_LOOKS + look) >>> (32 - BIN_BITS) : (from + 1) % BINS;
    while (before[from] === EMPTY && (look += 1) > 0);
    sketch[bin] = before[from] ?? EMPTY;
  }
}

/** About how large a part of all their shingles two texts share, from 0 to 1 (Jaccard's index). */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  if (shinglesOf(a) === 0 || shinglesOf(b) === 0) return 0;
  let same = 0;
  for (let bin = 0; bin < BINS; bin += 1) if (a[bin] === b[bin]) same += 1;
  return same / BINS;
}

/**
 * About how much of the shorter text stands in the longer, from 0 to 1: Broder's containment. What
 * was cut short, or had a paragraph added, stands in the other whole, however small the likeness.
 */
export const containment = (a: Uint32Array, b: Uint32Array): number => comparison(a, b).contained;

/** Whether at least half of the shorter text stands in the longer, so that it is hardly another. */
export function isAlike(a: Uint32Array, b: Uint32Array): boolean {
  const { contained, error } = comparison(a, b);
  return contained - error >= LEAST_SHARED;
}

/** A containment with its standard error: the more two texts differ in length, the less sure. */
function comparison(a: Uint32Array, b: Uint32Array): { contained: number; error: number } {
  const alike = likeness(a, b);
  if (alike === 0) return { contained: 0, error: 0 };
  // From likeness = shared / (all of a + all of b - shared), and shared = contained · shorter.
  const shorter = Math.min(shinglesOf(a), shinglesOf(b));
  const lengths = (shinglesOf(a) + shinglesOf(b)) / shorter;
  const contained = Math.min(1, (alike * lengths) / (1 + alike));
  const error = (Math.sqrt((alike * (1 - alike)) / BINS) * lengths) / (1 + alike) ** 2;
  return { contained, error };
}

const shinglesOf = (sketch: Uint32Array): number => sketch[BINS] ?? 0;
