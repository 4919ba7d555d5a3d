import * as z from 'zod';
import { type ArticleId, BASE_SHELF, isArticleId } from '../../article/article.ts';
import { UserError } from '../../article/user-error.ts';
import { idOfFile } from '../article-file.ts';
import { type ArticleStore, isChange } from '../article-store.ts';
import type { BackupNote } from '../backup/backup.ts';
import { type ErasureBook, folderErasureBook } from './erasure-book.ts';
import type { ErasedThing } from './erasure-record.ts';
import { openServerStore } from '../folder-server-store.ts';
import { type FolderStoreOptions, openFolderStore } from '../folder-store.ts';
import type { Traces } from './rescued.ts';
import { wordsId } from './server-erasing.ts';
import type { ServerStore } from '../server-store.ts';
import { SHELF_NAME } from '../shelf-name.ts';
import { turns } from '../turns.ts';

// An erasure goes through all places, one after the other, each of which may be gone through again: what
// is to be erased is noted first (in `erasing.json`, or its table), and the next start ends what a kill has cut short.

const orderSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('article'),
    shelf: z.string().regex(SHELF_NAME),
    id: z.string().refine(isArticleId),
    bodies: z.array(z.string()),
    /** What `wordsId` gives of each version. */
    words: z.array(z.string()),
    at: z.string(),
  }),
  z.object({ what: z.literal('member'), userId: z.string(), at: z.string() }),
  z.object({ what: z.literal('server'), guildId: z.string().regex(SHELF_NAME), at: z.string() }),
]);

type Order = z.output<typeof orderSchema>;
type OrderOf<What extends Order['what']> = Extract<Order, { readonly what: What }>;

export interface ErasurePlaces {
  readonly articles: ArticleStore;
  readonly servers: ServerStore;
  readonly dataDir: string;
  /** Where erasures are noted, if not in DATA_DIR. */
  readonly book?: ErasureBook | undefined;
  /** The server whose moderators write the base shelf, if any may. */
  readonly baseGuildId?: string | undefined;
}

type Places = Omit<ErasurePlaces, 'dataDir' | 'book'> & { readonly book: ErasureBook };

/** What came of an erasure. */
export interface ErasureOutcome {
  /**
   * Those that were made before and may still hold what was erased; undefined where only whoever runs
   * the database knows of them.
   */
  readonly backups: readonly BackupNote[] | undefined;
  /** Of a member: how many reports were theirs. */
  readonly reports: number;
}

/** Removes something wherever it is kept, for good. */
export interface Erasure {
  /** @throws UserError where there was never such an article */
  article(shelf: string, id: ArticleId): Promise<ErasureOutcome>;
  member(userId: string): Promise<ErasureOutcome>;
  server(guildId: string): Promise<ErasureOutcome>;
  /** Ends what was begun and cut short; to be done at the start. */
  finish(): Promise<void>;
}

/** Erases in the stores that are open, for a process that may write to them. */
export function openErasure(options: ErasurePlaces): Erasure {
  const places = { ...options, book: options.book ?? folderErasureBook(options.dataDir) };
  const take = turns();
  const inTurn = <Result>(job: () => Promise<Result>): Promise<Result> =>
    take(() => places.book.alone(job));
  const erase = (plan: (at: string) => Promise<Order>): Promise<ErasureOutcome> =>
    inTurn(async () => {
      await finish(places);
      return perform(places, await plan(new Date().toISOString()));
    });
  return {
    article: (shelf, id) => erase((at) => planArticle(places, shelf, id, at)),
    member: (userId) => erase((at) => Promise.resolve({ what: 'member', userId, at })),
    server: (guildId) =>
      erase(async (at) => {
        await places.articles.checkErasable(guildId);
        return { what: 'server', guildId, at };
      }),
    finish: () => inTurn(() => finish(places)),
  };
}

async function finish(places: Places): Promise<void> {
  const text = await places.book.begun();
  if (text !== undefined) await carryOut(places, orderSchema.parse(JSON.parse(text)));
}

/** Ends what was cut short, where no Verbatim runs; mostly there is nothing to do. */
export async function finishErasures(options: FolderStoreOptions): Promise<void> {
  const { dataDir } = options;
  const book = folderErasureBook(dataDir);
  if ((await book.begun()) === undefined) return;
  const articles = await openFolderStore(options);
  try {
    await finish({ articles, servers: await openServerStore(dataDir), book });
  } finally {
    await articles.close();
  }
}

async function perform(places: Places, order: Order): Promise<ErasureOutcome> {
  await places.book.begin(JSON.stringify(order));
  const reports = await carryOut(places, order);
  return { backups: await places.book.backups(), reports };
}

