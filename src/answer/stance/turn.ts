import { isEnding } from '../../search/lexicon/endings.ts';
import { stems } from '../../text/stems.ts';

// Whether a target is what is asked or the end of it: of `a measure to end the toll`, the measure's
// friends are the toll's opponents.

interface Word {
  readonly stem: string;
  readonly isEnding: boolean;
  /** `Moran’s ban`: the ban is hers, not on her. */
  readonly isPossessive: boolean;
}

const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}*)?/gu), ([word]) => {
    const [stem = word.toLowerCase()] = stems(word);
    return { stem, isEnding: isEnding(stem), isPossessive: /['’]s?$/u.test(word) };
  });

/** Ends of something, by where they stand around it. */
interface Endings {
  readonly before: number;
  /** `the travel ban` */
  readonly behind: number;
}

/** What is asked, and how many ends of it are asked for. */
export interface AskedEndings extends Endings {
  /** Whether a stem stands for what is asked, the words for its end left out. */
  readonly isThing: (stem: string) => boolean;
  /** It has a name, or is an end itself: `the Moran inquiry` is hers, not into her. */
  readonly isNamed: boolean;
}

/** `a ban on ferries`, `the travel ban`: one end. Of `the impeachment` the end is the thing itself. */
export const askedEndings = (
  text: string,
  isThing: (stem: string) => boolean,
  isNamed: boolean,
): AskedEndings => ({
  isThing,
  isNamed,
  ...(endingsAround(wordsOf(text), isThing) ?? { before: 0, behind: 0 }),
});

/**
 * Whether what is asked and a target are turned against each other: only one of them is for an end
 * of what both name. Two ends make none: `lifting the ban on` it.
 *
 *     the ferry toll: a repeal of the toll → true       a ban on ferries: the ban on ferries → false
 */
export function areTurned(asked: AskedEndings, target: string): boolean {
  const own = endingsAround(wordsOf(target), asked.isThing);
  if (own === undefined) return false;
  const behind = asked.isNamed ? 0 : own.behind;
  // Asked about `the travel ban`, whoever speaks of travel need not mean the ban.
  if (asked.behind > 0 && own.before + behind === 0) return false;
  return (own.before + behind + asked.before + asked.behind) % 2 === 1;
}

/** `end | American support of | the war`: an end farther from the thing is one of something else. */
const REACH = 5;

const APART = new Set(
  'in at by under during after before with without as that who when'.split(' '),
);

/** How many ends stand before the thing, and right behind it; nothing where it does not stand. */
function endingsAround(
  words: readonly Word[],
  isThing: (stem: string) => boolean,
): Endings | undefined {
  const first = words.findIndex(({ stem }) => isThing(stem));
  if (first < 0) return undefined;
  const last = words.findLastIndex(({ stem }) => isThing(stem));
  const apart = words.slice(0, first).findLastIndex(({ stem }) => APART.has(stem));
  const near = words.slice(Math.max(0, first - REACH, apart + 1), first);
  // `sanctions against` are one, not two.
  const before = near.filter(
    (word, at) => word.isEnding && !(AGAINST.has(word.stem) && near[at - 1]?.isEnding === true),
  ).length;
  const next = words[last + 1];
  const isBehind =
    next?.isEnding === true && !AGAINST.has(next.stem) && words[last]?.isPossessive === false;
  return { before, behind: isBehind ? 1 : 0 };
}

const AGAINST = new Set(['against', 'anti']);
