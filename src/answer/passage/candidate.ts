import type { Hit } from '../../search/corpus.ts';
import type { Query, QueryTerm } from '../../search/query.ts';
import { slice } from '../../text/span.ts';
import type { Asked } from './asked.ts';
import { matchedShare } from './matched-share.ts';
import { type Beside, type ShortAnswer, findShortAnswers } from './short-answer.ts';
import { type Wanted, tellsOfFuture } from './wanted.ts';
import type { Believed } from './windows.ts';

/** A sentence with what in it can answer. */
export interface Candidate extends Believed {
  readonly hit: Hit;
  /** The fittest first. */
  readonly answers: readonly ShortAnswer[];
  /** How well it could answer by what is wanted, from 0 to 1. */
  readonly fitness: number;
  readonly score: number;
}

/** Hits as answers to a question, each believed as much as it scores beside the others. */
export const findCandidates = (hits: readonly Hit[], asked: Asked): Candidate[] =>
  believe(hits.map((hit) => weigh(hit, asked)));

// How much a sentence gains that holds words of the kind wanted.
const GAIN: Readonly<Record<Wanted, number>> = {
  person: 0.1,
  place: 0.1,
  time: 0.3,
  money: 0.4,
  duration: 0.4,
  distance: 0.4,
  share: 0.4,
  age: 0.4,
  number: 0.3,
  reason: 0.3,
  statement: 0.2,
  organisation: 0.1,
  thing: 0.1,
  anything: 0,
};

// How much a sentence about what is to come gains where the question asks about that.
const AHEAD = 0.15;

function weigh(hit: Hit, asked: Asked): Omit<Candidate, 'belief'> {
  const beside = { noun: hit.matches[asked.nounAt] ?? 0, act: hit.matches[asked.actAt] ?? 0 };
  const answers = findShortAnswers(asked, hit.reading, hit.sentence, beside);
  const words = slice(hit.reading.article.body, hit.sentence);
  const fitness = Math.max(answers[0]?.fitness ?? 0, fitOfThing(asked, words, beside));
  const ahead = asked.isFuture && tellsOfFuture(words) ? AHEAD : 0;
  const gain = ahead + GAIN[asked.wanted] * fitness;
  const { reading, index, score } = hit;
  return { hit, reading, index, answers, fitness, score: score * (1 + gain) };
}

/** Nouns for words themselves, which stand between quotation marks. */
const WORDS_THEMSELVES = new Set(
  `name names nickname nicknames word words phrase slogan term cuss curse insult hashtag motto label
  catchphrase title line headline`.split(/\s+/u),
);

/** `her sorority, Delta Sigma Theta` for `Which sorority`, where no name of the kind was told. */
function fitOfThing({ wanted, noun = '' }: Asked, words: string, beside: Beside): number {
  if (!NAMED_BY_NOUN.has(wanted)) return 0;
  const isQuoted = WORDS_THEMSELVES.has(noun) && /["“‘]/u.test(words);
  return isQuoted ? Math.max(0.8, beside.noun) : beside.noun;
}

const NAMED_BY_NOUN: ReadonlySet<Wanted> = new Set(['thing', 'organisation', 'place']);

// The share of the best score by which a sentence must fall behind to be believed e times less.
const TEMPERATURE = 0.16;

/** Turns scores into beliefs that sum to one (a softmax). */
function believe(candidates: readonly Omit<Candidate, 'belief'>[]): Candidate[] {
  const top = Math.max(...candidates.map(({ score }) => score));
  const odds = candidates.map(({ score }) => Math.exp((score / top - 1) / TEMPERATURE));
  const total = odds.reduce((a, b) => a + b, 0);
  return candidates.map((candidate, i) => ({ ...candidate, belief: (odds[i] ?? 0) / total }));
}

// So much of a question's names a sentence must have that is to say something itself.
const NAMED = 0.5;

/**
 * Whether a sentence, without those around it, names whom the question does and says at least so much
 * of all that it says, from 0 to 1.
 */
export function saysItself({ hit }: Candidate, query: Query, least: number): boolean {
  const share = (has: (term: QueryTerm) => boolean): number =>
    matchedShare(query, hit.matches, (term) => Number(has(term))) ?? 1;
  const names = share(({ isName }) => isName);
  return names >= NAMED && share(({ isName, isTopic }) => isName || isTopic) >= least;
}
