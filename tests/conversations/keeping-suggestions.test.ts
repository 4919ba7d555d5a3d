import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import type { Draft } from '../../src/store/server-store.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, fileOf, startKept } from './kept.ts';

// What members may do with what they suggest, and what they may not.

let kept: KeptConversation;
let moderator: Driver;
let member: Driver;

beforeAll(async () => {
  kept = await startKept();
  ({ moderator, member } = kept);
});

const drafts = (): readonly Draft[] => kept.servers.drafts.of(kept.guildId);

afterEach(async () => {
  for (const { id } of drafts()) await kept.servers.drafts.change(id, () => undefined);
});

afterAll(async () => {
  expect(kept.reports).toEqual([]);
  await kept.close();
});

const begin = (words: string): Promise<SeenMessage> =>
  member.command('suggest', { file: fileOf('s.md', `"${words}," Nils Berg said in Bergen.`) });

describe('what a member has begun', () => {
  it('is nobody else’s to see before they suggest it', async () => {
    const card = await begin('Not yet');
    expect(readCard(await moderator.command('review'))).toContain('Nothing waits');
    await member.press(card, 'Suggest it');
    expect(readCard(await moderator.command('review'))).toMatch(
      /Suggestions are kept for thirty days[\s\S]*1 suggestion waits/u,
    );
  });

  it('is kept up to ten, of which the oldest goes', async () => {
    const hourAgo = new Date(Date.now() - 3_700_000).toISOString();
    for (let number = 1; number <= 12; number += 1) {
      await begin(`Number ${number}`);
      // So many at once would be refused.
      for (const { id } of drafts())
        await kept.servers.drafts.change(id, (draft) => draft && { ...draft, at: hourAgo });
    }
    const sources = drafts().map(({ source }) => /Number (\d+)/u.exec(source)?.[1]);
    expect(sources).toEqual(['3', '4', '5', '6', '7', '8', '9', '10', '11', '12']);
  });
});

const give = (at: number) =>
  kept.stranger.command('suggest', {
    file: fileOf('s.md', `"Given ${at}," Rolf Ness said on Tuesday in the town of Bergen.`),
  });

describe('a draft of somebody who was a moderator', () => {
  it('is the moderators’ that are left', async () => {
    const file = fileOf('x.md', '"Left behind," Nils Berg said in Bergen.');
    const card = await moderator.command('corpus add', { file });
    const editing = await moderator.pressForForm(card, 'Edit');
    kept.sandbox.setRoles('moderator', []);
    const answers = [
      await moderator.submit(editing, { title: 'Another' }),
      await moderator.press(card, 'Cancel'),
    ];
    kept.sandbox.setRoles('moderator', ['Moderators']);
    for (const answer of answers)
      expect(readCard(answer)).toContain('only for those who look after a server');
    expect(drafts().map(({ source }) => source)).toEqual([expect.not.stringContaining('Another')]);
  });
});

describe('a suggestion', () => {
  it('is not exchanged for other words once moderators may have read it', async () => {
    const card = await begin('Honest words');
    const editing = await member.pressForForm(card, 'Edit');
    const pasting = await member.pressForForm(card, 'Paste the text');
    await member.press(card, 'Suggest it');
    const review = await moderator.command('review');
    const answers = [
      await member.submit(editing, { title: 'Another' }),
      await member.submit(pasting, { text1: '"Other words," Nils Berg said in Bergen.' }),
    ];
    for (const answer of answers)
      expect(readCard(answer)).toContain('only for those who look after a server');
    await moderator.press(review, 'Save');
    const { articles } = await kept.store.load(kept.guildId);
    expect(articles.map(({ body }) => body)).toEqual(['"Honest words," Nils Berg said in Bergen.']);
  });

  it('is one of three a day, also where four are sent at once', async () => {
    const cards = [
      await begin('One'),
      await begin('Two'),
      await begin('Three'),
      await begin('Four'),
    ];
    const answers = await Promise.all(cards.map((card) => member.press(card, 'Suggest it')));
    const late = answers.filter((each) => readCard(each).includes('three articles today'));
    expect(late).toHaveLength(1);
    expect(drafts().filter(({ kind }) => kind === 'suggestion')).toHaveLength(3);
  });

  it('is told of once, however often the button is pressed', async () => {
    const before = kept.told().length;
    const card = await begin('Again and again');
    const answers = await Promise.all([1, 2, 3].map(() => member.press(card, 'Suggest it')));
    expect(answers.filter((each) => readCard(each).includes('Thank you'))).toHaveLength(1);
    await expect.poll(() => kept.told().length, { timeout: 5000 }).toBe(before + 1);
  });

  it('is not fetched without end: who gives much within an hour is told', async () => {
    const texts: string[] = [];
    for (let at = 0; at < 12; at += 1) texts.push(readCard(await give(at)));
    expect(texts[0]).toContain('Nothing is saved yet');
    expect(texts.at(-1)).toContain('many articles in this hour');
  });
});
