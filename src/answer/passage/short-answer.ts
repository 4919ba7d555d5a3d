import type { EntityKind } from '../../extraction/facts.ts';
import { isSurelyNamed } from '../../extraction/quotations/speaker.ts';
import type { Reading } from '../../search/corpus.ts';
import { castOf } from '../../search/digested.ts';
import { type Span, contains, overlaps, slice, span } from '../../text/span.ts';
import { stems } from '../../text/stems.ts';
import { PATTERNS } from './patterns.ts';
import type { Asked } from './asked.ts';

/** Words that can answer, and how likely words of their shape do, from 0 to 1. */
export interface ShortAnswer {
  readonly span: Span;
  readonly fitness: number;
  /**
   * Whether the words may be shown as the answer. A date can be told by its shape; a name only where
   * it is the one of its kind in a sentence that says what was done.
   */
  readonly isTelling: boolean;
}

/** How well a sentence has, from 0 to 1, what an answer stands beside. */
export interface Beside {
  /** A word for the thing asked for, or for a kind of it. */
  readonly noun: number;
  /** The word for what was done. */
  readonly act: number;
}

const SURE = 1;
const UNSURE = 0.4;
// What is only reported of somebody, for what they said.
const REPORTED = 0.9;

/** The words of one sentence that can answer, the fittest first; none where it holds none. */
export function findShortAnswers(
  asked: Asked,
  reading: Reading,
  sentence: Span,
  beside: Beside,
): readonly ShortAnswer[] {
  return findAnswers(asked, reading, sentence, beside).toSorted((a, b) => b.fitness - a.fitness);
}

/**
 * The words of a sentence to show as its short answer: the fittest that may be shown, and of several
 * the nearest to what the question says.
 */
