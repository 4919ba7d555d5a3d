/** In UTF-16 code units; what is longer is read as several. */
export const LONGEST_WORD = 200;

/**
 * The text with spaces in it where wink would take long otherwise. What has no space in it is taken
 * apart in quadratic time; no word is so long. And an address whose host wink does not like is tried
 * in every way to part each of its labels in two: `//aaaaaa.aaaaaa.aaaaaa.aaaaaa_` in 6 × 6 × 6 × 6.
 */
export function calm(text: string): string {
  const words = text.replaceAll(LONG_RUN, '$& ');
  if (!words.includes('//')) return words;
  return words.replaceAll(/(?<!\S)\S+/gu, (word) =>
    isTangledAddress(word) ? word.replaceAll('//', '/ / ') : word,
  );
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
