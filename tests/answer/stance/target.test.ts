import { describe, expect, test } from 'vitest';
import { answerStance } from '../../../src/answer/stance.ts';
import { createCorpus } from '../../../src/search/corpus-holder.ts';
import { articleOf } from '../../search/articles.ts';

/** What a position on the target comes to, in an article of one holder. */
async function standOn(on: string, text: string): Promise<string> {
  const { current } = await createCorpus([articleOf('target', text)]);
  const answer = await answerStance({ who: 'Anna Lund', on }, current);
  return answer.kind === 'found' ? (answer.stands[0]?.polarity ?? 'none') : answer.kind;
}

describe('a target named otherwise', () => {
  test.each([
    // By the same head, or a word of the same meaning.
    ['the toll on ferries', 'Anna Lund backed the ferry toll.', 'supports'],
    ['lorries', 'Anna Lund opposed an inspection of trucks.', 'opposes'],
    ['capital punishment', 'Anna Lund opposed the death penalty.', 'opposes'],
    ['firearms', 'Anna Lund supports guns.', 'supports'],
    ['Obamacare', 'Anna Lund opposed the Affordable Care Act.', 'opposes'],
    ['the truce', 'Anna Lund welcomed the ceasefire.', 'supports'],
    ['the customs tariff', 'Anna Lund opposed the duty.', 'opposes'],
    ['Kyiv in NATO', 'Anna Lund opposed Ukraine’s accession to the alliance.', 'opposes'],
    // A party and a country by their other names.
    ['Republican Party', 'Anna Lund criticized the GOP.', 'opposes'],
    ['Norway', 'Anna Lund condemned Oslo.', 'opposes'],
    // By what the article calls it elsewhere.
    [
      'the Teverun dam',
      'The Teverun dam is to be built next year. Anna Lund opposes the dam.',
      'opposes',
    ],
    // What is something else.
    ['pineapples', 'Anna Lund backed the ferry toll.', 'none'],
    ['the harbour office', 'Anna Lund backed the ferry toll.', 'none'],
    ['the Teverun dam', 'A park is to be built. Anna Lund opposes the park.', 'none'],
  ])('%s: %s: %s', async (on, text, expected) => {
    expect(await standOn(on, text)).toBe(expected);
  });
});

describe('its end', () => {
  test.each([
    ['the toll', 'Anna Lund backed a repeal of the toll.', 'opposes'],
    ['a ban on the hunt', 'A ban on the hunt is debated. Anna Lund opposed the hunt.', 'supports'],
    ['a ban on whaling', 'Anna Lund backed the ban on whaling.', 'supports'],
    ['repealing the toll', 'Anna Lund opposed the repeal of the toll.', 'opposes'],
  ])('%s: %s: %s', async (on, text, expected) => {
    expect(await standOn(on, text)).toBe(expected);
  });
});
