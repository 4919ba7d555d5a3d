import { startSandbox } from '../../src/sandbox/index.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { type Random, createRandom } from '../random.ts';
import { type Member, createMember } from './member.ts';
import type { FromCrowd, Stock, Tally, ToCrowd } from './message.ts';
import { countTwice } from './answered-twice.ts';
import { type BadLuck, createBadLuck } from './bad-luck.ts';

// The sandbox and its members, in a process of their own: what they keep is not the bot's.

const CROWD = 2_000;
/** So many members do something at the same time. */
const AT_ONCE = 8;
const MOST_TOLD = 5;

const tell = (message: FromCrowd): void => void process.send?.(message);

// A slow machine is no fault of the bot's; what is deferred may take as long as Discord lets it.
const limits = { firstAnswer: 120_000, patience: 15 * 60_000 };
const sandbox = await startSandbox({ crowd: CROWD, limits });

interface Crowd {
  readonly random: Random;
  readonly members: readonly Member[];
  readonly badLuck: BadLuck;
}

function gather(stock: Stock, seed: number, where: Sandbox): Crowd {
  const random = createRandom(seed);
  const people = Array.from({ length: CROWD }, (_, at) => where.as(at));
  const asking = people.map((driver) => createMember(driver, { random, stock, isKeeper: false }));
  const keeper = createMember(where.as('moderator'), { random, stock, isKeeper: true });
  return { random, members: [...asking, keeper], badLuck: createBadLuck(where, random) };
}

/** Lets members do so many things, and counts how they were answered. */
async function act({ random, members, badLuck }: Crowd, count: number): Promise<Tally> {
  const wrong: string[] = [];
  let unanswered = 0;
  let left = count;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const keeper = members.at(-1);
      const member = keeper?.isWanted(random) === true ? keeper : random.pick(members);
      badLuck.maybe();
      try {
        await member.act();
      } catch (error) {
        unanswered += 1;
        wrong.push(String(error).slice(0, 300));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const faults = badLuck.end();
  const twice = countTwice(sandbox.interactions());
  return { done: count, unanswered, twice, faults, wrong: wrong.slice(0, MOST_TOLD) };
}

let crowd: Crowd | undefined;

async function answer(message: ToCrowd): Promise<void> {
  switch (message.kind) {
    case 'begin':
      await sandbox.waitForBot();
      crowd = gather(message.stock, message.seed, sandbox);
      tell({ kind: 'begun' });
      break;
    case 'go':
      if (crowd !== undefined) tell({ kind: 'done', tally: await act(crowd, message.count) });
      break;
    case 'end':
      await sandbox.close();
      process.disconnect();
      break;
    default:
      message satisfies never;
  }
}

// Nobody is left to answer to.
process.on('disconnect', () => process.exit());
process.on('message', (message: ToCrowd) => void answer(message));
tell({ kind: 'open', apiUrl: sandbox.apiUrl, token: sandbox.token, guildId: sandbox.guildId });
