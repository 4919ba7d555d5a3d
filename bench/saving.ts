import { monitorEventLoopDelay } from 'node:perf_hooks';
import { BASE_SHELF, type ArticleId, isArticleId } from '../src/article/article.ts';
import { findFigures } from '../src/search/people.ts';
import type { Corpora } from '../src/search/corpora.ts';
import type { ArticleStore } from '../src/store/article-store.ts';
import { round, summarise, time } from './figures.ts';
import type { FigureRecord } from './report/results.ts';

// How long it takes from a moderator's "Save" until members are answered from the article.

const SERVER = '100000000000000001';
const SAVED = 20;

/** On the shelf of one server, over the base shelf, and on that, which every server reads. */
export const measureSaving = async (
  store: ArticleStore,
  corpora: Corpora,
): Promise<readonly FigureRecord[]> => [
  { what: 'saved on a shelf', ...(await measureShelf(store, corpora, SERVER)) },
  { what: 'saved in the folder', ...(await measureShelf(store, corpora, BASE_SHELF)) },
];

async function measureShelf(
  store: ArticleStore,
  corpora: Corpora,
  shelf: string,
): Promise<FigureRecord> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  const times: number[] = [];
  for (let number = 0; number < SAVED; number += 1) {
    if (number === 1) delays.enable();
    times.push(await time(() => save(store, corpora, shelf, number)));
  }
  delays.disable();
  // The longest time for which nothing else was done meanwhile.
  return { ...summarise(times), longest_hold_ms: round(delays.max / 1e6) };
}

/** Saves an article and asks for it, as whoever pressed "Save" would. */
async function save(
  store: ArticleStore,
  corpora: Corpora,
  shelf: string,
  number: number,
): Promise<void> {
  const name = `Zora Quill${'abcdefghijklmnopqrst'[number] ?? ''}`;
  const source = `---\ntitle: The lock ${number}\ndate: 2025-01-02\n---\n\n${articleBy(name)}`;
  await store.append(shelf, await store.head(shelf), '1', [
    { kind: 'put', id: idOf(`saved-${shelf}-${number}`), source, from: { kind: 'paste' } },
  ]);
  await corpora.catchUp(shelf);
  const corpus = await corpora.of(SERVER);
  const found = findFigures(name, corpus);
  const [hit] = await corpus.search(corpus.query(`${name} lock`), 1);
  if (found.length === 0 || hit === undefined) throw new Error(`${name} was not found`);
}

const articleBy = (name: string): string =>
  Array.from(
    { length: 15 },
    (_, at) =>
      `"The lock is safe for the ${at} ships that wait," ${name}, the harbour master, said on ` +
      'Tuesday after the council met in Oslo to speak about the budget of the coming year.',
  ).join('\n\n');

function idOf(words: string): ArticleId {
  if (isArticleId(words)) return words;
  throw new RangeError(`"${words}" is no id`);
}
