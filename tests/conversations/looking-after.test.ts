import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/store/server-store.ts';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import type { Corpus } from '../../src/search/corpus.ts';
import { type Conversation, corpusOf, readCard, startConversation } from './conversation.ts';

// What those who look after a server do: settings, reports of mistakes, and cards put right.

const HARBOUR =
  '---\ntitle: The harbour\n---\n"The lock is safe," Ann Petrova, the harbour master, said.\n';
const COUNCIL = '---\ntitle: The council\n---\n"The bridge is safe," Ann Petrova said.\n';

let corpus: Corpus;
let conversation: Conversation;
let moderator: Driver;

beforeAll(async () => {
  corpus = await corpusOf({ harbour: HARBOUR, council: COUNCIL });
  conversation = await startConversation(() => corpus);
  moderator = conversation.sandbox.as('moderator');
});

afterEach(async () => {
  const { servers, sandbox } = conversation;
  sandbox.setRoles('moderator', ['Moderators']);
  await servers.saveSettings(sandbox.guildId, { ...DEFAULT_SETTINGS, cooldown: 0 });
});

afterAll(async () => {
  expect(conversation.reports).toEqual([]);
  await conversation.close();
});

const SOON = { timeout: 5000 };

const ask = (): Promise<SeenMessage> => conversation.member.command('quote', { who: 'Petrova' });

const now = (card: SeenMessage): string =>
  readCard(conversation.member.messages().find(({ id }) => id === card.id) ?? card);

async function report(card: SeenMessage, detail = ''): Promise<SeenMessage> {
  const { member } = conversation;
  const form = await member.pressForForm(await member.press(card, 'More…'), 'Wrong?');
  return member.submit(form, { mistake: 'speaker', detail });
}

async function decide(button: string, reason: string): Promise<SeenMessage> {
  const card = await moderator.command('review');
  return moderator.submit(await moderator.pressForForm(card, button), { reason });
}

describe('a report of a mistake', () => {
  it('goes to the moderators, and its outcome to the member and onto the card', async () => {
    const { member, servers, sandbox } = conversation;
    const log = sandbox.world.channels.find(({ name }) => name === 'news')?.id ?? '';
    await servers.saveSettings(sandbox.guildId, {
      ...DEFAULT_SETTINGS,
      cooldown: 0,
      logChannel: log,
    });
    const card = await ask();
    expect(readCard(await report(card, 'It was her **deputy** @everyone'))).toContain('Thank you.');
    const again = await member.press(await member.press(card, 'More…'), 'Wrong?');
    expect(readCard(again)).toContain('no moderator has looked at it yet');
    const news = sandbox.as('member', { channel: 'news' }).messages().at(-1);
    expect(readCard(news ?? card)).toContain('A member reported a mistake');
    const shown = await moderator.command('review');
    expect(shown.isEphemeral).toBe(true);
    expect(shown.text).toContain(String.raw`her \*\*deputy\*\* \@everyone`);
    expect(readCard(shown)).toContain('"The lock is safe," Ann Petrova, the harbour master, said.');
    const done = await decide('The card is wrong', 'It was the deputy.');
    expect(readCard(done)).toContain('Nothing waits for a moderator');
    await expect.poll(() => now(card), SOON).toContain('a moderator agreed with a report');
    // The words stay, and no name beside them.
    expect(now(card)).toContain('The lock is safe');
    expect(now(card)).not.toMatch(/^- Ann Petrova/mu);
    const outcome = await member.press(await member.press(card, 'More…'), 'Wrong?');
    expect(readCard(outcome)).toContain('The reason given: It was the deputy.');
  });

  it('can be found unfounded, which leaves the card as it is', async () => {
    const { member } = conversation;
    const card = await member.command('quote', { words: 'the bridge is safe' });
    await report(card);
    await decide('The card is right', '');
    expect(now(card)).not.toContain('Corrected');
    const outcome = await member.press(await member.press(card, 'More…'), 'Wrong?');
    expect(readCard(outcome)).toContain('a moderator found it right');
  });

  it('is forgotten when its member asks for it', async () => {
    const { member, servers, sandbox } = conversation;
    const before = await member.command('privacy');
    expect(readCard(before)).toMatch(/Of you: \d reports?\./u);
    const said = await member.press(before, 'Forget me');
    expect(readCard(said)).toMatch(/forgotten/u);
    // What was upheld stays on the cards, without who said so and how.
    const kept = servers.reports(sandbox.guildId);
    expect(kept.map(({ userId, detail }) => userId + detail)).toEqual(kept.map(() => ''));
    expect(kept.every(({ verdict }) => verdict?.isUpheld)).toBe(true);
    expect(readCard(await member.command('privacy'))).not.toContain('Of you:');
  });

  it('is not decided by somebody who was demoted while the form was open', async () => {
    const { servers, sandbox } = conversation;
    await report(await ask());
    const form = await moderator.pressForForm(
      await moderator.command('review'),
      'The card is wrong',
    );
    sandbox.setRoles('moderator', []);
    const refused = await moderator.submit(form, { reason: 'x' });
    expect(readCard(refused)).toContain('nothing was changed');
    expect(servers.reports(sandbox.guildId).at(-1)?.verdict).toBeUndefined();
  });
});

