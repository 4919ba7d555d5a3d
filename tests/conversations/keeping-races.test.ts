import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, fileOf, hands, startKept } from './kept.ts';

// Two do something at the same time.

let kept: KeptConversation;
let moderator: Driver;

beforeAll(async () => {
  kept = await startKept();
  ({ moderator } = kept);
});

afterAll(async () => {
  expect(kept.reports).toEqual([]);
  await kept.close();
});

const { add, articles } = hands(() => kept);

describe('two articles of one title', () => {
  it('that are saved at once are both kept', async () => {
    const cards = [
      await add('---\ntitle: Same\n---\n\n"First words here," Ann Petrova said.'),
      await add('---\ntitle: Same\n---\n\n"Second and other words," Bo Lund said at noon.'),
    ];
    const saved = await Promise.all(cards.map((card) => moderator.press(card, 'Save')));
    for (const each of saved) expect(readCard(each)).toContain('Saved.');
    const bodies = (await articles()).map(({ id, body }) => `${id}: ${body.slice(1, 6)}`);
    expect(bodies.toSorted()).toEqual(['same-2: Secon', 'same: First']);
  });
});

/** Adds an article and saves it. */
const save = async (title: string, text: string): Promise<SeenMessage> =>
  moderator.press(await add(`---\ntitle: ${title}\ndate: 2025-03-05\n---\n\n${text}\n`), 'Save');

const bodyOf = async (id: string): Promise<string | undefined> =>
  (await articles()).find((each) => each.id === id)?.body;

async function edit(id: string, words: string): Promise<void> {
  const form = await moderator.commandForForm('corpus edit', { article: id, paragraph: '1' });
  await moderator.submit(form, { place: `${id} 1`, words, reason: 'A colleague.' });
}

describe('what a colleague changed meanwhile', () => {
  it('is not written over by a newer version that was begun before', async () => {
    await save('The pier', '"The pier is long," Ann Petrova said.');
    const file = fileOf('pier.md', '---\ntitle: The pier\n---\n\n"It is short," she said.\n');
    const card = await moderator.command('corpus edit', { article: 'the-pier', file });
    await edit('the-pier', '"The pier is gone," Ann Petrova said.');
    const late = await moderator.press(card, 'Save');
    expect(readCard(late)).toContain('Somebody has changed “the-pier” meanwhile');
    expect(await bodyOf('the-pier')).toContain('The pier is gone');
  });

  it('is not written over by a version that is put back', async () => {
    await save('The dock', '"The dock is dry," Ann Petrova said.');
    await edit('the-dock', '"The dock is wet," Ann Petrova said.');
    const history = await moderator.command('corpus history', { article: 'the-dock' });
    const [menu] = history.selects;
    const oldest = menu?.options.at(-1)?.value ?? '';
    const version = await moderator.select(history, menu?.customId ?? '', [oldest]);
    const form = await moderator.pressForForm(version, 'Put this version back');
    await edit('the-dock', '"The dock is full," Ann Petrova said.');
    const late = await moderator.submit(form, { reason: 'It was dry.' });
    expect(readCard(late)).toContain('Somebody has changed “the-dock” meanwhile');
    expect(await bodyOf('the-dock')).toContain('The dock is full');
  });
});

describe('a draft that is saved', () => {
  it('is not cancelled at the same moment', async () => {
    const card = await add('"Both at once," Cleo Marsh said on Tuesday in the town.');
    const [saved, cancelled] = await Promise.all([
      moderator.press(card, 'Save'),
      moderator.press(card, 'Cancel'),
    ]);
    const isSaved = readCard(saved).includes('Saved.');
    expect(readCard(cancelled).includes('This draft is gone')).toBe(isSaved);
    expect((await articles()).some(({ body }) => body.includes('Both at once'))).toBe(isSaved);
  });
});
