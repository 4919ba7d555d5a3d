import { describe, expect, test } from 'vitest';
import { articleFromText } from '../../src/article/markdown.ts';
import { extractFacts } from '../../src/extraction/extract.ts';
import { slice } from '../../src/text/span.ts';
import { idOf } from '../article/article-id.ts';

/** `Ann Lee supports the dam`: every position that a text shows, surest first. */
function positionsIn(text: string): string[] {
  const article = articleFromText({ id: idOf('test'), text });
  const { entities, stances } = extractFacts(article);
  return stances
    .toSorted((a, b) => b.confidence - a.confidence)
    .map(({ holder, entity, target, polarity }) => {
      const known = entities[entity ?? -1];
      const who = slice(article.body, known?.isNamed === true ? known.name : holder);
      return `${who} ${polarity} ${slice(article.body, target)}`;
    });
}

const shows = (rows: readonly (readonly [string, string])[]): void => {
  test.each(rows)('%s → %s', (text, expected) => {
    expect(positionsIn(text)).toContain(expected);
  });
};

const doesNotShow = (rows: readonly (readonly [string, string])[]): void => {
  test.each(rows)('%s does not say: %s', (text, wrong) => {
    expect(positionsIn(text)).not.toContain(wrong);
  });
};

describe('a position inside another', () => {
  shows([
    ['Ann Lee backed a measure to overturn the harbour tax.', 'Ann Lee opposes the harbour tax'],
    ['Ann Lee voted for a bill that would block the tax.', 'Ann Lee opposes the tax'],
    ['Ann Lee opposes the bill, which would ban the ferry.', 'Ann Lee supports the ferry'],
    ['Ann Lee has long opposed a repeal of the tax.', 'Ann Lee supports the tax'],
    ['Ann Lee declared support for a plan ending the tax.', 'Ann Lee opposes the tax'],
    ['Ann Lee supports impeaching Bob Kerr.', 'Ann Lee opposes Bob Kerr'],
    ['Ann Lee issued a statement opposing the ferry.', 'Ann Lee opposes the ferry'],
  ]);
  doesNotShow([
    ['Ann Lee criticized Republicans opposing the ferry.', 'Ann Lee supports the ferry'],
    ['A clerk mailed Ann Lee a law banning the ferry.', 'Ann Lee opposes the ferry'],
  ]);

  test('the inner one is the surer', () => {
    expect(positionsIn('Ann Lee supports repealing the tax.')[0]).toBe('Ann Lee opposes the tax');
  });
});

describe('what is asked of others', () => {
  shows([
    ['Ann Lee urged senators to reject the tax.', 'Ann Lee opposes the tax'],
    ['Ann Lee demanded he drop the tax.', 'Ann Lee opposes the tax'],
    ['Ann Lee called for Bob Kerr to resign.', 'Ann Lee opposes Bob Kerr'],
    ['Ann Lee asked Bob Kerr to step down.', 'Ann Lee opposes Bob Kerr'],
    ['Ann Lee called for Bob Kerr’s resignation.', 'Ann Lee opposes Bob Kerr'],
    ['Ann Lee opposes Bob Kerr’s nomination.', 'Ann Lee opposes Bob Kerr'],
    ['Ann Lee called for the resignation of Bob Kerr.', 'Ann Lee opposes Bob Kerr'],
    ['Ann Lee wants a new bridge.', 'Ann Lee supports a new bridge'],
  ]);
  doesNotShow([
    ['Ann Lee called for Bob Kerr to publish the letters.', 'Ann Lee supports Bob Kerr'],
    ['Ann Lee wants Bob Kerr to build the bridge.', 'Ann Lee supports Bob Kerr'],
    ['Ann Lee urged Bob Kerr to veto the tax.', 'Ann Lee opposes Bob Kerr'],
    ['Ann Lee wants to know why it failed.', 'Ann Lee supports to know why it failed'],
    ['Ann Lee needs to think about the toll.', 'Ann Lee supports to think about the toll'],
    ['Ann Lee said a vote to approve the toll would fail.', 'Ann Lee supports the toll'],
  ]);
});

