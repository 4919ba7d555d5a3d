import { expect, test } from 'vitest';
import { doubtfulFacts } from '../../src/answer/doubt.ts';
import { slice } from '../../src/text/span.ts';
import { factsOf } from '../extraction/read.ts';
import { type Worded, corrected } from '../extraction/correction/corrected.ts';

const TEXT = `“The weir must stay until the salmon come back,” said Paul Reed.

“It is ours and it was ours before.”

Dhaka will not barter the river. Ilse Brandvold opposed the ferry toll.

Ilse Brandvold and Paul Reed attended the talks in Oslo on Monday.`;

function doubtful(all: readonly Worded[]): readonly string[] {
  const { article, facts } = corrected(TEXT, all);
  return doubtfulFacts({ article, facts }).map((fact) => {
    const words = fact.kind === 'attendee' ? fact.name : fact.of;
    return `¶${fact.paragraph} ${fact.kind}: ${slice(article.body, words)}`;
  });
}

const GUESSED = '¶2 speaker: It is ours and it was ours before.';
const REFUSED = '¶3 stance: Dhaka will not barter the river.';

test('doubtful is what cards show though it is hardly sure', () => {
  expect(doubtful([])).toEqual([GUESSED, REFUSED]);
});

test('what a moderator has ruled on is not doubtful any more', () => {
  const words = 'It is ours and it was ours before.';
  expect(doubtful([{ of: words, speaker: 'Paul Reed' }])).toEqual([REFUSED]);
  expect(doubtful([{ of: words, speaker: undefined }])).toEqual([REFUSED]);
  const stance = { of: 'Dhaka will not barter the river.', holder: 'Dhaka' } as const;
  expect(doubtful([{ ...stance, verdict: 'opposes' }])).toEqual([GUESSED]);
  expect(doubtful([{ ...stance, verdict: 'none' }])).toEqual([GUESSED]);
});

test('an attendee on two lists of one gathering is doubtful', () => {
  const { article, facts } = factsOf(TEXT);
  const gatherings = facts.gatherings.map((one) => ({ ...one, absent: one.attended.slice(0, 1) }));
  const found = doubtfulFacts({ article, facts: { ...facts, gatherings } });
  const attendees = found.flatMap((fact) => (fact.kind === 'attendee' ? [fact] : []));
  expect(attendees.map(({ list, name }) => [list, slice(article.body, name)])).toEqual([
    ['attended', 'Ilse Brandvold'],
    ['absent', 'Ilse Brandvold'],
  ]);
});
