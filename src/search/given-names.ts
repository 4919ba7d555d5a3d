import { nicknamesOf } from '../extraction/lexicon/nicknames.ts';
import { type NameWord, isSameGiven } from './naming.ts';
import { spellingsOf } from './lexicon/name-spellings.ts';

// Every given name that was ever met, so that a name is compared with those alone that it may be
// another way to write. A few thousand, of which none is taken back.

interface Met {
  /** What it may be another way to write, itself among them. */
  readonly alike: Set<string>;
  /** How many of those that begin as it does were looked at. */
  looked: number;
}

const met = new Map<string, Met>();
/** By the first letter, folded. */
const byLetter = new Map<string, NameWord[]>();

/** Lets a given name be found from now on. */
export function meetGiven(word: NameWord): void {
  const key = `${word.spelled} ${word.folded}`;
  if (met.has(key)) return;
  met.set(key, {
    alike: new Set([word.folded, ...nicknamesOf(word.folded), ...spellingsOf(word.folded)]),
    looked: 0,
  });
  const letter = word.folded.charAt(0);
  const others = byLetter.get(letter);
  if (others === undefined) byLetter.set(letter, [word]);
  else others.push(word);
}

/**
 * The given names met that may be the same, folded: all for which `isSameGiven` holds. Nicknames and
 * spellings are known; initials and what is misspelled begin with the same letter.
 */
export function alikeGiven(word: NameWord): ReadonlySet<string> {
  meetGiven(word);
  const known = met.get(`${word.spelled} ${word.folded}`);
  const others = byLetter.get(word.folded.charAt(0)) ?? [];
  if (known === undefined) return new Set();
  for (; known.looked < others.length; known.looked += 1) {
    const other = others[known.looked];
    if (other !== undefined && isSameGiven(word, other)) known.alike.add(other.folded);
  }
  return known.alike;
}
