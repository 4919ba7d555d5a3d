import type { Polarity } from '../facts.ts';
import type { Anchor } from './anchor.ts';

/** Who said the words of a quotation. */
export interface SpeakerRuling {
  readonly kind: 'speaker';
  /** The words of the quotation. */
  readonly of: Anchor;
  /** Words of the same article that name who spoke; without them nobody is named. */
  readonly name?: Anchor;
}

/** Whether somebody was at a gathering. */
export interface AttendeeRuling {
  readonly kind: 'attendee';
  /** What the gathering is called, or the sentence that introduces it. */
  readonly gathering: Anchor;
  readonly name: Anchor;
  readonly verdict: 'attended' | 'absent' | 'not-listed';
  /** The passage that says so. */
  readonly evidence: Anchor;
}

/** Where somebody stands on something, as a sentence shows it. */
export interface StanceRuling {
  readonly kind: 'stance';
  /** The sentence. */
  readonly of: Anchor;
  readonly holder: Anchor;
  /** Every target of the holder in the sentence, where none is given. */
  readonly target?: Anchor;
  readonly verdict: Polarity | 'none';
}

/** What a moderator found to be right, whatever is read out of the article. */
export type Ruling = SpeakerRuling | AttendeeRuling | StanceRuling;

/** Shorter words may well stand in several places: what is around them tells which. */
const TELLING = 32;

/**
 * Which fact a ruling is about: two rulings of one key are about the same, and the later one counts.
 * Words too short to be the only ones, `talks` or `No.`, are told apart by what is around them.
 */
export function keyOfRuling(ruling: Ruling): string {
  switch (ruling.kind) {
    case 'speaker':
      return JSON.stringify([ruling.kind, ...keyOfPlace(ruling.of)]);
    case 'attendee':
      return JSON.stringify([ruling.kind, ...keyOfPlace(ruling.gathering), ruling.name.words]);
    case 'stance':
      return JSON.stringify([
        ruling.kind,
        ...keyOfPlace(ruling.of),
        ruling.holder.words,
        ruling.target?.words ?? null,
      ]);
    default:
      return ruling satisfies never;
  }
}

const keyOfPlace = ({ words, before, after }: Anchor): readonly string[] =>
  words.length >= TELLING ? [words] : [words, before, after];
