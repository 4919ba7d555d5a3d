import type { Corpus } from '../../search/corpus.ts';
import { heldIn, positionsIn } from '../../search/digested.ts';
import type { Position } from '../../search/positions.ts';
import { fold } from '../../text/fold.ts';
import { remembered } from '../../text/remembered.ts';
import { lastName, splitNames } from '../asked.ts';

// What can be asked about positions: holders and targets that the corpus has.

const LONGEST = 100;

/** Sure positions of named holders on what has a name, the surest first, one of each holder. */
export const findPositions = remembered(({ readings }: Corpus): readonly Position[] => {
  const surest = new Map<string, Position>();
  for (const reading of readings)
    for (const position of positionsIn(reading)) {
      const { who, confidence, isTelling } = position;
      if (!isTelling || confidence <= (surest.get(who)?.confidence ?? 0)) continue;
      surest.delete(who);
      surest.set(who, position);
    }
  return [...surest.values()].toSorted((a, b) => b.confidence - a.confidence);
});

/**
 * Whoever holds a position, those with the most first, whose name goes on with what was typed; behind
 * those already named: `Russia; U` → `Russia; Ukraine`.
 */
export function findStanceHolders(typed: string, corpus: Corpus): readonly string[] {
  const [before, name] = lastName(typed);
  const named = new Set(splitNames(before));
  return mostHeld(corpus, 'who', name)
    .filter((who) => isName(who) && !named.has(who))
    .map((who) => `${before}${who}`)
    .filter((value) => value.length <= LONGEST);
}

const isName = (who: string): boolean =>
  /^\p{Lu}/u.test(who) &&
  !/^(?:The|They|Their|His|Her|Its|Our|My|He|She|It|We|A|An|Some|Many|Most|Other|Others)\b/u.test(
    who,
  );

/** `the ferry toll`, not `to address`. */
const isThing = (on: string): boolean =>
  /\p{L}{3}/u.test(on) &&
  !/^(?:to|that|them|it|they|him|her|he|she|us|me|what|how|whether|anything|something|more|his|its|their)\b/iu.test(
    on,
  );

/** Whatever a position is held on. */
export const findStanceTargets = (typed: string, corpus: Corpus): readonly string[] =>
  mostHeld(corpus, 'on', typed).filter(isThing);

/** What was typed into either option before, in this view; so much of it begins alike. */
const askedOf = remembered((_corpus: Corpus) => new Map<string, readonly string[]>());
const MOST_REMEMBERED = 200;

function mostHeld(corpus: Corpus, end: 'who' | 'on', typed: string): readonly string[] {
  const asked = askedOf(corpus);
  const wanted = fold(typed.trim());
  const key = `${end} ${wanted}`;
  const known = asked.get(key) ?? countHeld(corpus, end, wanted);
  if (asked.size < MOST_REMEMBERED) asked.set(key, known);
  return known;
}

interface Held {
  readonly count: number;
  readonly confidence: number;
}

/** Those of which a word begins what goes on with what is wanted: the most held first, then the surest. */
function countHeld(corpus: Corpus, end: 'who' | 'on', wanted: string): readonly string[] {
  const held = new Map<string, Held>();
  const tell = (words: string, confidence: number): void => {
    const known = held.get(words);
    if (known === undefined && !` ${fold(words)}`.includes(` ${wanted}`)) return;
    const count = (known?.count ?? 0) + 1;
    const surest = known?.confidence ?? 0;
    // Of equals that comes first whose surest does.
    if (known !== undefined && confidence > surest) held.delete(words);
    held.set(words, { count, confidence: Math.max(surest, confidence) });
  };
  for (const reading of corpus.readings) heldIn(reading, end, tell);
  return [...held]
    .toSorted(([, a], [, b]) => b.count - a.count || b.confidence - a.confidence)
    .map(([words]) => words);
}
