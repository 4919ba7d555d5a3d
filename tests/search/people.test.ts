import { beforeAll, describe, expect, test } from 'vitest';
import type { Corpus } from '../../src/search/corpus.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { completeFigures, findFigures } from '../../src/search/people.ts';
import { articleOf } from './articles.ts';

const REPORTS = [
  articleOf(
    'one',
    `---
date: 2025-03-01
---
Foreign Minister Oleksandr Havrylenskyy spoke. “We tried,” Havrylenskyy said.

Former president Bill Moran and Senator Ann Moran were there. “No,” said Bill Moran. “Yes,” said Ann Moran.

Kremlin spokesman Dmitry Peskin said that the Moran Foundation was closed.`,
  ),
  articleOf(
    'two',
    `---
date: 2025-03-02
---
Ukrainian Foreign Minister Oleksandr Havrilenski left. “It failed,” he said.

William Moran said little. Moscow was silent.`,
  ),
];

let corpus: Corpus;

beforeAll(async () => {
  corpus = (await createCorpus(REPORTS)).current;
});

const names = (words: string): string[] => findFigures(words, corpus).map(({ name }) => name);

describe('whom the words may mean', () => {
  test.each<[string, string[]]>([
    ['Havrylenskyy', ['Oleksandr Havrilenski']],
    ['havrilenskiy', ['Oleksandr Havrilenski']],
    ['Oleksandr Havrylensky', ['Oleksandr Havrilenski']],
    ['President Bill Moran', ['William Moran']],
    ['ann moran', ['Ann Moran']],
    ['the Kremlin spokesman', ['Dmitry Peskin']],
    ['Ukrainian foreign minister', ['Oleksandr Havrilenski']],
    ['Peskin', ['Dmitry Peskin']],
    ['Nobody Known', []],
    ['', []],
    ['***', []],
  ])('%s', (words, expected) => {
    expect(names(words)).toEqual(expected);
  });

  test('a surname of two people fits both, and no foundation', () => {
    expect(names('Moran').toSorted()).toEqual(['Ann Moran', 'William Moran']);
  });

  test('one person in two articles is one figure, newest first', () => {
    const [figure] = findFigures('Havrylenskyy', corpus);
    expect(figure?.appearances.map(({ reading }) => reading.article.id)).toEqual(['two', 'one']);
  });
});

const all = (typed: string): string[] =>
  completeFigures(typed, corpus, () => true).map(({ name }) => name);

test('completes a name from any of its words', () => {
  expect(all('pesk')).toEqual(['Dmitry Peskin']);
  expect(all('Mor')).toEqual(expect.arrayContaining(['Ann Moran', 'William Moran']));
  expect(all('zzz')).toEqual([]);
});
