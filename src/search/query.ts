import { contentWords } from '../text/stems.ts';
import { isAskingWord } from './lexicon/asking-words.ts';
import { findParaphrases } from './lexicon/paraphrases.ts';
import { findCountryWords } from './lexicon/peoples.ts';
import { type Statistics, rarity } from './statistics.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A stem that stands for a word of the question, and how well, from 0 to 1. */
export interface Form {
  readonly stem: number;
  readonly weight: number;
}

export interface QueryTerm {
  /** Folded, as typed. */
  readonly word: string;
  /** Whether the corpus has the word, one spelled nearly so, only paraphrases, or nothing. */
  readonly known: 'found' | 'misspelled' | 'paraphrased' | 'unknown';
  /** How much it tells: its rarity, less where it only shapes the question. */
  readonly weight: number;
  readonly forms: readonly Form[];
}

/** A question's words, each once, as one corpus knows them. */
export interface Query {
  readonly terms: readonly QueryTerm[];
}

const MISSPELLED = 0.9;
// `Russia` for `Russian`.
const KIN = 0.8;
const PARAPHRASE = 0.5;
// `How much`, `what kind`: such words say what is wanted, and an answer seldom repeats them.
const ASKING = 0.2;

export function readQuery(question: string, vocabulary: Vocabulary, counts: Statistics): Query {
  const words = [...new Set(contentWords(question))];
  const terms = words.map((word) => readTerm(word, vocabulary, counts));
  const once = terms.filter(
    ({ forms: [own] }, i) =>
      own === undefined || !terms.slice(0, i).some((term) => term.forms[0]?.stem === own.stem),
  );
  return { terms: once.filter((term) => !isNoise(term)) };
}

/** `teh`, `how much` in a corpus without `much`: a word too short or too plain to be missed. */
const isNoise = ({ word, known }: QueryTerm): boolean =>
  known === 'unknown' && (word.length <= 3 || isAskingWord(word));

function readTerm(word: string, vocabulary: Vocabulary, counts: Statistics): QueryTerm {
  const inView = (stem: number | undefined): stem is number =>
    stem !== undefined && (counts.inArticles[stem] ?? 0) > 0;
  const find = (words: readonly string[], weight: number): Form[] =>
    words
      .map((other) => vocabulary.find(other))
      .filter(inView)
      .map((stem) => ({ stem, weight }));
  const own = find([word], 1);
  const near = own.length > 0 ? [] : findCorrections(word, vocabulary, inView);
  const others = [...find(findCountryWords(word), KIN), ...find(findParaphrases(word), PARAPHRASE)];
  const forms = [...own, ...near, ...others];
  return {
    word,
    known: own[0] ? 'found' : near[0] ? 'misspelled' : others[0] ? 'paraphrased' : 'unknown',
    weight: rarity(counts, forms[0]?.stem) * (isAskingWord(word) ? ASKING : 1),
    forms,
  };
}

function findCorrections(
  word: string,
  vocabulary: Vocabulary,
  inView: (stem: number) => boolean,
): Form[] {
  const near = vocabulary.similar(word).filter(({ stem }) => inView(stem));
  const stems = new Set(near.filter(({ edits }) => edits === near[0]?.edits).map((n) => n.stem));
  return [...stems].slice(0, 3).map((stem) => ({ stem, weight: MISSPELLED }));
}
