import type { Stance } from '../../extraction/facts.ts';
import type { Corpus, Reading } from '../../search/corpus.ts';
import { fold } from '../../text/fold.ts';
import { remembered } from '../../text/remembered.ts';
import { lastName, splitNames } from '../asked.ts';
import { SURE_ALONE, tellsHolder } from './stands.ts';
import { slice, type Span } from '../../text/span.ts';

// What can be asked about positions: holders and targets that the corpus has.

const LONGEST = 100;
const SURE = 0.7;

interface Position {
  readonly who: string;
  readonly on: string;
  readonly stance: Stance;
}

const allPositions = remembered((corpus: Corpus): readonly Position[] =>
  corpus.readings
    .flatMap((reading) => reading.facts.stances.map((stance) => describe(reading, stance)))
    .filter(
      ({ who, on, stance }) =>
        who.length <= LONGEST &&
        on.length <= LONGEST &&
        stance.confidence >= SURE_ALONE &&
        tellsHolder(who),
    )
    .toSorted((a, b) => b.stance.confidence - a.stance.confidence),
);

function describe(reading: Reading, stance: Stance): Position {
  return { who: holderName(reading, stance), on: oneLine(reading, stance.target), stance };
}

function holderName(reading: Reading, { holder, entity }: Stance): string {
  const known = reading.facts.entities[entity ?? -1];
  return oneLine(reading, known?.isNamed === true ? known.name : holder);
}

const oneLine = ({ article }: Reading, words: Span): string =>
  slice(article.body, words).replace(/\s+/gu, ' ');

/** Sure positions of named holders on what has a name, one of each holder. */
export function findPositions(corpus: Corpus): readonly Position[] {
  const sure = allPositions(corpus).filter(
    ({ who, on, stance }) =>
      stance.confidence >= SURE &&
      stance.polarity !== 'mixed' &&
      /^\p{Lu}/u.test(who) &&
      /\p{Lu}/u.test(on) &&
      on.includes(' '),
  );
  return sure.filter(({ who }, index) => sure.findIndex((other) => other.who === who) === index);
}

/**
 * Whoever holds a position, those with the most first, whose name goes on with what was typed; behind
 * those already named: `Russia; U` → `Russia; Ukraine`.
 */
export function findStanceHolders(typed: string, corpus: Corpus): string[] {
  const [before, name] = lastName(typed);
  const named = new Set(splitNames(before));
  const holders = allPositions(corpus).map(({ who }) => who);
  return matching(name, holders.filter(isName))
    .filter((who) => !named.has(who))
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
export const findStanceTargets = (typed: string, corpus: Corpus): string[] =>
  matching(
    typed,
    allPositions(corpus)
      .filter(({ on }) => isThing(on))
      .map(({ on }) => on),
  );

function matching(typed: string, all: readonly string[]): string[] {
  const wanted = fold(typed.trim());
  const counts = new Map<string, number>();
  for (const one of all)
    if (` ${fold(one)}`.includes(` ${wanted}`)) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([one]) => one);
}
