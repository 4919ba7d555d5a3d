import { beforeAll, describe, expect, test } from 'vitest';
import { answerTimeline, type TimelineQuestion } from '../../src/answer/timeline.ts';
import { UserError } from '../../src/article/user-error.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { articleOf } from '../search/articles.ts';

let corpus: Corpus;

beforeAll(async () => {
  corpus = (
    await createCorpus([
      // 6 March 2025 is a Thursday.
      articleOf(
        'strike',
        `---
title: Strike stops the Kestrel ferry
date: 2025-03-06
---
The crew of the Kestrel ferry went on strike on Monday.

“We are done waiting. Pay us,” said Marta Okonjo, the ferry crew's spokeswoman.

The ferry has run since 1983. The ferry talks resume next week. Its funnel is red.`,
      ),
      articleOf(
        'again',
        '---\ntitle: Ferry strike\ndate: 2025-03-07\n---\nThe crew of the Kestrel ferry went on strike on Monday, the union said.',
      ),
      articleOf('undated', 'The Kestrel ferry sank on Tuesday. The ferry was built in May 1981.'),
      articleOf('other', '---\ndate: 2025-03-06\n---\nA bakery burned down on Tuesday.'),
    ])
  ).current;
});

/** Each line as `days, how it is known: sentence`. */
async function lines(question: TimelineQuestion): Promise<string[]> {
  const answer = await answerTimeline(question, corpus);
  return answer.kind !== 'found'
    ? [answer.kind]
    : answer.lines.map(({ days: { first, last }, words, isCounted, sentence }) => {
        const how = words === undefined ? 'reported' : `${isCounted ? '~' : '='}${words.text}`;
        return `${first === last ? first : `${first}/${last}`} ${how}: ${sentence.text}`;
      });
}

describe('a timeline', () => {
  test('puts what happened and what was said in order, each at its days', async () => {
    expect(await lines({ about: 'ferry' })).toEqual([
      '1981-05-01/1981-05-31 =May 1981: The ferry was built in May 1981.',
      '1983-01-01/1983-12-31 =1983: The ferry has run since 1983.',
      '2025-03-03 ~Monday: The crew of the Kestrel ferry went on strike on Monday.',
      "2025-03-06 reported: “We are done waiting. Pay us,” said Marta Okonjo, the ferry crew's spokeswoman.",
      '2025-03-10/2025-03-16 ~next week: The ferry talks resume next week.',
    ]);
  });

  test('tells once what two articles say of one day, with both', async () => {
    const answer = await answerTimeline({ about: 'ferry strike' }, corpus);
    const strikes = answer.kind === 'found' ? answer.lines.filter(({ words }) => words) : [];
    const monday = strikes.find(({ days }) => days.first === '2025-03-03');
    expect(monday?.alsoIn).toHaveLength(1);
    expect(
      new Set([monday?.sentence, ...(monday?.alsoIn ?? [])].map((c) => c?.article.id)),
    ).toEqual(new Set(['strike', 'again']));
  });

  test.each<[TimelineQuestion, RegExp, number]>([
    [{ about: 'ferry', since: '2025-03-04' }, /done waiting|next week/u, 2],
    [{ about: 'ferry', until: '1982-12-31' }, /May 1981/u, 1],
    [{ about: 'ferry', since: '2025-03-16', until: '2025-03-20' }, /next week/u, 1],
  ])('%j keeps to what was in that time', async (question, pattern, count) => {
    const kept = await lines(question);
    expect(kept).toHaveLength(count);
    for (const line of kept) expect(line).toMatch(pattern);
  });

  test('of everything tells how each article opens', async () => {
    expect(await lines({ since: '2025-03-04', until: '2025-03-05' })).toEqual([
      '2025-03-04 ~Tuesday: A bakery burned down on Tuesday.',
    ]);
  });

  test('says that there is nothing, and what is near', async () => {
    const answer = await answerTimeline({ about: 'ferry', until: '1950' }, corpus);
    expect(answer).toMatchObject({ kind: 'none', scope: { articles: 4 } });
    expect(answer.kind === 'none' && answer.near.length).toBeGreaterThan(0);
    expect(await lines({ about: 'zeppelins over Verona' })).toEqual(['none']);
  });

  test.each<TimelineQuestion>([
    { about: 'ferry', since: '2025-03-04', until: '2025-03-03' },
    { about: '...' },
  ])('%j is told to be no question', async (question) => {
    await expect(answerTimeline(question, corpus)).rejects.toThrow(UserError);
  });
});
