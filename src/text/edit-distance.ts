/**
 * How many letters must be put in, taken out, changed or swapped with their neighbour to make one
 * word the other; `limit + 1` where it is more than `limit`. (Optimal string alignment, a
 * restricted Damerau–Levenshtein distance.)
 *
 *     budgt → budget 1      teh → the 1      recieve → receive 1
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (lettersApart(letterMask(a), letterMask(b)) > 2 * limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = nextRow(a, b, i, last, before);
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

const at = (row: readonly number[], j: number): number => row[j] ?? Infinity;

function nextRow(
  a: string,
  b: string,
  i: number,
  last: readonly number[],
  before: readonly number[],
): number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j += 1) {
    const changed = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const swapped =
      a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : Infinity;
    row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, changed, swapped));
  }
  return row;
}

/** The set of a word's letters as bits: a quick test before the slow one. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i += 1) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask;
}

/** How many letters one word has and the other lacks; each edit accounts for two at most. */
export function lettersApart(a: number, b: number): number {
  let bits = a ^ b;
  let count = 0;
  for (; bits !== 0; count += 1) bits &= bits - 1;
  return count;
}
