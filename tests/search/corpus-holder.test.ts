import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Corpus } from '../../src/search/corpus.ts';
import {
  type CorpusChange,
  createCorpus,
  createCorpusHolder,
} from '../../src/search/corpus-holder.ts';
import { articleOf, demonstration } from './articles.ts';

const ids = (corpus: Corpus): string[] => corpus.readings.map(({ article }) => article.id);

test('readings come newest first, with their number and dates', async () => {
  const { current } = await createCorpus([
    articleOf('older', '---\ndate: 2024-01-03\n---\nTalks began.'),
    articleOf('newer', '---\ndate: 2025-02-18\n---\nTalks ended.'),
    articleOf('undated', 'Talks went on.'),
  ]);
  expect(ids(current)).toEqual(['newer', 'older', 'undated']);
  // A period would speak of the undated article too.
  expect(current.scope).toEqual({ articles: 3 });
  expect(current.reading('older')?.article.date).toBe('2024-01-03');
});

test('the period is that of the articles where all are dated', async () => {
  const { current } = await createCorpus([
    articleOf('older', '---\ndate: 2024-01-03\n---\nTalks began.'),
    articleOf('newer', '---\ndate: 2025-02-18\n---\nTalks ended.'),
  ]);
  expect(current.scope).toEqual({ articles: 2, from: '2024-01-03', to: '2025-02-18' });
});

test('demonstration articles step aside for others, and come back when those are gone', async () => {
  const holder = await createCorpus(demonstration);
  const own = articleOf('own', 'The envoy spoke in Riyadh.');
  await holder.update([{ kind: 'put', article: own }]);
  expect(ids(holder.current)).toEqual(['own']);
  await holder.update([{ kind: 'remove', article: own }]);
  expect(ids(holder.current)).toHaveLength(demonstration.length);
});

test('a question that began before an edit sees the article as it was', async () => {
  const holder = await createCorpus([articleOf('talks', 'The envoys met in Oslo.')]);
  const before = holder.current;
  await holder.update([{ kind: 'put', article: articleOf('talks', 'The envoys met in Geneva.') }]);
  const [old] = await before.search(before.query('envoys'), 1);
  const [now] = await holder.current.search(holder.current.query('envoys'), 1);
  expect(old?.reading.article.body).toContain('Oslo');
  expect(now?.reading.article.body).toContain('Geneva');
});

const words = fc.constantFrom(
  'envoy',
  'truce',
  'Oslo',
  'Geneva',
  'signed',
  'left',
  'the',
  'oil',
  'vote',
);
const text = fc.array(words, { minLength: 1, maxLength: 12 }).map((list) => `${list.join(' ')}.`);
const change = fc.record({
  kind: fc.constantFrom('put', 'remove'),
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  text: fc.array(text, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' ')),
});
const toChange = ({
  kind,
  id,
  text: body,
}: {
  kind: string;
  id: string;
  text: string;
}): CorpusChange =>
  kind === 'put'
    ? { kind: 'put', article: articleOf(id, body) }
    : { kind: 'remove', article: articleOf(id, body) };

async function answers(corpus: Corpus, question: string): Promise<unknown> {
  const hits = await corpus.search(corpus.query(question), 20);
  return hits.map(({ reading, index, score }) => [reading.article.id, index, score.toFixed(6)]);
}

test('a corpus kept up to date answers as one built afresh', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 5 }),
      text,
      async (batches, question) => {
        const kept = createCorpusHolder();
        for (const batch of batches) await kept.update(batch.map(toChange));
        const fresh = await createCorpus(kept.current.readings.map(({ article }) => article));
        expect(ids(kept.current)).toEqual(ids(fresh.current));
        expect(await answers(kept.current, question)).toEqual(
          await answers(fresh.current, question),
        );
      },
    ),
    { numRuns: 60 },
  ));
