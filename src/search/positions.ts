import type { Article } from '../article/article.ts';
import { type Span, slice } from '../text/span.ts';
import type { Reading } from './corpus.ts';
import { pack, unpacking } from './packed.ts';
import { nextSpan, numbersOf } from './packed-spans.ts';

/** A list has no room for what is only likely: a spokeswoman’s job, an act of one’s own. */
export const SURE_ALONE = 0.5;

/** From here on a position is surely held. */
const SURE = 0.7;

/** Beside others, `he` and `her party` tell nobody who is meant. */
export const tellsHolder = (words: string): boolean =>
  !/^(?:he|she|it|they|we|i|who|(?:his|her|its|their|our|my)\s.*)$/isu.test(words);

const LONGEST = 100;

/** A position by words that can be asked for. */
export interface Position {
  readonly who: string;
  readonly on: string;
  /** From 0 to 1. */
  readonly confidence: number;
  /** It may stand as an example: a sure one of a named holder on what has a name. */
  readonly isTelling: boolean;
}

// A confidence as a whole number.
const STEPS = 1_000_000;

/** The positions of an article that are sure enough for a list. */
export const packPositions = ({ article, facts }: Reading): string =>
  pack(
    facts.stances.flatMap(({ holder, entity, target, confidence, polarity }) => {
      const known = facts.entities[entity ?? -1];
      const name = known?.isNamed === true ? known.name : holder;
      const [who, on] = [oneLine(article, name), oneLine(article, target)];
      const isListed = who.length <= LONGEST && on.length <= LONGEST && tellsHolder(who);
      if (!isListed || confidence < SURE_ALONE) return [];
      const isTelling = confidence >= SURE && polarity !== 'mixed' && areNames(who, on);
      const steps = Math.round(confidence * STEPS);
      return [...numbersOf(name), ...numbersOf(target), steps, isTelling ? 1 : 0];
    }),
  );

export function unpackPositions(article: Article, packed: string): readonly Position[] {
  const numbers = unpacking(packed);
  const positions: Position[] = [];
  while (!numbers.isAtEnd())
    positions.push({
      who: oneLine(article, nextSpan(numbers)),
      on: oneLine(article, nextSpan(numbers)),
      confidence: numbers.next() / STEPS,
      isTelling: numbers.next() === 1,
    });
  return positions;
}

/** Tells of each position one of its ends, which is all that is looked for while somebody types. */
export function eachHeld(
  article: Article,
  packed: string,
  end: 'who' | 'on',
  tell: (words: string, confidence: number) => void,
): void {
  const numbers = unpacking(packed);
  while (!numbers.isAtEnd()) {
    const [who, on] = [nextSpan(numbers), nextSpan(numbers)];
    const confidence = numbers.next() / STEPS;
    numbers.next();
    tell(oneLine(article, end === 'who' ? who : on), confidence);
  }
}

const areNames = (who: string, on: string): boolean =>
  /^\p{Lu}/u.test(who) && /\p{Lu}/u.test(on) && on.includes(' ');

function oneLine({ body }: Article, words: Span): string {
  const text = slice(body, words);
  return /[^\S ]| {2}/u.test(text) ? text.replace(/\s+/gu, ' ') : text;
}
