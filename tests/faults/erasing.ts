import { judgeCalls, pardonCalls } from './fault-injector.ts';
import { cp } from 'node:fs/promises';
import { traceOf } from '../../src/command/trace.ts';
import { type ErasureOutcome, openErasure } from '../../src/store/erasing/erasure.ts';
import { GUILD, MEMBER, SECRET, fillStores, tracesIn } from '../store/erasable.ts';
import { type Folders, makeFolders } from '../store/temporary-folder.ts';
import { idOf } from '../article/article-id.ts';
import { UserError } from '../../src/article/user-error.ts';
import { type Program, inLanes, linesOf } from './child-program.ts';
import { type Stores, openStores } from './operation.ts';

// Erasing, and dying on the way.

export const ERASING = ['article', 'member', 'server'] as const;

/** Erases one of the things that `fillStores` has filled the stores with. */
export function erasureIn(stores: Stores, dataDir: string, what: string): Promise<ErasureOutcome> {
  const erasure = openErasure({ ...stores, dataDir });
  if (what === 'article') return erasure.article(GUILD, idOf('secret-talks'));
  return what === 'member' ? erasure.member(MEMBER) : erasure.server(GUILD);
}

const MARKS: Readonly<Record<(typeof ERASING)[number], readonly string[]>> = {
  article: [SECRET, 'Petrova'],
  member: [MEMBER],
  server: [GUILD, SECRET, 'Else.'],
};

/** Folders with stores that are filled, to be copied. */
export async function fillFolders(): Promise<Folders> {
  const folders = await makeFolders();
  const stores = await openStores(folders);
  await fillStores(stores);
  await stores.articles.close();
  return folders;
}

async function copyOf({ corpusDir, dataDir }: Folders): Promise<Folders> {
  const folders = await makeFolders();
  await cp(corpusDir, folders.corpusDir, { recursive: true });
  await cp(dataDir, folders.dataDir, { recursive: true });
  return folders;
}

/** Dies at each call that erasing makes, or at every so many of them; gives what was wrong after. */
export async function dieErasing(
  program: Program,
  filled: Folders,
  what: (typeof ERASING)[number],
  every: number,
): Promise<{ readonly deaths: number; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  let deaths = 0;
  const dieAt = async (at: number, when: string): Promise<number> => {
    const folders = await copyOf(filled);
    const { corpusDir, dataDir } = folders;
    const child = program.start([corpusDir, dataDir, what, String(at), when]);
    const calls = Number(/^calls (\d+)$/u.exec((await linesOf(child))[0] ?? '')?.[1]);
    if (Number.isNaN(calls)) deaths += 1;
    const fault = await examine(folders, what, !Number.isNaN(calls));
    if (fault !== undefined) faults.push(`${when} call ${String(at)}: ${fault}`);
    await folders.clear();
    return calls;
  };
  const calls = await dieAt(0, 'before');
  const jobs: (() => Promise<void>)[] = [];
  for (let at = 1; at <= calls; at += every)
    for (const when of ['before', 'half', 'after'])
      jobs.push(async () => void (await dieAt(at, when)));
  await inLanes(2, jobs);
  return { deaths, faults };
}

/** Lets each call that erasing makes fail, or every so many of them; what is told is tried again. */
export async function failErasing(
  filled: Folders,
  what: (typeof ERASING)[number],
  code: string,
  every: number,
): Promise<{ readonly told: number; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  let told = 0;
  for (let at = 1, isMet = true; isMet; at += every) {
    const folders = await copyOf(filled);
    const stores = await openStores(folders);
    isMet = false;
    judgeCalls(({ index }) => {
      if (index !== at) return { kind: 'through' };
      isMet = true;
      return { kind: 'fail', code };
    });
    const fault = await erasureIn(stores, folders.dataDir, what).then(
      () => undefined,
      (error: unknown) => (error instanceof UserError ? '' : traceOf(error)),
    );
    pardonCalls();
    if (fault !== undefined) {
      told += 1;
      if (fault !== '') faults.push(`call ${String(at)}: ${fault}`);
      // What was half done is told to be no more, once it is wholly done.
      await erasureIn(stores, folders.dataDir, what).catch(() => undefined);
    }
    await stores.articles.close();
    const left = await examine(folders, what, true);
    if (left !== undefined) faults.push(`call ${String(at)}: ${left}`);
    await folders.clear();
  }
  return { told, faults };
}

/** All of it is gone after the next start, or it was not begun. */
async function examine(
  folders: Folders,
  what: (typeof ERASING)[number],
  isAcknowledged: boolean,
): Promise<string | undefined> {
  const { dataDir } = folders;
  try {
    const before = await openStores(folders);
    await openErasure({ ...before, dataDir }).finish();
    const traces = await tracesIn(folders, MARKS[what]);
    const heads = [await before.articles.head(GUILD), (await before.articles.load('99')).articles];
    if (traces.length > 0 && isAcknowledged) return `left in ${traces.join()}`;
    if (traces.length > 0 && heads[0] !== 3) return `begun, and left in ${traces.join()}`;
    if (traces.length > 0) await erasureIn(before, dataDir, what);
    await before.articles.close();
    const traced = await tracesIn(folders, MARKS[what]);
    if (traced.length > 0) return `still in ${traced.join()}`;
    // Of notes and half-written files nothing may be left; records have other names.
    const left = await tracesIn(folders, ['erasing', '.tmp']);
    if (left.length > 0) return `left over: ${left.join()}`;
    const after = await openStores(folders);
    const [far] = (await after.articles.load('99')).articles;
    const other = await after.articles.articleAt(GUILD, idOf('other'), 2);
    await after.articles.close();
    if (far?.body !== 'Far away.') return 'another shelf is not what it was';
    if (what !== 'server' && other?.body !== 'Else.') return 'another article is not what it was';
    return undefined;
  } catch (error) {
    return `it does not open: ${traceOf(error)}`;
  }
}
