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
  if (rows[0].length <= b.length) rows = rowsOf(2 * b.length + 2);
  let [before, last, row] = rows;
  for (let j = 0; j <= b.length; j += 1) last[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    if (fillRow(a.slice(Math.max(0, i - 2), i), b, i, [before, last, row]) > limit)
      return limit + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

type Rows = readonly [before: Uint16Array, last: Uint16Array, row: Uint16Array];

const rowsOf = (length: number): Rows => [
  new Uint16Array(length),
  new Uint16Array(length),
  new Uint16Array(length),
];

/** Filled again for each two words: names are compared by the thousand. */
let rows = rowsOf(64);

/**
 * Fills the last of the rows, and gives the least that is in it.
 * @param letters the letter of the row, behind the one before it if there is one
 */
function fillRow(letters: string, b: string, i: number, [before, last, row]: Rows): number {
  const letter = letters.charCodeAt(letters.length - 1);
  const letterBefore = letters.length > 1 ? letters.charCodeAt(0) : -1;
  let left = i;
  let least = i;
  row[0] = i;
  for (let j = 1; j <= b.length; j += 1) {
    const other = b.charCodeAt(j - 1);
    let edits = Math.min((last[j] ?? 0) + 1, left + 1);
    edits = Math.min(edits, (last[j - 1] ?? 0) + (letter === other ? 0 : 1));
    if (j > 1 && letterBefore === other && letter === b.charCodeAt(j - 2))
      edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
    row[j] = edits;
    left = edits;
    if (edits < least) least = edits;
  }
  return least;
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
