import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { makeFolders } from '../store/temporary-folder.ts';
import type { Program } from './child-program.ts';
import {
  applyOperation,
  canonical,
  EMPTY,
  isSame,
  type Operation,
  type State,
} from './operation.ts';

const texts = z.record(z.string(), z.string());
const stateSchema = z.object({
  articles: z.record(z.string(), texts),
  heads: z.record(z.string(), z.number()),
  cooldown: z.number(),
  reports: texts,
  cards: texts,
});
const editSchema = z.object({ id: z.string(), text: z.string().nullable() });
const operationSchema: z.ZodType<Operation> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('articles'), shelf: z.string(), edits: z.array(editSchema) }),
  z.object({ kind: z.literal('settings'), cooldown: z.number() }),
  z.object({ kind: z.literal('report'), id: z.string(), detail: z.string() }),
  z.object({ kind: z.literal('card'), id: z.string(), owner: z.string() }),
  z.object({ kind: z.literal('drop'), id: z.string() }),
  z.object({ kind: z.literal('forget'), user: z.string() }),
]);
const lineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), state: stateSchema, faults: z.array(z.string()) }),
  z.object({ kind: z.literal('doing'), operation: operationSchema }),
  z.object({ kind: z.literal('done') }),
]);
type Line = z.output<typeof lineSchema>;

/** What came of killing. */
export interface Kills {
  kills: number;
  /** Of them, before the process had said what it found. */
  duringStart: number;
  /** Of them, with a change in flight; and how often that turned out to be there. */
  inFlight: number;
  inFlightThere: number;
  acknowledged: number;
  faults: string[];
}

export const noKills = (): Kills => ({
  kills: 0,
  duringStart: 0,
  inFlight: 0,
  inFlightThere: 0,
  acknowledged: 0,
  faults: [],
});

/** What is surely there, and what may be on top of it. */
interface Known {
  readonly sure: State;
  readonly doubtful?: State;
}

/** Kills a writer again and again on the same folders, and lets the next one say what it finds. */
export async function killRepeatedly(program: Program, rounds: number, tally: Kills) {
  const folders = await makeFolders();
  let known: Known = { sure: EMPTY };
  for (let round = 0; round < rounds && tally.faults.length === 0; round += 1) {
    const lines = await killOnce(program, folders.corpusDir, folders.dataDir);
    tally.kills += 1;
    if (lines.length === 0) tally.duringStart += 1;
    for (const line of lines) known = follow(known, line, tally);
    if (known.doubtful) tally.inFlight += 1;
  }
  await folders.clear();
}

function follow(known: Known, line: Line, tally: Kills): Known {
  switch (line.kind) {
    case 'found': {
      const { state } = line;
      tally.faults.push(...line.faults);
      const isThere = known.doubtful !== undefined && isSame(state, known.doubtful);
      if (isThere) tally.inFlightThere += 1;
      if (!isThere && !isSame(state, known.sure))
        tally.faults.push(`found ${brief(state)}, not ${brief(known)}`);
      return { sure: state };
    }
    case 'doing':
      return { sure: known.sure, doubtful: applyOperation(known.sure, line.operation) };
    case 'done':
      tally.acknowledged += 1;
      return { sure: known.doubtful ?? known.sure };
    default:
      return line satisfies never;
  }
}

/** Without the length of long texts. */
const brief = (value: object): string => canonical(value).replaceAll(/x{9,}/gu, '…');

/** How many of several processes that start after a kill get the folder. */
export async function countWinners(program: Program, count: number): Promise<number> {
  const folders = await makeFolders();
  const places = [folders.corpusDir, folders.dataDir];
  const first = program.start(places);
  await new Promise((resolve) => first.stdout?.once('data', resolve));
  first.kill('SIGKILL');
  await new Promise((resolve) => first.once('close', resolve));
  const children = Array.from({ length: count }, () => program.start(places, 'ignore'));
  let winners = 0;
  for (const child of children) child.stdout?.once('data', () => (winners += 1));
  const ends = children.map((child) => new Promise((resolve) => child.once('close', resolve)));
  // The others end by themselves; a second that got the folder would not, and is counted.
  await Promise.race([untilAllButOne(children), wait(4000)]);
  await wait(200);
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(ends);
  await folders.clear();
  return winners;
}

const untilAllButOne = (children: readonly ChildProcess[]): Promise<void> =>
  new Promise((resolve) => {
    let ended = 0;
    for (const child of children)
      child.once('close', () => {
        ended += 1;
        if (ended === children.length - 1) resolve();
      });
  });

/** One in six is killed while it starts, the others up to an eighth of a second into their work. */
function killOnce(program: Program, corpusDir: string, dataDir: string): Promise<Line[]> {
  const child = program.start([corpusDir, dataDir]);
  const kill = (): void => void child.kill('SIGKILL');
  const isEarly = Math.random() < 1 / 6;
  if (isEarly) setTimeout(kill, Math.random() * 500);
  return new Promise((resolve) => {
    let output = '';
    child.stdout?.once('data', () => setTimeout(kill, Math.random() * 125));
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('close', () => {
      const lines = output.split('\n').slice(0, -1);
      resolve(lines.map((line) => lineSchema.parse(JSON.parse(line))));
    });
  });
}
