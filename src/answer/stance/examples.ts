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
export function* findStanceHolders(typed: string, corpus: Corpus): Generator<string> {
  const [before, name] = lastName(typed);
  const named = new Set(splitNames(before));
  for (const who of goingOnWith(name, holdersIn(corpus)))
    if (isName(who) && !named.has(who) && before.length + who.length <= LONGEST)
      yield `${before}${who}`;
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
export function* findStanceTargets(typed: string, corpus: Corpus): Generator<string> {
  for (const on of goingOnWith(typed, targetsIn(corpus))) if (isThing(on)) yield on;
}

/** Words with what is looked for in them. */
interface Folded {
  readonly words: string;
  readonly folded: string;
}

/** Those of which a word begins what goes on with what was typed. */
function* goingOnWith(typed: string, some: readonly Folded[]): Generator<string> {
  const wanted = ` ${fold(typed.trim())}`;
  for (const { words, folded } of some) if (folded.includes(wanted)) yield words;
}

const holdersIn = remembered((corpus: Corpus) => mostHeld(corpus, 'who'));
const targetsIn = remembered((corpus: Corpus) => mostHeld(corpus, 'on'));

interface Held {
  readonly count: number;
  readonly confidence: number;
}

/** Whatever stands at one end of positions: the most held first, then the surest. */
function mostHeld(corpus: Corpus, end: 'who' | 'on'): readonly Folded[] {
  const held = new Map<string, Held>();
  const tell = (words: string, confidence: number): void => {
    const known = held.get(words);
    const count = (known?.count ?? 0) + 1;
    const surest = known?.confidence ?? 0;
    // Of equals that comes first whose surest does.
    if (known !== undefined && confidence > surest) held.delete(words);
    held.set(words, { count, confidence: Math.max(surest, confidence) });
  };
  for (const reading of corpus.readings) heldIn(reading, end, tell);
  return [...held]
    .toSorted(([, a], [, b]) => b.count - a.count || b.confidence - a.confidence)
    .map(([words]) => ({ words, folded: ` ${fold(words)}` }));
}
