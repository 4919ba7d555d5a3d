import { judgeCalls, pardonCalls } from './fault-injector.ts';
import { UserError } from '../../src/article/user-error.ts';
import { type Folders, makeFolders } from '../store/temporary-folder.ts';
import {
  applyOperation,
  canonical,
  EMPTY,
  findFaults,
  isSame,
  openStores,
  perform,
  readState,
  type State,
  type Stores,
} from './operation.ts';
import { SCENARIO } from './scenario.ts';

/** What came of failing calls. */
export interface Failures {
  failures: number;
  /** Of them, with an error that says what to do; of the others nobody noticed anything. */
  told: number;
  faults: string[];
}

interface Trial {
  readonly at: number;
  readonly code: string;
  /** How many calls fail, one after the other; until something is told at most. */
  readonly count: number;
}

/**
 * Runs the scenario with calls that fail; what is told to have failed is tried again once they no
 * longer do. True once the scenario ended before the first of the calls.
 */
export async function failAt(trial: Trial, tally: Failures): Promise<boolean> {
  const folders = await makeFolders();
  let hits = 0;
  judgeCalls(({ index }) => {
    if (index < trial.at || index >= trial.at + trial.count) return { kind: 'through' };
    hits += 1;
    return { kind: 'fail', code: trial.code };
  });
  const note = (fault: string): void =>
    void tally.faults.push(
      `${trial.code} ×${String(trial.count)} at ${String(trial.at)}: ${fault}`,
    );
  try {
    await runScenario(folders, tally, note);
  } catch (error) {
    note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    pardonCalls();
    await folders.clear();
  }
  if (hits > 0) tally.failures += 1;
  return hits === 0;
}

async function runScenario(
  folders: Folders,
  tally: Failures,
  note: (fault: string) => void,
): Promise<void> {
  const told = (error: unknown, what: string): void => {
    pardonCalls();
    tally.told += 1;
    if (!(error instanceof UserError))
      note(`${what} was told ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
  };
  const stores = await openStores(folders).catch((error: unknown) => {
    told(error, 'opening');
    return openStores(folders);
  });
  let state = EMPTY;
  for (const operation of SCENARIO) {
    try {
      await perform(stores, operation);
    } catch (error) {
      told(error, operation.kind);
      await compare(stores, state, `after a failed ${operation.kind}`, note);
      await perform(stores, operation);
    }
    state = applyOperation(state, operation);
  }
  await stores.articles.close().catch((error: unknown) => {
    told(error, 'closing');
  });
  pardonCalls();
  const again = await openStores(folders);
  await compare(again, state, 'when opened again', note);
  for (const fault of await findFaults(again, folders)) note(fault);
  await again.articles.close();
}

async function compare(
  stores: Stores,
  expected: State,
  when: string,
  note: (fault: string) => void,
): Promise<void> {
  const found = await readState(stores);
  if (!isSame(found, expected)) note(`${when}: ${canonical(found)}, not ${canonical(expected)}`);
}

/**
 * Fails each call alone, and at every fifth call so many in a row that what would undo it fails as
 * well; says how often, and gives what went wrong.
 */
export async function failEverywhere(code: string): Promise<readonly string[]> {
  const tally: Failures = { failures: 0, told: 0, faults: [] };
  for (let at = 1; !(await failAt({ at, code, count: 1 }, tally)); at += 1);
  for (let at = 1; !(await failAt({ at, code, count: 25 }, tally)); at += 5);
  const { failures, told, faults } = tally;
  process.stdout.write(
    `${code}: ${String(failures)} runs with failing calls, ${String(told)} told what to do, ` +
      `${String(faults.length)} faults\n`,
  );
  return faults;
}
