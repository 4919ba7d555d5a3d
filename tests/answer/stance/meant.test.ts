import { expect, test } from 'vitest';
import { answerStance } from '../../../src/answer/stance.ts';
import { createCorpus } from '../../../src/search/corpus-holder.ts';
import { articleOf } from '../../search/articles.ts';

async function standOn(on: string, text: string): Promise<string> {
  const { current } = await createCorpus([articleOf('meant', text)]);
  const answer = await answerStance({ who: 'Anna Lund', on }, current);
  return answer.kind === 'found' ? (answer.stands[0]?.polarity ?? 'none') : answer.kind;
}

test.each([
  // What has just been said.
  ['ferry tolls', 'The mayor wants ferry tolls. Anna Lund condemned the move.', 'opposes'],
  ['Bob Kerr', 'Bob Kerr announced a toll. Anna Lund condemned the move.', 'opposes'],
  ['whaling', 'Oslo allows whaling again. Anna Lund praised this decision.', 'supports'],
  // Too long ago.
  [
    'ferry tolls',
    'The mayor wants ferry tolls. It rained. Talks went on. Nothing came of it. Anna Lund condemned the move.',
    'none',
  ],
  // Whether the plan is the toll or its end is not sure.
  ['the toll', 'The mayor wants a repeal of the toll. Anna Lund condemned the plan.', 'none'],
  // Somebody, a time, or what is said against somebody.
  ['ferry tolls', 'The mayor wants ferry tolls. Anna Lund condemned the minister.', 'none'],
  ['Bob Kerr', 'Bob Kerr was named in court. Anna Lund rejected the accusations.', 'none'],
  // What a target says itself goes before.
  [
    'ferry tolls',
    'Anna Lund supports ferry tolls. The mayor wants no ferry tolls. Anna Lund condemned the move.',
    'supports',
  ],
])('%s: %s: %s', async (on, text, expected) => {
  expect(await standOn(on, text)).toBe(expected);
});
