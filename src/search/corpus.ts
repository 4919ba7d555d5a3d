import type { Article } from '../article/article.ts';
import type { Facts } from '../extraction/facts.ts';
import type { Span } from '../text/span.ts';

/** An article with what was read out of it. */
export interface Reading {
  readonly article: Article;
  readonly facts: Facts;
}

/** A scored stretch of an article: a sentence, and the window of sentences around it. */
export interface Hit {
  readonly reading: Reading;
  readonly sentence: Span;
  readonly passage: Span;
  readonly score: number;
}

/** What one question sees: one revision of the shelves in view, never changed. */
export interface Corpus {
  /** Newest first; demonstration articles only while there are no others. */
  readonly readings: readonly Reading[];
  /** By article id. */
  reading(id: string): Reading | undefined;
  /** The best hits for a question's words, best first. */
  search(question: string, limit: number): Promise<readonly Hit[]>;
}
