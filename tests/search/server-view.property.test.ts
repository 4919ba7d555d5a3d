import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Article, articleKey } from '../../src/article/article.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import {
  type CorpusChange,
  type CorpusHolder,
  createCorpusHolder,
} from '../../src/search/corpus-holder.ts';
import { figuresOf } from '../../src/search/figures.ts';
import type { Amendments } from '../../src/search/layered-view.ts';
import { createServerView } from '../../src/search/server-view.ts';
import { shardsFrom } from '../../src/search/shards.ts';
import { emptyStatistics, recount } from '../../src/search/statistics.ts';
import { createView } from '../../src/search/view.ts';
import { articleOf } from './articles.ts';

const sentence = fc.constantFrom(
  '“No,” said Ann Petrova.',
  '“Yes,” said Anna Petrova, the envoy.',
  'Petrova left, said Senator Bill Moran.',
  '“We met,” Moran said.',
  'William Moran, the foreign minister, spoke in Oslo.',
  'Russia denied it, a diplomat said.',
);
const step = fc.record({
  shelf: fc.constantFrom('base', 'own'),
  kind: fc.constantFrom('put', 'put', 'put', 'remove', 'amend'),
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  demo: fc.boolean(),
  sentences: fc.array(sentence, { minLength: 1, maxLength: 3 }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const articleBy = ({ shelf, id, demo, sentences }: Step): Article => ({
  ...articleOf(id, sentences.join('\n\n')),
  shelf,
  demo,
});

/** An amendment that leaves out the last of an article's entities that nothing else speaks of. */
const amend: Amendments extends ReadonlyMap<string, infer Value> ? Value : never = (reading) => ({
  ...reading,
  facts: {
    ...reading.facts,
    entities: reading.facts.entities.map((one) => ({ ...one, roles: [] })),
  },
  amended: 'roles',
});

function toChange(step_: Step): CorpusChange {
  const article = articleBy(step_);
  return step_.kind === 'put'
    ? { kind: 'put', article }
    : { kind: 'remove', article, tombstone: { id: article.id, actor: '1', at: '2025-01-01' } };
}

/** What a server is to see, from what each shelf shows. */
function expectedIn(base: CorpusHolder, own: CorpusHolder, amendments: Amendments): Corpus {
  const over = [...own.view.parts.indexed.values()];
  const ids = new Set(over.map(({ reading }) => reading.article.id));
  const hasOthers = over.some(({ reading }) => !reading.article.demo);
  const below = [...base.view.parts.indexed.values()].filter(
    ({ reading: { article } }) => !ids.has(article.id) && !(hasOthers && article.demo),
  );
  const indexed = [...below, ...over].map((each) => {
    const { reading } = each;
    const amending = amendments.get(each.key);
    return amending === undefined ? each : { ...each, reading: amending(reading) };
  });
  const { vocabulary, index } = base.view.parts;
  return createView({
    indexed: shardsFrom(indexed.map((each) => [each.key, each])),
    removed: new Map([...base.view.parts.removed, ...own.view.parts.removed]),
    statistics: recount(emptyStatistics, indexed, [], vocabulary.size),
    index,
    vocabulary,
  });
}

const told = (corpus: Corpus): unknown => ({
  scope: corpus.scope,
  readings: corpus.readings.map(({ article, amended }) => [
    articleKey(article),
    article.body,
    amended,
  ]),
  known: ['a', 'b', 'c', 'd'].map((id) => [corpus.reading(id)?.article.body, corpus.removed(id)]),
  query: corpus.query('the Oslo envoy spoke'),
  figures: figuresOf(corpus).map(({ name, offices, appearances }) => ({
    name,
    offices,
    in: appearances.map(({ reading, entity }) => [articleKey(reading.article), entity]),
  })),
});

test('what a server sees, kept up to date, is the same as laid together afresh', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { maxLength: 2 }), { maxLength: 6 }),
      async (batches) => {
        const base = createCorpusHolder();
        const own = createCorpusHolder({ vocabulary: base.view.parts.vocabulary });
        let amendments: Amendments = new Map();
        const view = createServerView(base, own, () => amendments);
        for (const batch of batches) {
          for (const { shelf, id, kind, demo } of batch) {
            const key = articleKey({ shelf, id: articleOf(id, 'It rained.').id });
            const others = [...amendments].filter(([other]) => other !== key);
            if (kind === 'amend') amendments = new Map(demo ? [...others, [key, amend]] : others);
          }
          for (const [shelf, holder] of [
            ['base', base],
            ['own', own],
          ] as const)
            await holder.update(
              batch.filter((each) => each.kind !== 'amend' && each.shelf === shelf).map(toChange),
            );
          const { corpus } = await view();
          expect(told(corpus)).toEqual(told(expectedIn(base, own, amendments)));
          expect((await view()).corpus).toBe(corpus);
        }
      },
    ),
    { numRuns: 40 },
  ));
