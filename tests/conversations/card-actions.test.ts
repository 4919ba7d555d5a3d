import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { DEFAULT_SETTINGS, type ServerSettings } from '../../src/store/server-store.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { type Conversation, corpusOf, readCard, startConversation } from './conversation.ts';

// What members do with a card that is there, and who sees what comes of it.

let corpus: Corpus;
let conversation: Conversation;

beforeAll(async () => {
  corpus = await corpusOf({
    harbour:
      '---\ntitle: The harbour\ndate: 2025-02-10\n---\nAnn Petrova, the harbour master, spoke in Delft. "The lock is safe," Ann Petrova said.\n\nShe supports the new bridge, Ann Petrova said.\n\nThe ferry sails on.\n',
    council:
      '---\ntitle: The council\ndate: 2025-02-12\n---\n"The bridge costs too much," Brian Smith, the treasurer, said. Brian Smith opposes the new bridge.\n\n"The lock must wait," Ann Petrova said.\n',
  });
  conversation = await startConversation(() => corpus);
});

afterEach(async () => {
  await set({});
  conversation.sandbox.permit('general', '@everyone', {});
});

afterAll(async () => {
  expect(conversation.reports).toEqual([]);
  await conversation.close();
});

const set = (change: Partial<ServerSettings>): Promise<void> =>
  conversation.servers.saveSettings(conversation.sandbox.guildId, {
    ...DEFAULT_SETTINGS,
    cooldown: 0,
    ...change,
  });

const ask = (options: Record<string, string | boolean> = {}): Promise<SeenMessage> =>
  conversation.member.command('quote', { who: 'Petrova', ...options });

const labels = ({ buttons }: SeenMessage): readonly string[] => buttons.map(({ label }) => label);

