import { QuestionError } from './question-error.ts';
import type { Corpus, Reading, Scope } from '../search/corpus.ts';
import { scopeOf } from '../search/scope.ts';

/** Which articles a question asks of. */
export interface Selecting {
  /** An article's id. */
  readonly article?: string | undefined;
  /** The first day, `2025-02-18`. */
  readonly since?: string | undefined;
  /** The last day. */
  readonly until?: string | undefined;
}

export interface Selection {
  readonly scope: Scope;
  readonly has: (reading: Reading) => boolean;
}

/** @throws UserError if the first day comes after the last */
export function checkPeriod({ since, until }: Pick<Selecting, 'since' | 'until'>): void {
  if (since !== undefined && until !== undefined && since > until)
    throw new QuestionError('fault.period');
}

/**
 * The articles that a question asks of. One without a date is of no time.
 * @throws UserError if the first day comes after the last
 */
export function select(asked: Selecting, corpus: Corpus): Selection {
  const { readings, scope } = corpus;
  const { article, since, until } = asked;
  checkPeriod(asked);
  const isTimed = since !== undefined || until !== undefined;
  if (article === undefined && !isTimed) return { scope, has: () => true };
  const inArticle = article === undefined ? readings : readingsNamed(article, corpus);
  const selected = isTimed ? inArticle.filter((reading) => isWithin(reading, asked)) : inArticle;
  const undated = inArticle.filter((reading) => dayOf(reading) === undefined).length;
  const kept = new Set(selected);
  return {
    scope: { ...scopeOf(selected), ...(isTimed ? { undated } : {}) },
    has: (reading) => kept.has(reading),
  };
}

/** The article of an id, if there is one. */
export const readingsNamed = (id: string, corpus: Pick<Corpus, 'reading'>): readonly Reading[] => {
  const reading = corpus.reading(id);
  return reading === undefined ? [] : [reading];
};

function isWithin(reading: Reading, { since = '', until = '9999' }: Selecting): boolean {
  const day = dayOf(reading);
  return day !== undefined && since <= day && day <= until;
}

/** `2025-02-18T09:30:00Z` → `2025-02-18` */
const dayOf = ({ article }: Reading): string | undefined => article.date?.slice(0, 10);
