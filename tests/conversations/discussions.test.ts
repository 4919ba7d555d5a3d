import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/store/server-store.ts';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { type Conversation, corpusOf, readCard, startConversation } from './conversation.ts';

// Right where the talk is: threads, mentions, and what the corpus has on a member's message.

let corpus: Corpus;
let conversation: Conversation;

beforeAll(async () => {
  corpus = await corpusOf({
    harbour:
      '---\ntitle: The harbour\ndate: 2025-02-10\n---\n"The lock is safe and will stay open all winter," Ann Petrova, the harbour master, said.\n\n"Nobody asked me about the ferry," Brian Smith said.\n\nThe repair of the quay cost four million crowns, the council says.\n',
  });
  conversation = await startConversation(() => corpus);
});

afterEach(async () => {
  const { servers, sandbox } = conversation;
  await servers.saveSettings(sandbox.guildId, { ...DEFAULT_SETTINGS, cooldown: 0 });
  sandbox.permit('general', '@everyone', {});
  sandbox.permit('general', 'verbatim', {});
});

afterAll(async () => {
  expect(conversation.reports).toEqual([]);
  await conversation.close();
});

async function discuss(options: Record<string, string | boolean> = {}): Promise<SeenMessage> {
  const { member } = conversation;
  const card = await member.command('quote', { who: 'Petrova', ...options });
  return member.press(await member.press(card, 'More…'), 'Discuss');
}

/** The thread that was opened last, for somebody. */
const lastThread = (who: 'member' | 'stranger'): Driver =>
  conversation.sandbox.as(who, { channel: conversation.member.threads().at(-1)?.id ?? '' });

describe('a discussion', () => {
  it('opens a thread headed by the card, named after the question', async () => {
    const said = await discuss();
    const thread = conversation.member.threads().at(-1);
    expect(said.text).toContain(`<#${thread?.id ?? ''}>`);
    expect(thread?.name).toBe('Petrova');
    expect(readCard(lastThread('stranger').messages()[0] ?? said)).toContain('The lock is safe');
  });

  it('of a private card shares it first', async () => {
    const { member } = conversation;
    const before = member.threads().length;
    const card = await member.command('quote', { who: 'Smith', private: true });
    await member.press(await member.press(card, 'More…'), 'Discuss');
    await expect.poll(() => member.threads().length).toBe(before + 1);
    expect(lastThread('stranger').messages()[0]?.text).toContain('Shared by');
  });

  it('that is there already is led to', async () => {
    const { member } = conversation;
    const card = await member.command('quote', { who: 'Petrova' });
    const panel = await member.press(card, 'More…');
    await member.press(panel, 'Discuss');
    const count = member.threads().length;
    const again = await member.press(panel, 'Discuss');
    expect([again.text.includes(`<#${card.id}>`), member.threads().length]).toEqual([true, count]);
  });

  test.each([
    ['@everyone', 'You may not open threads here.'],
    ['verbatim', 'I may not open threads here.'],
  ])('is refused where %s may not open threads', async (whom, reason) => {
    conversation.sandbox.permit('general', whom, { deny: PermissionFlagsBits.CreatePublicThreads });
    if (whom === '@everyone')
      conversation.sandbox.permit('general', 'verbatim', {
        allow: PermissionFlagsBits.CreatePublicThreads,
      });
    expect(readCard(await discuss())).toContain(reason);
  });
});

/** The bot's answer to what somebody says. */
async function answerTo(driver: Driver, text: string): Promise<SeenMessage> {
  return driver.nextMessage(await driver.say(text));
}

/** Whether the bot stays silent: what is asked after it is answered first. */
async function isSilent(driver: Driver, text: string): Promise<boolean> {
  const said = await driver.say(text);
  return driver.nextMessage(said, 400).then(
    () => false,
    () => true,
  );
}

