import type { CastText } from '../cast/cast.ts';
import type { Standing } from '../lexicon/gathering-cues.ts';
import type { Guest, Run } from './guest.ts';
import type { Occasion } from './occasion.ts';

/** A text with what it says of gatherings. */
export interface Scene {
  readonly text: CastText;
  readonly occasions: readonly Occasion[];
  /** For each token the index of the occasion whose words it belongs to, or -1. */
  readonly occasionAt: Int32Array;
  /** For each sentence the indexes of its occasions. */
  readonly occasionsIn: readonly (readonly number[])[];
}

/** That a sentence puts somebody at a gathering, away from it, or on its list. */
export interface Claim {
  readonly standing: Standing;
  readonly guest: Guest;
  readonly sentence: number;
  /** The occasion that the words themselves name, if they do. */
  readonly occasion?: number;
  /** Manner or reason: `by video link`, `was not invited`. */
  readonly note?: Run;
  /** Whether the words would mean nothing without a gathering spoken of nearby. */
  readonly isWeak: boolean;
  /** Of a part of the gathering alone: who skipped a session may have been at the rest. */
  readonly isPartial?: boolean;
  /** Whether the words for the gathering name them: `the meeting with [Ann Lee]`. */
  readonly isNaming?: boolean;
}

export function setScene(text: CastText, occasions: readonly Occasion[]): Scene {
  const occasionAt = new Int32Array(text.document.tokens.length).fill(-1);
  const occasionsIn: number[][] = text.document.sentences.map(() => []);
  for (const [index, { first, last, sentence }] of occasions.entries()) {
    occasionAt.fill(index, first, last);
    occasionsIn[sentence]?.push(index);
  }
  return { text, occasions, occasionAt, occasionsIn };
}
