import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, QuotationLine, Quotations } from '../../src/answer/answer.ts';
import { answerQuotation, type QuotationQuestion } from '../../src/answer/quotation.ts';
import { compareWords, readClaims } from '../../src/answer/quotation/comparison.ts';
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
  articleOf(
    'joint',
    `---
date: 2025-03-02
---
Senators John Park and Lily Cho said the bridge was closed.

The World Food Fund and Doctors United warned that stocks are gone.

“We are late,” Petra Kovač said. “Pity on them.” — Dana Petrov (@danapetrov), March 2, 2025

“I was asked to lead,” Nora Quist said. Quist said that the board “had lost its nerve.”`,
  ),
  articleOf(
    'delegation',
    `---
date: 2025-03-03
---
- **Slovenia** — Foreign Minister Petra Kovač

“Water is not a weapon,” Kovac said.`,
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

  test.each<[QuotationQuestion, string[]]>([
    [{ who: 'Kovac' }, ['Water is not a weapon,', 'We are late,']],
    [{ who: 'Petra Kovac', article: 'delegation' }, ['Water is not a weapon,']],
    [{ who: 'Petra Kovač' }, ['Water is not a weapon,', 'We are late,']],
    [{ who: 'Petrov' }, ['Pity on them.']],
    [{ who: 'Dana Petrov' }, ['Pity on them.']],
    [{ who: 'Boris Petrov' }, []],
  ])('by the name on the card, whatever the article takes it for: %j', async (question, said) => {
    const answer = await answerQuotation(question, corpus);
    const lines = answer.kind === 'found' ? answer.quotations : [];
    expect(lines.map(({ words }) => words.text)).toEqual(said);
  });

  test('where more than a hundred papers print the words, names a hundred', async () => {
    const papers = Array.from({ length: 120 }, (_, at) =>
      articleOf(`paper-${at}`, 'Ada Vogt said: “The fence fell in the middle of the night.”'),
    );
    const { current } = await createCorpus(papers);
    const answer = await answerQuotation({ who: 'Ada Vogt' }, current);
    const [line, ...others] = answer.kind === 'found' ? answer.quotations : [];
    expect(others).toEqual([]);
    expect(new Set(line?.alsoIn.map(({ article }) => article.id)).size).toBe(100);
  });

  test.each<[string, string]>([
    ['John Park', 'Senators John Park and Lily Cho'],
    ['Lily Cho', 'Senators John Park and Lily Cho'],
    ['World Food Fund', 'The World Food Fund and Doctors United'],
    ['Doctors United', 'The World Food Fund and Doctors United'],
  ])('by one of several who spoke together: %s', async (who, mention) => {
    const lines = await found({ who });
    expect(lines.map((line) => [line.mention?.words.text, line.speaker])).toEqual([
      [mention, undefined],
    ]);
  });

  test.each<QuotationQuestion>([{ who: 'Quist' }, { article: 'joint', about: 'the board' }])(
    '%j: the words between marks once, not the clause around them as well',
    async (question) => {
      const words = (await shown(question)).filter((line) => line.includes('nerve'));
      expect(words).toEqual(['Nora Quist: had lost its nerve.']);
    },
  );

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
  ])('none %s', async (_, question) => {
    expect(await answerQuotation(question, corpus)).toMatchObject({
      kind: 'none',
      scope: { articles: 4, from: '2025-03-01', to: '2025-03-08' },
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

interface Compared {
  readonly likeness: number;
  readonly differing: readonly string[];
  readonly added: readonly string[];
  readonly displaced?: readonly string[];
}

function compare(words: string, said: string): Compared | undefined {
  const [claim] = readClaims(words);
  const comparison = claim && compareWords(claim, said, [span(0, said.length)]);
  return (
    comparison && {
      likeness: Math.round(comparison.likeness * 100),
      differing: comparison.differing.map((place) => slice(said, place)),
      added: comparison.added,
      ...(comparison.displaced.length > 0 ? { displaced: comparison.displaced } : {}),
    }
  );
}

describe('comparing a claim with words', () => {
  const SAME = { likeness: 100, differing: [], added: [] };

  test.each<[string, string]>([
    ['we tried everything', 'We tried everything.'],
    ['shame', 'Shame!'],
    ['“WE TRIED EVERYTHING!”', 'We tried everything.'],
    ['we don’t know', "We don't know"],
    ['we dont know', 'We don’t know'],
    ['the US pays $1000', 'The U.S. pays $1,000'],
    ['we tried … it failed', 'We tried, and in the end it failed.'],
    ['we tried [...] it failed', 'We tried, and in the end it failed.'],
    ['[Russia] will not give in', 'It will not give in'],
    ['the minister [Lavrov] will not give in', 'The minister will not give in'],
    ['Erdogan must go now', 'Erdoğan must go now'],
    ['a long-term plan of ours', 'A long term plan of ours'],
  ])('%s / %s: the same', (claim, said) => {
    expect(compare(claim, said)).toEqual(SAME);
  });

  test.each<[string, string, Compared]>([
    [
      'we tried nothing here',
      'We tried everything here.',
      { likeness: 75, differing: ['everything'], added: ['nothing'] },
    ],
    [
      'no deal about us without us',
      'any deal about us without us',
      { likeness: 83, differing: ['any'], added: ['no'] },
    ],
    [
      'we will give in to them',
      'We will not give in to them.',
      { likeness: 100, differing: ['not'], added: [] },
    ],
    [
      'we will never give in to them',
      'We will give in to them.',
      { likeness: 86, differing: [], added: ['never'] },
    ],
    [
      'I am not tired',
      '"I am tired," she said. "But I am not done."',
      { likeness: 75, differing: [], added: [], displaced: ['not'] },
    ],
    [
      'I am not tired',
      'I am tired. But I am very ill.',
      { likeness: 75, differing: [], added: ['not'] },
    ],
  ])('%s / %s: otherwise', (claim, said, expected) => {
    expect(compare(claim, said)).toEqual(expected);
  });

  test.each<[string, string]>([
    ['we never tried it', 'The weather was fine.'],
    ['', 'We tried.'],
    ['😀', 'We tried.'],
    ['tried everything', 'We tried to do everything.'],
    [
      'it is the end of the war',
      'It was hot, and what is worse, the man at the door of the inn was a bore',
    ],
  ])('%s / %s: not alike', (claim, said) => {
    expect(compare(claim, said)).toBeUndefined();
  });

  test('reads what stands between marks apart from who said it', () => {
    expect(readClaims('Rubio said, “It went very well.”').map(({ text }) => text)).toEqual([
      'Rubio said, “It went very well.”',
      'It went very well.',
    ]);
  });
});
