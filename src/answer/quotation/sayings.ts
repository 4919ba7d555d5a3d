import type { Corpus, Reading } from '../../search/corpus.ts';
import { isQuoted, utterancesIn } from '../../search/digested.ts';
import type { Figure } from '../../search/people.ts';
import type { Utterance } from '../../search/utterance.ts';
import type { Selection } from '../selection.ts';
import { spokenUnder } from './named-speakers.ts';

// Where utterances are to be looked for. They are read article by article, as far as it takes: of
// somebody whom thousands of articles quote, an answer shows a hundred.

/** Utterances of an article: those of one of its entities, or those given, or all. */
export interface Saying {
  readonly reading: Reading;
  readonly entity?: number;
  readonly said?: Utterance;
}

/** All that the articles quote, the newest first. */
export const allSayings = ({ readings }: Corpus, { has }: Selection): readonly Saying[] =>
  readings.filter(has).map((reading) => ({ reading }));

/** Where a figure is quoted, the newest article first. */
export const sayingsOf = ({ appearances }: Figure, { has }: Selection): readonly Saying[] =>
  appearances.filter((one) => has(one.reading) && isQuoted(one));

export const isQuotedAnywhere = ({ appearances }: Figure, { has }: Selection): boolean =>
  appearances.some((one) => has(one.reading) && isQuoted(one));

/** What is said under a name that is no person's of its article. */
export const strangerSayings = (
  who: string,
  corpus: Corpus,
  selection: Selection,
): readonly Saying[] =>
  spokenUnder(who, corpus, selection).map((said) => ({ reading: said.reading, said }));

/** The utterances in order, each once. */
export function* utterancesOf(sayings: Iterable<Saying>): Generator<Utterance> {
  const isNew = createSieve();
  for (const { reading, entity, said } of sayings)
    for (const one of said === undefined ? utterancesIn(reading) : [said])
      if ((entity === undefined || one.by.includes(entity)) && isNew(one)) yield one;
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
