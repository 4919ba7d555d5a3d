import { isFirstName } from '../extraction/lexicon/first-names.ts';
import { nicknamesOf } from '../extraction/lexicon/nicknames.ts';
import { letterMask, lettersApart } from '../text/edit-distance.ts';
import { spellingsOf } from './lexicon/name-spellings.ts';
import { type NameWord, isSameGiven } from './naming.ts';

// Every given name that was ever met, so that a name is compared with those alone that it may be
// another way to write. A few thousand, of which none is taken back.

interface Met {
  readonly word: NameWord;
  /** What it may be another way to write, folded, itself among them. */
  readonly alike: Set<string>;
  readonly mask: number;
  readonly isFirstName: boolean;
}

const met = new Map<string, Met>();
/** By the first letter, then by the length; both of the folded word. */
const byLetter = new Map<string, Met[][]>();

/**
 * The given names met that may be the same, folded: all for which `isSameGiven` holds. Those met
 * later will be among them.
 */
export const alikeGiven = (word: NameWord): ReadonlySet<string> => meetGiven(word).alike;

/** Lets a given name be found from now on. */
export function meetGiven(word: NameWord): Met {
  const { spelled, folded } = word;
  const key = spelled === folded ? spelled : `${spelled} ${folded}`;
  const known = met.get(key);
  if (known !== undefined) return known;
  const one = {
    word,
    alike: new Set([folded, ...nicknamesOf(folded), ...spellingsOf(folded)]),
    mask: letterMask(folded),
    isFirstName: isFirstName(spelled),
  };
  const others = byLetter.get(folded.charAt(0)) ?? [];
  for (const other of mayBeWritten(one, others)) {
    if (!isSameGiven(word, other.word)) continue;
    one.alike.add(other.word.folded);
    other.alike.add(folded);
  }
  met.set(key, one);
  (others[folded.length] ??= []).push(one);
  byLetter.set(folded.charAt(0), others);
  return one;
}

// Letters by which two spellings of one word may differ, and what two edits do to the letters' masks.
const EDITS = 2;

/** Initials, and words nearly as long that have nearly the same letters. */
function mayBeWritten(one: Met, others: readonly (readonly Met[] | undefined)[]): readonly Met[] {
  const { length } = one.word.folded;
  if (length <= 1) return others.flatMap((some) => some ?? []);
  const initials = [...(others[0] ?? []), ...(others[1] ?? [])];
  const near = [-2, -1, 0, 1, 2].flatMap((more) =>
    (others[length + more] ?? []).filter(
      (other) =>
        !(one.isFirstName && other.isFirstName) && lettersApart(one.mask, other.mask) <= 2 * EDITS,
    ),
  );
  return [...initials, ...near];
}