/** Gives how many reports of a member were removed. */
async function carryOut(places: Places, order: Order): Promise<number> {
  const { things, traces, reports } = await eraseEverywhere(places, order);
  await places.book.scrub(traces);
  await places.book.end({ at: order.at, what: order.what }, things);
  return reports;
}

interface Gone {
  readonly things: readonly ErasedThing[];
  readonly traces: Traces;
  readonly reports: number;
}

function eraseEverywhere(places: Places, order: Order): Promise<Gone> {
  switch (order.what) {
    case 'article':
      return eraseArticle(places, order);
    case 'member':
      return eraseMember(places, order);
    case 'server':
      return eraseServer(places, order);
    default:
      return order satisfies never;
  }
}

async function planArticle(
  { articles }: Places,
  shelf: string,
  id: ArticleId,
  at: string,
): Promise<Order> {
  const bodies = [...(await articles.bodiesOf(shelf, id))];
  if (bodies.length === 0 && !(await hasFile(articles, shelf, id)))
    throw new UserError(`There is no article "${id}" on the shelf ${shelf}; look its id up first.`);
  await articles.checkErasable(shelf, id);
  const words = (await sourcesOf(articles, shelf, id)).map(wordsId);
  return { what: 'article', shelf, id, bodies, words, at };
}

/** One that cannot be read is no article, but has words. */
const hasFile = async (articles: ArticleStore, shelf: string, id: ArticleId): Promise<boolean> =>
  (await articles.load(shelf)).problems.some(({ file }) => idOfFile(file) === id);

async function eraseArticle(
  { articles, servers, book, baseGuildId }: Places,
  { shelf, id, bodies, words }: OrderOf<'article'>,
): Promise<Gone> {
  const sources = await sourcesOf(articles, shelf, id);
  const writer = shelf === BASE_SHELF ? baseGuildId : undefined;
  const hiddenIn = shelf === BASE_SHELF ? await serversOver(articles, servers, id) : [];
  await servers.eraseArticle({ shelf, id, sources, writer, hiddenIn });
  await articles.erase(shelf, id);
  const gone = await book.gone(bodies);
  return {
    things: [
      { what: 'article', name: `${shelf}/${id}` },
      ...gone.map((name): ErasedThing => ({ what: 'body', name })),
      ...words.map((name): ErasedThing => ({ what: 'words', name })),
    ],
    traces: { marks: [JSON.stringify(id), `"${id} `, ...gone], sources, names: gone },
    reports: 0,
  };
}

/** The servers that speak of an article by this id and mean their own, which lies over the base shelf's. */
async function serversOver(
  articles: ArticleStore,
  servers: ServerStore,
  id: ArticleId,
): Promise<readonly string[]> {
  const over: string[] = [];
  for (const guildId of servers.known())
    if ((await articles.load(guildId)).articles.some((article) => article.id === id))
      over.push(guildId);
  return over;
}

/** Every version of an article's file. */
async function sourcesOf(
  articles: ArticleStore,
  shelf: string,
  id: ArticleId,
): Promise<readonly string[]> {
  const sources = new Set<string>();
  for (const change of (await articles.changesSince(shelf, 0)).filter(isChange)) {
    if (change.id !== id || change.kind !== 'put') continue;
    const source = await articles.sourceAt(shelf, id, change.revision);
    if (source !== undefined) sources.add(source);
  }
  return [...sources];
}

async function eraseMember(
  { articles, servers }: Places,
  { userId }: OrderOf<'member'>,
): Promise<Gone> {
  const reports = await servers.forgetMember(userId);
  await articles.forgetMember(userId);
  return {
    things: [{ what: 'member', name: userId }],
    traces: { marks: [JSON.stringify(userId), `@${userId}>`], sources: [], names: [] },
    reports,
  };
}

async function eraseServer(
  { articles, servers }: Places,
  { guildId }: OrderOf<'server'>,
): Promise<Gone> {
  await servers.eraseServer(guildId);
  await articles.eraseShelf(guildId);
  return {
    things: [{ what: 'server', name: guildId }],
    traces: { marks: [JSON.stringify(guildId)], sources: [], names: [guildId] },
    reports: 0,
  };
}

/** Which backups may still hold what was erased, in words for whoever runs the bot. */
export function backupLines({ backups }: ErasureOutcome): readonly string[] {
  if (backups === undefined)
    return [
      'Dumps and copies of the database that were made before may still hold it; delete them, or keep ' +
        'them only as long as you must.',
    ];
  if (backups.length === 0) return ['No backup was made before that could still hold it.'];
  return [
    'These backups were made before and may still hold it; delete them, or keep them only as long as you must:',
    ...backups.map(({ at, path }) => `  ${path} (${at})`),
  ];
}
