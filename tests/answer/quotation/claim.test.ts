import { beforeAll, describe, expect, test } from 'vitest';
import type { Quotations } from '../../../src/answer/answer.ts';
import { type QuotationQuestion, answerQuotation } from '../../../src/answer/quotation.ts';
import type { Corpus } from '../../../src/search/corpus.ts';
import { createCorpus } from '../../../src/search/corpus-holder.ts';
import { articleOf } from '../../search/articles.ts';

const REPORTS = [
  articleOf(
    'ferry',
    `---
date: 2025-05-01
---
The ferry between the islands has stopped for the winter, and nobody knows for how long.

“The ferry will not sail before the ice is gone,” Energy Minister Ilse Brandvold said. “Ask the ice.”

Paul Reed said that the captain had sold the lifeboats to a museum.

Somebody in the hall shouted; it was not heard who. “Give the captain back to his wife.”`,
  ),
  articleOf(
    'ferry-again',
    `---
date: 2025-05-09
---
“The ferry will not sail before the ice is gone,” Ilse Brandvold said.

“Whoever says the sea is free has never paid for diesel,” Ada Vogt said. “Peace,” she added.`,
  ),
  articleOf(
    'ferry-wrongly',
    `---
date: 2025-05-10
---
“Whoever says the sea is free has never paid for diesel,” Hugo Lund said.

“The ferry will not sail before the ice is gone and the crew is paid,” Ilse Brandvold said.

“Enough of boats,” Ada Vogt said. “Enough of boats,” Paul Reed said.`,
  ),
];

let corpus: Corpus;

beforeAll(async () => {
  corpus = (await createCorpus(REPORTS)).current;
});

async function found(question: QuotationQuestion): Promise<Quotations> {
  const answer = await answerQuotation(question, corpus);
  if (answer.kind !== 'found') throw new Error(answer.kind);
  return answer;
}

const finding = async (question: QuotationQuestion): Promise<unknown[]> => {
  const { kind, manner, speaker, isOther } = (await found(question)).finding ?? {};
  return [kind, manner, speaker?.text, isOther];
};

const ICE = 'the ferry will not sail before the ice is gone';

