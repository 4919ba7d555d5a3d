import type { Facts } from '../extraction/facts.ts';
import { contains, slice, type Span } from '../text/span.ts';
import { packCast } from './cast.ts';
import type { Reading } from './corpus.ts';
import { eventName } from './event-name.ts';
import { nameWords } from './naming.ts';
import { pack, packOne } from './packed.ts';
import { numbersOf, packSpans } from './packed-spans.ts';
import { packPositions } from './positions.ts';
import { partHashes } from './quoted-words.ts';
import { strangerHashes } from './stranger-name.ts';
import { isTold } from './told.ts';
import { packUtterances } from './utterance-digest.ts';
import { type Utterance, readUtterances } from './utterance.ts';

// What answers look up in many articles, made once of each article's facts: about 1,300 characters.
// The facts themselves are for the few articles that an answer reads through.

/** Compact and plain, so that it can be kept as JSON. What is packed is read through `digested.ts`. */
export interface Digest {
  readonly sentences: string;
  readonly said: string;
  /** The entities that surely spoke, a character each: `packOne`. */
  readonly by: string;
  /** The entities, people left out, that stand in a sentence which quotes somebody, likewise. */
  readonly topics: string;
  /** The people, likewise. */
  readonly people: string;
  /** Hashes of the quoted parts that are long enough to tell, each as often as it is quoted. */
  readonly parts: readonly number[];
  /** For each of these the number of its utterance. */
  readonly partOf: readonly number[];
  /** Of speakers who are no person of the article: `strangerHashes`. */
  readonly strangers: readonly number[];
  readonly cast: string;
  readonly attended: string;
  readonly dates: string;
  /** The gatherings of which somebody is said to have been there: `eventsIn`. */
  readonly events: readonly DigestedEvent[];
  /** Whether it says of anybody that they were at a gathering, were not, or are to be. */
  readonly isTold: boolean;
  readonly positions: string;
  /** The words of which a moderator said who spoke them. */
  readonly corrected: string;
}

interface DigestedEvent {
  readonly name: string;
  /** How many it is known of that they were there or not. */
  readonly told: number;
  /** Where the sentence that introduces it begins and ends. */
  readonly sentence: readonly [number, number];
}

const digests = new WeakMap<Reading, Digest>();

/** Made when first asked for, unless the reading came with it. */
export function digestOf(reading: Reading): Digest {
  const known = digests.get(reading);
  return known ?? knowDigest(reading, makeDigest(reading));
}

/** Takes the digest that was kept with a reading for its own. */
export function knowDigest(reading: Reading, digest: Digest): Digest {
  digests.set(reading, digest);
  return digest;
}

function makeDigest(reading: Reading): Digest {
  const { article, facts } = reading;
  const utterances = readUtterances(reading);
  const parts = utterances.flatMap((said, number) =>
    partHashes(article.body, said.parts).map((hash) => ({ hash, number })),
  );
  return {
    sentences: packSpans(facts.sentences),
    said: packUtterances(utterances),
    by: packSet(utterances.flatMap(({ by }) => by)),
    topics: packSet(topicsIn(facts)),
    people: packSet(
      facts.entities.flatMap(({ kind }, entity) => (kind === 'person' ? [entity] : [])),
    ),
    parts: parts.map(({ hash }) => hash),
    partOf: parts.map(({ number }) => number),
    strangers: [...new Set(utterances.flatMap(hashesOfStranger))],
    cast: packCast(facts),
    attended: packAttended(facts),
    dates: packDates(facts),
    events: digestEvents(reading),
    isTold: facts.gatherings.some(isTold),
    positions: packPositions(reading),
    corrected: packSpans(
      facts.quotations.flatMap(({ isCorrected, span }) => (isCorrected ? [span] : [])),
    ),
  };
}

const packSet = (entities: readonly number[]): string =>
  Array.from(new Set(entities), packOne).join('');

function hashesOfStranger({ reading, speaker }: Utterance): readonly number[] {
  if (speaker?.isStranger !== true) return [];
  const { body } = reading.article;
  return strangerHashes(nameWords(slice(body, speaker.mention)), body);
}

function topicsIn({ mentions, entities, quotations }: Facts): readonly number[] {
  const sentences = quotations.flatMap(({ isTopic, sentence }) => (isTopic ? [] : [sentence]));
  const isQuotedIn = (words: Span): boolean =>
    sentences.some((sentence) => contains(sentence, words));
  return mentions
    .filter(({ entity, span }) => entities[entity]?.kind !== 'person' && isQuotedIn(span))
    .map(({ entity }) => entity);
}

/** Longer names are the sentences of gatherings that an article gives no name. */
const LONGEST_NAME = 70;

const digestEvents = ({ article, facts }: Reading): readonly DigestedEvent[] =>
  facts.gatherings
    .filter(({ attended, name }) => attended.length > 0 && name.end - name.start <= LONGEST_NAME)
    .map((gathering) => ({
      name: eventName(article, gathering),
      told:
        gathering.attended.filter(({ entity }) => entity !== undefined).length +
        gathering.absent.length,
      sentence: [gathering.sentence.start, gathering.sentence.end],
    }));

/** By gathering and attendee who is an entity: who, what it is called, its place, and what says so. */
const packAttended = ({ gatherings }: Facts): string =>
  pack(
    gatherings.flatMap(({ name, place, attended }) =>
      attended.flatMap(({ entity, evidence, isCorrected }, at) =>
        // Of one who is listed twice the first counts.
        entity === undefined || attended.findIndex((other) => other.entity === entity) !== at
          ? []
          : [
              entity,
              (place === undefined ? 0 : 1) + (isCorrected ? 2 : 0),
              ...numbersOf(name),
              ...(place === undefined ? [] : numbersOf(place)),
              ...numbersOf(evidence),
            ],
      ),
    ),
  );

const packDates = ({ dates }: Facts): string =>
  pack(
    dates.flatMap(({ span, first, last, isCounted }) => [
      ...numbersOf(span),
      numberOfDay(first),
      numberOfDay(last),
      isCounted ? 1 : 0,
    ]),
  );

/** `2025-02-18` → 20250218 */
const numberOfDay = (day: string): number => Number(day.replaceAll('-', '')) || 0;
