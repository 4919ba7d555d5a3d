import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from '../../src/sandbox/driver/driver.ts';
import type { SeenMessage } from '../../src/sandbox/driver/seen.ts';
import { readCard } from './conversation.ts';
import { type KeptConversation, fileOf, startKept } from './kept.ts';

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

const add = (text: string): Promise<SeenMessage> =>
  moderator.command('corpus add', { file: fileOf('x.md', text) });

const articles = async () => (await kept.store.load(kept.guildId)).articles;

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