export function chooseShortAnswer(
  answers: readonly ShortAnswer[],
  { article }: Reading,
  sentence: Span,
  asked: Asked,
): ShortAnswer | undefined {
  const telling = answers.filter(({ isTelling }) => isTelling);
  // Of people each number may be the one, whatever it stands beside.
  const least = (telling[0]?.fitness ?? 0) * (COMMON.has(asked.noun ?? '') ? 0.7 : 1);
  const fittest = telling.filter(({ fitness }) => fitness >= least);
  if (fittest.length < 2) return fittest[0];
  const nearness = nearnessIn(slice(article.body, sentence), asked);
  const distance = ({ span: words }: ShortAnswer): number =>
    nearness(words.start - sentence.start, words.end - sentence.start);
  return fittest.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** A comma parts words as so many letters would. */
const COMMA = 20;
const IN_FRONT = 3;

/**
 * How far words of a sentence stand from the nearest word of the question: of `14 were killed and 37
 * were injured` the second number is how many were injured. A word behind is nearer than one in front.
 */
function nearnessIn(sentence: string, asked: Asked): (start: number, end: number) => number {
  const isAsked = (stem: string): boolean =>
    asked.stems.has(stem) && !(COMMON.has(asked.noun ?? '') && asked.kinds.has(stem));
  const places = Array.from(sentence.matchAll(/\p{L}[\p{L}\p{N}'’]*/gu), ({ 0: word, index }) =>
    stems(word).some(isAsked) ? [[index, index + word.length] as const] : [],
  ).flat();
  const apart = (from: number, to: number): number =>
    to - from + COMMA * (sentence.slice(from, to).match(/[,;]/gu)?.length ?? 0);
  return (start, end) =>
    Math.min(
      ...places.map(([from, to]) => (from >= end ? apart(end, from) : IN_FRONT * apart(to, start))),
    );
}

function findAnswers(
  asked: Asked,
  reading: Reading,
  sentence: Span,
  beside: Beside,
): ShortAnswer[] {
  switch (asked.wanted) {
    case 'person':
    case 'place':
    case 'organisation':
      return findNames(asked, FIT_KINDS[asked.wanted], reading, sentence, beside);
    case 'statement':
      return findStatements(asked, reading, sentence);
    case 'thing':
    case 'anything':
      return [];
    case 'time':
    case 'money':
    case 'duration':
    case 'distance':
    case 'share':
    case 'age':
    case 'number':
    case 'reason':
      return findShapes(asked, reading, sentence, beside);
    default:
      return asked.wanted satisfies never;
  }
}

function findShapes(
  asked: Asked,
  { article }: Reading,
  sentence: Span,
  beside: Beside,
): ShortAnswer[] {
  const patterns = PATTERNS[asked.wanted];
  if (!patterns) return [];
  const text = slice(article.body, sentence);
  const match = (pattern: RegExp | undefined, fitness: number): ShortAnswer[] =>
    Array.from(pattern ? text.matchAll(pattern) : [], ({ 0: words, index }) => ({
      span: span(sentence.start + index, sentence.start + index + withoutComma(words).length),
      fitness: fitness * countsIt(asked, text.slice(index + words.length), beside),
      isTelling: fitness === SURE,
    }));
  return [...match(patterns.sure, SURE), ...match(patterns.unsure, UNSURE)].filter(
    (found) => asked.wanted === 'reason' || isNews(slice(article.body, found.span), asked),
  );
}

/** Words without the comma or the white space behind them. */
const withoutComma = (words: string): string => words.replace(/(?<![\s,;])[\s,;]+$/u, '');

/** Nouns that a number need not stand beside: `How many people signed?` `Some 340 did.` */
const COMMON = new Set(
  'people person persons folks officials times number percent votes vote tally count score margin total'.split(
    ' ',
  ),
);

const NO_COUNT = 0.35;

/** A number of these counts nothing else: `after 21 days ministers signed`. */
const MEASURE =
  /^[ -](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|percent|per cent|miles?|kilomet(?:er|re)s?|dollars?|euros?)\b/u;

/** Less for a number that counts something else: `18 Republican-led states` for `how many senators`. */
function countsIt({ wanted, noun, kinds }: Asked, after: string, beside: Beside): number {
  if (wanted !== 'number' || noun === undefined) return 1;
  const next = /^[^,.;:]*/u.exec(after)?.[0].split(/\s+/u).slice(0, 6).join(' ') ?? '';
  if (MEASURE.test(after)) return NO_COUNT;
  if (stems(next).some((stem) => kinds.has(stem))) return 1;
  return Math.max(COMMON.has(noun) ? 0.7 : NO_COUNT, 0.7 * beside.noun);
}

/** Whether the words say something that the question does not. */
function isNews(words: string, asked: Asked): boolean {
  const told = stems(words);
  return told.length > 0 && !told.every((stem) => asked.stems.has(stem));
}

type FitKinds = Partial<Record<EntityKind, number>>;

const FIT_KINDS: Readonly<Record<'person' | 'place' | 'organisation', FitKinds>> = {
  person: { person: SURE, organisation: UNSURE, group: UNSURE },
  place: { place: SURE, organisation: UNSURE },
  organisation: { organisation: SURE, group: SURE, place: UNSURE },
};

/** What a name is worth that stands without what was done, or without a word for what it names. */
const ALONE = 0.25;

/** Names of a kind that fits, unless the question has them: `Rubio` is no answer to `who met Rubio`. */
function findNames(
  asked: Asked,
  kinds: FitKinds,
  reading: Reading,
  sentence: Span,
  beside: Beside,
): ShortAnswer[] {
  const { article } = reading;
  const has = hasBeside(asked, beside);
  const names = castOf(reading)
    .flatMap(({ kind, name, names: places }) => {
      const fitness = kinds[kind];
      const within = places.filter((words) => contains(sentence, words));
      if (fitness === undefined || within.length === 0) return [];
      const isAsked = stems(slice(article.body, name)).some((stem) => asked.stems.has(stem));
      return isAsked ? [] : within.map((words) => ({ span: words, fitness }));
    })
    .toSorted((a, b) => a.span.start - b.span.start);
  const saysIt =
    asked.act !== undefined && stems(slice(article.body, sentence)).includes(asked.act);
  const isOnly = names.filter(({ fitness }) => fitness === SURE).length === 1;
  return names.map(({ span: words, fitness }) => ({
    span: words,
    fitness: fitness * (ALONE + (1 - ALONE) * has),
    isTelling: saysIt && isOnly && fitness === SURE,
  }));
}

/** How much of what a name must stand beside is there: what it is asked as, else what was done. */
function hasBeside({ noun, act }: Asked, beside: Beside): number {
  if (noun !== undefined && !COMMON.has(noun)) return beside.noun;
  return act === undefined ? 1 : beside.act;
}

/** What whom the question asks the words of is quoted with in the sentence. */
function findStatements(asked: Asked, reading: Reading, sentence: Span): ShortAnswer[] {
  const { article, facts } = reading;
  return facts.quotations.flatMap(({ span: words, speaker, manner, isTopic }) => {
    const isAsked = speaker?.entity !== undefined && asked.isSayer(reading, speaker.entity);
    if (!isAsked || !overlaps(words, sentence)) return [];
    const start = Math.max(words.start, sentence.start);
    const end = Math.min(words.end, sentence.end);
    const length = withoutComma(article.body.slice(start, end)).length;
    const fitness = manner === 'direct' ? SURE : REPORTED;
    // Words that only tell what was spoken of are nobody's, and a doubtful speaker is none.
    const isTelling = isTopic !== true && isSurelyNamed(speaker);
    return length === 0 ? [] : [{ span: span(start, start + length), fitness, isTelling }];
  });
}
