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
  articleOf(
    'three',
    `---
date: 2025-03-03
---
The foreign minister of Kazakhstan, Aidar Seitkali, met Kazakhstan's deputy foreign minister, Timur Abenov. “Good,” Seitkali said.

Norwegian Foreign Minister Ragna Solvang said that Mr. Moran had called. Mr. Peskin denied it.

“I saw nothing,” said Leonor Zepeda Ibarra, the British prime minister's spokeswoman.`,
  ),
  articleOf(
    'four',
    `---
date: 2025-03-04
---
“I am here,” Daniel Okoro said.

“We left early,” said Leonor Zepeda. John Q. Hartley agreed.`,
  ),
  articleOf('five', `“So am I,” Danielle Okoro said. “We are right,” said John Hartley Jr.`),
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
    ['Senator Moran', ['Ann Moran']],
    ['ann moran', ['Ann Moran']],
    ['the Kremlin spokesman', ['Dmitry Peskin']],
    ["Russia's spokesperson", ['Dmitry Peskin']],
    ['Ukrainian foreign minister', ['Oleksandr Havrilenski']],
    ['Kazakh foreign minister', ['Aidar Seitkali']],
    ["Kazakhstan's foreign minister", ['Aidar Seitkali']],
    ['foreign minister of Kazakhstan', ['Aidar Seitkali']],
    ['deputy foreign minister', ['Timur Abenov']],
    ['Norwegian FM', ['Ragna Solvang']],
    ['Norway’s Solvang', ['Ragna Solvang']],
    ['prime minister', []],
    ['Peskin', ['Dmitry Peskin']],
    ['Zepeda', ['Leonor Zepeda Ibarra']],
    ['Danielle Okoro', ['Danielle Okoro']],
    ['Hartley', ['John Q. Hartley']],
    ['Nobody Known', []],
    ['', []],
    ['***', []],
  ])('%s', (words, expected) => {
    expect(names(words)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ['Okoro', ['Daniel Okoro', 'Danielle Okoro']],
    ['foreign minister', ['Aidar Seitkali', 'Oleksandr Havrilenski', 'Ragna Solvang']],
  ])('%s fits several', (words, expected) => {
    expect(names(words).toSorted()).toEqual(expected);
  });

  test('a surname of two people fits both, and whoever is left open, but no foundation', () => {
    expect(names('Moran').toSorted()).toEqual(['Ann Moran', 'Moran', 'William Moran']);
  });

  test.each([
    ['Havrylenskyy', ['two', 'one']],
    ['the Kremlin spokesman', ['three', 'one']],
    ['Leonor Zepeda', ['four', 'three']],
  ])('%s is one figure over all articles, newest first', (words, articles) => {
    const [figure, ...others] = findFigures(words, corpus);
    expect(others).toEqual([]);
    expect(figure?.appearances.map(({ reading }) => reading.article.id)).toEqual(articles);
  });
});

const all = (typed: string): string[] =>
  completeFigures(typed, corpus, () => true).map(({ name }) => name);

test('completes a name from any of its words, the fullest once', () => {
  expect(all('pesk')).toEqual(['Dmitry Peskin']);
  expect(all('zep')).toEqual(['Leonor Zepeda Ibarra']);
  expect(all('Mor')).toEqual(expect.arrayContaining(['Ann Moran', 'William Moran']));
  expect(all('xqk')).toEqual([]);
});
