import type { Article } from '../article/article.ts';
import type { Facts } from '../extraction/facts.ts';
import type { Tombstone } from '../store/article-store.ts';
import type { Span } from '../text/span.ts';
import type { NamedEvent } from './events.ts';
import type { Query } from './query.ts';

/** An article with what was read out of it. */
export interface Reading {
  readonly article: Article;
  readonly facts: Facts;
  /** The entities among the facts, where they can be had without the others. */
  readonly entities?: Facts['entities'];
  /** What moderators decided about the facts, told apart from other decisions; undefined without any. */
  readonly amended?: string;
}

/** A scored sentence of an article. */
export interface Hit {
  readonly reading: Reading;
  /** An index into the reading's sentences. */
  readonly index: number;
  readonly sentence: Span;
  /** The sentence with those before and after it, as many as a card has room for. */
  readonly passage: Span;
  readonly score: number;
  /** How much of the query stands in or near the sentence, weighted by rarity, from 0 to 1. */
  readonly coverage: number;
  /** How well the sentence itself has each term of the query, from 0 to 1, in the query's order. */
  readonly matches: readonly number[];
}

/** How much there is to answer from, so that "the corpus does not say" can say what was read. */
export interface Scope {
  readonly articles: number;
  /** The dates of the oldest and the newest article, `2025-02-18`; none where one has no date. */
  readonly from?: string;
  readonly to?: string;
  /** Where only articles of some time were asked for: how many were left out, having no date. */
  readonly undated?: number;
}

/** An article that a text is nearly the same as. */
export interface Alike {
  readonly reading: Reading;
  /** About how much of the shorter of the two stands in the longer, from 0 to 1. */
  readonly likeness: number;
  /** Whether their words are the same, whatever the marks between them. */
  readonly isSame: boolean;
}

/** What one question sees: one revision of the shelves in view, never changed. */
export interface Corpus {
  /** Newest first; demonstration articles only while there are no others. */
  readonly readings: readonly Reading[];
  readonly scope: Scope;
  /** The gatherings of which somebody is said to have been there, best told first. */
  readonly events: readonly NamedEvent[];
  /** By article id. */
  reading(id: string): Reading | undefined;
  /** What is left of an article that was removed, by its id. */
  removed(id: string): Tombstone | undefined;
  /** The best hits for a query of this corpus, best first. */
  search(query: Query, limit: number): Promise<readonly Hit[]>;
  /** A question's words as this corpus knows them: found, misspelled, or nowhere. */
  query(question: string): Query;
  /** Whether the body of an article has a folded word in some form: `met` for `meeting`. */
  has(reading: Reading, word: string): boolean;
  /** Those that may have all of these folded words in some form, newest first. Others have not. */
  having(words: readonly string[]): Promise<readonly Reading[]>;
  /** Those that quote words with this hash, each as often as it does. By chance, others too. */
  quoting(hash: number): readonly Reading[];
  /** Those where a speaker who is no person of theirs has one of these hashes. By chance, others too. */
  hearing(hashes: readonly number[]): readonly Reading[];
  /** The articles that a text is another version of, or a part, or the whole; the nearest first. */
  alike(text: string, limit: number): readonly Alike[];
}
