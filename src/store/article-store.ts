import type { Article, ArticleId } from '../article/article.ts';
import type { Origin } from '../article/provenance.ts';

/** A shelf's counter: 0 when empty, one more with each change appended. */
export type Revision = number;

/** Why a file on a shelf could not be read; the rest of the shelf loads all the same. */
export interface Problem {
  readonly file: string;
  /** From 1, where it is known. */
  readonly line?: number;
  readonly message: string;
}

/** Where new words are from; who brought them and when, the store notes itself. */
export type Source = Pick<Origin, 'kind' | 'host'>;

export type Edit =
  /** Without `from` it changes words that are there. */
  | {
      readonly kind: 'put';
      readonly id: ArticleId;
      readonly source: string;
      readonly from?: Source;
    }
  | { readonly kind: 'remove'; readonly id: ArticleId }
  /** The article as a revision had it. */
  | { readonly kind: 'restore'; readonly id: ArticleId; readonly revision: Revision };

/** One line of a shelf's log. */
export interface Change {
  readonly revision: Revision;
  readonly kind: 'put' | 'remove';
  readonly id: ArticleId;
  /** A member's id, or `disk` for what was edited by hand. */
  readonly actor: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Why, in the actor's own words. */
  readonly reason?: string;
  /** The last revision of those that were appended together. */
  readonly batch: Revision;
  /** Of a put: where the words are from. */
  readonly origin?: Origin;
}

/** What was erased: articles whose changes, and who made them, nobody keeps any more. */
export interface Erased {
  readonly revision: Revision;
  readonly kind: 'erased';
  readonly at: string;
  readonly batch: Revision;
  /**
   * Of which articles there is less than there was, and which are to be looked at anew. Known while the
   * process lives that erased them; nothing of it is on the disk.
   */
  readonly ids: readonly ArticleId[];
  // Of what a change says there is nothing.
  readonly id?: undefined;
  readonly actor?: undefined;
  readonly reason?: undefined;
  readonly origin?: undefined;
}

export const isChange = (entry: Change | Erased): entry is Change => entry.kind !== 'erased';

/** What is left of an article that was removed. */
export interface Tombstone {
  readonly id: ArticleId;
  readonly actor: string;
  readonly at: string;
  readonly reason?: string;
}

export interface Shelf {
  readonly revision: Revision;
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
  readonly removed: readonly Tombstone[];
}

/** Someone else changed the shelf first: load it again, look again, and append anew. */
export class StaleRevisionError extends Error {
  override name = 'StaleRevisionError';
  readonly expected: Revision;
  readonly head: Revision;

  constructor(expected: Revision, head: Revision) {
    super(`the shelf is at revision ${String(head)}, not ${String(expected)}`);
    this.expected = expected;
    this.head = head;
  }
}

/** Keeps articles and the log of their changes. Implemented by the folder store and by PostgreSQL. */
export interface ArticleStore {
  head(shelf: string): Promise<Revision>;
  /** What the shelf holds now, articles in the order of their ids. */
  load(shelf: string): Promise<Shelf>;
  changesSince(shelf: string, revision: Revision): Promise<readonly (Change | Erased)[]>;
  /**
   * Appends the edits as one change each, all or none, and gives the new head once they are safe.
   * `reason` is kept with them.
   * @throws StaleRevisionError if the head is no longer `expected`.
   * @throws UserError if an edit cannot be made, with what to do about it.
   */
  append(
    shelf: string,
    expected: Revision,
    actor: string,
    edits: readonly Edit[],
    reason?: string,
  ): Promise<Revision>;
  /** The text of an article's file as a revision had it; undefined if it was not there then. */
  sourceAt(shelf: string, id: ArticleId, revision: Revision): Promise<string | undefined>;
  /** The article as a revision had it; undefined if it was not there then. */
  articleAt(shelf: string, id: ArticleId, revision: Revision): Promise<Article | undefined>;
  /** Calls `listener` soon after the shelf may have changed; a hint, so catch up by revision. */
  subscribe(shelf: string, listener: () => void): () => void;
  /** Every shelf that has a log. */
  shelves(): Promise<readonly string[]>;
  /** The ids of the bodies that an article's versions had, or all articles' of the shelf. */
  bodiesOf(shelf: string, id?: ArticleId): Promise<readonly string[]>;
  /** @throws UserError where an article, or a whole shelf, cannot be erased, which is then left as it is */
  checkErasable(shelf: string, id?: ArticleId): Promise<void>;
  /**
   * Removes an article, all its versions that no other article has, and who changed it and why. What
   * was begun is ended at the next start. Erasing what was never there changes nothing.
   */
  erase(shelf: string, id: ArticleId): Promise<void>;
  /** Puts `erased` in the place of a member, wherever they brought or changed something. */
  forgetMember(userId: string): Promise<void>;
  /** Removes all of a shelf. */
  eraseShelf(shelf: string): Promise<void>;
  close(): Promise<void>;
}

/** Stands for a member who was forgotten. */
export const ERASED = 'erased';
