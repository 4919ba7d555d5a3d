import type { Driver, Outcome } from '../../src/sandbox/driver/driver.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import type { Random } from '../random.ts';
import type { Stock } from './message.ts';

/** Somebody who asks, types, presses and writes, whatever comes next. */
export interface Member {
  /** Does one thing, and waits for what comes of it. Rejects where nothing comes. */
  readonly act: () => Promise<void>;
  /** Whether it is a keeper's turn. */
  readonly isWanted: (random: Random) => boolean;
}

interface Situation {
  readonly random: Random;
  readonly stock: Stock;
  readonly isKeeper: boolean;
}

/** A moderator's turn comes once in so many. */
const KEEPING = 100;

/** What is there to be read, not to be kept: what is kept has a right to stay. */
const PRESSED: ReadonlySet<string> = new Set([
  'Next ›',
  '‹ Back',
  'In context',
  'More…',
  'Share',
  'Ask about this',
]);

export function createMember(driver: Driver, situation: Situation): Member {
  const { random, stock, isKeeper } = situation;
  let card: SeenMessage | undefined;
  let seenAt = 0;
  const see = (seen: SeenMessage): void => {
    card = seen;
    seenAt = acts;
  };
  const show = (outcome: Outcome): Promise<void> | undefined => {
    if (outcome.kind === 'form')
      return driver
        .submit(outcome.form, { question: `What did ${random.pick(stock.names)} say?` })
        .then(see);
    see(outcome.message);
    return undefined;
  };
  const ask = async (): Promise<void> => {
    const [name, values] = questionOf(situation);
    await show(await driver.outcomeOf.command(name, values));
  };
  const press = async (): Promise<void> => {
    // The sandbox keeps the last thousand messages.
    const on = acts - seenAt < 300 ? card : undefined;
    card = undefined;
    const offered = on?.buttons.filter(
      ({ customId, isDisabled, label }) =>
        customId !== undefined && !isDisabled && (PRESSED.has(label) || /^\d/u.test(label)),
    );
    if (on === undefined || offered === undefined || offered.length === 0) return ask();
    const { customId = '' } = random.pick(offered);
    await show(await driver.outcomeOf.press(on, customId));
  };
  const complete = async (): Promise<void> => {
    const typed = random.pick(stock.names).slice(0, 1 + random.below(6));
    await driver.complete('quote', { who: typed }, 'who');
  };
  const mention = async (): Promise<void> => {
    const asked = await driver.say(`@verbatim What did ${random.pick(stock.names)} say?`);
    await driver.nextMessage(asked);
  };
  const habits = [ask, ask, ask, press, press, complete, complete, complete, mention];
  return {
    act: () => {
      acts += 1;
      return isKeeper ? keep(driver, situation) : random.pick(habits)();
    },
    isWanted: () => random.below(KEEPING) === 0,
  };
}

type Question = readonly [string, Readonly<Record<string, string>>];

function questionOf({ random, stock }: Situation): Question {
  const name = random.pick(stock.names);
  const article = random.pick(stock.articles);
  const word = random.pick(stock.words);
  return random.pick<Question>([
    ['quote', { who: name }],
    ['quote', { who: name, about: word }],
    ['quote', {}],
    ['who-attended', { event: word }],
    ['who-attended', { article }],
    ['who-is', { who: name }],
    ['stance', { who: name, on: word }],
    ['ask', { question: `What did ${name} say about ${word}?` }],
    ['timeline', { about: name }],
    ['search', { words: word }],
    ['source', { ref: `${article} 2` }],
    ['articles', {}],
    ['articles', { person: name }],
    ['help', {}],
    ['privacy', {}],
  ]);
}

/** How many things were done by all. */
let acts = 0;
let added = 0;

/** Takes an article in and takes it out again, corrects nothing, looks at what there is to look at. */
async function keep(driver: Driver, { random }: Situation): Promise<void> {
  const look = random.pick(['review', 'settings', 'corpus check', 'keep', 'keep']);
  if (look !== 'keep') return void (await driver.outcomeOf.command(look));
  added += 1;
  const title = `Soaked ${added}`;
  const text = `---\ntitle: ${title}\n---\n\n"The lock ${added} is shut," Ann Petrova said.\n`;
  const file = { name: 'x.md', contentType: 'text/markdown', bytes: Buffer.from(text) };
  const preview = await driver.command('corpus add', { file });
  await driver.press(preview, 'Save');
  const asked = await driver.outcomeOf.command('corpus remove', { article: `soaked-${added}` });
  if (asked.kind === 'form') await driver.submit(asked.form, { reason: 'Soaked.' });
}
