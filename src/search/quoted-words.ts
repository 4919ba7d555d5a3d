import { fold } from '../text/fold.ts';
import { type Span, slice } from '../text/span.ts';
import { hashWord } from './likeness.ts';

// Quoted words made comparable, whatever marks and capitals an article gives them.

/** So many words are no chance: whoever has them quotes the same utterance. */
export const TELLING = 5;

/** `“We’ve tried,”` → weve, tried */
export const readWords = (text: string): readonly string[] =>
  fold(text)
    .replace(/'/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** A space around each word, so that one text is looked for in another: ` we tried `. */
export const textOf = (words: readonly string[]): string => ` ${words.join(' ')} `;

/** Hashes of those parts that are long enough to tell. */
export const partHashes = (body: string, parts: readonly Span[]): readonly number[] =>
  parts
    .map((part) => readWords(slice(body, part)))
    .filter(({ length }) => length >= TELLING)
    .map((words) => hashWord(textOf(words)));
