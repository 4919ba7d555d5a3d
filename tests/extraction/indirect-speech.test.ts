import { describe, expect, test } from 'vitest';
import { slice } from '../../src/text/span.ts';
import { factsOf } from './read.ts';

/** Each indirect quotation as `words that name the speaker: what is reported`. */
function reported(text: string): string[] {
  const { article, facts } = factsOf(text);
  return facts.quotations
    .filter(({ manner }) => manner === 'indirect')
    .map(({ span, speaker }) => {
      const mention = speaker === undefined ? '?' : slice(article.body, speaker.mention);
      return `${mention}: ${slice(article.body, span)}`;
    });
}

describe('a reported clause', () => {
  test.each<[string, string[]]>([
    ['Ada Vogt said on Monday that the talks had failed.', ['Ada Vogt: the talks had failed']],
    ['Ada Vogt said any plan to leave could fail.', ['Ada Vogt: any plan to leave could fail']],
    ['Ada Vogt told the crowd she was tired.', ['Ada Vogt: she was tired']],
    ['Ada Vogt asked Paul Reed if the talks had failed.', ['Ada Vogt: if the talks had failed']],
    ['Ada Vogt knows how the talks failed.', ['Ada Vogt: how the talks failed']],
    ['The talks, Ada Vogt said, had failed.', ['Ada Vogt: The talks, Ada Vogt said, had failed']],
    ['According to a January poll, Reed is ahead.', ['poll: Reed is ahead']],
    ['Polls show that Paul Reed is ahead.', ['Polls: Paul Reed is ahead']],
    ['Vogt: The talks have failed', ['Vogt: The talks have failed']],
    ['He paid for what Ada Vogt said was a mess.', ['Ada Vogt: what Ada Vogt said was a mess']],
    ['Ada Vogt is sure that the talks failed.', ['Ada Vogt: the talks failed']],
    ['Ada Vogt made it clear that the talks had failed.', ['Ada Vogt: the talks had failed']],
    ['Nobody shares Ada Vogt’s belief that the talks failed.', ['Ada Vogt: the talks failed']],
    [
      "''We tried,'' said Ada Vogt. ''It failed.''",
      ["Ada Vogt: ''We tried,'' said Ada Vogt. ''It failed.''"],
    ],
  ])('%s', (text, expected) => {
    expect(reported(text)).toEqual(expected);
  });
});

describe('what is spoken of or wanted', () => {
  test.each<[string, string[]]>([
    ['Ada Vogt praised the deal.', ['Ada Vogt: the deal']],
    ['Ada Vogt vowed on Monday to resign.', ['Ada Vogt: to resign']],
    ['Ada Vogt urged him to resign.', ['Ada Vogt: him to resign']],
    ['Ada Vogt called for an end to the talks.', ['Ada Vogt: an end to the talks']],
    ['Ada Vogt accused Paul Reed of theft.', ['Ada Vogt: Paul Reed of theft']],
    ['Ada Vogt sees the deal as a mistake.', ['Ada Vogt: the deal as a mistake']],
    ['Ada Vogt denied stealing the money.', ['Ada Vogt: stealing the money']],
    ['Ada Vogt is critical of the deal.', ['Ada Vogt: the deal']],
    ['Ada Vogt criticised the deal and left the hall.', ['Ada Vogt: the deal']],
    ['Voters resent Ada Vogt’s refusal to resign.', ['Ada Vogt: to resign']],
  ])('%s', (text, expected) => {
    expect(reported(text)).toEqual(expected);
    const topics = factsOf(text).facts.quotations.filter(({ isTopic }) => isTopic);
    expect(topics).toHaveLength(expected.length);
  });
});

describe('where it ends', () => {
  test.each<[string, string[]]>([
    [
      'Ada Vogt said the talks had failed, but the vote went ahead.',
      ['Ada Vogt: the talks had failed'],
    ],
    [
      'Ada Vogt said the talks had failed and warned that war was near.',
      ['Ada Vogt: the talks had failed', 'Ada Vogt: war was near'],
    ],
    [
      'Ada Vogt said that the talks had failed, a claim that he denies.',
      ['Ada Vogt: the talks had failed'],
    ],
    [
      'While Ada Vogt said the talks had failed, the vote went ahead.',
      ['Ada Vogt: the talks had failed'],
    ],
  ])('%s', (text, expected) => {
    expect(reported(text)).toEqual(expected);
  });
});

describe('whose it is', () => {
  test.each<[string, string[]]>([
    ['Ada Vogt, who said the talks had failed, left.', ['who: the talks had failed']],
    ['Ada Vogt left, saying that the talks had failed.', ['Ada Vogt: the talks had failed']],
    ['Ada Vogt continued to argue that the talks had failed.', ['Ada Vogt: the talks had failed']],
    [
      'Paul Reed read a letter saying that the talks had failed.',
      ['a letter: the talks had failed'],
    ],
    ['Paul Reed was told that the talks had failed.', []],
    ['When Ada Vogt came, Paul Reed said nothing.', []],
  ])('%s', (text, expected) => {
    expect(reported(text)).toEqual(expected);
  });
});

test('a clause with quoted words is told apart', () => {
  const { facts } = factsOf('Ada Vogt said the talks were “a mess”.');
  expect(
    facts.quotations.filter(({ manner, isMixed }) => manner === 'indirect' && isMixed),
  ).toHaveLength(1);
});
