import type { Article } from '../article/article.ts';
import type { Corpus, Reading } from '../search/corpus.ts';
import { findFigures } from '../search/people.ts';
import { scopeOf } from '../search/scope.ts';
import { fold } from '../text/fold.ts';
import { checkName, checkWords } from './asked.ts';
import type { Answer, Count, Holdings } from './answer.ts';
import { type Selecting, select } from './selection.ts';

export interface HoldingsQuestion extends Selecting {
  readonly publisher?: string | undefined;
  /** Somebody whom the articles name. */
  readonly person?: string | undefined;
  readonly tag?: string | undefined;
}

/** What the corpus holds, or the part of it that was asked for. */
export function answerHoldings(question: HoldingsQuestion, corpus: Corpus): Answer<Holdings> {
  const { publisher, person, tag } = question;
  checkName(person);
  [publisher, tag].forEach(checkWords);
  const { has, scope } = select(question, corpus);
  const naming = person === undefined ? undefined : readingsNaming(person, corpus);
  const readings = corpus.readings.filter(
    (reading) =>
      has(reading) &&
      (publisher === undefined || contains(reading.article.publisher ?? '', publisher)) &&
      (tag === undefined || reading.article.tags.some((own) => fold(own) === fold(tag))) &&
      (naming === undefined || naming.has(reading)),
  );
  if (readings.length === 0) return { kind: 'none', scope, near: [] };
  const articles = readings.map(({ article }) => article);
  return {
    kind: 'found',
    scope: scopeOf(readings),
    articles,
    publishers: countEach(articles.flatMap(({ publisher: own }) => own ?? [])),
    tags: countEach(articles.flatMap(({ tags }) => tags)),
  };
}

/** `daily` for The Daily. */
const contains = (own: string, typed: string): boolean => fold(own).includes(fold(typed.trim()));

const readingsNaming = (person: string, corpus: Corpus): ReadonlySet<Reading> =>
  new Set(
    findFigures(person, corpus).flatMap(({ appearances }) =>
      appearances.map(({ reading }) => reading),
    ),
  );

/** The values that the articles have, those with the most first. */
function countEach(values: readonly string[]): readonly Count[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Array.from(counts, ([name, count]) => ({ name, count })).toSorted(
    (a, b) => b.count - a.count || (a.name < b.name ? -1 : 1),
  );
}

/** Publishers of the articles, those with the most first. */
export const publishersOf = (articles: readonly Article[]): readonly string[] =>
  countEach(articles.flatMap(({ publisher }) => publisher ?? [])).map(({ name }) => name);

/** Tags of the articles, those with the most first. */
export const tagsOf = (articles: readonly Article[]): readonly string[] =>
  countEach(articles.flatMap(({ tags }) => tags)).map(({ name }) => name);
