import { inflect } from '../lexicon/inflection.ts';

// The little language in which `lexicon/gathering-cues.ts` writes its constructions.

export type Element =
  | { readonly kind: 'words'; readonly words: ReadonlySet<string>; readonly isOptional: boolean }
  | { readonly kind: 'gap' | 'event' | 'audience' | 'phrase' | 'start' };

/** `~stay away` → [stay, stays, stayed, staying] [away] */
export const readPattern = (pattern: string): readonly Element[] =>
  pattern.split(/\s+/u).map(readElement);

const SPECIAL = new Map<string, Element>([
  ['*', { kind: 'gap' }],
  ['@event', { kind: 'event' }],
  ['@audience', { kind: 'audience' }],
  ['@any', { kind: 'phrase' }],
  ['^', { kind: 'start' }],
]);

function readElement(source: string): Element {
  const special = SPECIAL.get(source);
  if (special !== undefined) return special;
  const isOptional = source.length > 1 && source.endsWith('?');
  const alternatives = (isOptional ? source.slice(0, -1) : source).split('|');
  return { kind: 'words', words: new Set(alternatives.flatMap(readWord)), isOptional };
}

const readWord = (word: string): string[] =>
  word.startsWith('~') ? inflect(word.slice(1)) : word === '@event' ? [] : [word];
