import { setTimeout as wait } from 'node:timers/promises';
import { startSandbox } from '../src/sandbox/index.ts';
import type { Driver } from '../src/sandbox/driver/driver.ts';
import type { Question } from '../src/command/reply.ts';
import { type Times, round, summarise, time } from './figures.ts';

// A process of its own: the sandbox, and the members who ask. So the bot's process does the bot's work
// alone.

/** What this process is told. */
export type Told = { readonly kind: 'ask'; readonly questions: readonly Asked[] };

/** A question, or an option being typed. */
export type Asked = Question & { readonly completing?: string };

/** What it says: where the sandbox is, and then how answering went. */
export type Said =
  | { readonly kind: 'open'; readonly token: string; readonly apiUrl: string }
  | { readonly kind: 'asking'; readonly phase: 'closed' | 'open' | 'end' }
  | { readonly kind: 'done'; readonly load: Load };

export interface Load {
  /** Interactions answered a second, by members who each ask again once they are answered. */
  readonly throughput_per_s: number;
  /** At 200 interactions a second, whether or not those before are answered. */
  readonly at_200_per_s: Times;
  readonly failed: number;
}

const MEMBERS = 16;
const RATE = 200;
// Neither is to go on for longer, however slow the machine, in milliseconds.
const LONGEST = 20_000;

const tell = (said: Said): void => void process.send?.(said);

const sandbox = await startSandbox();
process.on('disconnect', () => process.exit());
process.once('message', (told: Told) => void ask(told.questions));
tell({ kind: 'open', token: sandbox.token, apiUrl: sandbox.apiUrl });

async function ask(questions: readonly Asked[]): Promise<void> {
  await sandbox.waitForBot();
  const member = sandbox.as('member');
  let failed = 0;
  const one = async (at: number): Promise<void> => {
    const question = questions[at % questions.length];
    if (question === undefined) return;
    await put(member, question).catch(() => (failed += 1));
  };
  // What is compiled, or made once for a view, is so before anything is measured.
  for (let at = 0; at < questions.length && at < MEMBERS * 4; at += 1) await one(at);
  failed = 0;
  tell({ kind: 'asking', phase: 'closed' });
  const throughput = await askInTurn(one, questions.length);
  tell({ kind: 'asking', phase: 'open' });
  const times = await askAtRate(one, questions.length);
  tell({ kind: 'asking', phase: 'end' });
  tell({
    kind: 'done',
    load: { throughput_per_s: round(throughput), at_200_per_s: summarise(times), failed },
  });
}

const put = (member: Driver, { command, options, completing }: Asked): Promise<unknown> =>
  completing === undefined
    ? member.command(command, options)
    : member.complete(command, options, completing);

/** A closed loop: as many members as there are ask, each again when answered. */
async function askInTurn(one: (at: number) => Promise<void>, count: number): Promise<number> {
  const began = performance.now();
  let next = 0;
  const member = async (): Promise<void> => {
    while (next < count && performance.now() - began < LONGEST) await one(next++);
  };
  await Promise.all(Array.from({ length: MEMBERS }, member));
  return (next * 1000) / (performance.now() - began);
}

/** An open loop: a question is due every 5 ms, and its time is counted from when it was due. */
async function askAtRate(one: (at: number) => Promise<void>, count: number): Promise<number[]> {
  const began = performance.now();
  const times: number[] = [];
  const asked: Promise<unknown>[] = [];
  for (let at = 0; at < count && performance.now() - began < LONGEST; at += 1) {
    const due = (at * 1000) / RATE;
    const early = due - (performance.now() - began);
    if (early > 1) await wait(early);
    const late = Math.max(0, performance.now() - began - due);
    asked.push(time(() => one(at)).then((took) => times.push(took + late)));
  }
  await Promise.all(asked);
  return times;
}
