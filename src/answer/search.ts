import { paragraphAt } from '../article/article.ts';
import { type Citation, cite } from '../article/citation.ts';
import type { Corpus, Reading } from '../search/corpus.ts';
import { sentencesOf } from '../search/digested.ts';
import { sentencesAround } from '../search/sentence-place.ts';
import { fold } from '../text/fold.ts';
import { overlaps, type Span, slice, span } from '../text/span.ts';
import { contentWords, stem, stems } from '../text/stems.ts';
import type { Answer, FoundLine, FoundLines } from './answer.ts';
import { checkWords } from './asked.ts';
import { select } from './selection.ts';

export interface SearchQuestion {
  /** Words in any order. */
  readonly words: string;
  /** Words that must stand one after another. */
  readonly phrases: readonly string[];
  /** Words or phrases that must not stand in the same paragraph. */
  readonly without: readonly string[];
  /** A part of the publisher’s name. */
  readonly publisher?: string;
  /** The first day, `2025-02-18`. */
  readonly since?: string;
  /** The last day. */
  readonly until?: string;
}

const LOOKED_AT = 400;
const SHOWN = 10;
const NEAR = 3;
/** So much of the words must stand in a sentence or beside it. */
const COVERED = 0.5;

/**
 * The sentences that have the words, best first.
 * @throws UserError if there is nothing to look for
 */
export async function searchCorpus(
  question: SearchQuestion,
  corpus: Corpus,
): Promise<Answer<FoundLines>> {
  const { words, phrases } = question;
  checkWords([words, ...phrases].join(' '));
  const { has, scope } = select(question, corpus);
  const isWanted = (reading: Reading): boolean => has(reading) && isBy(reading, question.publisher);
  const hits = await corpus.search(corpus.query([words, ...phrases].join(' ')), LOOKED_AT);
  const ranked = hits.flatMap(({ reading, sentence, coverage }): Place[] =>
    isWanted(reading) && coverage >= COVERED ? [{ reading, sentence }] : [],
  );
  const lines = await linesOf([ranked, scanPhrases(question, corpus, isWanted)], question);
  if (lines.length > 0) return { kind: 'found', lines };
  const near = hits.filter(({ reading }) => isWanted(reading)).slice(0, NEAR);
  return {
    kind: 'none',
    scope,
    near: near.map(({ reading, sentence }) => cite(reading.article, sentence)),
  };
}

interface Place {
  readonly reading: Reading;
  readonly sentence: Span;
}

const isBy = ({ article }: Reading, publisher: string | undefined): boolean =>
  publisher === undefined || fold(article.publisher ?? '').includes(fold(publisher));

/** The first that fit, each once; what comes later is not looked for once there are enough. */
async function linesOf(
  sources: readonly (Iterable<Place> | AsyncIterable<Place>)[],
  question: SearchQuestion,
): Promise<readonly FoundLine[]> {
  const wanted = question.phrases.map(phrasePattern);
  const unwanted = unwantedIn(question.without);
  const asked = new Set(stems(question.words));
  const lines: FoundLine[] = [];
  for await (const { reading, sentence } of chained(sources)) {
    if (lines.length === SHOWN) break;
    const { article } = reading;
    const phrases = wanted.map((pattern) => matchesIn(reading, sentence, pattern));
    const isKnown = lines.some(
      ({ sentence: other }) => other.article === article && overlaps(other, sentence),
    );
    if (isKnown || phrases.some(({ length }) => length === 0)) continue;
    if (unwanted(paragraphOf(reading, sentence))) continue;
    const spans = [...phrases.flat(), ...wordsIn(reading, sentence, asked)];
    lines.push({ sentence: cite(article, sentence), matched: apart(reading, spans) });
  }
  return lines;
}

async function* chained<T>(
  sources: readonly (Iterable<T> | AsyncIterable<T>)[],
): AsyncGenerator<T> {
  for (const source of sources) yield* source;
}

/** Every place of the first phrase, newest articles first: ranking looks at the best articles alone. */
async function* scanPhrases(
  { phrases: [phrase] }: SearchQuestion,
  corpus: Corpus,
  isWanted: (reading: Reading) => boolean,
): AsyncGenerator<Place> {
  if (phrase === undefined) return;
  const pattern = phrasePattern(phrase);
  for (const reading of await corpus.having(wholeWords(phrase))) {
    if (!isWanted(reading)) continue;
    const whole = span(0, reading.article.body.length);
    for (const found of matchesIn(reading, whole, pattern))
      yield { reading, sentence: sentencesAround(sentencesOf(reading), found) };
  }
}

/**
 * The words of a phrase that stand by themselves wherever it stands. Of others an article may make
 * one with what is beside them: `900` in `4,900`, `S` in `U.S.`
 */
const wholeWords = (phrase: string): readonly string[] =>
  contentWords(phrase).filter((word) => word.length > 1 && !/\p{N}/u.test(word));

/** `the toll` also where a line ends in between, whatever the case and the form of apostrophes. */
function phrasePattern(phrase: string): RegExp {
  const words = phrase.trim().split(/\s+/u);
  const source = words
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`).replace(/['’]/gu, "['’]"))
    .join(String.raw`\s+`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${source}(?![\p{L}\p{N}])`, 'giu');
}

const matchesIn = ({ article }: Reading, place: Span, pattern: RegExp): Span[] =>
  [...slice(article.body, place).matchAll(pattern)].map(({ 0: words, index }) =>
    span(place.start + index, place.start + index + words.length),
  );

/** Tells a paragraph that has one of the words or phrases left out. */
function unwantedIn(without: readonly string[]): (paragraph: string) => boolean {
  const phrases = without.filter((words) => /\s/u.test(words)).map(phrasePattern);
  const words = new Set(
    without.filter((one) => !/\s/u.test(one)).flatMap((one) => contentWords(one).map(stem)),
  );
  return (paragraph) =>
    phrases.some((pattern) => paragraph.search(pattern) >= 0) ||
    (words.size > 0 && stems(paragraph).some((own) => words.has(own)));
}

function paragraphOf({ article }: Reading, { start }: Span): string {
  const paragraph = article.paragraphs[paragraphAt(article, start) - 1];
  return paragraph === undefined ? '' : slice(article.body, paragraph);
}

/** The words of a sentence that are asked for, in any form. */
const wordsIn = ({ article }: Reading, sentence: Span, asked: ReadonlySet<string>): Span[] =>
  [...slice(article.body, sentence).matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) =>
    stems(word).some((own) => asked.has(own))
      ? [span(sentence.start + index, sentence.start + index + word.length)]
      : [],
  );

/** In order, without those that lie in another. */
function apart({ article }: Reading, spans: readonly Span[]): Citation[] {
  const ordered = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const one of ordered) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept.map((one) => cite(article, one));
}
