import { findParaphrases } from '../../search/lexicon/paraphrases.ts';
import type { Query } from '../../search/query.ts';
import { findKinds } from '../../search/word-kin.ts';
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
  /** The stems of whom the question asks the words of: `rubio` in `What did Rubio say?`. */
  readonly sayer: ReadonlySet<string>;
}

export function readAsked(question: string, { terms, asked }: Query): Asked {
  const verb = readAct(question);
  const act = verb === undefined ? undefined : stem(verb);
  const noun = asked?.word;
  return {
    wanted: readWanted(question, noun),
    stems: new Set(stems(question)),
    near: new Set(contentWords(question).flatMap((word) => [stem(word), ...paraphrases(word)])),
    isFuture: asksOfFuture(question),
    kinds: noun === undefined ? new Set() : wordsFor(noun),
    nounAt: asked === undefined ? -1 : terms.indexOf(asked),
    actAt: terms.findIndex(({ word }) => stem(word) === act),
    sayer: new Set(stems(readSayer(question) ?? question)),
    ...(noun === undefined ? {} : { noun }),
    ...(act === undefined ? {} : { act }),
  };
}

/** Stems of words for such things. */
const wordsFor = (noun: string): ReadonlySet<string> =>
  new Set([stem(noun), ...findKinds(noun), ...paraphrases(noun)]);

const paraphrases = (word: string): readonly string[] => findParaphrases(word).flatMap(stems);