describe('what a thing meets with, and nouns with their holder behind', () => {
  shows([
    ['The tax has drawn sharp criticism from Ann Lee.', 'Ann Lee opposes The tax'],
    ['The tax drew praise from Democrats.', 'Democrats supports The tax'],
    ['Bob Kerr came under fire from Democrats.', 'Democrats opposes Bob Kerr'],
    ['Criticism of the tax by Ann Lee has grown.', 'Ann Lee opposes the tax'],
    ['Ann Lee’s attacks on Bob Kerr have grown sharper.', 'Ann Lee opposes Bob Kerr'],
    ['Bob Kerr won the endorsement of Senator Ann Lee.', 'Ann Lee supports Bob Kerr'],
  ]);
});

describe('deeds, and what somebody made', () => {
  shows([
    ['Ann Lee fired Bob Kerr on Thursday.', 'Ann Lee opposes Bob Kerr'],
    ['The tariffs imposed by Bob Kerr hurt farmers.', 'Bob Kerr supports The tariffs'],
    ['Ann Lee’s plan to widen the road failed.', 'Ann Lee supports plan to widen the road'],
    ['Voters read Ann Lee’s ferry plan.', 'Ann Lee supports ferry plan'],
    ['Judge Ann Lee ruled against the tax.', 'Ann Lee opposes the tax'],
  ]);
  doesNotShow([
    ['Ann Lee announced that the toll would rise.', 'Ann Lee supports that the toll would rise'],
    ['Voters read Monday’s plan.', 'Monday supports plan'],
  ]);
});

describe('who holds it', () => {
  shows([
    ['The bill, sponsored by Ann Lee and Bob Kerr, passed.', 'Bob Kerr supports The bill'],
    ['The ferry is opposed by Democrats, including Ann Lee.', 'Ann Lee opposes The ferry'],
    ['Neither Ann Lee nor Bob Kerr supports the ferry.', 'Ann Lee opposes the ferry'],
    [
      'About 80 percent of Norwegian voters oppose the ferry.',
      'Norwegian voters opposes the ferry',
    ],
    ['Ann Lee demanded to know what he found, and blamed Democrats.', 'Ann Lee opposes Democrats'],
    [
      'Ann Lee, who is seeking re-election, came to Oslo on Saturday to campaign for Bob Kerr.',
      'Ann Lee supports Bob Kerr',
    ],
  ]);
});

describe('what leaves it open', () => {
  doesNotShow([
    ['Ann Lee stopped short of calling for a boycott.', 'Ann Lee supports a boycott'],
    ['Ann Lee has been accused of supporting the toll.', 'Ann Lee supports the toll'],
    ['Ann Lee supports the ferry only if it is free.', 'Ann Lee opposes the ferry'],
    ['Ann Lee denied opposing the ferry.', 'Ann Lee opposes the ferry'],
    ['Ann Lee criticized Bob Kerr but backs his ferry plan.', 'Ann Lee opposes his ferry plan'],
    ['Bob Kerr read what Ann Lee, who opposes the ferry, wrote.', 'Bob Kerr opposes the ferry'],
    ['Ann Lee was hesitant to challenge Bob Kerr.', 'Ann Lee supports Bob Kerr'],
    ['Ann Lee attacked Bob Kerr’s impeachment inquiry.', 'Ann Lee supports Bob Kerr'],
    ['Ann Lee ended up at the ferry.', 'Ann Lee opposes the ferry'],
    ['The county was called for Bob Kerr.', 'The county supports Bob Kerr'],
    ['Ann Lee signed a letter to Bob Kerr.', 'Ann Lee supports a letter to Bob Kerr'],
    ['Ann Lee discredited Bob Kerr’s criticism of the ferry.', 'Ann Lee supports the ferry'],
  ]);
});

describe('what is over, and how long it lasts', () => {
  shows([
    ['Ann Lee no longer objects to the dam.', 'Ann Lee mixed the dam'],
    ['Ann Lee no longer supports the toll.', 'Ann Lee opposes the toll'],
    ['Ann Lee opposed the dam for years.', 'Ann Lee opposes the dam'],
    ['Ann Lee backed joining the Union next spring.', 'Ann Lee supports joining the Union'],
    ['Ann Lee backed a budget for next year.', 'Ann Lee supports a budget for next year'],
  ]);
  doesNotShow([['Ann Lee no longer objects to the dam.', 'Ann Lee opposes the dam']]);
});
