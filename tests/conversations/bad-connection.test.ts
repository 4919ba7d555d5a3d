import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, fileOf, hands, startKept } from './kept.ts';

// What the bot does when its connection is lost, or events come twice or in another order.

let kept: KeptConversation;
let moderator: Driver;
let member: Driver;
let sandbox: Sandbox;

beforeAll(async () => {
  // The shortest that does not overrun the gateway's limit of 120 events a minute.
  kept = await startKept({ sandbox: { limits: { heartbeat: 700, firstAnswer: 20_000 } } });
  ({ moderator, member, sandbox } = kept);
  await save('Lock', '"The lock is shut," Ann Petrova said.');
});

afterEach(() => {
  sandbox.faults.repeat('INTERACTION_CREATE', 1);
  sandbox.faults.repeat('MESSAGE_CREATE', 1);
  expect(refusals()).toEqual([]);
  expect(kept.reports).toEqual([]);
});

afterAll(() => kept.close());

const { add, articles } = hands(() => kept);

const titled = (title: string, text: string): string => `---\ntitle: ${title}\n---\n\n${text}\n`;

const save = async (title: string, text: string): Promise<SeenMessage> =>
  moderator.press(await add(titled(title, text)), 'Save');

const ask = async (): Promise<string> =>
  readCard(await member.command('quote', { who: 'Ann Petrova' }));

/** What Discord refused, such as a second answer. */
const refusals = (): readonly string[] =>
  sandbox.interactions().flatMap((interaction) => interaction.refusals);

const ids = async (): Promise<readonly string[]> => (await articles()).map(({ id }) => id);

const told = (): readonly string[] => kept.told().map(readCard);

describe('a question is answered once', () => {
  it.each<[string, () => void]>([
    ['after the connection died', () => sandbox.link.drop()],
    ['after Discord closed it, to be resumed', () => sandbox.link.closeWith(4000)],
    ['after Discord asked to connect anew', () => sandbox.link.reconnect()],
    ['after the session was to be resumed', () => sandbox.link.invalidate(true)],
    ['where no heartbeat was acknowledged', () => sandbox.link.die()],
  ])('%s', async (_what, happen) => {
    happen();
    expect(await ask()).toContain('The lock is shut');
  });

  it.each<[string, () => void]>([
    ['the session was called invalid', () => sandbox.link.invalidate(false)],
    [
      'the session could not be resumed',
      () => {
        sandbox.link.drop();
        sandbox.link.forget();
      },
    ],
  ])(
    'in a new session, after %s',
    async (_what, happen) => {
      happen();
      await expect.poll(() => sandbox.link.sessionIds().length, { timeout: 15_000 }).toBe(1);
      expect(await ask()).toContain('The lock is shut');
    },
    30_000,
  );

  it('however often it comes', async () => {
    sandbox.faults.repeat('INTERACTION_CREATE', 3);
    const before = member.messages().length;
    expect(await ask()).toContain('The lock is shut');
    sandbox.faults.repeat('INTERACTION_CREATE', 1);
    // By the time that the next one is answered, another answer to the first would have been refused.
    await ask();
    expect(member.messages().length).toBe(before + 2);
  });

  it('where it comes again after the connection was resumed', async () => {
    await ask();
    const { length } = member.messages();
    sandbox.faults.replayMore(100);
    sandbox.link.drop();
    await ask();
    expect(member.messages().length).toBe(length + 1);
  });

  it('where it was put by a mention that came twice', async () => {
    sandbox.faults.repeat('MESSAGE_CREATE', 2);
    const asked = await member.say('@verbatim What did Ann Petrova say?');
    await member.nextMessage(asked);
    // What comes later is answered later.
    await ask();
    const answers = member.messages().filter(({ id }) => BigInt(id) > BigInt(asked.id));
    expect(answers.length).toBe(2);
  });
});

