import type { Citation } from '../article/citation.ts';
import type { Polarity } from '../extraction/facts.ts';
import type { Scope } from '../search/corpus.ts';

// What an answerer found. Everything that came out of an article is a citation, down to names.

/** Nothing in the corpus answers; `near` is what comes nearest, and is no answer. */
export interface None {
  readonly kind: 'none';
  readonly scope: Scope;
  readonly near: readonly Citation[];
}

/** Several things fit the value given for an option; each choice is a value that fits one. */
export interface Ambiguous {
  readonly kind: 'ambiguous';
  readonly option: string;
  readonly choices: readonly Choice[];
}

export interface Choice {
  /** What to give for the option instead, at most 100 characters. */
  readonly value: string;
  /** Shown for it: names from the articles. */
  readonly label: readonly Citation[];
}

/** One attendee's line on a card. */
export interface AttendeeLine {
  readonly name: Citation;
  readonly role?: Citation;
  readonly side?: Citation;
  /** How they took part, or why they did not. */
  readonly note?: Citation;
  readonly evidence: Citation;
}

export interface Attendance {
  readonly kind: 'found';
  /** What the articles call the gathering, best first. */
  readonly event: readonly Citation[];
  readonly place?: Citation;
  readonly time?: Citation;
  /** The words that tell of it; alone where they do not say who was there. */
  readonly told: readonly Citation[];
  readonly attended: readonly AttendeeLine[];
  readonly absent: readonly AttendeeLine[];
  readonly expected: readonly AttendeeLine[];
}

/** How what somebody claims was said compares with a quotation found. */
type Likeness = 'same' | 'altered';

export interface QuotationLine {
  /** The words reported; where a cue stands between, from the first part to the end of the last. */
  readonly words: Citation;
  /** The parts between quotation marks: two in `“We tried,” she said. “It failed.”` */
  readonly parts: readonly Citation[];
  readonly manner: 'direct' | 'indirect';
  /** The sentence, or sentences, around them. */
  readonly sentence: Citation;
  readonly cue?: Citation;
  /** Left out where the article does not say surely enough who spoke. */
  readonly speaker?: SpeakerLine;
  /** For a question by words: whether they stand there so, and where they do not. */
  readonly likeness?: Likeness;
  readonly differing: readonly Citation[];
  /** The same words in other articles. */
  readonly alsoIn: readonly Citation[];
}

export interface SpeakerLine {
  /** The fullest name that the article gives. */
  readonly name: Citation;
  /** The words that name the speaker near the quotation: `he`, `the minister`. */
  readonly mention: Citation;
  readonly role?: Citation;
}

export interface Quotations {
  readonly kind: 'found';
  readonly quotations: readonly QuotationLine[];
}

export interface StanceLine {
  readonly polarity: Polarity;
  readonly strength: 'firm' | 'hedged' | 'conditional';
  readonly holder: Citation;
  /** In whose name the holder spoke, where the words say. */
  readonly onBehalfOf?: Citation;
  readonly target: Citation;
  readonly cue: Citation;
  readonly evidence: Citation;
}

export interface StanceVerdict {
  readonly kind: 'found';
  readonly verdict: Polarity;
  readonly lines: readonly StanceLine[];
}

export interface PassageLine {
  readonly passage: Citation;
  /** The sentence that answers, inside the passage. */
  readonly sentence: Citation;
  /** The answering words inside the sentence, where they could be told. */
  readonly answer?: Citation;
  readonly score: number;
}

export interface Passages {
  readonly kind: 'found';
  /** Best first. */
  readonly passages: readonly PassageLine[];
}

export type Answer<Found> = Found | Ambiguous | None;
