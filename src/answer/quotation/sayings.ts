import type { Corpus, Reading } from '../../search/corpus.ts';
import { isQuoted, utterancesIn } from '../../search/digested.ts';
import type { Figure } from '../../search/people.ts';
import { type NameWord, nameWords } from '../../search/naming.ts';
import { merge } from '../../search/ordered.ts';
import { newestDate } from '../../search/reading-order.ts';
import { hashesAsked, standsInFull } from '../../search/stranger-name.ts';
import type { Spoken, Utterance } from '../../search/utterance.ts';
import { slice } from '../../text/span.ts';
import type { Selection } from '../selection.ts';

// Where utterances are to be looked for. They are read article by article, as far as it takes: of
// somebody whom thousands of articles quote, an answer shows a hundred.

/** Utterances of an article: those of one of its entities, or some others, or all. */
export interface Saying {
  readonly reading: Reading;
  readonly entity?: number;
  readonly isAsked?: (said: Utterance) => boolean;
}

/** All that the articles quote, the newest first. */
export const allSayings = ({ readings }: Corpus, { has }: Selection): readonly Saying[] =>
  readings.filter(has).map((reading) => ({ reading }));

/** Where a figure is quoted, the newest article first. */
export const sayingsOf = ({ appearances }: Figure, { has }: Selection): readonly Saying[] =>
  appearances.filter((one) => has(one.reading) && isQuoted(one));

export const isQuotedAnywhere = ({ appearances }: Figure, { has }: Selection): boolean =>
  appearances.some((one) => has(one.reading) && isQuoted(one));

/**
 * Where something may be said under a name that is no person's of its article, the newest first:
 * `“Shame.” — Dana Petrov (@danapetrov)`, or a `Kovac` whom it calls `Petra Kovač` elsewhere.
 */
export function strangerSayings(
  who: string,
  corpus: Corpus,
  { has }: Selection,
): readonly Saying[] {
  const asked = nameWords(who);
  const isAsked = ({ reading, speaker }: Utterance): boolean =>
    speaker?.isStranger === true && isCalled(asked, speaker, reading);
  return corpus
    .hearing(hashesAsked(asked))
    .filter(has)
    .map((reading) => ({ reading, isAsked }));
}

/** The same surname, and all words of one name stand in the other or in its article. */
function isCalled(
  asked: readonly NameWord[],
  { mention }: Spoken,
  { article: { body } }: Reading,
): boolean {
  const name = nameWords(slice(body, mention));
  if (name.at(-1)?.folded !== asked.at(-1)?.folded) return false;
  if (asked.every((word) => name.some(({ folded }) => folded === word.folded))) return true;
  return name.length === 1 && standsInFull(asked, body);
}

/** Two lists of the newest articles first as one; those of one day stay as they are. */
export const newestOfBoth = (
  some: readonly Saying[],
  others: readonly Saying[],
): readonly Saying[] => merge(some, others, (a, b) => newestDate(a.reading, b.reading));

/** The utterances in order, each once. */
export function* utterancesOf(sayings: Iterable<Saying>): Generator<Utterance> {
  const isNew = createSieve();
  for (const { reading, entity, isAsked } of sayings)
    for (const one of utterancesIn(reading)) {
      const isOwn = entity === undefined || one.by.includes(entity);
      if (isOwn && isAsked?.(one) !== false && isNew(one)) yield one;
    }
}

/** The utterances, each once, though they were read several times. */
export const onceEach = (utterances: readonly Utterance[]): readonly Utterance[] =>
  utterances.filter(createSieve());

function createSieve(): (said: Utterance) => boolean {
  const seen = new Map<Reading, Set<string>>();
  return ({ reading, span: { start, end }, manner }) => {
    const places = seen.get(reading) ?? new Set();
    seen.set(reading, places);
    const place = `${start} ${end} ${manner}`;
    return !places.has(place) && places.add(place).size > 0;
  };
}

/** The first utterances, at most so many. */
export function firstOf(utterances: Iterable<Utterance>, most: number): readonly Utterance[] {
  const first: Utterance[] = [];
  for (const one of utterances) {
    if (first.length === most) break;
    first.push(one);
  }
  return first;
}

const dateOf = ({ reading }: Saying): string => reading.article.date ?? '';

/** Enough of what was said newest first to have so many of the newest, whatever order a day has. */
export function newestOf(sayings: readonly Saying[], most: number): readonly Utterance[] {
  let day: string | undefined;
  const taken: Utterance[] = [];
  for (const said of utterancesOf(sayings)) {
    const date = dateOf(said);
    if (taken.length >= most && date !== day) break;
    day = date;
    taken.push(said);
  }
  return taken;
}
