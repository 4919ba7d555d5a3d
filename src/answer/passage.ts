import { cite } from '../article/citation.ts';
import type { Corpus, Hit } from '../search/corpus.ts';
import { findParaphrases } from '../search/lexicon/paraphrases.ts';
import type { Query } from '../search/query.ts';
import { findKinds } from '../search/word-kin.ts';
import { slice } from '../text/span.ts';
import { stem, stems } from '../text/stems.ts';
import type { Answer, None, PassageLine, Passages } from './answer.ts';
import { assure } from './passage/assurance.ts';
import { type Believed, type Window, chooseWindows } from './passage/windows.ts';
import {
  type Asked,
  type Beside,
  type ShortAnswer,
  findShortAnswers,
} from './passage/short-answer.ts';
import {
  type Wanted,
  asksOfFuture,
  readAct,
  readSayer,
  readWanted,
  tellsOfFuture,
} from './passage/wanted.ts';

const LOOKED_AT = 150;
const SHOWN = 5;
const NEAR = 3;
// A passage is shown only if its best sentence scores at least this share of the first one's.
const WORTH = 0.4;
// The best passage is shown as an answer if it is likelier than not to be one.
const ASSURED = 0.5;

/** A sentence with what in it can answer. */
interface Candidate extends Believed {
  readonly hit: Hit;
  readonly answers: readonly ShortAnswer[];
  /** How well it could answer by what is wanted, from 0 to 1. */
  readonly fitness: number;
  readonly score: number;
}

/** Answers a question in free words with the passages that are likeliest to answer it. */
export async function answerWithPassages(
  question: string,
  corpus: Corpus,
): Promise<Answer<Passages>> {
  const { windows, assurance } = await weighPassages(question, corpus);
  const [best] = windows;
  if (!best || assurance < ASSURED) return none(windows, corpus);
  const worth = windows.filter(
    (other) => other.sentences[0].score >= WORTH * best.sentences[0].score,
  );
  return { kind: 'found', passages: worth.map(toLine) };
}

/** The passages likeliest to answer a question, and how likely, from 0 to 1, the best of them does. */
export async function weighPassages(question: string, corpus: Corpus): Promise<Weighed> {
  const query = corpus.query(question);
  const asked = readAsked(question, query);
  const places = findPlaces(query, asked);
  const hits = await corpus.search(question, LOOKED_AT);
  const windows = chooseWindows(believe(hits.map((hit) => weigh(hit, asked, places))), SHOWN);
  const [best] = windows;
  if (!best) return { windows, assurance: 0 };
  const { sentences } = best;
  return { windows, assurance: assure({ wanted: asked.wanted, query, sentences }) };
}

interface Weighed {
  readonly windows: readonly Window<Candidate>[];
  readonly assurance: number;
}

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

function readAsked(question: string, query: Query): Asked {
  const act = readAct(question);
  const noun = query.asked?.word;
  return {
    wanted: readWanted(question, noun),
    stems: new Set(stems(question)),
    isFuture: asksOfFuture(question),
    sayer: new Set(stems(readSayer(question) ?? question)),
    kinds: noun === undefined ? new Set() : wordsFor(noun),
    ...(noun === undefined ? {} : { noun }),
    ...(act === undefined ? {} : { act: stem(act) }),
  };
}

/** Stems of words for such things. */
const wordsFor = (noun: string): ReadonlySet<string> =>
  new Set([stem(noun), ...findKinds(noun), ...findParaphrases(noun).flatMap(stems)]);

/** Where among a query's terms the noun asked for and what was done stand; -1 for neither. */
interface Places {
  readonly noun: number;
  readonly act: number;
}

function findPlaces({ terms, asked }: Query, { act }: Asked): Places {
  return {
    noun: asked === undefined ? -1 : terms.indexOf(asked),
    act: terms.findIndex(({ word }) => stem(word) === act),
  };
}

function weigh(hit: Hit, asked: Asked, places: Places): Omit<Candidate, 'belief'> {
  const beside = { noun: hit.matches[places.noun] ?? 0, act: hit.matches[places.act] ?? 0 };
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

// A sentence this much less believed than the best is still taken for it if it alone has words of
// the kind wanted.
const BELIEVED_ENOUGH = 0.25;

function toLine({ reading, passage, sentences }: Window<Candidate>): PassageLine {
  const [best] = sentences;
  const enough = sentences.filter(({ belief }) => belief >= BELIEVED_ENOUGH * best.belief);
  const answering = enough.find(({ answers }) => answers.length > 0) ?? best;
  const answer = answering.answers.find(({ isTelling }) => isTelling);
  return {
    passage: cite(reading.article, passage),
    sentence: cite(reading.article, answering.hit.sentence),
    ...(answer ? { answer: cite(reading.article, answer.span) } : {}),
    score: best.score,
  };
}

function none(windows: readonly Window<Candidate>[], { scope }: Corpus): None {
  const near = windows.slice(0, NEAR).map(({ reading, passage }) => cite(reading.article, passage));
  return { kind: 'none', scope, near };
}
