/** Stands where the bot left words out; brackets, because articles have bare ellipses of their own. */
export const CUT_MARK = ' […]';

// Rendering shortens words only by what cannot be seen; more than this is not even looked at.
const LONGEST_SHRINKING = 4;

/**
 * The words as rendered, or their longest beginning that fits the room with the mark, up to a
 * sentence's end where one is near and else a word's: `It went well. […]`.
 * @param render gives the rendered text of the words up to an offset
 * @param room in UTF-16 code units of rendered text
 */
export function cutToRoom(words: string, room: number, render: (end: number) => string): string {
  const most = Math.min(words.length, room * LONGEST_SHRINKING);
  const whole = render(most);
  if (most === words.length && whole.length <= room) return whole;
  const fits = (end: number): boolean => render(end).length + CUT_MARK.length <= room;
  let end = niceEnd(words, longestFitting(most, fits));
  while (end > 0 && !fits(end)) end = niceEnd(words, end - 1);
  return end > 0 ? `${render(end)}${CUT_MARK}` : CUT_MARK.trim().slice(0, room);
}

/** By bisection; rendering may lengthen words, so only the rendered length can tell. */
function longestFitting(most: number, fits: (end: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The last good place to stop at or before the offset. */
function niceEnd(words: string, end: number): number {
  const beginning = words.slice(0, end);
  const sentence = lastEnd(beginning, /[.!?…]["'”’»)\]]*(?=\s)/gu);
  if (sentence >= end / 2) return sentence;
  const word = /\s$/u.test(words.slice(0, end + 1)) ? end : lastEnd(beginning, /\S(?=\s)/gu);
  if (word > 0) return word;
  return /[\ud800-\udbff]$/u.test(beginning) ? end - 1 : end;
}

function lastEnd(words: string, pattern: RegExp): number {
  let end = 0;
  for (const match of words.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}