describe('a card that cites an article', () => {
  it('is put right where it was shown once the article is gone', async () => {
    const card = await conversation.member.command('quote', { who: 'Petrova', order: 'newest' });
    expect(now(card)).toContain('The lock is safe');
    corpus = await corpusOf({ council: COUNCIL });
    conversation.changed();
    await expect.poll(() => now(card), SOON).toContain('was changed or removed');
    expect(now(card)).not.toContain('The lock is safe');
    expect(now(card)).toContain('The bridge is safe');
    corpus = await corpusOf({ harbour: HARBOUR, council: COUNCIL });
  });

  it('is put right at the next start, if that happened while the bot was away', async () => {
    const card = await ask();
    corpus = await corpusOf({
      harbour: HARBOUR.replace('The lock is safe', 'The lock is not safe'),
      council: COUNCIL,
    });
    await conversation.restart();
    await expect.poll(() => now(card), SOON).toContain('The lock is not safe');
    corpus = await corpusOf({ harbour: HARBOUR, council: COUNCIL });
  });

  it('stays as it is while its articles do', async () => {
    const card = await ask();
    corpus = await corpusOf({
      harbour: HARBOUR,
      council: COUNCIL,
      more: 'Ann Petrova said "no".\n',
    });
    conversation.changed();
    await ask();
    expect(now(card)).not.toContain('Corrected');
    corpus = await corpusOf({ harbour: HARBOUR, council: COUNCIL });
  });
});

async function chooseLog(channel: string): Promise<void> {
  const card = await moderator.command('settings');
  await moderator.select(card, 'v1|do|settings.log|', [channel]);
}

const lastSeen = () => moderator.messages().at(-1)?.text;

describe('settings', () => {
  it('are shown and changed by those who manage the server, and kept', async () => {
    const { servers, sandbox } = conversation;
    const card = await moderator.command('settings');
    expect(card.isEphemeral).toBe(true);
    const changed = await moderator.select(card, 'v1|do|settings.channels|', ['news', 'general']);
    expect(changed.id).toBe(card.id);
    await moderator.select(changed, 'v1|do|settings.cooldown|', ['30']);
    await moderator.press(changed, 'Do not answer mentions');
    expect(servers.settings(sandbox.guildId)).toMatchObject({
      cooldown: 30,
      mentions: false,
      channels: [expect.any(String), expect.any(String)],
    });
    const shown = await moderator.command('settings');
    expect(readCard(shown)).toContain('every 30 seconds');
    expect(shown.buttons.map(({ label }) => label)).toEqual(['Answer mentions']);
  });

  it('say so at once when the bot may not write where changes are to be told', async () => {
    const { sandbox } = conversation;
    await chooseLog('news');
    const news = () => sandbox.as('member', { channel: 'news' }).messages().at(-1)?.text;
    await expect.poll(news, SOON).toContain('told of here from now on');
    await chooseLog('moderators');
    await expect.poll(lastSeen, SOON).toContain('I cannot write in <#');
  });

  it('are not offered to members, nor changed by one who no longer may', async () => {
    const { member, servers, sandbox } = conversation;
    expect(member.commands().map(({ name }) => name)).not.toContain('settings');
    const card = await moderator.command('settings');
    sandbox.setRoles('moderator', []);
    const refused = await moderator.press(card, 'Do not answer mentions');
    expect(readCard(refused)).toContain('nothing was changed');
    expect(servers.settings(sandbox.guildId).mentions).toBe(true);
  });
});

describe('help', () => {
  it('has examples that this corpus answers', async () => {
    const { member } = conversation;
    const card = await member.command('help');
    expect(card.isEphemeral).toBe(true);
    const example = card.buttons.find(({ label }) => label.includes('/quote'));
    expect(readCard(await member.press(card, example?.label ?? ''))).toContain(
      'Quoted in the articles',
    );
    expect(readCard(card)).not.toContain('/settings');
  });

  it('tells moderators where to begin while there are no articles', async () => {
    corpus = await corpusOf({});
    expect(readCard(await moderator.command('help'))).toContain('begin with /corpus add');
    corpus = await corpusOf({ harbour: HARBOUR, council: COUNCIL });
    expect(readCard(await moderator.command('help'))).not.toContain('There are no articles yet');
  });

  it('tells moderators what is left to set up, with what the bot may not do', async () => {
    const { sandbox } = conversation;
    expect(readCard(await moderator.command('help'))).toContain('all the permissions');
    sandbox.permit('general', '@everyone', { deny: 1n << 35n });
    sandbox.permit('general', 'verbatim', { deny: 1n << 35n });
    const card = await moderator.command('help');
    expect(readCard(card)).toContain('I lack permissions: Create Public Threads');
    sandbox.permit('general', '@everyone', {});
    sandbox.permit('general', 'verbatim', {});
  });
});
