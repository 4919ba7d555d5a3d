import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, QuotationLine, Quotations } from '../../src/answer/answer.ts';
import { answerQuotation, type QuotationQuestion } from '../../src/answer/quotation.ts';
import { compareWords } from '../../src/answer/comparison.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { slice, span } from '../../src/text/span.ts';
import { articleOf } from '../search/articles.ts';

const REPORTS = [
  articleOf(
    'dam',
    `---
title: Ministers quarrel over the dam
date: 2025-03-01
---
Energy Minister Ilse Brandvold defended the dam. “Nobody will drown for our light bulbs,” Brandvold said.

“The turbines were paid for by fishermen,” said Paul Reed. Reed said that the fish had gone.

Hugo Lund kept silent. Somebody in the hall shouted; it was not heard who. “Shame.”`,
  ),
  articleOf(
    'dam-again',
    `---
title: The dam a week on
date: 2025-03-08
---
Brandvold was asked again. “Nobody will drown for our light bulbs,” said Ilse Brandvold.

“The fence fell,” said Ada Vogt, a farmer. “It fell in the night.” Her cows got out. “We lost two,” Vogt said.

Bill Moran said: “I am for it.” Ann Moran said: “I am not.”`,
  ),
];

let corpus: Corpus;

beforeAll(async () => {
  corpus = (await createCorpus(REPORTS)).current;
});

async function found(question: QuotationQuestion): Promise<readonly QuotationLine[]> {
  const answer: Answer<Quotations> = await answerQuotation(question, corpus);
  if (answer.kind !== 'found') throw new Error(answer.kind);
  return answer.quotations;
}

const shown = async (question: QuotationQuestion): Promise<string[]> =>
  (await found(question)).map(
    ({ words, speaker }) => `${speaker?.name.text ?? '?'}: ${words.text}`,
  );

describe('quotations asked for', () => {
  test('by who spoke, in any spelling, direct speech first', async () => {
    expect(await shown({ who: 'reed' })).toEqual([
      'Paul Reed: The turbines were paid for by fishermen,',
      'Paul Reed: the fish had gone',
    ]);
  });

  test('by what they are about', async () => {
    expect((await shown({ about: 'the turbines' }))[0]).toBe(
      'Paul Reed: The turbines were paid for by fishermen,',
    );
    expect(await shown({ who: 'Brandvold', about: 'light bulbs' })).toHaveLength(1);
  });

  test('the same words in two articles are one line with both places', async () => {
    const [line] = await found({ who: 'Ilse Brandvold' });
    expect(line?.words.article.id).toBe('dam-again');
    expect(line?.alsoIn.map(({ article }) => article.id)).toEqual(['dam']);
  });

  test('in one go where only the cue stands between', async () => {
    const [line] = await found({ words: 'the fence fell it fell in the night' });
    expect(line?.words.text).toBe(
      'The fence fell,” said Ada Vogt, a farmer. “It fell in the night.',
    );
    expect(line?.parts.map(({ text }) => text)).toEqual([
      'The fence fell,',
      'It fell in the night.',
    ]);
  });

  test('apart where a sentence of the article stands between', async () => {
    expect(await shown({ who: 'Vogt' })).toHaveLength(2);
  });

  test('in one article only', async () => {
    expect((await found({ who: 'Ilse Brandvold', article: 'dam' }))[0]?.words.article.id).toBe(
      'dam',
    );
  });

  test('by words claimed, with what differs', async () => {
    const [line] = await found({ words: 'Nobody should drown for our light bulbs' });
    expect(line?.likeness).toBe('altered');
    expect(line?.differing.map(({ text }) => text)).toEqual(['will']);
    expect((await found({ words: '“nobody will drown, for our light bulbs”' }))[0]?.likeness).toBe(
      'same',
    );
  });

  test('of two of one surname: asks which', async () => {
    expect(await answerQuotation({ who: 'Moran' }, corpus)).toMatchObject({
      kind: 'ambiguous',
      option: 'who',
      choices: expect.arrayContaining([expect.objectContaining({ value: 'Ann Moran' })]),
    });
    expect(await shown({ who: 'Ann Moran' })).toEqual(['Ann Moran: I am not.']);
  });

  test.each<[string, QuotationQuestion]>([
    ['of somebody who is not there', { who: 'Nobody Known' }],
    ['of somebody about what they did not speak of', { who: 'Reed', about: 'pineapple pizza' }],
    ['of words never said', { words: 'pineapple belongs on every pizza' }],
    ['in an article that is not there', { who: 'Reed', article: 'nowhere' }],
  ])('none %s', async (_, question) => {
    expect(await answerQuotation(question, corpus)).toMatchObject({
      kind: 'none',
      scope: { articles: 2, from: '2025-03-01', to: '2025-03-08' },
    });
  });

  test('of somebody named but not quoted: shows where they are named', async () => {
    expect(await answerQuotation({ who: 'Hugo Lund' }, corpus)).toMatchObject({
      kind: 'none',
      near: [{ text: 'Hugo Lund kept silent.' }],
    });
  });

  test('a speaker whom the article does not give surely is not named', async () => {
    expect(await shown({ words: 'Shame' })).toEqual(['?: Shame.']);
  });
});

const compare = (claim: string, said: string): [number, string[]] | undefined => {
  const comparison = compareWords(claim, said, span(0, said.length));
  return (
    comparison && [
      Math.round(comparison.likeness * 100),
      comparison.differing.map((place) => slice(said, place)),
    ]
  );
};

describe('comparing a claim with words', () => {
  test.each<[string, string, [number, string[]] | undefined]>([
    ['we tried everything', 'We tried everything.', [100, []]],
    ['we tried nothing here', 'We tried everything here.', [75, ['everything']]],
    ['no deal about us without us', 'any deal about us without us', [83, ['any']]],
    ['we never tried it', 'The weather was fine.', undefined],
    ['', 'We tried.', undefined],
    ['shame', 'Shame!', [100, []]],
  ])('%s / %s', (claim, said, expected) => {
    expect(compare(claim, said)).toEqual(expected);
  });
});
