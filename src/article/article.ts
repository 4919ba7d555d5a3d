import type { Span } from '../text/span.ts';
import type { Provenance } from './provenance.ts';

declare const articleIdBrand: unique symbol;

/** The stem of an article's file: letters, digits, `-`, `_` and `.`, at most 100 of them. */
export type ArticleId = string & { readonly [articleIdBrand]: true };

/** One article as of one revision of its shelf. Never changed: an edit makes a new one. */
export interface Article {
  readonly shelf: string;
  readonly id: ArticleId;
  /** The shelf's revision counter when this article was last put; 0 outside a store. */
  readonly revision: number;
  readonly title: string;
  /** As written in the front matter: `2025-02-18` or an ISO 8601 date and time. */
  readonly date?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** A demonstration article: it steps aside as soon as its shelf has others. */
  readonly demo: boolean;
  /** The text that every offset counts in, in UTF-16 code units. */
  readonly body: string;
  /** In order, numbered from 1 when shown; white space at their ends left out. */
  readonly paragraphs: readonly Span[];
  /** Undefined outside a store. */
  readonly provenance?: Provenance;
}

const ID = /^[\p{L}\p{N}._-]{1,100}$/u;

/** Whether the words make an id: `riyadh-talks` does, `../riyadh` does not. */
export const isArticleId = (words: string): words is ArticleId =>
  ID.test(words) && !/^\.+$/u.test(words);

/** The name of the shelf that every server reads; a server's own shelf is named by the server's id. */
export const BASE_SHELF = 'base';

/** Tells an article from its namesakes on other shelves: `base/riyadh-talks`. */
export const articleKey = ({ shelf, id }: Pick<Article, 'shelf' | 'id'>): string =>
  `${shelf}/${id}`;

/** The number, from 1, of the paragraph that holds the offset or stands nearest before it. */
export function paragraphAt({ paragraphs }: Pick<Article, 'paragraphs'>, offset: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}
