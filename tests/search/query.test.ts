import { beforeAll, expect, test } from 'vitest';
import type { Corpus } from '../../src/search/corpus.ts';
import { createCorpus } from '../../src/search/corpus-holder.ts';
import { articleOf } from './articles.ts';

let corpus: Corpus;

beforeAll(async () => {
  const { current } = await createCorpus([
    articleOf('pause', 'The Russian envoy met mediators. They gave him a draft of the ceasefire.'),
    articleOf('quits', 'The Norwegian negotiator withdrew from the impeachment hearing.'),
  ]);
  corpus = current;
});

test.each([
  ['ceasefire', 'found'],
  ['Meeting?', 'found'],
  ['give', 'found'],
  ['ceasefyre', 'misspelled'],
  ['impeachmnt', 'misspelled'],
  ['truce', 'paraphrased'],
  ['Moscow', 'paraphrased'],
  ['Norway', 'paraphrased'],
  ['zeppelin', 'unknown'],
])('%s is %s', (question, known) => {
  expect(corpus.query(question).terms.map((term) => term.known)).toEqual([known]);
});

test('a phrasal verb finds what reports write for it', async () => {
  const [hit] = await corpus.search(corpus.query('who dropped out?'), 1);
  expect(hit?.reading.article.id).toBe('quits');
});

test('a word typed twice counts once, and a short unknown one not at all', () => {
  expect(corpus.query('te envoy, the ENVOYS').terms.map(({ word }) => word)).toEqual(['envoy']);
});

test('a word of three letters that the corpus lacks is missed: the cup of a world cup', () => {
  const words = corpus.query('envoy cup').terms.map(({ word, known }) => [word, known]);
  expect(words).toContainEqual(['cup', 'unknown']);
});
