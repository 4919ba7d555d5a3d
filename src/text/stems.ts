import { stemmer } from 'stemmer';
import { fold } from './fold.ts';
import { rememberedLately } from './remembered.ts';

// Written for this project: words that carry no topic. Negations stay out of the list.
const STOP_WORDS = new Set(
  `a an the of and or but if then than that this these those there here to from in into on onto at
  by for with about as is are was were be been being am do does did done doing have has had having
  will would shall should can could may might must i me my mine we us our ours you your yours he him
  his she her hers it its they them their theirs who whom whose which what when where why how s t
  d ll re ve m so such also just very too any some each every both either neither own same other`.split(
    /\s+/u,
  ),
);

/**
 * The folded words of a text that may carry its topic, in order: no stop words, no possessive.
 * The country is kept apart from the pronoun: `The U.S. told us` → `usa`, `told`. A number is one
 * word: `4,900` → `4900`.
 */
export function contentWords(text: string): string[] {
  const words: string[] = [];
  for (const piece of text.split(/\s+/u)) for (const word of contentIn(piece)) words.push(word);
  return words;
}

/** Of what stands between white space, over which no word reaches; most of it comes again and again. */
const contentIn = rememberedLately((piece: string): readonly string[] => {
  const spelled = piece.replace(/\bU\.?S\.?(?:A\b\.?)?(?![\p{L}\p{N}])/gu, 'usa');
  const joined = fold(spelled)
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
  const words = joined.match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? [];
  return words
    .map((word) => word.replace(/'(?:s|re|ve|ll|d|m)?$/u, ''))
    .filter((word) => word.length > 0 && !STOP_WORDS.has(word));
});

/** `died`, which Porter's rules make `di`, unlike `die`. */
const SHORT_IE = /^(?<plain>[dltv]ie)[ds]$/u;

/** The stem of a folded word (Porter 1980): `agreements` → `agreement`, `talks` → `talk`. */
export const stem = rememberedLately((word: string): string =>
  /\d/u.test(word) ? word : stemmer(SHORT_IE.exec(word)?.groups?.['plain'] ?? word),
);

/** The stems of a text's content words, in order, repeats kept. */
export function stems(text: string): string[] {
  const found: string[] = [];
  for (const piece of text.split(/\s+/u)) for (const one of stemsIn(piece)) found.push(one);
  return found;
}

const stemsIn = rememberedLately((piece: string): readonly string[] => contentIn(piece).map(stem));
