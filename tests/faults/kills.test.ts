import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleProgram, inLanes, type Program } from './child-program.ts';
import { crashEverywhere } from './crashes.ts';
import { countWinners, killRepeatedly, noKills } from './kills.ts';

const KILLS = Number(process.env['KILLS'] ?? 320);
const LANES = 4;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const programs: Program[] = [];

async function program(name: string): Promise<Program> {
  const made = await bundleProgram(name);
  programs.push(made);
  return made;
}

afterAll(() => Promise.all(programs.map((each) => each.clear())));

describe('a process that is killed', () => {
  let crashChild: Program;
  let endlessChild: Program;

  beforeAll(async () => {
    crashChild = await program('./crash-child.ts');
    endlessChild = await program('./endless-child.ts');
  });

  it('at a random moment loses nothing that it acknowledged', async () => {
    const tally = noKills();
    const lane = (): Promise<void> => killRepeatedly(endlessChild, KILLS / LANES, tally);
    await inLanes(
      LANES,
      Array.from({ length: LANES }, () => lane),
    );
    const { kills, acknowledged, duringStart, inFlight, inFlightThere, faults } = tally;
    say(
      `kills: ${String(kills)} (${String(duringStart)} while starting), ` +
        `${String(acknowledged)} acknowledged changes, ${String(inFlight)} in flight ` +
        `(${String(inFlightThere)} wholly there), ${String(faults.length)} faults`,
    );
    for (const fault of faults) say(fault);
    expect(faults).toEqual([]);
  });

  it('leaves the folder to one alone of those that start at once', async () => {
    const rounds = 12;
    const winners: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      winners.push(await countWinners(endlessChild, 3));
    say(`starts: three at once after a kill, so many got the folder: ${winners.join(' ')}`);
    expect(winners).toEqual(winners.map(() => 1));
  });

  it('at any call to the file system loses nothing that it acknowledged', async () => {
    const { calls, crashes, faults } = await crashEverywhere(crashChild);
    say(
      `crashes: ${String(crashes)} at ${String(calls)} calls (before, halfway, after), ` +
        `${String(faults.length)} faults`,
    );
    expect(faults).toEqual([]);
    expect(crashes).toBeGreaterThan(calls);
  });
});
