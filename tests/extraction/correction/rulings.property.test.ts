import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { type Ruling, anchorAt, applyRulings } from '../../../src/extraction/correction.ts';
import { factsUnder } from '../../../src/extraction/correction/correctable.ts';
import type { Facts } from '../../../src/extraction/facts.ts';
import { length, sameSpan, type Span } from '../../../src/text/span.ts';
import { factsOf } from '../read.ts';

const SENTENCES = [
  'Energy Minister Ilse Brandvold opposed the toll.',
  '“The weir must stay,” he said. “It is ours.”',
  '“We reject the toll,” said Paul Reed.',
  'Ilse Brandvold said that the plan was “a gift to the salmon”.',
  'Paul Reed said Ada Vogt had called the plan “a farce”.',
  'Ilse Brandvold and Paul Reed attended the talks in Oslo on Monday; Ada Vogt was not invited.',
  'Hugo Lund is expected at the talks in Bergen next week.',
  'She praised the ferry, and the Ferry Union welcomed it.',
  '“Shame.”',
];

const texts = fc
  .array(fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(' ', '\n\n')), {
    minLength: 1,
    maxLength: 7,
  })
  .map((all) => all.flat().join('').trim());

/** Picks out of what an article has: places where something was read, and any others. */
type Pick = (most: number) => number;

function placeIn({ body }: Article, facts: Facts, pick: Pick): Span {
  const read = [
    ...facts.mentions.map(({ span }) => span),
    ...facts.quotations.map(({ span }) => span),
    ...facts.gatherings.flatMap(({ name, sentence }) => [name, sentence]),
    ...facts.stances.flatMap(({ evidence, target }) => [evidence, target]),
  ];
  const start = pick(body.length);
  return read[pick(read.length + 5)] ?? { start, end: start + 1 + pick(body.length - start) };
}

function rulingFor(article: Article, facts: Facts, pick: Pick): Ruling {
  const anchor = () => anchorAt(article.body, placeIn(article, facts, pick));
  switch (pick(3)) {
    case 0:
      return { kind: 'speaker', of: anchor(), ...(pick(3) === 0 ? {} : { name: anchor() }) };
    case 1: {
      const verdict = (['attended', 'absent', 'not-listed'] as const)[pick(3)] ?? 'absent';
      return { kind: 'attendee', gathering: anchor(), name: anchor(), verdict, evidence: anchor() };
    }
    default: {
      const verdict = (['supports', 'opposes', 'mixed', 'none'] as const)[pick(4)] ?? 'none';
      const target = pick(3) === 0 ? {} : { target: anchor() };
      return { kind: 'stance', of: anchor(), holder: anchor(), ...target, verdict };
    }
  }
}

const ruled = fc
  .tuple(texts, fc.infiniteStream(fc.nat()), fc.nat({ max: 4 }))
  .map(([text, numbers, count]) => {
    const { article, facts } = factsOf(text);
    const pick: Pick = (most) => Number(numbers.next().value) % Math.max(1, most);
    const rulings = Array.from({ length: count }, () => rulingFor(article, facts, pick));
    return { article, facts, rulings };
  });

function spansOf(facts: Facts): readonly Span[] {
  const { entities, mentions, quotations, gatherings, stances } = facts;
  const all = [
    ...entities.flatMap(({ name, roles, affiliation }) => [name, ...roles, affiliation]),
    ...mentions.map(({ span }) => span),
    ...quotations.flatMap(({ span, sentence, cue, speaker }) => [
      span,
      sentence,
      cue,
      speaker?.mention,
    ]),
    ...gatherings.flatMap(({ attended, absent, expected }) =>
      [...attended, ...absent, ...expected].flatMap(({ name, role, side, note, evidence }) => [
        name,
        role,
        side,
        note,
        evidence,
      ]),
    ),
    ...stances.flatMap(({ holder, onBehalfOf, target, cue, evidence }) => [
      holder,
      onBehalfOf,
      target,
      cue,
      evidence,
    ]),
  ];
  return all.flatMap((span) => span ?? []);
}

const entitiesIn = ({ mentions, quotations, gatherings, stances }: Facts): readonly number[] =>
  [
    ...mentions,
    ...quotations.flatMap(({ speaker }) => speaker ?? []),
    ...gatherings.flatMap(({ attended, absent, expected }) => [
      ...attended,
      ...absent,
      ...expected,
    ]),
    ...stances,
  ].flatMap(({ entity }) => entity ?? []);

describe('rulings, whatever they say,', () => {
  test('change nothing where there are none', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { article, facts } = factsOf(text);
        expect(applyRulings(article, facts, [])).toEqual({ facts, lost: [] });
      }),
      { numRuns: 30 },
    );
  });

  test('leave all spans in the body, all entities in the list, mentions in order', () => {
    fc.assert(
      fc.property(ruled, ({ article, facts, rulings }) => {
        const { facts: after } = applyRulings(article, facts, rulings);
        for (const span of spansOf(after)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(article.body.length);
          expect(length(span)).toBeGreaterThan(0);
        }
        for (const entity of entitiesIn(after)) expect(after.entities[entity]).toBeDefined();
        const starts = after.mentions.map(({ span }) => span.start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  test('leave the facts that they were laid over as they were', () => {
    fc.assert(
      fc.property(ruled, ({ article, facts, rulings }) => {
        const before = JSON.stringify(facts);
        applyRulings(article, facts, rulings);
        expect(JSON.stringify(facts)).toBe(before);
      }),
      { numRuns: 100 },
    );
  });

  test('say twice what they say once', () => {
    fc.assert(
      fc.property(ruled, ({ article, facts, rulings: [ruling] }) => {
        if (ruling === undefined) return;
        const once = applyRulings(article, facts, [ruling]);
        expect(applyRulings(article, facts, [ruling, ruling]).facts).toEqual(once.facts);
        expect(applyRulings(article, once.facts, [ruling])).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  test('built from what is listed as correctable hide just that', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(SENTENCES, { minLength: 1 }), (sentences) => {
        const { article, facts } = factsOf(sentences.join(' '));
        const { quotations } = factsUnder(article, facts, [1]);
        for (const { of, parts } of quotations) {
          const ruling: Ruling = { kind: 'speaker', of: anchorAt(article.body, of) };
          const { facts: after, lost } = applyRulings(article, facts, [ruling]);
          expect(lost).toEqual([]);
          for (const [at, { span, speaker, isTopic }] of after.quotations.entries()) {
            const isRuled = !isTopic && parts.some((part) => sameSpan(part, span));
            expect(speaker).toEqual(isRuled ? undefined : facts.quotations[at]?.speaker);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
