import type { Entity, Mention } from '../facts.ts';
import type { Text } from '../syntax/text.ts';

/** Everyone and everything that an article names, and which words mean whom. */
export interface Cast {
  readonly entities: readonly Entity[];
  /** In order of place. */
  readonly mentions: readonly Mention[];
  /** For each token the entity that it names or means (pronouns and roles resolved), or -1. */
  readonly at: Int32Array;
  /** For each token how sure that is, from 0 to 1: 1 for a name, less for a doubtful pronoun or surname. */
  readonly sureness: Float32Array;
}

/** A text with its cast: what quotations, gatherings and stances are read from. */
export interface CastText extends Text {
  readonly cast: Cast;
}
