import type { Days } from '../text/days.ts';
import { contentWords } from '../text/stems.ts';
import { isAskingWord } from './lexicon/asking-words.ts';
import { findParaphrases } from './lexicon/paraphrases.ts';
import { findCountryWords } from './lexicon/peoples.ts';
import { findPhrasalVerbs, isParticle } from './lexicon/phrasal-verbs.ts';
import { readAskedNoun } from './asked-noun.ts';
import { type Period, findAsides, takeDates } from './question-text.ts';
import { type Statistics, rarity } from './statistics.ts';
import type { Vocabulary } from './vocabulary.ts';
import { findKinds, findWordKin } from './word-kin.ts';

/** A stem that stands for a word of the question, and how well, from 0 to 1. */
export interface Form {
  readonly stem: number;
  readonly weight: number;
}

export interface QueryTerm {
  /** Folded, as typed. */
  readonly word: string;
  /**
   * Whether the corpus has the word, one spelled nearly so, only paraphrases, or at most words that a
   * dictionary puts near it.
   */
  readonly known: 'found' | 'misspelled' | 'paraphrased' | 'unknown';
  /** Written with a capital inside the question. */
  readonly isName: boolean;
  /** Says what about: no name, no date, and no word that only shapes the question. */
  readonly isTopic: boolean;
  /** How much it tells: its rarity, more for a name, less where it only shapes the question. */
  readonly weight: number;
  readonly forms: readonly Form[];
  /** Of a date: articles of that time have it, whatever their words. */
  readonly period?: Days;
}

/** A question's words, each once, as one corpus knows them. */
export interface Query {
  readonly terms: readonly QueryTerm[];
  /** The noun for what is asked (`Which school`), as a term without weight that its kinds have. */
  readonly asked?: QueryTerm;
}

const MISSPELLED = 0.9;
// `Russia` for `Russian`.
const KIN = 0.8;
// `dropped out` for `withdrew`.
const PHRASAL = 0.6;
const PARAPHRASE = 0.5;
// What a dictionary says of a word that the corpus lacks.
const WORD_KIN = 0.5;
// `How much`, `what kind`: such words say what is wanted, and an answer seldom repeats them.
const ASKING = 0.2;
// Whom a question names, its answer is about.
const NAME = 1.25;
// About as much as a word that stands in one sentence of twenty.
const PERIOD = 3;
// `locusts` for `which insects`.
const KIND = 0.9;

export function readQuery(typed: string, vocabulary: Vocabulary, counts: Statistics): Query {
  const { question, periods } = takeDates(typed);
  const phrasal = findPhrasalVerbs(question);
  const finder = createFinder(vocabulary, counts);
  const words = [...new Set(contentWords(question))].filter((word) => !isContraction(word));
  const names = findNames(question);
  const asides = new Set(contentWords(findAsides(question)));
  const terms = words.map((word) => {
    const isAside = asides.has(word);
    const isName = names.has(word) && !isAside;
    return readTerm({ word, isName, isAside, phrasal: phrasal.get(word) ?? [] }, finder);
  });
  const isFirst = ({ forms: [own] }: QueryTerm, i: number): boolean =>
    !own || !terms.slice(0, i).some((term) => term.forms[0]?.stem === own.stem);
  const told = terms.filter((term, i) => isFirst(term, i) && !isNoise(term));
  const all = [...told, ...periods.map((period) => readPeriod(period, finder))];
  const noun = readAskedNoun(question);
  if (noun === undefined) return { terms: all };
  const asked = readAskedTerm(noun, finder);
  return { terms: [...all, asked], asked };
}

function readAskedTerm(noun: string, finder: Finder): QueryTerm {
  const [word = noun] = contentWords(noun);
  const kinds = [...findKinds(word)].flatMap((kind) => finder.stem(kind) ?? []);
  const forms = [
    ...kinds.map((number) => ({ stem: number, weight: KIND })),
    ...finder.find(findParaphrases(word), PARAPHRASE),
    ...finder.find([word], 1),
  ];
  return { word, known: 'found', isName: false, isTopic: false, weight: 0, forms };
}

/** `don’t`, `wasn't` */
const isContraction = (word: string): boolean => word.endsWith("n't");

/** A date as a term: what was asked of a time is told in the articles of that time. */
function readPeriod({ words, days }: Period, finder: Finder): QueryTerm {
  const forms = contentWords(words).flatMap((word) => finder.find([word], 1));
  const base = { word: words, known: 'found', isName: false, isTopic: false } as const;
  return { ...base, weight: PERIOD, forms, period: days };
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

/** Other words for one that the corpus lacks: `cemetery` → graveyard. */
const findKin = (word: string, finder: Finder): Form[] =>
  [...findWordKin(word)].flatMap(([text, worth]) => {
    const known = finder.stem(text);
    return known === undefined ? [] : [{ stem: known, weight: worth * WORD_KIN }];
  });

/** Looks words up in a view: a stem that only other views have is not there. */
interface Finder {
  find(words: readonly string[], weight: number): Form[];
  correct(word: string): Form[];
  rarity(stem: number | undefined): number;
  stem(text: string): number | undefined;
}

interface AskedWord {
  readonly word: string;
  readonly isName: boolean;
  /** Of a sentence that asks nothing. */
  readonly isAside: boolean;
  readonly phrasal: readonly string[];
}

function readTerm({ word, isName, isAside, phrasal }: AskedWord, finder: Finder): QueryTerm {
  const own = finder.find([word], 1);
  const near = own.length > 0 ? [] : finder.correct(word);
  const others = [
    ...finder.find(findCountryWords(word), KIN),
    ...finder.find(phrasal, PHRASAL),
    ...finder.find(findParaphrases(word), PARAPHRASE),
  ];
  // WordNet says too much to be asked for words that the corpus has.
  const isLacking = own.length === 0 && near.length === 0 && !isFurniture(word);
  const kin = isLacking && word.length > 2 ? findKin(word, finder) : [];
  const forms = [...own, ...near, ...others, ...kin];
  return {
    word,
    known: own[0]
      ? 'found'
      : near[0]
        ? 'misspelled'
        : (others[0] ?? kin[0])
          ? 'paraphrased'
          : 'unknown',
    isName,
    isTopic: !isName && !isAside && !isFurniture(word),
    weight:
      finder.rarity(forms[0]?.stem) * (isName ? NAME : isAside || isFurniture(word) ? ASKING : 1),
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
    stem: (text) => {
      const number = vocabulary.findStem(text);
      return inView(number) ? number : undefined;
    },
  };
}
