import type { Days } from '../text/days.ts';
import type { Span } from '../text/span.ts';

// What extraction reads out of one article. Every span counts in the article's body, and every
// name, role and side is a span, so that whatever reaches a card is the article's own words.

export type EntityKind = 'person' | 'organisation' | 'place' | 'group';

/** Who or what a set of mentions denotes, within one article. */
export interface Entity {
  readonly kind: EntityKind;
  /** False for those whom the article only describes: `a diplomat close to the talks`. */
  readonly isNamed: boolean;
  /** The fullest form that the article gives, without titles: `Marco Rubio`. */
  readonly name: Span;
  /** Roles and affiliations as stated: `Secretary of State`, `Putin's advisor`. */
  readonly roles: readonly Span[];
  /** Whose: the country or body that a role or affiliation names, in the article's words. */
  readonly affiliation?: Span;
  readonly gender?: 'female' | 'male';
}

/** Words that denote an entity: its name, a pronoun or a role standing for it. */
export interface Mention {
  readonly span: Span;
  readonly kind: 'name' | 'pronoun' | 'nominal';
  /** An index into `Facts.entities`. */
  readonly entity: number;
}

/** Who is said to have spoken. */
export interface Speaker {
  /** The words nearest the quotation that name the speaker: `Rubio`, `he`, `the minister`. */
  readonly mention: Span;
  /** How sure it is that these words name who spoke, from 0 to 1. */
  readonly confidence: number;
  /** Whom they mean, an index into `Facts.entities`; nobody in particular in `the crowd`. */
  readonly entity?: number;
  /** How sure it is that they mean that one, from 0 to 1: 1 for a name, less for a doubtful `he`. */
  readonly sureness: number;
  /** A moderator said so. */
  readonly isCorrected?: true;
}

export interface Quotation {
  readonly kind: 'quotation';
  /** Direct: between quotation marks. Indirect: the reported clause after a cue. */
  readonly manner: 'direct' | 'indirect';
  /** The words name only what was spoken of or wanted: `praised [the deal]`. Nobody said them so. */
  readonly isTopic?: true;
  /** Words of an indirect one stand between quotation marks; they are a direct one of their own. */
  readonly isMixed?: true;
  /** The words reported, quotation marks left out. */
  readonly span: Span;
  readonly sentence: Span;
  /** The reporting word: `said`, `according to`. */
  readonly cue?: Span;
  readonly speaker?: Speaker;
  /** A moderator said who spoke, or that nobody is to be named. */
  readonly isCorrected?: true;
}

/** One who was at a gathering, or was not, or is expected. */
export interface Attendee {
  readonly name: Span;
  /** An index into `Facts.entities`, where the name is one of them. */
  readonly entity?: number;
  readonly role?: Span;
  /** Whose delegation: `US`, `Russian`. */
  readonly side?: Span;
  /** Manner or reason where stated: `by video link`, `was not invited`. */
  readonly note?: Span;
  /** The sentence that says so. */
  readonly evidence: Span;
  /** A moderator said so. */
  readonly isCorrected?: true;
}

/** An event where people meet. */
export interface Gathering {
  readonly kind: 'gathering';
  /** What the article calls it: `talks`, `the fourth meeting of ministers`. */
  readonly name: Span;
  /** The sentence that introduces it. */
  readonly sentence: Span;
  /** All the sentences that speak of it, in order. */
  readonly told: readonly Span[];
  readonly place?: Span;
  readonly time?: Span;
  /** It was called off, or somebody denied it; then nobody is listed. */
  readonly isNotHeld?: true;
  readonly attended: readonly Attendee[];
  readonly absent: readonly Attendee[];
  readonly expected: readonly Attendee[];
}

export type Polarity = 'supports' | 'opposes' | 'mixed';

/** A position of a holder toward a target, as one sentence shows it. */
export interface Stance {
  readonly kind: 'stance';
  readonly holder: Span;
  /** An index into `Facts.entities`, where the holder is one of them. */
  readonly entity?: number;
  /** In whose name it was said: `Kremlin` for its spokesman; the holder itself otherwise. */
  readonly onBehalfOf?: Span;
  readonly target: Span;
  /** `mixed` covers what is neither: `does not oppose` is no support. */
  readonly polarity: Polarity;
  readonly strength: 'firm' | 'hedged' | 'conditional';
  /** The word that shows it: `welcomed`, `unrealistic`. */
  readonly cue: Span;
  readonly evidence: Span;
  readonly confidence: number;
  /** A moderator said so, or said who spoke the words that show it. */
  readonly isCorrected?: true;
}

/** Words that say when, `on Tuesday` or `in 2022`, and the days that they mean. */
export interface DateWords extends Days {
  readonly span: Span;
  /** The words alone do not say it: it was counted from the article's own date. */
  readonly isCounted: boolean;
}

/** All that was read out of one article. */
export interface Facts {
  readonly sentences: readonly Span[];
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly quotations: readonly Quotation[];
  readonly gatherings: readonly Gathering[];
  readonly stances: readonly Stance[];
  readonly dates: readonly DateWords[];
  /** Positions that moderators took out, lest they be read out of the same words again. */
  readonly denied?: readonly Stance[];
}
