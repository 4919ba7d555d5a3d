import { rememberedWords } from '../../text/remembered.ts';
import { controlVerbs } from '../lexicon/stance-modifiers.ts';

/** What a form of a governing verb makes of what follows: `refused` → -1. */
export const controlVerb = (word: string): number | undefined => turnOfForm(word) ?? undefined;

const turnOfForm = rememberedWords((word): number | null => {
  for (const stem of [
    word,
    word.replace(/s$/u, ''),
    word.replace(/(?:ed|ing|es)$/u, ''),
    word.replace(/(?:ed|ing)$/u, 'e'),
    word.replace(/(?:ies|ied)$/u, 'y'),
    word.replace(/(\p{L})\1(?:ed|ing)$/u, '$1'),
  ]) {
    const turn = controlVerbs.get(stem);
    if (turn !== undefined) return turn;
  }
  return null;
});

export const isControlVerb = (word: string): boolean => controlVerb(word) !== undefined;
