import { contentWords } from '../text/stems.ts';
import { isAskingWord } from './lexicon/asking-words.ts';
import { findParaphrases } from './lexicon/paraphrases.ts';
import { findCountryWords } from './lexicon/peoples.ts';
import { findPhrasalVerbs, isParticle } from './lexicon/phrasal-verbs.ts';
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
  /** Written with a capital inside the question. */
  readonly isName: boolean;
  /** How much it tells: its rarity, more for a name, less where it only shapes the question. */
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
// `dropped out` for `withdrew`.
const PHRASAL = 0.6;
const PARAPHRASE = 0.5;
// `How much`, `what kind`: such words say what is wanted, and an answer seldom repeats them.
const ASKING = 0.2;
// Whom a question names, its answer is about.
const NAME = 1.25;

export function readQuery(question: string, vocabulary: Vocabulary, counts: Statistics): Query {
  const phrasal = findPhrasalVerbs(question);
  const finder = createFinder(vocabulary, counts);
  const words = [...new Set(contentWords(question))];
  const names = findNames(question);
  const terms = words.map((word) =>
    readTerm({ word, isName: names.has(word), phrasal: phrasal.get(word) ?? [] }, finder),
  );
  const isFirst = ({ forms: [own] }: QueryTerm, i: number): boolean =>
    !own || !terms.slice(0, i).some((term) => term.forms[0]?.stem === own.stem);
  return { terms: terms.filter((term, i) => isFirst(term, i) && !isNoise(term)) };
}

/** The folded words that a question writes with a capital, its first word left out. */
function findNames(question: string): ReadonlySet<string> {
  const words = question.match(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu) ?? [];
  const names = words.slice(1).filter((word) => /^\p{Lu}/u.test(word));
  return new Set(names.flatMap(contentWords));
}

/** `te`, `how much` in a corpus without `much`: a word too short or too plain to be missed. */
const isNoise = ({ word, known }: QueryTerm): boolean =>
  known === 'unknown' && (word.length <= 2 || isFurniture(word));

const isFurniture = (word: string): boolean => isAskingWord(word) || isParticle(word);

/** Looks words up in a view: a stem that only other views have is not there. */
interface Finder {
  find(words: readonly string[], weight: number): Form[];
  correct(word: string): Form[];
  rarity(stem: number | undefined): number;
}

interface AskedWord {
  readonly word: string;
  readonly isName: boolean;
  readonly phrasal: readonly string[];
}

function readTerm({ word, isName, phrasal }: AskedWord, finder: Finder): QueryTerm {
  const own = finder.find([word], 1);
  const near = own.length > 0 ? [] : finder.correct(word);
  const others = [
    ...finder.find(findCountryWords(word), KIN),
    ...finder.find(phrasal, PHRASAL),
    ...finder.find(findParaphrases(word), PARAPHRASE),
  ];
  const forms = [...own, ...near, ...others];
  return {
    word,
    known: own[0] ? 'found' : near[0] ? 'misspelled' : others[0] ? 'paraphrased' : 'unknown',
    isName,
    weight: finder.rarity(forms[0]?.stem) * (isName ? NAME : isFurniture(word) ? ASKING : 1),
    forms,
  };
}

function createFinder(vocabulary: Vocabulary, counts: Statistics): Finder {
  const inView = (stem: number | undefined): stem is number =>
    stem !== undefined && (counts.inArticles[stem] ?? 0) > 0;
  return {
    find: (words, weight) =>
      words
        .map((word) => vocabulary.find(word))
        .filter(inView)
        .map((stem) => ({ stem, weight })),
    correct(word) {
      const near = vocabulary.similar(word).filter(({ stem }) => inView(stem));
      const nearest = near.filter(({ edits }) => edits === near[0]?.edits);
      const stems = new Set(nearest.map(({ stem }) => stem));
      return Array.from(stems, (stem) => ({ stem, weight: MISSPELLED })).slice(0, 3);
    },
    rarity: (stem) => rarity(counts, stem),
  };
}
