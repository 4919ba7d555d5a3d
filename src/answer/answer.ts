import type { Article } from '../article/article.ts';
import type { Citation } from '../article/citation.ts';
import type { Polarity } from '../extraction/facts.ts';
import type { Scope } from '../search/corpus.ts';
import type { Days } from '../text/days.ts';

// What an answerer found. Everything that came out of an article is a citation, down to names.

/**
 * A line has so many sources at most, however many hundred articles say the same: a card that cannot
 * show all sources of a line shows two, and it has room for far fewer than these.
 */
export const MOST_SOURCES = 100;

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
  /** Where the value fits several: the article to ask it of. */
  readonly article?: string;
}

/** One attendee's line on a card. */
export interface AttendeeLine {
  readonly name: Citation;
  /** Several where the articles give them different ones. */
  readonly roles: readonly Citation[];
  readonly side?: Citation;
  /** How they took part, or why they did not. */
  readonly note?: Citation;
  /** One article says that they were there, another that they were not. */
  readonly isDisputed?: true;
  /** A moderator said so, of one of the articles at least. */
  readonly isCorrected?: true;
  /** One of each article that says so. */
  readonly evidence: readonly Citation[];
}

/** Where and when a gathering was, as far as one article says. */
export interface SettingLine {
  readonly place?: Citation;
  readonly time?: Citation;
  /** The days that the time means, where it is counted from the article's date. */
  readonly days?: Days;
  readonly evidence: Citation;
}

export interface Attendance {
  readonly kind: 'found';
  /** What the articles call the gathering, best first. */
  readonly event: readonly Citation[];
  /** Where and when: of further reports, only what they say differently. */
  readonly settings: readonly SettingLine[];
  /** The words that tell of it; alone where they do not say who was there. */
  readonly told: readonly Citation[];
  /** The passage nearest the question's words, where nothing else is cited of it. */
  readonly nearest?: Citation;
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
  /** What the article calls the speaker where it is not sure whom that means: `he`, `protesters`. */
  readonly mention?: MentionLine;
  /** A moderator said who spoke, or that nobody is to be named. */
  readonly isCorrected?: true;
  /** For a question by words: whether they stand there so, and where they do not. */
  readonly likeness?: Likeness;
  readonly differing: readonly Citation[];
  /** Words of the claim, as typed, that are not there. */
  readonly added: readonly string[];
  /** Words of the claim, as typed, that are there, but in another place. */
  readonly displaced: readonly string[];
  /** The same words in other places. */
  readonly alsoIn: readonly Citation[];
  /** Where articles give the same words to several speakers: each with the words there. */
  readonly disputed: readonly GivenTo[];
}

export interface SpeakerLine {
  /** The fullest name that the article gives. */
  readonly name: Citation;
  /** The words that name the speaker near the quotation: `he`, `the minister`. */
  readonly mention: Citation;
  /** Where the article names whom a `he` means. */
  readonly namedAt?: Citation;
  readonly role?: Citation;
}

export interface MentionLine {
  readonly words: Citation;
  /** Whether they stand for one whom it is open who is; not so in `about 50 protesters`. */
  readonly isOpen: boolean;
}

export interface GivenTo {
  readonly name: Citation;
  readonly words: Citation;
  readonly isCorrected?: true;
}

/** What became of the question whether somebody said some words. */
export interface Finding {
  /**
   * `several`: just so by more than one; `disputed`: articles differ by whom; `word`: one word of
   * what was said, which is no claim; `own`: they stand in an article, but not as a quotation.
   */
  readonly kind: Likeness | 'several' | 'disputed' | 'word' | 'own';
  readonly manner: QuotationLine['manner'];
  /** Who said them, where that is sure. */
  readonly speaker?: Citation;
  /** Whether they are by somebody other than was asked for. */
  readonly isOther: boolean;
}

export interface Quotations {
  readonly kind: 'found';
  /** For a question by words. */
  readonly finding?: Finding;
  readonly quotations: readonly QuotationLine[];
  /** Sentences that have the words asked for as an article's own. */
  readonly ownWords: readonly OwnWords[];
}

export interface OwnWords {
  readonly words: Citation;
  readonly sentence: Citation;
}

/** Words that articles state of somebody, each once, with the places that state them, newest first. */
export interface StatedLine {
  readonly words: Citation;
  /** The sentences that say so. */
  readonly evidence: readonly Citation[];
}

export interface AttendedLine {
  readonly event: Citation;
  readonly place?: Citation;
  readonly evidence: readonly Citation[];
  readonly isCorrected?: true;
}

export interface SpellingLine {
  readonly name: Citation;
  /** How often the articles write it so. */
  readonly count: number;
}

/** What the articles say of one person or body. */
export interface Profile {
  readonly kind: 'found';
  readonly name: Citation;
  readonly roles: readonly StatedLine[];
  /** In whose name they speak: `Kremlin`. */
  readonly speaksFor: readonly StatedLine[];
  /** Newest first. */
  readonly quotations: readonly QuotationLine[];
  readonly attended: readonly AttendedLine[];
  readonly spellings: readonly SpellingLine[];
}

