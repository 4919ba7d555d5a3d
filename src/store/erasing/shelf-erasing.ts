import type { ArticleId } from '../../article/article.ts';
import type { ArticleStore } from '../article-store.ts';
import type { ErasureNote } from './folder-erasure.ts';
import type { FolderShelf } from '../folder-shelf.ts';

/** What erasing does to the folders of all shelves, open or not. */
export interface ErasingFolders {
  shelves(): Promise<readonly string[]>;
  /** Notes what is to be erased, before anything is. */
  note(note: ErasureNote): Promise<void>;
  forgetNote(): Promise<void>;
  removeShelf(shelf: string): Promise<void>;
  dropBodies(ids: readonly string[]): Promise<void>;
  /** Removes what was read out of an article. */
  dropReading(shelf: string, id: ArticleId): Promise<void>;
  forgetInLog(shelf: string, userId: string): Promise<void>;
}

export type Shelves = ReadonlyMap<string, FolderShelf>;

interface Erasing {
  readonly find: (shelf: string) => Promise<FolderShelf>;
  /** Does something while no shelf is opened, read or written but by it. */
  readonly alone: <Result>(job: (open: Shelves) => Promise<Result>) => Promise<Result>;
  readonly folders: ErasingFolders;
}

/** What is to be done, as it is noted, and doing it, which may be done again. */
interface Job {
  readonly note: ErasureNote;
  readonly run: (open: Shelves) => Promise<void>;
}

/** Erases from shelves, one thing after the other. */
export function erasingOf({
  find,
  alone,
  folders,
}: Erasing): Pick<ArticleStore, 'erase' | 'eraseShelf' | 'forgetMember'> {
  // What failed on the way, which is to be ended before anything else is begun.
  let left: Job | undefined;
  const carryOut = async (job: Job, open: Shelves): Promise<void> => {
    left = job;
    await job.run(open);
    await folders.forgetNote();
    left = undefined;
  };
  const erasing = (plan: (at: string) => Promise<Job>): Promise<void> =>
    alone(async (open) => {
      if (left !== undefined) await carryOut(left, open);
      const job = await plan(new Date().toISOString());
      await folders.note(job.note);
      await carryOut(job, open);
    });
  return {
    erase: async (name, id) => {
      const shelf = await find(name);
      await erasing((at) => planArticle(name, shelf, id, at, folders));
    },
    eraseShelf: async (name) => {
      const shelf = await find(name);
      await erasing((at) => planShelf(name, shelf, at, folders));
    },
    forgetMember: (userId) => erasing((at) => Promise.resolve(planMember(userId, at, folders))),
  };
}

async function planArticle(
  name: string,
  shelf: FolderShelf,
  id: ArticleId,
  at: string,
  folders: ErasingFolders,
): Promise<Job> {
  await shelf.checkErasable(id);
  const bodies = [...shelf.bodiesOf(id)];
  return {
    note: { kind: 'article', shelf: name, id, bodies, at },
    run: async () => {
      await shelf.erase(id, at);
      await folders.dropReading(name, id);
      await folders.dropBodies(bodies);
    },
  };
}

async function planShelf(
  name: string,
  shelf: FolderShelf,
  at: string,
  folders: ErasingFolders,
): Promise<Job> {
  await shelf.checkErasable();
  const bodies = [...shelf.bodiesOf()];
  return {
    note: { kind: 'shelf', shelf: name, bodies, at },
    run: async () => {
      await shelf.clear(at);
      await folders.removeShelf(name);
      await folders.dropBodies(bodies);
    },
  };
}

const planMember = (userId: string, at: string, folders: ErasingFolders): Job => ({
  note: { kind: 'member', userId, at },
  run: async (open) => {
    for (const shelf of open.values()) await shelf.forgetMember(userId, at);
    for (const name of await folders.shelves())
      if (!open.has(name)) await folders.forgetInLog(name, userId);
  },
});
