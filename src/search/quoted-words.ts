import { fold } from '../text/fold.ts';
import { rememberedLately } from '../text/remembered.ts';
import { type Span, slice } from '../text/span.ts';
import { hashWord } from './likeness.ts';

// Quoted words made comparable, whatever marks and capitals an article gives them.

/** So many words are no chance: whoever has them quotes the same utterance. */
export const TELLING = 5;

/** `“We’ve tried,”` → weve, tried */
export function readWords(text: string): readonly string[] {
  const words: string[] = [];
  for (const piece of text.split(/\s+/u)) for (const word of wordsIn(piece)) words.push(word);
  return words;
}

const wordsIn = rememberedLately(
  (piece: string): readonly string[] =>
    fold(piece)
      .replace(/'/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [],
);

/** A space around each word, so that one text is looked for in another: ` we tried `. */
export const textOf = (words: readonly string[]): string => ` ${words.join(' ')} `;

/** Hashes of those parts that are long enough to tell. */
export const partHashes = (body: string, parts: readonly Span[]): readonly number[] =>
  parts
    .map((part) => readWords(slice(body, part)))
    .filter(({ length }) => length >= TELLING)
    .map((words) => hashWord(textOf(words)));
