import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractFacts } from '../../src/extraction/extract.ts';
import type { Reading } from '../../src/search/corpus.ts';
import { digestOf, knowDigest } from '../../src/search/digest.ts';
import {
  castOf,
  correctedWords,
  datesIn,
  isPerson,
  isQuoted,
  memberAt,
  positionsIn,
  presencesOf,
  sentencesOf,
  tellsOfGathering,
  utterancesIn,
} from '../../src/search/digested.ts';
import { eventsIn } from '../../src/search/events.ts';
import { pack, unpacking } from '../../src/search/packed.ts';
import { readUtterances } from '../../src/search/utterance.ts';
import { slice } from '../../src/text/span.ts';
import { articleOf, demonstration } from './articles.ts';

const readings = demonstration.map((article): Reading => ({
  article,
  facts: extractFacts(article),
}));

test('packed numbers are read as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 })), (numbers) => {
      const packed = unpacking(pack(numbers));
      expect(numbers.map(() => packed.next())).toEqual(numbers);
      expect(packed.isAtEnd()).toBe(true);
    }),
  );
});

describe.each(readings.map((reading) => [reading.article.id, reading] as const))(
  'the digest of %s',
  (_id, reading) => {
    const { article, facts } = reading;

    test('is kept as JSON and says the same', () => {
      const kept = { article, facts };
      const digest = knowDigest(kept, JSON.parse(JSON.stringify(digestOf(reading))));
      expect(digest).toEqual(digestOf(reading));
      expect(utterancesIn(kept)).toHaveLength(utterancesIn(reading).length);
    });

    test('has the sentences and dates of the facts', () => {
      expect(sentencesOf(reading)).toEqual(facts.sentences);
      expect(datesIn(reading)).toEqual(facts.dates);
    });

    test('has the utterances as they are read from the facts', () => {
      expect(utterancesIn(reading)).toEqual(readUtterances(reading));
    });

    test('has the entities, and where each is named', () => {
      const named = facts.entities.map(({ kind, isNamed, name, roles, affiliation }, entity) => ({
        kind,
        isNamed,
        name,
        roles,
        ...(affiliation === undefined ? {} : { affiliation }),
        names: facts.mentions
          .filter((mention) => mention.kind === 'name' && mention.entity === entity)
          .map(({ span }) => span),
      }));
      expect(castOf(reading)).toEqual(named);
      expect(named.map((_, entity) => memberAt({ reading, entity }))).toEqual(named);
      expect(memberAt({ reading, entity: named.length })).toBeUndefined();
    });

    test('says who is a person, who is quoted and who was at a gathering', () => {
      for (const [entity, { kind }] of facts.entities.entries()) {
        const appearance = { reading, entity };
        expect(isPerson(appearance)).toBe(kind === 'person');
        expect(isQuoted(appearance)).toBe(
          readUtterances(reading).some(({ by }) => by.includes(entity)),
        );
        expect(presencesOf(appearance).map(({ name }) => name)).toEqual(
          facts.gatherings
            .filter(({ attended }) => attended.some((guest) => guest.entity === entity))
            .map(({ name }) => name),
        );
      }
    });

    test('tells of gatherings if the facts do', () => {
      const told = facts.gatherings.some(
        ({ attended, absent, expected }) => attended.length + absent.length + expected.length > 0,
      );
      expect(tellsOfGathering(reading)).toBe(told);
      expect(told || eventsIn(reading).length === 0).toBe(true);
    });

    test('has of the positions those that are sure', () => {
      for (const { on, confidence } of positionsIn(reading)) {
        const stances = facts.stances.filter(
          ({ target }) => slice(article.body, target).replace(/\s+/gu, ' ') === on,
        );
        expect(stances.map((stance) => stance.confidence)).toContainEqual(
          expect.closeTo(confidence, 5),
        );
        expect(confidence).toBeGreaterThanOrEqual(0.5);
      }
    });
  },
);

test('words of which a moderator said who spoke them are told', () => {
  const article = articleOf('talks', '"It went well," Ann Lee said.');
  const facts = extractFacts(article);
  const quotations = facts.quotations.map((each) => ({ ...each, isCorrected: true }) as const);
  const reading = { article, facts: { ...facts, quotations } };
  expect(correctedWords(reading)).toEqual(quotations.map(({ span }) => span));
  expect(utterancesIn(reading).every(({ isCorrected }) => isCorrected)).toBe(true);
});
