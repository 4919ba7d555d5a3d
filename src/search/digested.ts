import type { DateWords } from '../extraction/facts.ts';
import { rememberedLately } from '../text/remembered.ts';
import type { Span } from '../text/span.ts';
import { type Member, unpackCast, unpackMember } from './cast.ts';
import type { Reading } from './corpus.ts';
import { digestOf } from './digest.ts';
import type { Appearance } from './known.ts';
import { packOne, unpacking } from './packed.ts';
import { nextSpan, unpackSpans } from './packed-spans.ts';
import { type Position, eachHeld, unpackPositions } from './positions.ts';
import { unpackUtterance, unpackUtterances } from './utterance-digest.ts';
import type { Utterance } from './utterance.ts';

// What the digest of a reading says, without its facts.

// So many readings are looked at again and again within one answer, and in the next.
const LATELY = 500;

/** As `facts.sentences`. */
export const sentencesOf = rememberedLately(
  (reading: Reading): readonly Span[] => unpackSpans(digestOf(reading).sentences),
  LATELY,
);

/** The utterances of an article, in order. */
export const utterancesIn = rememberedLately(
  (reading: Reading): readonly Utterance[] => unpackUtterances(reading, digestOf(reading).said),
  LATELY,
);

/** The utterances with a quoted part of this hash; each alone, for an answer asks it of hundreds. */
export function utterancesWith(reading: Reading, hash: number): readonly Utterance[] {
  const { parts, partOf, said } = digestOf(reading);
  const numbers = new Set<number>();
  for (let at = parts.indexOf(hash); at >= 0; at = parts.indexOf(hash, at + 1)) {
    const number = partOf[at];
    if (number !== undefined) numbers.add(number);
  }
  return [...numbers].flatMap((number) => unpackUtterance(reading, said, number) ?? []);
}

/** The entities of an article, as far as answers look them up in many. */
export const castOf = rememberedLately(
  (reading: Reading): readonly Member[] => unpackCast(digestOf(reading).cast),
  LATELY,
);

/** One entity alone, which is cheaper where an answer goes through thousands of articles. */
export const memberAt = ({ reading, entity }: Appearance): Member | undefined =>
  unpackMember(digestOf(reading).cast, entity);

export const isQuoted = ({ reading, entity }: Appearance): boolean =>
  digestOf(reading).by.includes(packOne(entity));

export const isTopic = ({ reading, entity }: Appearance): boolean =>
  digestOf(reading).topics.includes(packOne(entity));

export const isPerson = ({ reading, entity }: Appearance): boolean =>
  digestOf(reading).people.includes(packOne(entity));

/** That somebody was at a gathering. */
export interface Presence {
  readonly name: Span;
  readonly place?: Span;
  readonly evidence: Span;
  readonly isCorrected?: true;
}

/** Where an article says that one of its entities was. */
export function presencesOf({ reading, entity }: Appearance): readonly Presence[] {
  const { attended } = digestOf(reading);
  if (attended === '') return [];
  const numbers = unpacking(attended);
  const found: Presence[] = [];
  while (!numbers.isAtEnd()) {
    const who = numbers.next();
    const flags = numbers.next();
    const name = nextSpan(numbers);
    const place = (flags & 1) === 0 ? undefined : nextSpan(numbers);
    const evidence = nextSpan(numbers);
    if (who === entity)
      found.push({
        name,
        ...(place === undefined ? {} : { place }),
        evidence,
        ...((flags & 2) === 0 ? {} : { isCorrected: true }),
      });
  }
  return found;
}

/** As `facts.dates`. */
export const datesIn = rememberedLately((reading: Reading): readonly DateWords[] => {
  const numbers = unpacking(digestOf(reading).dates);
  const dates: DateWords[] = [];
  while (!numbers.isAtEnd())
    dates.push({
      span: nextSpan(numbers),
      first: dayOf(numbers.next()),
      last: dayOf(numbers.next()),
      isCounted: numbers.next() === 1,
    });
  return dates;
}, LATELY);

/** 20250218 → `2025-02-18` */
function dayOf(number: number): string {
  const digits = String(number).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** The positions that are sure enough for a list. */
export const positionsIn = (reading: Reading): readonly Position[] =>
  unpackPositions(reading.article, digestOf(reading).positions);

/** Tells of each of these one of its ends. */
export const heldIn = (
  reading: Reading,
  end: 'who' | 'on',
  tell: (words: string, confidence: number) => void,
): void => eachHeld(reading.article, digestOf(reading).positions, end, tell);

/** Whether it says of anybody that they were at a gathering, were not, or are to be. */
export const tellsOfGathering = (reading: Reading): boolean => digestOf(reading).isTold;

/** The words of which a moderator said who spoke them. */
export const correctedWords = (reading: Reading): readonly Span[] =>
  unpackSpans(digestOf(reading).corrected);
