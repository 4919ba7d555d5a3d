import { paragraphAt } from '../article/article.ts';
import {
  type CorrectableAttendee,
  type CorrectableQuotation,
  type CorrectableStance,
  factsUnder,
} from '../extraction/correction/correctable.ts';
import type { Attendee, Facts, Gathering, Speaker, Stance } from '../extraction/facts.ts';
import { countryOf } from '../extraction/lexicon/places.ts';
import { isSurelyNamed } from '../extraction/quotations/speaker.ts';
import type { Reading } from '../search/corpus.ts';
import { sameSpan, slice } from '../text/span.ts';
import { SURE_ALONE } from '../search/positions.ts';

// What cards show although it is hardly sure enough: what a moderator does well to look at first.

/**
 * A name is shown from 0.8 on. Below this it hangs on a `he` that may be another, or on a neighbouring
 * sentence; a plain `Lee said that` has 0.85.
 */
const DOUBTFUL_SPEAKER = 0.85;

/**
 * Above what lists show by themselves; whoever asks for a holder is shown even less. An office, as in
 * `the Kremlin’s spokesman`, has 0.45, and `will not` with any verb 0.55.
 */
const DOUBTFUL_STANCE = SURE_ALONE + 0.1;

/** Whether a card names the speaker though it is hardly sure. */
const isDoubtfulSpeaker = (speaker: Speaker): boolean =>
  speaker.entity !== undefined &&
  isSurelyNamed(speaker) &&
  speaker.confidence * speaker.sureness < DOUBTFUL_SPEAKER;

const isDoubtfulStance = ({ confidence }: Stance): boolean => confidence < DOUBTFUL_STANCE;

/** Attendees have no confidence: a name that stands for nobody, or one on two lists, is doubtful. */
function isDoubtfulAttendee(
  { article: { body } }: Reading,
  { attended, absent, expected }: Gathering,
  attendee: Attendee,
): boolean {
  if (attendee.isCorrected) return false;
  const name = slice(body, attendee.name);
  if (attendee.entity === undefined) return /^\p{Lu}/u.test(name) && countryOf(name) === undefined;
  const lists = [attended, absent, expected].filter((list) =>
    list.some(({ entity }) => entity === attendee.entity),
  );
  return lists.length > 1;
}

export type DoubtfulFact = (CorrectableQuotation | CorrectableAttendee | CorrectableStance) & {
  /** Where it stands, from 1. */
  readonly paragraph: number;
};

/** The doubtful facts that cards show of an article, in order of place. */
export function doubtfulFacts(reading: Reading): readonly DoubtfulFact[] {
  const { article, facts } = reading;
  const all = article.paragraphs.map((_, at) => at + 1);
  const { quotations, attendees, stances } = factsUnder(article, facts, all);
  return [
    ...quotations.filter(({ parts }) => hasDoubtfulSpeaker(facts, parts)),
    ...attendees.filter((one) => isDoubtfulListing(reading, one)),
    ...stances.filter((one) => stancesOf(facts, one).some(isDoubtfulStance)),
  ]
    .map((fact): DoubtfulFact => ({ ...fact, paragraph: paragraphAt(article, startOf(fact)) }))
    .toSorted((a, b) => startOf(a) - startOf(b));
}

const startOf = (fact: CorrectableQuotation | CorrectableAttendee | CorrectableStance): number =>
  fact.kind === 'attendee' ? fact.evidence.start : fact.of.start;

const hasDoubtfulSpeaker = ({ quotations }: Facts, parts: CorrectableQuotation['parts']): boolean =>
  quotations.some(
    ({ span, speaker, isTopic }) =>
      !isTopic &&
      speaker !== undefined &&
      isDoubtfulSpeaker(speaker) &&
      parts.some((part) => sameSpan(part, span)),
  );

const isDoubtfulListing = (reading: Reading, { gathering, list, name }: CorrectableAttendee) =>
  reading.facts.gatherings
    .filter((one) => sameSpan(one.name, gathering))
    .some((one) =>
      one[list].some(
        (guest) => sameSpan(guest.name, name) && isDoubtfulAttendee(reading, one, guest),
      ),
    );

const stancesOf = ({ stances }: Facts, { of, holder, target }: CorrectableStance) =>
  stances.filter(
    (one) =>
      sameSpan(one.evidence, of) && sameSpan(one.holder, holder) && sameSpan(one.target, target),
  );