export interface StanceLine {
  readonly polarity: Polarity;
  readonly strength: 'firm' | 'hedged' | 'conditional';
  readonly holder: Citation;
  /** In whose name the holder spoke, where the words say. */
  readonly onBehalfOf?: Citation;
  /** Who says so of the holder. */
  readonly saidBy?: Citation;
  readonly target: Citation;
  readonly cue: Citation;
  readonly evidence: Citation;
  /** A moderator said so, or said whose words show it. */
  readonly isCorrected?: true;
}

/** Where a holder stands on something, as far as the articles show. */
export interface Stand {
  /** The one asked about, as typed, where several are. */
  readonly typed?: string;
  /** Who holds it, or the body in whose name it was said. */
  readonly holder: Citation;
  /** What it comes to; in dated articles that differ, the newest. */
  readonly polarity: Polarity;
  /** Newest first, and of one day the surest first. */
  readonly lines: readonly StanceLine[];
  /** The surest line of each polarity, that of the stand itself first. */
  readonly strongest: readonly StanceLine[];
  readonly change?: StanceChange;
}

/** Earlier articles show the contrary. */
interface StanceChange {
  readonly before: Polarity;
  /** The last sentence that shows what was held before. */
  readonly until: Citation;
  /** The first one since that shows what is held now. */
  readonly since: Citation;
}

export interface Stances {
  readonly kind: 'found';
  /**
   * What was asked for: where one stands on one thing; all that one stands for; everybody on one
   * thing; or several holders next to each other.
   */
  readonly asked: 'verdict' | 'positions' | 'field' | 'comparison';
  readonly stands: readonly Stand[];
  /** Holders asked about, as typed, of whom the corpus does not say. */
  readonly silent: readonly string[];
}

export interface PassageLine {
  readonly passage: Citation;
  /** The sentence that answers, inside the passage. */
  readonly sentence: Citation;
  /** The answering words inside the sentence, where they could be told. */
  readonly answer?: Citation;
  /** The days that the answering words mean, counted from the article's date: of `on Tuesday`. */
  readonly days?: Days;
  readonly score: number;
  /** Words in the passage of which a moderator said who spoke them. */
  readonly corrected?: readonly Citation[];
}

export interface Passages {
  readonly kind: 'found';
  /** Best first. */
  readonly passages: readonly PassageLine[];
  /** What the articles say differently in answer; none where they do not contradict each other. */
  readonly differing: readonly DifferingLine[];
}

/** One of several answers that cannot all be right. */
export interface DifferingLine {
  readonly answer: Citation;
  /** The sentences that give it. */
  readonly evidence: readonly Citation[];
}

/** What the corpus has on somebody's message; in the order of the message, and undefined where nothing. */
export interface Evidence {
  readonly kind: 'found';
  /** For each quoted stretch, what became of the question whether it was said. */
  readonly quotations: readonly (Quotations | undefined)[];
  /** For each sentence in the message's own words, the passage that bears on it. */
  readonly claims: readonly (PassageLine | undefined)[];
}

/** A sentence that has the words searched for. */
export interface FoundLine {
  readonly sentence: Citation;
  /** Where in it they stand, in order and apart. */
  readonly matched: readonly Citation[];
}

export interface FoundLines {
  readonly kind: 'found';
  /** Best first. */
  readonly lines: readonly FoundLine[];
}

/** A sentence at its place in time. */
export interface TimelineLine {
  readonly days: Days;
  /** The words that say when; none where only the date of the article does. */
  readonly words?: Citation;
  /** The days were counted from the article's date: `on Tuesday`. */
  readonly isCounted: boolean;
  readonly sentence: Citation;
  /** Words in the sentence of which a moderator said who spoke them. */
  readonly corrected?: readonly Citation[];
  /** Sentences of other articles that say the same of the same days. */
  readonly alsoIn: readonly Citation[];
}

export interface Timeline {
  readonly kind: 'found';
  /** The earliest first. */
  readonly lines: readonly TimelineLine[];
  /** How many that are less near to what was asked are left out. */
  readonly more: number;
}

/** A paragraph of an article with those around it. */
export interface Source {
  readonly kind: 'found';
  readonly article: Article;
  /** The one asked for; the first where none is. */
  readonly asked: number;
  /** In order, the one asked for among them. */
  readonly paragraphs: readonly Citation[];
  /** Paragraphs to ask for to read on, before and behind. */
  readonly earlier?: number;
  readonly later?: number;
}

/** How many articles are by one publisher, have one tag or the like. */
export interface Count {
  /** As front matter has it. */
  readonly name: string;
  readonly count: number;
}

/** What the corpus holds. */
export interface Holdings {
  readonly kind: 'found';
  readonly scope: Scope;
  /** Newest first. */
  readonly articles: readonly Article[];
  /** Those with the most first. */
  readonly publishers: readonly Count[];
  readonly tags: readonly Count[];
}

export type Answer<Found> = Found | Ambiguous | None;
