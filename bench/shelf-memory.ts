import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Article, type ArticleId, isArticleId } from '../src/article/article.ts';
import { followCorpora } from '../src/search/corpora.ts';
import type { Amendments } from '../src/search/layered-view.ts';
import type { ArticleStore } from '../src/store/article-store.ts';
import { openFolderStore } from '../src/store/folder-store.ts';
import { bytesInUse, round } from './figures.ts';
import { generateArticles } from './generated-articles.ts';

// How much memory servers' shelves take once they are loaded, beside what is reckoned of them.

type ShelfMemory = {
  readonly articles: number;
  readonly characters: number;
  /** Of one shelf. */
  readonly taken_kb: number;
  readonly reckoned_kb: number;
};

const SIZES = [1, 10, 50] as const;
/** So many shelves of each size, for a steady figure. */
const SHELVES = 5;

/** @param originals what the articles of the shelves are recombined from */
export async function measureShelves(
  corpusDir: string,
  originals: readonly Article[],
): Promise<readonly ShelfMemory[]> {
  const measured: ShelfMemory[] = [];
  for (const size of SIZES) measured.push(await measure(corpusDir, originals, size));
  return measured;
}

async function measure(
  corpusDir: string,
  originals: readonly Article[],
  size: number,
): Promise<ShelfMemory> {
  const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-bench-shelves-'));
  const store = await openFolderStore({ corpusDir, dataDir });
  const none: Amendments = new Map();
  const corpora = await followCorpora({ store, amendments: () => none, report });
  try {
    let characters = 0;
    for (const server of SERVERS) characters += await fill(store, server, originals, size);
    const before = await bytesInUse();
    for (const server of SERVERS) await corpora.of(server);
    const perShelf = (bytes: number): number => round(bytes / SHELVES / 1000);
    return {
      articles: size,
      characters: Math.round(characters / SHELVES),
      taken_kb: perShelf((await bytesInUse()) - before),
      reckoned_kb: perShelf(corpora.bytes()),
    };
  } finally {
    corpora.close();
    await store.close();
    await rm(dataDir, { recursive: true });
  }
}

const SERVERS = Array.from({ length: SHELVES }, (_, at) =>
  String(100_000_000_000_000_001n + BigInt(at)),
);

async function fill(
  store: ArticleStore,
  server: string,
  originals: readonly Article[],
  size: number,
): Promise<number> {
  const articles = generateArticles(originals, size, Number(server.slice(-1)));
  await store.append(
    server,
    0,
    '1',
    articles.map(({ id, source }) => ({
      kind: 'put',
      id: idOf(id),
      source,
      from: { kind: 'paste' },
    })),
  );
  return articles.reduce((sum, { source }) => sum + source.length, 0);
}

function report(error: unknown): never {
  throw error;
}

function idOf(words: string): ArticleId {
  if (isArticleId(words)) return words;
  throw new RangeError(`"${words}" is no id`);
}
