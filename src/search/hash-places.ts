import type { Reading } from './corpus.ts';

// Which readings of a view have one of many hashes: a sorted array of numbers, each a hash and, below
// it, the reading's place among the view's readings. 80,000 of them take 640 kB, are searched by
// bisection, and are made anew in one pass when readings come and go:
//
//     hash 17, place 3 │ hash 17, place 8 │ hash 40, place 1 …

/** Sorted. A place takes 21 bits, a hash the 32 above them: a double holds 53 exactly. */
export type HashPlaces = Float64Array;

const PLACES = 2 ** 21;

export const noHashPlaces: HashPlaces = new Float64Array(0);

/** The places of readings that have a hash, in order. */
export function placesOf(all: HashPlaces, hash: number): readonly number[] {
  const places: number[] = [];
  for (let at = firstFrom(all, hash * PLACES); at < all.length; at += 1) {
    const place = (all[at] ?? Infinity) - hash * PLACES;
    if (place >= PLACES) break;
    places.push(place);
  }
  return places;
}

function firstFrom(all: HashPlaces, wanted: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] ?? Infinity) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How the readings of one view stand in the next, which keeps their order. */
export interface Moves {
  /** By place: the place in the next view; -1 for a reading that is not in it. */
  readonly to: Int32Array;
  /** Those that are new in it. */
  readonly came: readonly { readonly place: number; readonly reading: Reading }[];
}

/** @param came the readings of the next view that are not in the one before */
export function movesBetween(
  before: readonly Reading[],
  after: readonly Reading[],
  came: readonly Reading[],
): Moves {
  const news = new Set(came);
  const to = new Int32Array(before.length).fill(-1);
  const arrived: { place: number; reading: Reading }[] = [];
  let old = 0;
  for (const [place, reading] of after.entries()) {
    if (news.has(reading)) {
      arrived.push({ place, reading });
      continue;
    }
    while (old < before.length && before[old] !== reading) old += 1;
    if (old < before.length) to[old] = place;
    old += 1;
  }
  return { to, came: arrived };
}

/** The hashes of the next view. */
export function moveHashes(
  before: HashPlaces,
  { to, came }: Moves,
  hashesOf: (reading: Reading) => readonly number[],
): HashPlaces {
  const added = Float64Array.from(
    came.flatMap(({ place, reading }) => hashesOf(reading).map((hash) => hash * PLACES + place)),
  ).toSorted();
  const all = new Float64Array(before.length + added.length);
  let length = 0;
  let next = 0;
  for (const number of before) {
    // Several times faster than the remainder of a division.
    const hash = Math.floor(number / PLACES) * PLACES;
    const place = to[number - hash] ?? -1;
    if (place < 0) continue;
    const moved = hash + place;
    while (next < added.length && (added[next] ?? 0) < moved) all[length++] = added[next++] ?? 0;
    all[length++] = moved;
  }
  while (next < added.length) all[length++] = added[next++] ?? 0;
  return length === all.length ? all : all.slice(0, length);
}
