import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import type { Draft, Mistake } from '../../src/store/server-store.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, fileOf, startKept } from './kept.ts';

// Cards of moderators that have more to show than there is room for.

const OLD = `---
title: The old bridge
date: 2024-01-02
---

"The bridge is old," Clara Smith said.
`;

let kept: KeptConversation;
let moderator: Driver;

beforeAll(async () => {
  kept = await startKept({ base: { 'old.md': OLD } });
  ({ moderator } = kept);
});

afterAll(async () => {
  expect(kept.reports).toEqual([]);
  await kept.close();
});

async function report(mistake: Mistake, number: number, detail: string): Promise<void> {
  const { servers, guildId } = kept;
  const id = `${mistake}-${number}`;
  const at = new Date().toISOString();
  await servers.saveReport({ id, guildId, userId: '77', at, mistake, detail, places: ['old 1'] });
}

const next = (card: SeenMessage): Promise<SeenMessage> => moderator.press(card, 'Next ›');

describe('a card of what waits', () => {
  it('shows its own second page, also where something else waits before it', async () => {
    for (let number = 0; number < 30; number += 1) {
      await report('speaker', number, 'First of all. '.repeat(20));
      await report('person', number, 'Second thing. '.repeat(20));
    }
    const second = await moderator.press(await moderator.command('review'), 'Later');
    expect(readCard(second)).toContain('Second thing.');
    const page = await next(second);
    expect(readCard(page)).toContain('Second thing.');
    expect(readCard(page)).not.toContain('First of all.');
    const form = await moderator.pressForForm(page, 'The card is right');
    await moderator.submit(form, {});
    const open = kept.servers.reports(kept.guildId).filter(({ verdict }) => verdict === undefined);
    expect(new Set(open.map(({ mistake }) => mistake))).toEqual(new Set(['speaker']));
    for (const { id } of open)
      await kept.servers.decideReport(id, { isUpheld: false, by: '1', at: '', reason: '' });
  });
});

const paragraphs = (word: string): string =>
  Array.from(
    { length: 60 },
    (_, at) => `${word} ${at} ${'stands in a long line. '.repeat(5)}`,
  ).join('\n\n');

const lineOf = (word: string) =>
  fileOf('x.md', `---\ntitle: The line\n---\n\n${paragraphs(word)}\n`);

describe('a version of an article', () => {
  it('shows its own second page, and can be put back from there', async () => {
    await moderator.press(await moderator.command('corpus add', { file: lineOf('Old') }), 'Save');
    const newer = { article: 'the-line', file: lineOf('New') };
    await moderator.press(await moderator.command('corpus edit', newer), 'Save');
    const history = await moderator.command('corpus history', { article: 'the-line' });
    const [menu] = history.selects;
    const oldest = menu?.options.at(-1)?.value ?? '';
    const version = await moderator.select(history, menu?.customId ?? '', [oldest]);
    const page = await next(version);
    expect(readCard(page)).toMatch(/the-line, version \d+[\s\S]*> Old/u);
    const form = await moderator.pressForForm(page, 'Put this version back');
    await moderator.submit(form, { reason: 'It was better.' });
    const { articles } = await kept.store.load(kept.guildId);
    expect(articles[0]?.body).toMatch(/^Old 0/u);
  });
});

const draftOf = (number: number, minute: number): Draft => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  guildId: kept.guildId,
  kind: 'feed',
  feedId: 'a-feed',
  by: '77',
  at: new Date(Date.now() + minute * 60_000).toISOString(),
  source: `---\ntitle: Story ${number}\n---\n\n${paragraphs(`Story${number * 7}x`)}\n`,
  from: { kind: 'feed', host: 'example.org' },
  warnings: [],
});

describe('what a feed brought', () => {
  it('is saved as far as it was shown', async () => {
    const { drafts } = kept.servers;
    const bring = (draft: Draft) => drafts.change(draft.id, () => draft);
    await bring(draftOf(1, 0));
    const card = await moderator.command('review');
    await bring(draftOf(2, 1));
    expect(readCard(await moderator.press(card, 'Save all'))).toContain('Saved.');
    expect(drafts.of(kept.guildId).map(({ id }) => id)).toEqual([draftOf(2, 1).id]);
    const rest = await moderator.command('review');
    await bring(draftOf(3, 2));
    await moderator.press(rest, 'Skip all');
    expect(drafts.of(kept.guildId).map(({ id }) => id)).toEqual([draftOf(3, 2).id]);
  });
});
