import { beforeAll, describe, expect, test } from 'vitest';
import { readAskedNoun } from '../../src/search/asked-noun.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { findAsides, takeDates } from '../../src/search/question-text.ts';
import { findKinds } from '../../src/search/word-kin.ts';
import { articleOf } from './articles.ts';

describe('the noun asked for', () => {
  test.each<[string, string | undefined]>([
    ['Which law school did she go to?', 'school'],
    ['how many State Department staffers are there', 'staffers'],
    ['What’s the name of the restaurant that refused them?', 'restaurant'],
    ['What was the final vote count on the bill?', 'count'],
    ['Which nation’s cash was spent?', 'nation'],
    ["What's the name of Ann Lee's lead attorney?", 'attorney'],
    ['Which Republicans voted yes?', 'republicans'],
    ['How long is the report?', 'pages'],
    ['What did she say?', undefined],
    ['What was Ann Lee doing there?', undefined],
    ['Who came?', undefined],
  ])('%s: %s', (question, noun) => {
    expect(readAskedNoun(question)).toBe(noun);
  });
});

test.each([
  ['How many came? I’ve seen different counts.', 'I’ve seen different counts.'],
  ['How many came? Rubio met Lavrov.', ''],
  ['Rubio met Lavrov. Who else came?', ''],
  ['how many came, by the reports', ''],
])('of "%s" what only speaks of the coverage is "%s"', (question, aside) => {
  expect(findAsides(question)).toBe(aside);
});

test.each([
  ['the Iowa poll of August 2015', 'the Iowa poll of ', '2015-08-01', '2015-08-31'],
  ['what did he say in 2018?', 'what did he say in ?', '2018-01-01', '2018-12-31'],
])('"%s" names a time', (typed, question, first, last) => {
  expect(takeDates(typed)).toMatchObject({ question, periods: [{ days: { first, last } }] });
});

test('a year that is a part of something else is no time', () => {
  expect(takeDates('the 2018-A bill, 2,018 voters and article 12018').periods).toEqual([]);
});

test('kinds of a noun are its narrower words; of what has too many, only its own names', () => {
  expect(findKinds('insect')).toContain('locust');
  expect(findKinds('person')).not.toContain('locksmith');
});

describe('in a corpus', () => {
  let corpus: Corpus;

  beforeAll(async () => {
    const { current } = await createCorpus([
      articleOf('then', '---\ndate: 2018-04-05\n---\nThe caravan went north. It had 4,900 people.'),
      articleOf('now', '---\ndate: 2020-04-05\n---\nThe caravan went south.'),
      articleOf('field', '---\ndate: 2020-01-01\n---\nThe locusts ate it.'),
    ]);
    corpus = current;
  });

  test.each([
    ['where did the caravan go in April 2018', 'then'],
    ['where did the caravan go in 2020', 'now'],
    ['which insects ate the field', 'field'],
    ['4,900', 'then'],
    ['4900', 'then'],
  ])('%s is found in %s', async (question, id) => {
    const query = corpus.query(question);
    const hits = await corpus.search(query, 5);
    const best = question.startsWith('which')
      ? hits.find(({ matches }) => (matches[query.terms.length - 1] ?? 0) > 0)
      : hits[0];
    expect(best?.reading.article.id).toBe(id);
  });
});
