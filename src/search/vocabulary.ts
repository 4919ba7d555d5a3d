import { createByteWords } from './byte-words.ts';
import { addTo } from '../text/multimap.ts';
import { stem } from '../text/stems.ts';
import { plainForm } from './lexicon/irregular-forms.ts';
import { editDistance, letterMask, lettersApart } from '../text/edit-distance.ts';

/** Every word met so far, with a number for its stem, so that texts can be kept as numbers. */
export interface Vocabulary {
  /** How many stems have a number; the numbers run from 0. */
  readonly size: number;
  /**
   * The numbers of the stems of folded words, which stand in UTF-8 with a space between. A new stem
   * gets a new number; none is ever taken back.
   */
  learnWords(joined: Uint8Array): readonly number[];
  /** The number of a folded word's stem, if some text had it. */
  find(word: string): number | undefined;
  /** The numbers of words that are the folded word, or have it beside an apostrophe: `l'oreal` for `oreal`. */
  havingPart(word: string): readonly number[];
  /** The number of a stem, if some text had it. */
  findStem(stem: string): number | undefined;
  stem(number: number): string;
  /** Words met that are spelled nearly so, nearest first, with how many edits apart they are. */
  similar(word: string): readonly Similar[];
}

interface Similar {
  readonly word: string;
  readonly stem: number;
  readonly edits: number;
}

interface Word {
  readonly word: string;
  readonly stem: number;
  readonly mask: number;
}

/** The stem that a folded word is known by: `said` and `says` are one. */
export const stemOf = (word: string): string => stem(plainForm(word));

export function createVocabulary(): Vocabulary {
  const stems: string[] = [];
  const numbers = new Map<string, number>();
  const words = new Map<string, Word>();
  const byLength: Word[][] = [];
  const byPart = new Map<string, number[]>();

  function learnNew(word: string): number {
    const met = { word, stem: learnStem(stemOf(word)), mask: letterMask(word) };
    words.set(word, met);
    (byLength[word.length] ??= []).push(met);
    if (word.includes("'")) learnParts(met);
    return met.stem;
  }

  function learnParts({ word, stem: number }: Word): void {
    for (const part of word.split("'")) addTo(byPart, part, number);
  }

  const find = (word: string): number | undefined =>
    words.get(word)?.stem ?? numbers.get(stemOf(word));

  function learnStem(text: string): number {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, stems.length);
    return stems.push(text) - 1;
  }

  return {
    get size() {
      return stems.length;
    },
    learnWords: createByteWords(learnNew),
    find,
    havingPart: (word) => [find(word) ?? [], byPart.get(word) ?? []].flat(),
    findStem: (text) => numbers.get(text),
    stem: (number) => stems[number] ?? '',
    similar: (word) => findSimilar(word, byLength),
  };
}

/** `budgt` → budget; `impeachmnt` → impeachment. Short words have too many neighbours to guess. */
function findSimilar(word: string, byLength: readonly (Word[] | undefined)[]): Similar[] {
  if (word.length < 5) return [];
  const allowed = word.length < 9 ? 1 : 2;
  const longest = word.length + allowed;
  const mask = letterMask(word);
  const found: Similar[] = [];
  for (let size = word.length - allowed; size <= longest; size += 1)
    for (const other of byLength[size] ?? []) {
      if (lettersApart(mask, other.mask) > 2 * allowed) continue;
      const edits = editDistance(word, other.word, allowed);
      if (edits <= allowed) found.push({ word: other.word, stem: other.stem, edits });
    }
  return found.toSorted((a, b) => a.edits - b.edits || (a.word < b.word ? -1 : 1));
}
