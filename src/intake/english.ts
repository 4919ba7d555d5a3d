/**
 * Words that English cannot do without and that other languages do not have, or have rarely: `in`,
 * `so`, `die` and `me` are left out for that. Chosen by hand, as what counts is only their share: in
 * news prose about every fourth word is one of them, in another language hardly any.
 */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'the of and to that for with by from this have has had were was which been their they them ' +
    'would will could should are be is it its he she his her who whom about after at as not but ' +
    'into when where what there than then these those we our you your can may might must said says ' +
    'such only other because while between before during against under over'
  ).split(' '),
);

/** Fewer words than these do not tell. */
const FEWEST_WORDS = 20;
const LEAST_SHARE = 0.12;
/** More are not needed to tell. */
const MOST_WORDS = 2000;

/** Whether a text seems to be in English; a very short one always does. */
export function seemsEnglish(text: string): boolean {
  const words: string[] = [];
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (words.push(word) >= MOST_WORDS) break;
  }
  const common = words.filter((word) => FUNCTION_WORDS.has(word.toLowerCase())).length;
  return words.length < FEWEST_WORDS || common / words.length >= LEAST_SHARE;
}

/** Runs of letters and figures: `Rubio’s 2 talks` has four. Linear. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
