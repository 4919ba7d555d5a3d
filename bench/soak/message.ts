// What the two processes of a soak say to each other.

/** What members ask about. */
export interface Stock {
  readonly names: readonly string[];
  readonly articles: readonly string[];
  readonly words: readonly string[];
}

export type ToCrowd =
  | { readonly kind: 'begin'; readonly stock: Stock; readonly seed: number }
  /** The next so many interactions. */
  | { readonly kind: 'go'; readonly count: number }
  | { readonly kind: 'end' };

/** How a number of interactions went. */
export interface Tally {
  readonly done: number;
  readonly unanswered: number;
  readonly twice: number;
  readonly faults: number;
  /** The first few of what went wrong. */
  readonly wrong: readonly string[];
}

export type FromCrowd =
  | {
      readonly kind: 'open';
      readonly apiUrl: string;
      readonly token: string;
      readonly guildId: string;
    }
  | { readonly kind: 'begun' }
  | { readonly kind: 'done'; readonly tally: Tally };
