import { beforeAll, describe, expect, test } from 'vitest';
import { searchCorpus } from '../../src/answer/search.ts';
import { readSearch } from '../../src/command/search-words.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { articleOf } from '../search/articles.ts';

let corpus: Corpus;

beforeAll(async () => {
  const many = Array.from({ length: 80 }, (_, at) =>
    articleOf(
      `filler-${at}`,
      `---\ndate: 2024-01-01\n---\nToll and ferry, ferry and toll. The toll.`,
    ),
  );
  corpus = (
    await createCorpus([
      articleOf(
        'oslo',
        '---\ndate: 2025-03-01\npublisher: The Daily\n---\nThe ferry\ntoll rose in Oslo. Lorries wait.\n\nNobody likes Ann’s lorry.',
      ),
      articleOf(
        'veere',
        '---\ndate: 2025-05-01\npublisher: The Herald\n---\nIn Veere a ferry toll was raised. It was raised twice.',
      ),
      articleOf(
        'lyon',
        '---\ndate: 2025-06-01\n---\nIn Lyon L’Oréal paid 4,900 crowns to the U.S. firm.',
      ),
      ...many,
    ])
  ).current;
});

async function found(typed: string): Promise<[string, string[]][]> {
  const answer = await searchCorpus(readSearch(typed), corpus);
  return answer.kind === 'found'
    ? answer.lines.map(({ sentence, matched }) => [
        sentence.article.id,
        matched.map(({ text }) => text),
      ])
    : [];
}

const ids = async (typed: string): Promise<string[]> =>
  [...new Set((await found(typed)).map(([id]) => id))].toSorted();

describe('a search', () => {
  test('finds an exact phrase in whatever case and over a line end, however many have its words', async () => {
    expect(await ids('"Ferry toll"')).toEqual(['oslo', 'veere']);
    expect(await found('"ferry toll" Oslo')).toContainEqual(['oslo', ['ferry\ntoll', 'Oslo']]);
  });

  test('marks the words asked for, in any form', async () => {
    expect(await found('lorries -wait')).toEqual([['oslo', ['lorry']]]);
  });

  test.each([
    ['"ferry toll" -Veere', ['oslo']],
    ['"ferry toll" -"was raised"', ['oslo']],
    ['"ferry toll" publisher:herald', ['veere']],
    ['"ferry toll" after:2025-03-01', ['veere']],
    ['"ferry toll" before:2025-05-01', ['oslo']],
    ['"Ann\'s lorry"', ['oslo']],
    ['"Oréal"', ['lyon']],
    ['"oréal paid"', ['lyon']],
    ['"900 crowns"', ['lyon']],
    ['"S. firm"', ['lyon']],
    ['"toll ferry"', []],
    ['"erry toll"', []],
    ['"a.e"', []],
  ])('%s', async (typed, expected) => {
    expect(await ids(typed)).toEqual(expected);
  });

  test.each(['-Oslo', 'publisher:Daily', '…'])('%s has nothing to look for', async (typed) => {
    await expect(found(typed)).rejects.toThrow(/type some words/u);
  });
});
