import { answerWithPassages } from '../src/answer/passage.ts';
import { BASE_SHELF, isArticleId } from '../src/article/article.ts';
import type { Corpus } from '../src/search/corpus.ts';
import type { PassageIndex } from '../src/search/passage-index.ts';
import { createPostingIndex } from '../src/search/posting-index.ts';
import { postgresIndexes } from '../src/search/postgres-index.ts';
import { followStore } from '../src/search/store-follower.ts';
import { type ViewParts, createView } from '../src/search/view.ts';
import type { Database } from '../src/store/postgres/database.ts';
import { openDatabaseStores } from '../src/store/postgres/open.ts';
import { bytesInUse, round, summarise, time } from './figures.ts';
import type { GeneratedArticle } from './generated-articles.ts';
import { askQuestions } from './questions.ts';
import { measureQuality, searchOurs } from './search-quality.ts';
import { writtenQuestions } from './written-questions.ts';

/** Figures by their names. */
type CandidateRecord = Readonly<Record<string, string | number>>;

const QUESTIONS = 300;

/**
 * Candidates of the index in memory beside those of the one in PostgreSQL, over the same articles and
 * for the same questions: what it takes of memory, times of `propose` alone and of the whole answer, how well the written
 * questions are answered, how many of memory's candidates the other has too, and how often the first
 * passage, or all that are shown, are the same.
 * @param articles those of `corpus/` among them, which the written questions are about
 * @param url of a database that has nothing in it yet
 */
export async function measureCandidates(
  articles: readonly Pick<GeneratedArticle, 'id' | 'source'>[],
  url: string,
  seed: number,
): Promise<readonly CandidateRecord[]> {
  const stores = await openDatabaseStores(url, { report: fail });
  try {
    const { articles: store, database } = stores;
    const edits = articles.flatMap(({ id, source }) =>
      isArticleId(id) ? [{ kind: 'put' as const, id, source }] : [],
    );
    await store.append(BASE_SHELF, 0, 'bench', edits);
    const followed = await followStore({ store, shelf: BASE_SHELF, report: fail });
    followed.close();
    const { parts } = followed.view;
    const memory = await measureIndex(createPostingIndex(), parts, seed);
    const table = postgresIndexes(database)(BASE_SHELF, parts.vocabulary);
    const postgres = await measureIndex(table, parts, seed);
    const size = { articles: parts.indexed.size };
    return [
      { index: 'memory', ...size, ...memory.figures },
      {
        index: 'PostgreSQL',
        ...size,
        ...postgres.figures,
        ...compare(memory.asked, postgres.asked),
        table_mb: round((await sizeOfTable(database)) / 1e6),
      },
    ];
  } finally {
    await stores.close();
  }
}

function fail(error: unknown): never {
  throw error;
}

/** What came of a question. */
interface Asked {
  readonly proposed: readonly string[];
  readonly shown: readonly string[];
}

async function measureIndex(
  index: PassageIndex,
  parts: ViewParts,
  seed: number,
): Promise<{ readonly figures: CandidateRecord; readonly asked: readonly Asked[] }> {
  const before = await bytesInUse();
  const built = await time(() => index.add([...parts.indexed.values()]));
  const memory_mb = round(((await bytesInUse()) - before) / 1e6);
  const times: number[] = [];
  let proposed: readonly string[] = [];
  const corpus = createView({
    ...parts,
    index: {
      ...index,
      async propose(stems, limit) {
        times.push(await time(async () => (proposed = await index.propose(stems, limit))));
        return proposed;
      },
    },
  });
  const quality = await measureQuality((question) => searchOurs(question, corpus));
  const asked: Asked[] = [];
  times.length = 0;
  for (const question of questionsFor(corpus, seed)) {
    const shown = await passagesFor(question, corpus);
    asked.push({ proposed, shown });
  }
  const { p50_ms: propose_p50_ms, p99_ms: propose_p99_ms } = summarise(times);
  const figures = {
    build_s: round(built / 1_000),
    memory_mb,
    propose_p50_ms,
    propose_p99_ms,
    ...quality,
  };
  return { figures, asked };
}

const questionsFor = (corpus: Corpus, seed: number): readonly string[] => [
  ...writtenQuestions.map(({ question }) => question),
  ...askQuestions(corpus, QUESTIONS, seed).map(({ question }) => question),
];

async function passagesFor(question: string, corpus: Corpus): Promise<readonly string[]> {
  const answer = await answerWithPassages(question, corpus);
  if (answer.kind !== 'found') return [];
  return answer.passages.map(({ passage: { article, start, end } }) =>
    [article.id, start, end].join(' '),
  );
}

function compare(memory: readonly Asked[], postgres: readonly Asked[]): CandidateRecord {
  const pairs = memory.flatMap((ours, at) => {
    const theirs = postgres[at];
    return theirs === undefined ? [] : [[ours, theirs] as const];
  });
  const mean = (of: (ours: Asked, theirs: Asked) => number): number =>
    round(pairs.reduce((sum, pair) => sum + of(...pair), 0) / pairs.length);
  return {
    same_candidates: mean(({ proposed }, theirs) => shareOf(proposed, theirs.proposed)),
    same_first: mean(({ shown: [ours] }, { shown: [theirs] }) => (ours === theirs ? 1 : 0)),
    same_shown: mean((ours, theirs) => (ours.shown.join() === theirs.shown.join() ? 1 : 0)),
  };
}

function shareOf(some: readonly string[], others: readonly string[]): number {
  const known = new Set(others);
  return some.length === 0 ? 1 : some.filter((one) => known.has(one)).length / some.length;
}

async function sizeOfTable(database: Database): Promise<number> {
  const [row] = await database.read(
    (sql) => sql<{ bytes: number }[]>`
      select pg_total_relation_size('candidates')::float8 as bytes`,
  );
  return row?.bytes ?? NaN;
}
