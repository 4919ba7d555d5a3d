import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../src/store/backup/backup.ts';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import { tracesIn } from '../store/erasable.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, fileOf, startKept } from './kept.ts';

// What is erased from inside Discord, and when a server takes the bot out.

const LOCK = `---
title: The lock
date: 2025-03-04
---

"The lock is safe," Ann Petrova, the harbour master, said on Tuesday.
`;
const BRIDGE = `---
title: The bridge
date: 2025-03-03
---

"The bridge is safe," Ann Petrova, the harbour master, said on Monday.
`;

const SOON = { timeout: 5000 };
const DAY = 24 * 3_600_000;
const WORDS = 'The lock is safe';

let now: number;
let kept: KeptConversation;
let moderator: Driver;
let member: Driver;

beforeEach(async () => {
  now = Date.now();
  kept = await startKept({ base: { 'old.md': 'Old words.' }, clock: () => now });
  ({ moderator, member } = kept);
  for (const [name, text] of Object.entries({ 'lock.md': LOCK, 'bridge.md': BRIDGE }))
    await moderator.press(
      await moderator.command('corpus add', { file: fileOf(name, text) }),
      'Save',
    );
});

afterEach(async () => {
  expect(kept.reports).toEqual([]);
  await kept.close();
});

const shown = (card: SeenMessage): string =>
  readCard(member.messages().find(({ id }) => id === card.id) ?? card);

const eraseForm = (article: string) => moderator.commandForForm('corpus erase', { article });

const traces = (...marks: readonly string[]) => tracesIn(kept.folders, marks);

describe('someone who manages the server erases an article', () => {
  it('which is gone at once, from cards too, and nothing of it is left in any file', async () => {
    await backUp(kept.folders.dataDir, join(kept.folders.dataDir, '..', 'monday.zip'));
    const card = await member.command('quote', { who: 'Petrova' });
    expect(readCard(card)).toContain(WORDS);
    const form = await eraseForm('the-lock');
    const done = await moderator.submit(form, { id: 'the-lock', reason: 'A court said so.' });
    const said = readCard(done);
    expect(said).toContain('Erased for good: the article, its one version');
    expect(said).toContain('1 backup may still hold it. Whoever runs the bot has the list');
    expect(said).not.toContain('the-lock');
    expect(done.isEphemeral).toBe(true);
    await expect.poll(() => shown(card), SOON).not.toContain(WORDS);
    expect(shown(card)).toContain('The bridge is safe');
    const answer = readCard(await member.command('quote', { who: 'Petrova' }));
    expect(answer).not.toContain(WORDS);
    expect(await traces(WORDS, 'A court said so')).toEqual([]);
    await expect.poll(() => traces('the-lock'), SOON).toEqual([]);
    const [told] = kept.told().slice(-1);
    expect(told && readCard(told)).toMatch(/erased an article for good\.$/u);
    expect(told && readCard(told)).not.toContain('lock');
  });

  it('only if its id is typed right', async () => {
    const form = await eraseForm('the-lock');
    const refused = await moderator.submit(form, { id: 'the-bridge', reason: 'x' });
    expect(readCard(refused)).toContain('Nothing was erased; please begin anew.');
    expect(readCard(await member.command('quote', { who: 'Petrova' }))).toContain(WORDS);
  });

  it('only while they may, and only of their own shelf', async () => {
    const base = await moderator.command('corpus erase', { article: 'old' });
    expect(readCard(base)).toContain('old');
    expect(base.isEphemeral).toBe(true);
    const form = await eraseForm('the-lock');
    kept.sandbox.setRoles('moderator', []);
    const refused = await moderator.submit(form, { id: 'the-lock', reason: 'x' });
    expect(readCard(refused)).toContain('may not');
    expect(readCard(await member.command('quote', { who: 'Petrova' }))).toContain(WORDS);
    kept.sandbox.setRoles('moderator', ['Moderators']);
  });

  it('that was taken out before', async () => {
    const remove = await moderator.commandForForm('corpus remove', { article: 'the-lock' });
    await moderator.submit(remove, { reason: 'A hoax.' });
    const form = await eraseForm('the-lock');
    await moderator.submit(form, { id: 'the-lock', reason: 'x' });
    expect(await traces(WORDS, 'the-lock', 'A hoax')).toEqual([]);
  });
});

describe('a moderator who has themselves forgotten', () => {
  it('is named nowhere, and what they added stays', async () => {
    const { id } = kept.sandbox.world.people.moderator.user;
    expect(await traces(id)).not.toEqual([]);
    const said = await moderator.press(await moderator.command('privacy'), 'Forget me');
    expect(readCard(said)).toContain('your drafts and suggestions are gone');
    expect(await traces(id)).toEqual([]);
    expect(readCard(await member.command('quote', { who: 'Petrova' }))).toContain(WORDS);
    const history = await moderator.command('corpus history', { article: 'the-lock' });
    expect(readCard(history)).toContain('somebody');
  });
});

const left = (): readonly string[] => kept.servers.left().map(({ guildId }) => guildId);

describe('a server that takes the bot out', () => {
  it('is erased after 30 days', async () => {
    kept.sandbox.membership.remove();
    await expect.poll(left, SOON).toEqual([kept.guildId]);
    now += 29 * DAY;
    await kept.restart();
    expect(await traces(WORDS)).not.toEqual([]);
    now += 2 * DAY;
    await kept.restart();
    expect(await traces(WORDS, kept.guildId)).toEqual([]);
    expect(await kept.store.shelves()).toEqual(['base']);
  });

  it('is not where it takes it in again, before or while the bot is away', async () => {
    kept.sandbox.membership.remove();
    await expect.poll(left, SOON).toEqual([kept.guildId]);
    kept.sandbox.membership.add();
    await expect.poll(left, SOON).toEqual([]);
    kept.sandbox.membership.remove();
    await expect.poll(left, SOON).toEqual([kept.guildId]);
    now += 40 * DAY;
    await kept.restart(() => kept.sandbox.membership.add());
    expect(left()).toEqual([]);
    expect(await traces(WORDS)).not.toEqual([]);
  });

  it('while the bot is away is noted from its next start on', async () => {
    await kept.restart(() => kept.sandbox.membership.remove());
    expect(kept.servers.left()).toEqual([
      { guildId: kept.guildId, at: new Date(now).toISOString() },
    ]);
    now += 31 * DAY;
    await kept.restart();
    expect(await traces(WORDS)).toEqual([]);
  });

  it('is not one that Discord cannot reach', async () => {
    kept.sandbox.membership.lose();
    now += 40 * DAY;
    kept.sandbox.membership.find();
    expect(readCard(await member.command('quote', { who: 'Petrova' }))).toContain(WORDS);
    expect(left()).toEqual([]);
    await kept.restart();
    expect(await traces(WORDS)).not.toEqual([]);
  });
});
