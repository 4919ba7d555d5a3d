import type { CastText } from '../cast/cast.ts';

// What a reporting word is where it stands, by the words in front of it.

/** Whether a reporting word is a verb where it stands, and not part of a noun phrase. */
export function isVerbHere({ document, phrases }: CastText, at: number): boolean {
  const pos = document.tokens[at]?.pos;
  return pos === 'VERB' || (phrases.at[at] === undefined && pos !== 'NOUN' && pos !== undefined);
}

/** `Americans will say “no”`: nobody has said it. But who `went on to say` so has. */
export const isModal = ({ document }: CastText, verb: number): boolean =>
  document.tokens[verb - 2]?.lower !== 'on' &&
  [1, 2].some((back) => MODALS.test(document.tokens[verb - back]?.lower ?? ''));

const MODALS = /^(?:will|would|should|could|can|may|might|must|shall|to|'ll)$/u;

/** `was asked, “Why?”`: who asked is another. But `was quoted as saying`. */
export function isPassive({ document }: CastText, verb: number): boolean {
  const { tokens } = document;
  if (!/(?:ed|en|wn|ught|de|ut|told)$/u.test(tokens[verb]?.lower ?? '')) return false;
  let at = verb - 1;
  while (tokens[at]?.pos === 'ADV' || tokens[at]?.lower === 'not') at -= 1;
  return /^(?:is|are|was|were|be|been|being)$/u.test(tokens[at]?.lower ?? '');
}

const DENIES = /^(?:den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing))$/u;

/** `never said “…”`, `denied having said “…”`, `denied that he ever said “…”` */
export function isDenied({ document }: CastText, verb: number): boolean {
  const { tokens } = document;
  if (DENIES.test(tokens[verb]?.lower ?? '') && tokens[verb + 1]?.lower === 'having') return true;
  for (let at = verb - 1; at >= verb - 4; at -= 1) {
    const word = tokens[at]?.lower ?? '';
    if (DENIES.test(word) || /^(?:not|n't|never|ever|neither|nor)$/u.test(word)) return true;
    if (!/^(?:AUX|ADV|PART)$/u.test(tokens[at]?.pos ?? '') && !/^(?:having|to)$/u.test(word))
      return false;
  }
  return false;
}
