import type { Program } from './child-program.ts';
import { inLanes, linesOf } from './child-program.ts';
import { canonical, findFaults, isSame, openStores, readState } from './operation.ts';
import { STATES } from './scenario.ts';
import { makeFolders } from '../store/temporary-folder.ts';

const MOMENTS = ['before', 'half', 'after'] as const;
type Moment = (typeof MOMENTS)[number];

/** What came of dying at calls. */
export interface Crashes {
  /** In the scenario, when it is left in peace. */
  readonly calls: number;
  readonly crashes: number;
  readonly faults: readonly string[];
}

/**
 * Runs the scenario again and again, each time dying at the next call to the file system (or only at
 * some): before it, after it, or halfway if it writes. Opens what is left, and looks at it.
 */
export async function crashEverywhere(
  program: Program,
  { from, every } = { from: 1, every: 1 },
): Promise<Crashes> {
  const { lines: whole } = await crashAt(program, 0, 'before');
  const calls = Number(/^calls (\d+)$/u.exec(whole.at(-1) ?? '')?.[1]);
  // Their numbers differ a little from run to run, so the calls next to writes are tried, too.
  const writes = new Set((whole.at(-2) ?? '').split(' ').slice(1).map(Number));
  const isNearWrite = (at: number): boolean =>
    [at - 1, at, at + 1].some((each) => writes.has(each));
  const faults: string[] = [];
  let crashes = 0;
  const jobs: (() => Promise<void>)[] = [];
  for (let at = from; at <= calls + 3; at += every)
    for (const moment of MOMENTS.filter((each) => each !== 'half' || isNearWrite(at)))
      jobs.push(async () => {
        const { lines, fault } = await crashAt(program, at, moment);
        if (!(lines.at(-1) ?? '').startsWith('calls')) crashes += 1;
        if (fault !== undefined) faults.push(`${moment} call ${String(at)}: ${fault}`);
      });
  await inLanes(6, jobs);
  return { calls, crashes, faults };
}

async function crashAt(program: Program, at: number, moment: Moment) {
  const folders = await makeFolders();
  try {
    const child = program.start([folders.corpusDir, folders.dataDir, String(at), moment]);
    const lines = await linesOf(child);
    return { lines, fault: await examine(folders, lines) };
  } finally {
    await folders.clear();
  }
}

async function examine(
  folders: Parameters<typeof openStores>[0],
  lines: readonly string[],
): Promise<string | undefined> {
  const acknowledged = lines.filter((line) => line === 'acknowledged').length;
  try {
    const stores = await openStores(folders);
    const state = await readState(stores);
    const faults = await findFaults(stores, folders);
    await stores.articles.close();
    const expected = STATES.slice(acknowledged, acknowledged + 2);
    if (!expected.some((each) => isSame(each, state)))
      faults.push(`after ${String(acknowledged)} acknowledged: ${canonical(state)}`);
    return faults.length === 0 ? undefined : faults.join('; ');
  } catch (error) {
    return `it does not open: ${String(error)}`;
  }
}
