import { setTimeout as pass } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import type { KeptConversation } from './kept.ts';
import { message } from '../../src/command/reply.ts';
import { readCard } from './conversation.ts';
import { fileOf, startKept } from './kept.ts';

// Discord is out of reach for an hour, played as seconds: whoever waits for it is less patient by as
// much, and Discord has forgotten the session by the time it is back.

let kept: KeptConversation | undefined;

afterEach(async () => {
  await kept?.close();
  kept = undefined;
});

const LOCK = (is: string): string =>
  `---\ntitle: Lock\n---\n\n"The lock is ${is}," Ann Petrova said.\n`;

async function begin(allTries?: number): Promise<[KeptConversation, SeenMessage]> {
  const begun = await startKept({
    sandbox: { limits: { firstAnswer: 20_000 } },
    ...(allTries === undefined ? {} : { requestPatience: { allTries } }),
  });
  kept = begun;
  const { moderator, member } = begun;
  const card = await moderator.command('corpus add', { file: fileOf('x.md', LOCK('shut')) });
  await moderator.press(card, 'Save');
  return [begun, await member.command('quote', { who: 'Ann Petrova' })];
}

/** Somebody changes the article while nobody is to be reached. */
async function change({ store, corpora, guildId }: KeptConversation): Promise<void> {
  const [article] = (await store.load(guildId)).articles;
  if (article === undefined) throw new Error('there is no article');
  const edit = {
    kind: 'put',
    id: article.id,
    source: LOCK('open'),
    from: { kind: 'paste' },
  } as const;
  await store.append(guildId, await store.head(guildId), '1', [edit]);
  await corpora.catchUp(guildId);
}

const shownOn = ({ member }: KeptConversation, { id }: SeenMessage): string =>
  member
    .messages()
    .filter((each) => each.id === id)
    .map(readCard)
    .join('\n');

const BACK = { timeout: 25_000 };

describe('after an outage', () => {
  it('that ends while it is waited for, all is done once', async () => {
    const [begun, card] = await begin();
    const { sandbox, member, bot, guildId } = begun;
    const comeBack = await sandbox.goDown();
    await change(begun);
    const before = begun.told().length;
    const telling = bot().tell(guildId, message('privacy.heading'));
    await pass(1500);
    await comeBack();
    // After a connection that was refused, discord.js begins a new session; what came meanwhile is lost.
    await sandbox.waitForBot();
    await telling;
    expect(begun.told().length).toBe(before + 1);
    expect(readCard(await member.command('quote', { who: 'Ann Petrova' }))).toContain('is open');
    await expect.poll(() => shownOn(begun, card), BACK).toContain('The lock is open');
    expect(begun.reports).toEqual([]);
  }, 60_000);

  it('that lasts longer, questions are answered and cards are corrected', async () => {
    const [begun, card] = await begin(300);
    const { sandbox, member, bot, guildId } = begun;
    const comeBack = await sandbox.goDown();
    await change(begun);
    const before = begun.told().length;
    await bot().tell(guildId, message('privacy.heading'));
    // Time for several vain tries to connect.
    await pass(4000);
    const given = new Set(begun.reports.map((line) => line.split(':')[0]));
    expect(given).toEqual(
      new Set(['a card could not be corrected', 'the log channel could not be written to']),
    );
    sandbox.link.forget();
    await comeBack();
    await expect.poll(() => sandbox.link.sessionIds().length, BACK).toBe(1);
    expect(readCard(await member.command('quote', { who: 'Ann Petrova' }))).toContain('is open');
    await expect.poll(() => shownOn(begun, card), BACK).toContain('The lock is open');
    expect(begun.told().length).toBe(before);
    expect(begun.reports.length).toBe(2);
  }, 60_000);
});

describe('where the answer to “Save” comes too late', () => {
  it('the article is saved once, and the server is told', async () => {
    kept = await startKept({ sandbox: { limits: { firstAnswer: 1000 } } });
    const { moderator, sandbox, store, guildId } = kept;
    const card = await moderator.command('corpus add', { file: fileOf('x.md', LOCK('shut')) });
    const late = { kind: 'slow', before: 'work', ms: 1500 } as const;
    sandbox.faults.plan('POST /interactions/:/:/callback', late, 1);
    await expect(moderator.press(card, 'Save')).rejects.toThrow('within');
    await expect.poll(() => kept?.told().length).toBe(1);
    expect((await store.load(guildId)).articles.length).toBe(1);
    await expect.poll(() => kept?.reports.length).toBe(1);
    expect(kept.reports[0]).toContain('an interaction failed: DiscordAPIError[10062]');
  });
});