describe('an answer', () => {
  it('is for all to see, or for the asker alone who can then share it', async () => {
    const { member } = conversation;
    expect((await ask()).isEphemeral).toBe(false);
    const own = await ask({ private: true });
    expect([own.isEphemeral, labels(own)]).toEqual([true, ['In context', 'Share', 'More…']]);
    const shared = await member.press(own, 'Share');
    expect(shared.isEphemeral).toBe(false);
    expect(shared.text).toMatch(/^-# Shared by <@\d+>\.$/mu);
    expect(readCard(shared)).toContain('"The lock is safe," Ann Petrova said.');
    expect(labels(shared)).toEqual(['In context', 'More…']);
  });

  it('that there is none can be shared, too', async () => {
    const { member } = conversation;
    const none = await member.command('quote', { who: 'Petrova', about: 'elephants' });
    expect(none.isEphemeral).toBe(true);
    const shared = await member.press(none, 'Share');
    expect(shared.isEphemeral).toBe(false);
    expect(readCard(shared)).toContain('### The corpus does not say.');
  });

  it('whose question was private stays private once it is clear what was meant', async () => {
    const { member } = conversation;
    const guide = await member.command('quote', { private: true });
    const card = await member.press(guide, guide.buttons[0]?.label ?? '');
    expect(card.isEphemeral).toBe(true);
  });

  test.each([['who may not send messages there', 'you may not send messages here']])(
    'to one %s is private, and cannot be shared',
    async (_who, reason) => {
      const { member, sandbox } = conversation;
      sandbox.permit('general', '@everyone', { deny: PermissionFlagsBits.SendMessages });
      const card = await ask();
      expect([card.isEphemeral, readCard(card)]).toEqual([true, expect.stringContaining(reason)]);
      const refused = await member.press(card, 'Share');
      expect([refused.isEphemeral, readCard(refused)]).toEqual([
        true,
        expect.stringContaining(reason),
      ]);
    },
  );

  it('elsewhere than in the channels that are set is private', async () => {
    const { sandbox } = conversation;
    const news = sandbox.world.channels.find(({ name }) => name === 'news');
    await set({ channels: [news?.id ?? ''] });
    expect((await ask()).isEphemeral).toBe(true);
    const there = sandbox.as('member', { channel: 'news' });
    expect((await there.command('quote', { who: 'Petrova' })).isEphemeral).toBe(false);
  });

  it('beyond the cooldown is private, for that member alone', async () => {
    const { sandbox, stranger } = conversation;
    // Somebody who has asked nothing yet.
    const newcomer = sandbox.as('moderator');
    await set({ cooldown: 60 });
    const first = await newcomer.command('quote', { who: 'Petrova' });
    const second = await newcomer.command('quote', { who: 'Petrova' });
    expect([first.isEphemeral, second.isEphemeral]).toEqual([false, true]);
    expect(readCard(second)).toContain('one answer every 60 seconds');
    expect((await newcomer.press(second, 'Share')).isEphemeral).toBe(true);
    expect((await stranger.command('quote', { who: 'Smith' })).isEphemeral).toBe(false);
  });
});

describe('a passage in context', () => {
  it('comes at once where the card cites one, to whoever asks', async () => {
    const { member, stranger } = conversation;
    const card = await member.command('quote', { who: 'Smith' });
    const context = await stranger.press(card, 'In context');
    expect(context.isEphemeral).toBe(true);
    expect(readCard(context)).toContain('¶1 · asked for');
    expect(readCard(context)).toContain('"The lock must wait," Ann Petrova said.');
  });

  it('is chosen where the card cites several, and stays private', async () => {
    const { member } = conversation;
    const which = await member.press(await ask(), 'In context');
    expect(readCard(which)).toContain('### Which passage?');
    const context = await member.press(which, which.buttons[0]?.label ?? '');
    expect(context.isEphemeral).toBe(true);
    expect(readCard(context)).toMatch(/^`\/source ref: /u);
  });
});

const more = async (card: SeenMessage): Promise<SeenMessage> =>
  conversation.member.press(card, 'More…');

describe('“More…”', () => {
  it('offers only questions that the corpus answers, and what can be done', async () => {
    const panel = await more(
      await conversation.member.command('quote', { words: 'the lock is safe' }),
    );
    expect(panel.isEphemeral).toBe(true);
    expect(labels(panel)).toEqual([
      '1 · More by this speaker · Ann Petrova',
      '2 · Before and after · Ann Petrova',
      'Ask about this',
      'Discuss',
      'Wrong?',
      'Remove',
    ]);
    const said = await conversation.member.press(panel, labels(panel)[0] ?? '');
    expect(readCard(said)).toContain('`/quote who: Ann Petrova`');
  });

  it('leads from a position to those who disagree', async () => {
    const { member } = conversation;
    const panel = await more(
      await member.command('stance', { who: 'Petrova', on: 'the new bridge' }),
    );
    const button = labels(panel).find((label) => label.includes('Who disagrees?')) ?? '';
    const card = await member.press(panel, button);
    expect(readCard(card)).toContain('Brian Smith');
  });

  it('takes a question that leans on the card', async () => {
    const { member } = conversation;
    const form = await member.pressForForm(await more(await ask()), 'Ask about this');
    const card = await member.submit(form, { question: 'and what did she say about the lock?' });
    expect(readCard(card)).toContain('`/ask question: what did Ann Petrova say about the lock?`');
    expect(card.isEphemeral).toBe(false);
    expect(readCard(card)).toContain('The lock must wait');
  });

  it('works after the bot was started again, also in the middle of a form', async () => {
    const { member, restart } = conversation;
    const card = await ask();
    await restart();
    const panel = await more(card);
    const form = await member.pressForForm(panel, 'Ask about this');
    await restart();
    const answer = await member.submit(form, { question: 'what did she say about the lock?' });
    expect(readCard(answer)).toContain('The lock must wait');
  });

  it('of a private card asks in private', async () => {
    const { member } = conversation;
    const panel = await more(await ask({ private: true }));
    expect(labels(panel)).not.toContain('Remove');
    const form = await member.pressForForm(panel, 'Ask about this');
    const card = await member.submit(form, { question: 'what did she say about the lock?' });
    expect(card.isEphemeral).toBe(true);
  });
});

describe('a card', () => {
  it('is removed by whoever asked for it, or a moderator, and by nobody else', async () => {
    const { member, stranger, sandbox } = conversation;
    const there = (card: SeenMessage): boolean =>
      member.messages().some(({ id }) => id === card.id);
    const card = await ask();
    const refused = await stranger.press(await stranger.press(card, 'More…'), 'Remove');
    expect([readCard(refused), there(card)]).toEqual([
      expect.stringContaining('Only whoever asked'),
      true,
    ]);
    await member.press(await more(card), 'Remove');
    expect(there(card)).toBe(false);
    const moderator = sandbox.as('moderator');
    const another = await ask();
    await moderator.press(await moderator.press(another, 'More…'), 'Remove');
    expect(there(another)).toBe(false);
  });

  it('that is gone says so, instead of being discussed', async () => {
    const { member } = conversation;
    const card = await ask();
    const panel = await more(card);
    member.remove(await Promise.resolve(panel));
    const again = await more(card);
    conversation.sandbox.as('moderator').remove(card);
    expect(readCard(await member.press(again, 'Discuss'))).toContain('was removed, or is too old');
  });
});

describe('outside a server', () => {
  test.each(['dm', 'group'])(
    'in a %s the base articles answer, without a server’s buttons',
    async (channel) => {
      const there = conversation.sandbox.as('member', { channel });
      const card = await there.command('quote', { who: 'Petrova' });
      expect(readCard(card)).toContain('"The lock is safe," Ann Petrova said.');
      const panel = await there.press(card, 'More…');
      expect(readCard(await there.press(panel, 'Wrong?'))).toContain('in servers that have added');
      expect(readCard(await there.press(panel, 'Discuss'))).toContain('cannot be opened here');
      expect(there.commands().map(({ name }) => name)).not.toContain('settings');
    },
  );
});
