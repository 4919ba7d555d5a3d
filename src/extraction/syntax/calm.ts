/** In UTF-16 code units; what is longer is read as several. */
export const LONGEST_WORD = 200;

/**
 * The text with spaces in it where wink would take long otherwise. What has no space in it is taken
 * apart in quadratic time; no word is so long. And an address whose host wink does not like is tried
 * in every way to part each of its labels in two: `//aaaaaa.aaaaaa.aaaaaa.aaaaaa_` in 6 × 6 × 6 × 6.
 */
export function calm(text: string): string {
  const words = mayHaveLongWord(text) ? text.replaceAll(LONG_RUN, '$& ') : text;
  if (!words.includes('//')) return words;
  return words.replaceAll(/(?<!\S)\S+/gu, (word) =>
    isTangledAddress(word) ? word.replaceAll('//', '/ / ') : word,
  );
}

/** Whether two spaces are so far apart: a first test, which looks at a few places alone. */
function mayHaveLongWord(text: string): boolean {
  for (let at = LONGEST_WORD; at < text.length; at += LONGEST_WORD) {
    const next = text.indexOf(' ', at);
    const end = next < 0 ? text.length : next;
    if (end - text.lastIndexOf(' ', at) > LONGEST_WORD) return true;
  }
  return false;
}

const MOST_WAYS = 10_000;

function isTangledAddress(word: string): boolean {
  if (!word.includes('//')) return false;
  if (word.indexOf('@') !== word.lastIndexOf('@')) return true;
  return [...word.matchAll(/(?<=\/\/|@)[^/?#:@]+/gu)].some(
    ([host]) => waysToPart(host) > MOST_WAYS,
  );
}

const waysToPart = (host: string): number =>
  host.split('.').reduce((ways, label) => ways * Math.max(1, label.length), 1);

const LONG_RUN = new RegExp(String.raw`\S{${LONGEST_WORD}}(?=\S)`, 'gu');
