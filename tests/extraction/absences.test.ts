import { describe, expect, test } from 'vitest';
import { rolls } from './rolls.ts';

describe('who was not there', () => {
  test.each([
    [
      'Talks opened in Riga. Norway was represented by Ann Lee in place of Marta Lindqvist, who is ill.',
      ['Ann Lee @Norway; -Marta Lindqvist'],
    ],
    ['Talks opened in Riga on Monday. Marta Lindqvist was not invited.', ['-Marta Lindqvist']],
    ['Talks opened in Riga on Monday. Marta Lindqvist stayed away.', ['-Marta Lindqvist']],
    ['Talks opened in Riga on Monday. Turkmenistan did not send a delegation.', ['-Turkmenistan']],
    ['Talks on the war opened in Riga without Ukraine.', ['-Ukraine']],
    ['The exclusion of Kyiv from the talks in Riga angered Poland.', ['-Kyiv']],
    [
      'Talks opened in Riga on Monday. No delegates from Norway were present.',
      ['-delegates from Norway'],
    ],
    ['Talks opened in Riga on Monday. Neither the US nor China sent observers.', ['-US; -China']],
    [
      'Talks opened in Riga on Monday. Ann Lee was represented by her deputy, Paul Osei.',
      ['Paul Osei; -Ann Lee'],
    ],
    [
      'Talks opened in Riga on Monday. Iran sent its envoy, Ann Lee, instead of President Paul Osei.',
      ['Ann Lee @Iran; -Paul Osei'],
    ],
    [
      'Talks opened in Riga on Monday. Norway’s president, Ann Lee, and Ghana’s, Paul Osei, stayed home.',
      ['-Ann Lee @Norway; -Paul Osei @Ghana'],
    ],
    [
      'Talks opened in Riga on Monday. The crown princess could not attend because of a cold.',
      ['-crown princess'],
    ],
    ['Talks opened in Riga on Monday. Ann Lee turned down an invitation.', ['-Ann Lee']],
    ['Talks opened in Riga on Monday. Ann Lee was invited and then disinvited.', ['-Ann Lee']],
    ['Talks opened in Riga on Monday. Ann Lee cancelled with a fever.', ['-Ann Lee']],
    [
      'Talks opened in Riga on Monday. A group loyal to Bo Ek was not invited.',
      ['-group loyal to Bo Ek'],
    ],
    ['Talks opened in Riga on Monday. Ann Lee was unable to come.', ['-Ann Lee']],
    ['Talks opened in Riga on Monday. Chile pulled out at the last minute.', ['-Chile']],
    [
      'Talks opened in Riga on Monday. Delegates from Norway were denied visas.',
      ['-Delegates from Norway'],
    ],
  ])('%s', (text, expected) => {
    expect(rolls(text)).toEqual(expected);
  });
});

describe('who is none of it', () => {
  test.each([
    ['Talks opened in Riga on Monday. In Oslo, Marta Lindqvist said they would fail.'],
    ['Marta Lindqvist called for a meeting with Paul Osei.'],
    ['A direct meeting between Marta Lindqvist and Paul Osei is only a hope.'],
    ['Marta Lindqvist would like to meet Paul Osei.'],
    ['Marta Lindqvist met the deadline.'],
    ['Talks opened in Riga on Monday. “I met nobody,” said the waiter.'],
    [
      'The summit between Marta Lindqvist and Paul Osei, planned for Riga, was called off on Monday.',
    ],
    ['Marta Lindqvist cancelled a meeting with Paul Osei.'],
    ['The meeting of Marta Lindqvist with Paul Osei never took place.'],
    [
      'Marta Lindqvist denied that she had met Paul Osei in Riga. The two held talks there, a paper said.',
    ],
    ['If Marta Lindqvist met Paul Osei, it would be the first contact in years.'],
    ['Marta Lindqvist has ruled out talks with Paul Osei.'],
    ['Marta Lindqvist and her aides gathered evidence that Paul Osei had lied.'],
    ['Talks opened in Riga on Monday. Chile withdrew from the treaty last year.'],
    ['Talks opened in Riga on Monday. Ann Lee did not return calls.'],
    ['Talks opened in Riga on Monday. Ann Lee cannot make the letters public.'],
    ['Talks opened in Riga on Monday. Ann Lee never appeared worried.'],
    [
      'Talks opened in Riga on Monday. Ann Lee, who had attended earlier rounds, called them a mistake.',
    ],
    ['Ann Lee said her members had met with nothing but contempt.'],
    ['Talks opened in Riga on Monday. Ann Lee did not appear to know the price.'],
    ['Talks opened in Riga on Monday. Ann Lee would not come to the defence of the plan.'],
    ['Talks opened in Riga on Monday. The plan for a Europe without Norway was dropped long ago.'],
    ['Talks opened in Riga on Monday without the promised inquiry into Ann Lee and Bo Ek.'],
    ['Talks opened in Riga on Monday. Their envoys were kept outside.'],
    ['Talks opened in Riga on Monday. A report by a commission chaired by Ann Lee was read out.'],
    ['Talks opened in Riga on Monday. Ann Lee welcomed the meeting. Bo Ek did not.'],
  ])('%s', (text) => {
    expect(rolls(text)).toEqual([]);
  });
});
