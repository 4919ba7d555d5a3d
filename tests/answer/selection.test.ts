import { beforeAll, describe, expect, test } from 'vitest';
import { type Selecting, select } from '../../src/answer/selection.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { articleOf } from '../search/articles.ts';

let corpus: Corpus;

beforeAll(async () => {
  const articles = [
    articleOf('first', '---\ndate: 2024-12-31\n---\nOne.'),
    articleOf('second', '---\ndate: 2025-01-01T23:30:00Z\n---\nTwo.'),
    articleOf('third', '---\ndate: 2025-02-01\n---\nThree.'),
    articleOf('undated', 'Four.'),
  ];
  corpus = (await createCorpus(articles)).current;
});

describe('the articles that a question asks of', () => {
  test.each<[Selecting, string[]]>([
    [{}, ['first', 'second', 'third', 'undated']],
    [{ since: '2025-01-01' }, ['second', 'third']],
    [{ until: '2025-01-01' }, ['first', 'second']],
    [{ since: '2025-01-01', until: '2025-01-31' }, ['second']],
    [{ article: 'undated' }, ['undated']],
    [{ article: 'undated', since: '2020-01-01' }, []],
    [{ article: 'first', until: '2024-12-31' }, ['first']],
  ])('%j', (asked, expected) => {
    const { has } = select(asked, corpus);
    const ids = corpus.readings.filter(has).map(({ article }) => article.id);
    expect(ids.toSorted()).toEqual(expected);
  });

  test.each<[Selecting, object]>([
    [{}, { articles: 4 }],
    [
      { since: '2025-01-01' },
      { articles: 2, from: '2025-01-01T23:30:00Z', to: '2025-02-01', undated: 1 },
    ],
    [{ since: '2026-01-01' }, { articles: 0, undated: 1 }],
    [{ article: 'third' }, { articles: 1, from: '2025-02-01', to: '2025-02-01' }],
  ])('%j: how much that is', (asked, expected) => {
    expect(select(asked, corpus).scope).toEqual(expected);
  });

  test('none between a later day and an earlier one', () => {
    expect(() => select({ since: '2025-02-01', until: '2025-01-01' }, corpus)).toThrow('Swap them');
  });
});
