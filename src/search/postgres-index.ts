import { createHash } from 'node:crypto';
import {
  type CandidateRow,
  type Candidates,
  type Level,
  candidatesOf,
} from '../store/postgres/candidates.ts';
import type { Database } from '../store/postgres/database.ts';
import { StoreFault } from '../store/store-fault.ts';
import { turns } from '../store/turns.ts';
import { countStems, dampingOf, rarityAmong, sizeOf } from './article-score.ts';
import type { IndexedText, OpenIndex, PassageIndex } from './passage-index.ts';
import { SearchFault } from './search-fault.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Passage indexes in a database that many processes share; each shelf's rows are there once. */
export const postgresIndexes =
  (database: Database): OpenIndex =>
  (shelf, vocabulary) =>
    createIndex(shelf, vocabulary, candidatesOf(database, shelf));

interface Change {
  readonly kind: 'put' | 'remove';
  readonly rows: readonly CandidateRow[];
}

/**
 * The posting lists are in the database; what is kept here is how many articles have each stem, which
 * is one number a stem. So what is rare does not hang on who else has put articles there meanwhile.
 */
function createIndex(shelf: string, vocabulary: Vocabulary, candidates: Candidates): PassageIndex {
  const keys = new Set<string>();
  const having: number[] = [];
  let length = 0;
  const inTurn = turns();
  /** What the database has not been told yet. */
  const waiting: Change[] = [];

  function count(text: IndexedText, by: 1 | -1): void {
    length += by * sizeOf(text);
    for (const stem of countStems(text).keys()) having[stem] = (having[stem] ?? 0) + by;
  }

  const rowOf = (text: IndexedText): CandidateRow => {
    const counts = [...countStems(text)];
    const stems = counts
      .map(([stem, times]) => [vocabulary.stem(stem), levelOf(times)] as const)
      .filter(([stem]) => stem !== '')
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    const told = JSON.stringify([sizeOf(text), stems]);
    const digest = createHash('sha256').update(told).digest('base64url').slice(0, DIGEST);
    return { article: text.key.slice(shelf.length + 1), stems, length: sizeOf(text), digest };
  };

  /** What fails here is told again before the next question. */
  const tell = (): Promise<void> =>
    inTurn(async () => {
      for (let [next] = waiting; next !== undefined; [next] = waiting) {
        await write(candidates, next);
        waiting.shift();
      }
    });

  async function change(kind: Change['kind'], texts: readonly IndexedText[]): Promise<void> {
    if (texts.length === 0) return;
    waiting.push({ kind, rows: texts.map(rowOf) });
    // The view changes all the same: what asks by name needs no index.
    await tell().catch(unlessLost);
  }

  return {
    async add(texts) {
      for (const text of texts) {
        keys.add(text.key);
        count(text, 1);
      }
      await change('put', texts);
    },
    async remove(texts) {
      const there = texts.filter(({ key }) => keys.delete(key));
      for (const text of there) count(text, -1);
      await change('remove', there);
    },
    async propose(stems, limit) {
      const asked = stems.flatMap(({ stem, weight }) => {
        const [word, among] = [vocabulary.stem(stem), having[stem] ?? 0];
        return word === '' || among === 0
          ? []
          : [{ stem: word, weight: weight * rarityAmong(keys.size, among) }];
      });
      if (asked.length === 0) return [];
      try {
        await tell();
        const scale = { mean: length / keys.size, damping: DAMPING, counts: COUNTS };
        const articles = await candidates.propose(asked, scale, limit);
        return articles.map((article) => `${shelf}/${article}`);
      } catch (error) {
        throw error instanceof StoreFault ? new SearchFault('search.lost', error) : error;
      }
    },
  };
}

async function write(candidates: Candidates, { kind, rows }: Change): Promise<void> {
  if (kind === 'remove') return candidates.remove(rows);
  const known = await candidates.known(rows.map(({ article }) => article));
  const others = rows.filter(({ article, digest }) => known.get(article) !== digest);
  if (others.length > 0) await candidates.put(others);
}

function unlessLost(error: unknown): void {
  if (!(error instanceof StoreFault)) throw error;
}

// As many characters as make two versions with one digest improbable.
const DIGEST = 16;

const DAMPING = { least: dampingOf(0), more: dampingOf(1) - dampingOf(0) };

/** The counts that the levels stand for; an article has most of its stems once or twice. */
const COUNTS = { D: 1, C: 2, B: 3.5, A: 8 } as const;

function levelOf(times: number): Level {
  if (times >= 5) return 'A';
  if (times >= 3) return 'B';
  return times === 2 ? 'C' : 'D';
}