describe('a mention', () => {
  it('is a question in plain words', async () => {
    const card = await answerTo(conversation.member, '@verbatim what did Petrova say?');
    expect(readCard(card)).toContain('`/ask question: what did Petrova say?`');
    expect(readCard(card)).toContain('The lock is safe');
    expect(card.message.mentions).toEqual([]);
  });

  it('in a thread goes on from the card that heads it, and from the bot’s last answer', async () => {
    await discuss();
    const thread = lastThread('stranger');
    const first = await answerTo(thread, '@verbatim and what did she say about the lock?');
    expect(readCard(first)).toContain('what did Ann Petrova say about the lock?');
    await answerTo(thread, '@verbatim what did Smith say?');
    const last = await answerTo(thread, '@verbatim what did he say about the ferry?');
    expect(readCard(last)).toContain('what did Brian Smith say about the ferry?');
  });

  it('belongs to whoever asked: only they turn its card, and may remove it', async () => {
    const { member, stranger } = conversation;
    const card = await answerTo(member, '@verbatim what did Petrova say?');
    const refused = await stranger.press(await stranger.press(card, 'More…'), 'Remove');
    expect(readCard(refused)).toContain('Only whoever asked');
    await member.press(await member.press(card, 'More…'), 'Remove');
    expect(member.messages().some(({ id }) => id === card.id)).toBe(false);
  });

  it('is not answered where the server does not want it, or the bot may not write', async () => {
    const { servers, sandbox } = conversation;
    // Somebody who has asked nothing yet.
    const member = sandbox.as('moderator');
    const question = '@verbatim what did Petrova say?';
    const settings = { ...DEFAULT_SETTINGS, cooldown: 0 };
    await servers.saveSettings(sandbox.guildId, { ...settings, mentions: false });
    expect(await isSilent(member, question)).toBe(true);
    await servers.saveSettings(sandbox.guildId, { ...settings, channels: ['1'] });
    expect(await isSilent(member, question)).toBe(true);
    await servers.saveSettings(sandbox.guildId, { ...settings, cooldown: 60 });
    await answerTo(member, question);
    expect(await isSilent(member, question)).toBe(true);
    await servers.saveSettings(sandbox.guildId, settings);
    sandbox.permit('general', 'verbatim', { deny: PermissionFlagsBits.SendMessages });
    expect(await isSilent(member, question)).toBe(true);
  });

  it('of everyone, or of another, is none of the bot’s business', async () => {
    expect(await isSilent(conversation.member, '@everyone what did Petrova say?')).toBe(true);
    expect(await isSilent(conversation.member, '@mo what did Petrova say?')).toBe(true);
    expect(await isSilent(conversation.member, 'what did Petrova say?')).toBe(true);
  });
});

const evidenceFor = async (text: string): Promise<SeenMessage> =>
  conversation.member.messageCommand(await conversation.stranger.say(text), 'Find evidence');

describe('evidence for a message', () => {
  test.each([
    ['Petrova said "the lock is safe and will stay open all winter".', 'Said so by Ann Petrova'],
    ['Smith said "the lock is safe and will stay open all winter".', 'Said, but by Ann Petrova'],
    [
      'Petrova said "the lock is safe and will stay closed all winter".',
      'Said otherwise by Ann Petrova',
    ],
    ['Petrova said "elephants can fly over mountains".', 'no article quotes words like these'],
    ['The repair of the quay cost four million crowns.', 'On what it says (1):'],
  ])('%s: %s', async (text, expected) => {
    const card = await evidenceFor(text);
    expect(card.isEphemeral).toBe(true);
    expect(readCard(card)).toContain(expected);
  });

  it('is shared with a link to the message, and without its words', async () => {
    const { member } = conversation;
    const words = 'Petrova said "the lock is safe and will stay closed all winter", honestly.';
    const card = await evidenceFor(words);
    const shared = await member.press(card, 'Share');
    expect(shared.isEphemeral).toBe(false);
    expect(shared.text).toContain('Shared by');
    expect(shared.text).toMatch(/https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+/u);
    expect(shared.text).not.toMatch(/closed|honestly/u);
  });

  it('that was shared is put right when an article that it cites goes', async () => {
    const { member } = conversation;
    const card = await evidenceFor(
      'Petrova said "the lock is safe and will stay open all winter".',
    );
    const shared = await member.press(card, 'Share');
    const now = (): string =>
      readCard(member.messages().find(({ id }) => id === shared.id) ?? shared);
    const before = corpus;
    corpus = await corpusOf({ other: 'The ferry sails.\n' });
    await expect.poll(() => (conversation.changed(), now())).toContain('was changed or removed');
    expect(now()).not.toContain('The lock is safe');
    corpus = before;
  });

  it('of a message without words says so', async () => {
    expect(readCard(await evidenceFor('🙂 !!!'))).toContain('There are no words in this message');
  });
});
