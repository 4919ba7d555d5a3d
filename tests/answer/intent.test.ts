import { describe, expect, test } from 'vitest';
import { type Intent, readIntent } from '../../src/answer/intent.ts';

describe('a question that a command is made for', () => {
  test.each<[string, Intent]>([
    [
      'who was at the Riyadh talks?',
      { command: 'who-attended', options: { event: 'the Riyadh talks' } },
    ],
    [
      'Who wasn’t invited to the summit?',
      { command: 'who-attended', options: { event: 'the summit' } },
    ],
    [
      'so, who took part in the steel hearing',
      { command: 'who-attended', options: { event: 'the steel hearing' } },
    ],
    [
      'Who boycotted the dinner in Oslo?',
      { command: 'who-attended', options: { event: 'the dinner in Oslo' } },
    ],
    [
      'what does Russia think about NATO membership?',
      { command: 'stance', options: { who: 'Russia', on: 'NATO membership' } },
    ],
    [
      'Does Norway support the toll?',
      { command: 'stance', options: { who: 'Norway', on: 'the toll' } },
    ],
    [
      'where does Ann Lee stand on the toll',
      { command: 'stance', options: { who: 'Ann Lee', on: 'the toll' } },
    ],
    [
      'What is Spain’s position on the ferry toll?',
      { command: 'stance', options: { who: 'Spain', on: 'the ferry toll' } },
    ],
    ['is Chile against the pact', { command: 'stance', options: { who: 'Chile', on: 'the pact' } }],
    ['Who opposes the toll?', { command: 'stance', options: { on: 'the toll' } }],
    [
      'did Rubio say it went well?',
      { command: 'quote', options: { who: 'Rubio', words: 'it went well' } },
    ],
    [
      'Did the minister say anything about the quay?',
      { command: 'quote', options: { who: 'the minister', about: 'the quay' } },
    ],
    [
      'What did Lavrov say about Kyiv?',
      { command: 'quote', options: { who: 'Lavrov', about: 'Kyiv' } },
    ],
    [
      'What was Ann Lee’s take on the toll?',
      { command: 'quote', options: { who: 'Ann Lee', about: 'the toll' } },
    ],
    ['what has Peskov said', { command: 'quote', options: { who: 'Peskov' } }],
    [
      'Who said “the toll is a disgrace”?',
      { command: 'quote', options: { words: 'the toll is a disgrace' } },
    ],
  ])('%s', (question, expected) => {
    expect(readIntent(question)).toEqual(expected);
  });

  test.each([
    'When might Trump and Putin meet?',
    'Who was at the lake when the ice broke?',
    'Who is the mayor of Veere?',
    'Why did Spain reject the toll?',
    'Who met Putin in Riyadh?',
    'What does it cost?',
    'Did they say it?',
    'Does anyone support the toll?',
    'Did Norway back any kind of toll on lorries in the speech on Monday?',
    'riyadh talks',
    '',
  ])('is not %s', (question) => {
    expect(readIntent(question)).toBeUndefined();
  });
});
