import { findParaphrases } from '../../search/lexicon/paraphrases.ts';
import type { Corpus, Reading } from '../../search/corpus.ts';
import { memberAt } from '../../search/digested.ts';
import { findFigures } from '../../search/people.ts';
import type { Query } from '../../search/query.ts';
import { findKinds } from '../../search/word-kin.ts';
import { slice } from '../../text/span.ts';
import { contentWords, stem, stems } from '../../text/stems.ts';
import { type Wanted, asksOfFuture, readAct, readSayer, readWanted } from './wanted.ts';

/** What a question asks for, read once for all the sentences that may answer. */
export interface Asked {
  readonly wanted: Wanted;
  readonly stems: ReadonlySet<string>;
  /** These, and the stems of words that news reports use for them. */
  readonly near: ReadonlySet<string>;
  /** Whether the answer lies ahead. */
  readonly isFuture: boolean;
  /** The noun for what is asked, `states` in `how many states`, and stems of words for such things. */
  readonly noun?: string;
  readonly kinds: ReadonlySet<string>;
  /** The stem of what was done: `led` in `Who led the delegation?`. */
  readonly act?: string;
  /** Where among the query's terms the noun and what was done stand; -1 for neither. */
  readonly nounAt: number;
  readonly actAt: number;
  /** Whether somebody is whom the question asks the words of: Rubio in `What did Rubio say?`. */
  readonly isSayer: (reading: Reading, entity: number) => boolean;
}

export function readAsked(question: string, { terms, asked }: Query, corpus: Corpus): Asked {
  const verb = readAct(question);
  const act = verb === undefined ? undefined : stem(verb);
  const noun = asked?.word;
  const wanted = readWanted(question, noun);
  return {
    wanted,
    stems: new Set(stems(question)),
    near: new Set(contentWords(question).flatMap((word) => [stem(word), ...paraphrases(word)])),
    isFuture: asksOfFuture(question),
    kinds: noun === undefined ? new Set() : wordsFor(noun),
    nounAt: asked === undefined ? -1 : terms.indexOf(asked),
    actAt: terms.findIndex(({ word }) => stem(word) === act),
    // Looked up only where it is asked for: it goes through everybody.
    isSayer: wanted === 'statement' ? findSayer(question, corpus) : () => false,
    ...(noun === undefined ? {} : { noun }),
    ...(act === undefined ? {} : { act }),
  };
}

/** By whom the corpus knows under these words; where it knows none, by the surname. */
function findSayer(question: string, corpus: Corpus): Asked['isSayer'] {
  const words = readSayer(question);
  const figures = words === undefined ? [] : findFigures(words, corpus);
  const known = new Map<Reading, Set<number>>();
  for (const { reading, entity } of figures.flatMap(({ appearances }) => appearances))
    known.set(reading, (known.get(reading) ?? new Set()).add(entity));
  if (known.size > 0) return (reading, entity) => known.get(reading)?.has(entity) === true;
  const own = new Set(stems(words ?? question));
  return (reading, entity) => {
    const name = memberAt({ reading, entity })?.name;
    const surname = name && stems(slice(reading.article.body, name)).at(-1);
    return surname !== undefined && own.has(surname);
  };
}

/** Stems of words for such things. */
const wordsFor = (noun: string): ReadonlySet<string> =>
  new Set([stem(noun), ...findKinds(noun), ...paraphrases(noun)]);

const paraphrases = (word: string): readonly string[] => findParaphrases(word).flatMap(stems);