describe('whether somebody said some words', () => {
  test.each<[QuotationQuestion, unknown[]]>([
    [{ words: ICE }, ['same', 'direct', 'Ilse Brandvold', false]],
    [{ words: `"${ICE.toUpperCase()}..."` }, ['same', 'direct', 'Ilse Brandvold', false]],
    [{ words: ICE, who: 'brandvold' }, ['same', 'direct', 'Ilse Brandvold', false]],
    [{ words: ICE, who: 'Ada Vogt' }, ['same', 'direct', 'Ilse Brandvold', true]],
    [{ words: ICE, who: 'Nobody Known' }, ['same', 'direct', 'Ilse Brandvold', true]],
    [
      { words: 'the ferry will sail before the ice is gone' },
      ['altered', 'direct', 'Ilse Brandvold', false],
    ],
    [
      { words: 'the ferry will sail before the ice is gone', who: 'Reed' },
      ['altered', 'direct', 'Ilse Brandvold', true],
    ],
    [
      { words: 'the captain had sold the lifeboats to a museum' },
      ['same', 'indirect', 'Paul Reed', false],
    ],
    [{ words: 'give the captain back to his wife' }, ['same', 'direct', undefined, false]],
    [
      { words: 'The ferry between the islands has stopped for the winter' },
      ['own', 'indirect', undefined, false],
    ],
    [{ words: 'peace' }, ['same', 'direct', 'Ada Vogt', false]],
    [{ words: 'never' }, ['word', 'direct', 'Hugo Lund', false]],
    [{ words: 'never', who: 'Reed' }, ['word', 'direct', 'Hugo Lund', true]],
    [{ words: 'enough of boats' }, ['several', 'direct', 'Ada Vogt', false]],
    [{ words: 'enough of boats', who: 'Reed' }, ['same', 'direct', 'Paul Reed', false]],
    [{ words: 'the sea is free' }, ['disputed', 'direct', 'Hugo Lund', false]],
    [{ words: 'the sea is free', who: 'Vogt' }, ['disputed', 'direct', 'Ada Vogt', false]],
  ])('%j', async (question, expected) => {
    expect(await finding(question)).toEqual(expected);
  });

  test.each<QuotationQuestion>([
    { words: 'pineapple belongs on every pizza' },
    { words: 'the pizza' },
    { words: ICE, article: 'nowhere' },
    { words: ICE, until: '2025-04-30' },
  ])('%j: nobody did', async (question) => {
    expect(await answerQuotation(question, corpus)).toMatchObject({ kind: 'none' });
  });

  test.each<[QuotationQuestion, string[]]>([
    [{ words: 'enough of boats', who: 'Reed' }, ['Paul Reed']],
    [{ words: 'the sea is free', who: 'Vogt' }, ['Ada Vogt']],
    [{ words: 'enough of boats', who: 'Lund' }, ['Ada Vogt', 'Paul Reed']],
  ])('%j: others only where whom was asked for did not say so', async (question, expected) => {
    const { quotations } = await found(question);
    expect(quotations.map(({ speaker }) => speaker?.name.text)).toEqual(expected);
  });

  test.each<[QuotationQuestion, string]>([
    [{ words: '...' }, 'type some words'],
    [{ about: '!!!' }, 'type some words'],
    [{ who: '😀' }, 'type a name'],
    [{ who: '!!!???' }, 'type a name'],
  ])('%j: nothing to look for', async (question, reason) => {
    await expect(answerQuotation(question, corpus)).rejects.toThrow(reason);
  });

  test('a word that stands everywhere is too little to ask about', async () => {
    await expect(answerQuotation({ words: 'it is' }, corpus)).rejects.toThrow('paste more');
  });

  test('an article’s own words are shown in their sentence', async () => {
    const { ownWords } = await found({ words: 'the ferry between the islands has stopped' });
    expect(ownWords.map(({ sentence }) => sentence.text)).toEqual([
      'The ferry between the islands has stopped for the winter, and nobody knows for how long.',
    ]);
  });

  test('words that several articles quote are one entry, the longest, with all places', async () => {
    const { quotations } = await found({ who: 'Brandvold', about: 'ferry' });
    expect(quotations.map(({ words }) => words.text)[0]).toBe(
      'The ferry will not sail before the ice is gone and the crew is paid,',
    );
    const [first] = quotations;
    expect(first?.alsoIn.map(({ article }) => article.id).toSorted()).toEqual([
      'ferry',
      'ferry-again',
    ]);
    expect(first?.disputed).toEqual([]);
  });

  test('words that articles give to several speakers say so, whoever is asked for', async () => {
    for (const who of ['Ada Vogt', 'Hugo Lund']) {
      const [line] = (await found({ who, about: 'diesel' })).quotations;
      expect(line?.speaker?.name.text).toBe(who);
      expect(line?.disputed.map(({ name }) => name.text).toSorted()).toEqual([
        'Ada Vogt',
        'Hugo Lund',
      ]);
    }
  });
});

describe('the order', () => {
  test.each<[QuotationQuestion, string[]]>([
    [{ who: 'Brandvold', order: 'newest' }, ['ferry-wrongly']],
    [{ article: 'ferry-wrongly' }, Array(4).fill('ferry-wrongly')],
    [{ about: 'the captain', order: 'newest' }, ['ferry', 'ferry']],
  ])('%j', async (question, expected) => {
    const { quotations } = await found(question);
    expect(quotations.map(({ words }) => words.article.id)).toEqual(expected);
  });

  test('without a topic is newest first', async () => {
    const { quotations } = await found({ since: '2025-05-01' });
    const dates = quotations.map(({ words }) => words.article.date ?? '');
    expect(dates).toEqual(dates.toSorted().toReversed());
  });
});
