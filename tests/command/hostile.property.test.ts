import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/article/user-error.ts';
import { answerSource } from '../../src/answer/source.ts';
import {
  type Press,
  formatCustomId,
  parseCustomId,
  readCardArgument,
} from '../../src/command/custom-id.ts';
import { readDays } from '../../src/command/days.ts';
import { readSearch } from '../../src/command/search-words.ts';
import { readDate as readFeedDate } from '../../src/feed/date.ts';
import { readDate } from '../../src/intake/dates.ts';
import { isDate } from '../../src/article/front-matter.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { hostileText, hostileValue, runs } from '../hostile-text.ts';
import { articleOf } from '../search/articles.ts';

/** What is read, or undefined where that is refused as a member's mistake. */
function refusable<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

const number = fc.integer({ min: 0, max: 9999 });

const press: fc.Arbitrary<Press> = fc.oneof(
  number.map((page): Press => ({ kind: 'page', number: page })),
  fc
    .tuple(number, fc.boolean())
    .map(([of, isPrivate]): Press => ({ kind: 'choice', number: of, isPrivate })),
  fc.stringMatching(/^[-\w]{1,32}$/u).map((option): Press => ({ kind: 'menu', option })),
  fc
    .tuple(fc.stringMatching(/^[-.\w]{1,32}$/u), fc.stringMatching(/^[-.\w]{0,60}$/u))
    .map(([action, argument]): Press => ({ kind: 'do', action, argument })),
);

describe('a custom id', () => {
  it('of ours reads back, and fits Discord', () => {
    fc.assert(
      fc.property(press, (given) => {
        const id = formatCustomId(given);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(parseCustomId(id)).toEqual(given);
      }),
      { numRuns: runs(300) },
    );
  });

  it('of anybody’s is one of ours to the letter, or none', () => {
    const id = fc.oneof(
      hostileText,
      hostileText.map((text) => `v1|${text}`),
      fc
        .tuple(fc.constantFrom('page', 'choice', 'menu', 'do'), hostileText, hostileText)
        .map(([kind, a, b]) => `v1|${kind}|${a}|${b}`),
      fc.tuple(press.map(formatCustomId), hostileText).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(id, (given) => {
        const read = parseCustomId(given);
        if (read !== undefined)
          expect(formatCustomId(read).replaceAll(/\|0+(?=\d)/gu, '|')).toBe(
            given.replaceAll(/\|0+(?=\d)/gu, '|'),
          );
        const { page } = readCardArgument(given);
        expect(Number.isSafeInteger(page)).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });
});

const DAY = /^\d{4}-\d\d-\d\d$/u;

describe('days', () => {
  const typed = fc.oneof(
    hostileText,
    fc
      .tuple(fc.integer({ min: 0, max: 12_000 }), fc.nat(40), fc.nat(40))
      .map((parts) => parts.join('-')),
    fc
      .tuple(fc.nat(40), fc.constantFrom('Feb', 'march', 'Sept.', 'xyz', 'MAY'), fc.nat(12_000))
      .map((parts) => parts.join(' ')),
    fc.constantFrom('9999', '1000', '9999-12-31', '0000', '1000-01-01', '29 Feb 1900'),
  );

  it('that members type are of the calendar, the first before the last, or none', () => {
    fc.assert(
      fc.property(typed, (words) => {
        const days = readDays(words);
        if (days === undefined) return;
        expect([days.first, days.last].every((day) => DAY.test(day) && isDate(day))).toBe(true);
        expect(days.first <= days.last).toBe(true);
        // One day is read back as it is written.
        if (days.first === days.last) expect(readDays(days.first)).toEqual(days);
      }),
      { numRuns: runs(500) },
    );
  });

  it('that pages and feeds have are dates of an article’s file, or none', () => {
    const now = new Date('2025-02-18T12:00:00Z');
    fc.assert(
      fc.property(typed, (words) => {
        for (const date of [readDate(words), readFeedDate(words, now)])
          if (date !== undefined) expect(isDate(date)).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('search words', () => {
  const piece = fc
    .tuple(
      fc.constantFrom('', '-', 'publisher:', 'after:', 'before:', 'since:', 'until:', '-after:'),
      fc.constantFrom('', '"', '“'),
      fc.oneof(hostileText, fc.constantFrom('2025', '9999-12-31', '1000', 'the toll')),
      fc.constantFrom('', '"', '”'),
    )
    .map((parts) => parts.join(''));

  it('are all read, whatever they are: each part is one that was typed', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const typed = pieces.join(' ');
        const read = refusable(() => readSearch(typed));
        if (read === undefined) return;
        for (const words of [...read.phrases, ...read.without, read.publisher ?? ''])
          expect(typed).toContain(words);
        for (const day of [read.since, read.until]) if (day !== undefined) expect(day).toMatch(DAY);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('a place', () => {
  it('names a paragraph that there is, or it is told what is wrong', async () => {
    const { current } = await createCorpus([articleOf('talks', 'One.\n\nTwo.\n\nThree.')]);
    const ref = fc.oneof(
      hostileValue,
      fc
        .tuple(
          fc.constantFrom('talks', 'Talks', 'talk', 'tal'),
          fc.constantFrom(' ', ' ¶', '¶', '#', ' § '),
          fc.oneof(fc.integer({ min: -3, max: 2_000_000 }).map(String), hostileText),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(ref, (typed) => {
        const answer = refusable(() => answerSource(typed, current));
        if (answer?.kind === 'found') {
          expect(answer.asked).toBeGreaterThanOrEqual(1);
          expect(answer.asked).toBeLessThanOrEqual(3);
          expect(answer.paragraphs.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: runs(400) },
    );
  });
});
