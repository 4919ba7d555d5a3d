import { describe, expect, test } from 'vitest';
import { answerStance } from '../../../src/answer/stance.ts';
import { createCorpus } from '../../../src/search/corpus-holder.ts';
import { articleOf } from '../../search/articles.ts';

/** Where somebody stands, by one article. */
async function standOf(text: string, who: string, on: string): Promise<string> {
  const corpus = (await createCorpus([articleOf('ferry', text)])).current;
  const answer = await answerStance({ who, on }, corpus);
  return answer.kind === 'found' ? JSON.stringify(answer) : answer.kind;
}

describe('what quotations lean to', () => {
  test.each([
    ['The ferry toll came up. “Oh, the stupidity of this toll,” Anna Lee said.', 'opposes'],
    ['The ferry toll came up. “With the toll, what a disgrace!” Anna Lee said.', 'opposes'],
    ['The ferry toll came up. “With the toll, what a triumph!” Anna Lee said.', 'supports'],
  ])('%s → %s', async (text, polarity) => {
    expect(await standOf(text, 'Anna Lee', 'the ferry toll')).toContain(`"${polarity}"`);
  });

  test.each([
    // A word that judges nothing where it stands.
    '“With the toll, we need a good night’s sleep,” Anna Lee said.',
    // The narrator’s word, and another speaker’s.
    'Anna Lee spoke of the toll. What a disgrace it was.',
    '“With the toll, what a disgrace!” Bob Kerr said. Anna Lee listened.',
    // Reported speech may mix in the narrator’s words.
    'Anna Lee said on a day of disgrace that the toll would come in May.',
  ])('%s → nothing of hers', async (text) => {
    expect(await standOf(text, 'Anna Lee', 'the toll')).toBe('none');
  });
});
