import { rememberedWords } from '../text/remembered.ts';
import { stem, stems } from '../text/stems.ts';
import {
  type Meaning,
  type Pointer,
  type Sense,
  findSenses,
  readMeaning,
  readMeaningWords,
} from './wordnet.ts';

/** So many meanings of a word are looked at, and what the second and third are worth. */
const RANKS = [1, 0.8, 0.6];

/** What a word of a meaning, or of one related to it, is worth for the word asked. */
const SAME = 0.85;
const WORTH = { derived: 0.85, similar: 0.7, narrower: 0.7, broader: 0.6 } as const;
/** A step farther the same way: `vehicle` for `truck`, by `motor vehicle`. */
const FARTHER = 0.6;
const LEAST = 0.35;

/** A meaning with more narrower ones says little: `person`, `act`. */
const TOO_BROAD = 60;

/** Stems of words that may stand for a folded word, and how well, from 0 to 1. */
export const findWordKin = rememberedWords((word: string): ReadonlyMap<string, number> => {
  const kin = new Map<string, number>();
  const add = (words: readonly string[], worth: number): void => {
    if (worth < LEAST) return;
    for (const other of words) {
      const key = stem(other);
      if (!other.includes(' ') && (kin.get(key) ?? 0) < worth) kin.set(key, worth);
    }
  };
  for (const sense of findSenses(word)) {
    const rank = RANKS[sense.rank];
    if (rank !== undefined) addSense(sense, rank, add);
  }
  kin.delete(stem(word));
  return kin;
});

/** `capital punishment` → death, penalty: stems of other names of what two words together name. */
export const findPhraseKin = rememberedWords((pair: string): ReadonlySet<string> => {
  const [sense] = findSenses(pair.replace(' ', '_'));
  const words = sense?.meaning.words ?? [];
  return new Set(words.filter((other) => other !== pair).flatMap((other) => stems(other)));
});

/** So many meanings are walked through at most; what has more kinds is told by any word. */
const MOST_KINDS = 600;

/**
 * Stems of words for kinds of what a folded noun means, in its two commonest meanings: `insect` → bee,
 * locust, insect. Only the noun itself and its other names where nearly anything is of the kind.
 */
export const findKinds = rememberedWords((noun: string): ReadonlySet<string> => {
  const senses = findSenses(noun).filter(({ part, rank }) => part === 'noun' && rank < 2);
  const names = [noun, ...senses.flatMap(({ meaning }) => meaning.words)];
  const kinds: string[] = [];
  const seen = new Set<number>();
  const ahead = senses.flatMap(({ meaning }) => narrower(meaning));
  for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) {
    if (seen.has(next)) continue;
    if (seen.add(next).size > MOST_KINDS) return stemsOfWords(names);
    const meaning = readMeaning('noun', next);
    kinds.push(...meaning.words);
    ahead.push(...narrower(meaning));
  }
  return stemsOfWords([...names, ...kinds]);
});

/** What a folded noun in its commonest meaning is a kind of: `senator` → legislator, …, person. */
export const findBroader = rememberedWords((noun: string): ReadonlySet<string> => {
  const found = new Set<string>();
  let ahead = findSenses(noun)
    .filter(({ part, rank }) => part === 'noun' && rank === 0)
    .flatMap(({ meaning }) => broader(meaning));
  while (ahead.length > 0) {
    const meanings = ahead.map((offset) => readMeaning('noun', offset));
    const news = meanings.filter(({ words }) => words.some((word) => !found.has(word)));
    for (const word of news.flatMap(({ words }) => words)) found.add(word);
    ahead = news.flatMap(broader);
  }
  return found;
});

const broader = ({ related }: Meaning): readonly number[] =>
  related.filter(({ relation }) => relation === 'broader').map(({ offset }) => offset);

const narrower = ({ related }: Meaning): readonly number[] =>
  related.filter(({ relation }) => relation === 'narrower').map(({ offset }) => offset);

/** Single words only: of `police officer` neither tells. */
const stemsOfWords = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.filter((word) => !word.includes(' ')).map(stem));

function addSense(
  { part, lemma, meaning }: Sense,
  rank: number,
  add: (words: readonly string[], worth: number) => void,
): void {
  add(meaning.words, SAME * rank);
  const own = meaning.words.indexOf(lemma) + 1;
  for (const pointer of meaning.related) {
    const { relation, from } = pointer;
    if (from !== 0 && from !== own) continue;
    const other = readMeaning(pointer.part, pointer.offset);
    if (relation === 'broader' && isTooBroad(other)) continue;
    const worth = WORTH[relation] * rank;
    add(wordsOf(other, pointer), worth);
    if (relation === 'derived' || pointer.part !== part) continue;
    for (const next of other.related)
      if (next.relation === relation && worth * FARTHER >= LEAST)
        add(fartherWords(next), worth * FARTHER);
  }
}

function fartherWords({ relation, part, offset }: Pointer): readonly string[] {
  if (relation !== 'broader') return readMeaningWords(part, offset);
  const meaning = readMeaning(part, offset);
  return isTooBroad(meaning) ? [] : meaning.words;
}

/** A derivation is of one word, not of all that have its meaning. */
const wordsOf = ({ words }: Meaning, { to }: Pointer): readonly string[] =>
  to === 0 ? words : words.slice(to - 1, to);

const isTooBroad = ({ related }: Meaning): boolean =>
  related.filter(({ relation }) => relation === 'narrower').length > TOO_BROAD;
