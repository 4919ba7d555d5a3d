import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reading } from '../../src/search/corpus.ts';
import { moveHashes, movesBetween, noHashPlaces, placesOf } from '../../src/search/hash-places.ts';
import { replaceIn } from '../../src/search/ordered.ts';
import { newestFirst } from '../../src/search/reading-order.ts';
import { articleOf } from './articles.ts';

const HASHES = [0, 1, 17, 2 ** 31, 2 ** 32 - 1];

const drafted = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  hashes: fc.array(fc.constantFrom(...HASHES), { maxLength: 4 }),
  isThere: fc.boolean(),
});

const none = {
  sentences: [],
  entities: [],
  mentions: [],
  quotations: [],
  gatherings: [],
  stances: [],
  dates: [],
};

test('hashes kept up to date find the same readings as a look at each', () => {
  fc.assert(
    fc.property(fc.array(fc.array(drafted, { maxLength: 4 }), { maxLength: 5 }), (steps) => {
      const hashesOf = new Map<Reading, readonly number[]>();
      const byId = new Map<string, Reading>();
      let readings: readonly Reading[] = [];
      let places = noHashPlaces;
      for (const step of steps) {
        const next = new Map(byId);
        for (const { id, hashes, isThere } of step) {
          const reading = { article: articleOf(id, 'Nobody.'), facts: none };
          hashesOf.set(reading, hashes);
          if (isThere) next.set(id, reading);
          else next.delete(id);
        }
        const went = [...byId.values()].filter((one) => next.get(one.article.id) !== one);
        const came = [...next.values()].filter((one) => byId.get(one.article.id) !== one);
        const after = replaceIn(readings, went, came, newestFirst);
        const moves = movesBetween(readings, after, came);
        places = moveHashes(places, moves, (reading) => hashesOf.get(reading) ?? []);
        readings = after;
        byId.clear();
        for (const [id, reading] of next) byId.set(id, reading);
      }
      for (const hash of HASHES)
        expect(placesOf(places, hash)).toEqual(
          readings.flatMap((reading, place) =>
            (hashesOf.get(reading) ?? []).filter((own) => own === hash).map(() => place),
          ),
        );
    }),
  );
});