describe('what a moderator does is done once', () => {
  it('where every press and form comes twice', async () => {
    sandbox.faults.repeat('INTERACTION_CREATE', 2);
    const before = kept.told().length;
    expect(readCard(await save('Pier', '"The pier is long," Bo Lund said.'))).toContain('Saved.');
    expect(await ids()).toEqual(['lock', 'pier']);
    const form = await moderator.commandForForm('corpus edit', { article: 'pier', paragraph: '1' });
    const words = '"The pier is short," Bo Lund said.';
    await moderator.submit(form, { place: 'pier 1', words, reason: 'Measured.' });
    await expect.poll(() => kept.told().length).toBe(before + 2);
    const history = await kept.store.changesSince(kept.guildId, 0);
    expect(history.filter(({ id }) => id === 'pier').length).toBe(2);
  });

  it('where “Save” is pressed twice', async () => {
    const card = await add(titled('Quay', '"The quay is wet," Cleo Marsh said.'));
    const before = kept.told().length;
    await Promise.allSettled([moderator.press(card, 'Save'), moderator.press(card, 'Save')]);
    expect((await ids()).filter((id) => id.startsWith('quay'))).toEqual(['quay']);
    await expect.poll(() => kept.told().length).toBe(before + 1);
  });

  it('where a form is sent twice', async () => {
    const form = await moderator.commandForForm('corpus edit', { article: 'lock', paragraph: '1' });
    const words = '"The lock is shut," Ann Petrova said on Monday.';
    const sent = { place: 'lock 1', words, reason: 'The day.' };
    const before = (await kept.store.changesSince(kept.guildId, 0)).length;
    await Promise.all([moderator.submit(form, sent), moderator.submit(form, sent)]);
    expect((await kept.store.changesSince(kept.guildId, 0)).length).toBe(before + 1);
  });

  it('and told once, where what Discord says of that is lost', async () => {
    const card = await add(titled('Ferry', '"The ferry is late," Bo Lund said.'));
    const lost = { kind: 'cut', before: 'answer', how: 'closed' } as const;
    sandbox.faults.plan('POST /channels/:/messages', lost, 1);
    const before = kept.told().length;
    await moderator.press(card, 'Save');
    await expect.poll(() => kept.told().length).toBe(before + 1);
    expect(told().at(-1)).toContain('ferry');
    expect(await ids()).toContain('ferry');
    // A notice that was posted is not posted again.
    await save('Buoy', '"The buoy is red," Bo Lund said.');
    await expect.poll(() => told().at(-1)).toContain('buoy');
    expect(kept.told().length).toBe(before + 2);
  });
});

describe('in another order', () => {
  it('a server that the bot has just come into is answered from its own articles', async () => {
    sandbox.membership.remove();
    const tell = sandbox.faults.hold('GUILD_CREATE');
    sandbox.membership.add();
    expect(await ask()).toContain('The lock is shut');
    tell();
    expect(await ask()).toContain('The lock is shut');
  });

  it('a question that was taken back is not answered', async () => {
    const tell = sandbox.faults.hold('MESSAGE_CREATE');
    const before = member.messages().length;
    const asked = await member.say('@verbatim What did Ann Petrova say?');
    member.remove(asked);
    tell();
    expect(await ask()).toContain('The lock is shut');
    expect(member.messages().length).toBe(before + 1);
  });
});

describe('by another clock', () => {
  it.each([
    ['behind', -5],
    ['ahead', 5],
  ])('Discord, hours %s, is answered as ever', async (_what, hours) => {
    const clock = (): number => Date.now() + hours * 3_600_000;
    const skewed = await startKept({ sandbox: { clock } });
    try {
      const hand = skewed.moderator;
      const text = titled('Lock', '"The lock is shut," Ann Petrova said.');
      const card = await hand.command('corpus add', { file: fileOf('x.md', text) });
      expect(readCard(await hand.press(card, 'Save'))).toContain('Saved.');
      const limit = { kind: 'limit', scope: 'user', seconds: 0.2 } as const;
      skewed.sandbox.faults.plan('POST /channels/:/messages', limit);
      const asked = await skewed.member.say('@verbatim What did Ann Petrova say?');
      expect(readCard(await skewed.member.nextMessage(asked))).toContain('The lock is shut');
      const answer = await skewed.member.command('quote', { who: 'Ann Petrova' });
      expect(readCard(await skewed.member.press(answer, 'In context'))).toContain(
        'The lock is shut',
      );
      expect(skewed.reports).toEqual([]);
    } finally {
      await skewed.close();
    }
  });
});
